"""conform(): the finished file says what it is, passes the validator, and is the same bytes every time."""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from conform_tiny import big, tiny

import structure
import verapdf
from guidebuild import __version__
from guidebuild.conform import Artifact, NotConforming, conform
from guidebuild.conform.icc import gray, srgb
from guidebuild.diagnostics import Diagnostic

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


@pytest.fixture(scope="module")
def made() -> Artifact:
    return conform(tiny())


def _xmp(artifact: Artifact) -> dict[str, str]:
    with pikepdf.open(BytesIO(artifact.pdf)) as pdf:
        tree = ET.fromstring(pdf.Root.Metadata.read_bytes())
    [description] = tree.iter(f"{RDF}Description")
    prefixes = {uri: prefix for prefix, uri in NAMES.items()}
    found = {}
    for entry in description:
        uri, name = entry.tag[1:].split("}")
        if uri in prefixes:
            found[f"{prefixes[uri]}:{name}"] = "|".join(
                text.strip() for text in entry.itertext() if text.strip()
            )
    return found


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_finished_file_passes_verapdf(made: Artifact, flavour: verapdf.Flavour) -> None:
    assert verapdf.failures(made.pdf, flavour) == {}


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize(("flavour", "rule"), [("ua1", "7.1-8"), ("2a", "6.6.2.1-1")])
def test_verapdf_names_the_broken_rule_of_a_file_without_metadata(
    flavour: verapdf.Flavour, rule: str, tmp_path: Path
) -> None:
    file = tmp_path / "bare.pdf"
    file.write_bytes(tiny().pdf)
    assert "Metadata" in verapdf.failures(file, flavour)[rule]


@pytest.mark.xdist_group("verapdf")
def test_a_guide_without_author_subject_keywords_or_date_still_passes() -> None:
    bare = conform(replace(tiny(), author="", subject="", keywords=(), date=""))
    assert verapdf.failures(bare.pdf, "2a") == {}
    assert "dc:creator" not in _xmp(bare)
    assert "xmp:CreateDate" not in _xmp(bare)


def test_the_artifact_carries_digest_pages_title_and_labels(made: Artifact) -> None:
    assert made.digest == hashlib.sha256(made.pdf).hexdigest()
    assert (made.page_count, made.title) == (2, "A small guide: roles & <pay>")
    assert (made.profile, made.conformance) == ("screen", ("PDF/UA-1", "PDF/A-2a"))
    assert pickle.loads(pickle.dumps(made)) == made


def test_warnings_of_earlier_stages_travel_with_the_file() -> None:
    warning = Diagnostic("warning", "small-sample", "only 12 rows")
    assert conform(tiny(), warnings=[warning]).warnings == (warning,)


def test_xmp_and_info_say_the_same(made: Artifact) -> None:
    xmp = _xmp(made)
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        info = {key: str(value) for key, value in pdf.trailer.Info.items()}
    assert info == {
        "/Title": xmp["dc:title"],
        "/Author": xmp["dc:creator"],
        "/Subject": xmp["dc:description"],
        "/Keywords": xmp["pdf:Keywords"],
        "/Creator": xmp["xmp:CreatorTool"],
        "/Producer": xmp["pdf:Producer"],
        "/CreationDate": "D:20260305000000Z",
        "/ModDate": "D:20260305000000Z",
    }
    assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-03-05T00:00:00Z"
    assert xmp["xmp:CreatorTool"] == f"guidebuild {__version__}"


def test_xmp_names_both_standards_language_and_keywords(made: Artifact) -> None:
    xmp = _xmp(made)
    assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("2", "A", "1")
    assert (xmp["dc:language"], xmp["dc:subject"]) == ("en-GB", "careers|tests")
    assert xmp["dc:title"] == "A small guide: roles & <pay>"


def test_control_characters_in_a_title_do_not_break_the_xmp() -> None:
    assert _xmp(conform(replace(tiny(), title="A\x00 small\x0b\nguide\ufffe")))["dc:title"] == "A small guide"


def test_a_moment_with_a_time_zone_is_written_in_utc() -> None:
    moved = conform(replace(tiny(), date="2026-03-05T01:30:00+02:00"))
    assert _xmp(moved)["xmp:CreateDate"] == "2026-03-04T23:30:00Z"


def test_the_catalog_shows_the_title_and_names_the_language(made: Artifact) -> None:
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == srgb()
        assert pdf.pdf_version == "1.7"


def test_pages_are_compressed_and_much_smaller_than_what_came_in() -> None:
    """The fonts, which ReportLab has compressed already, are the same in both."""
    short, long = big(2), big(20)
    data = conform(long).pdf
    assert len(data) - len(conform(short).pdf) < (len(long.pdf) - len(short.pdf)) / 4
    assert b"/ObjStm" in data


def test_nothing_of_reportlab_is_left_over(made: Artifact) -> None:
    assert b"ReportLab Generated" not in made.pdf
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        for page in pdf.pages:
            assert not {"/Trans", "/Rotate", "/Dur"} & set(page.obj.keys())
            assert "/ProcSet" not in page.obj.Resources
        assert "/Trapped" not in pdf.trailer.Info


def test_words_and_tags_come_through_unchanged(made: Artifact) -> None:
    assert structure.tag_tree(made.pdf) == structure.tag_tree(tiny().pdf)
    assert structure.problems(made.pdf) == []


def test_equal_input_gives_equal_bytes_and_another_title_another_identifier(made: Artifact) -> None:
    again, other = conform(tiny()), conform(replace(tiny(), title="Another guide"))
    assert again == made
    assert _identifier(made) == _identifier(again) != _identifier(other)


def _identifier(artifact: Artifact) -> bytes:
    with pikepdf.open(BytesIO(artifact.pdf)) as pdf:
        first, second = pdf.trailer.ID
        assert bytes(first) == bytes(second)
        return bytes(first)


@pytest.mark.slow
def test_two_processes_with_other_hash_seeds_and_time_zones_give_equal_bytes(made: Artifact) -> None:
    code = (
        "from conform_tiny import tiny; from guidebuild.conform import conform; print(conform(tiny()).digest)"
    )
    digests = set()
    for seed, zone in (("1", "Pacific/Kiritimati"), ("4242", "America/Los_Angeles")):
        paths = os.pathsep.join((str(Path(__file__).parent), *sys.path))
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": paths}
        digests.add(subprocess.check_output([sys.executable, "-c", code], env=environment, text=True).strip())
    assert digests == {made.digest}


def test_a_wrong_page_count_is_refused() -> None:
    with pytest.raises(NotConforming, match="2 pages in the file, 3 were typeset"):
        conform(replace(tiny(), page_count=3))


def test_the_exception_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(NotConforming(["no language", "no title"])))
    assert error.problems == ("no language", "no title")


def test_the_colour_profile_is_small_and_a_true_srgb() -> None:
    from PIL import Image, ImageCms

    profile = srgb()
    assert len(profile) == int.from_bytes(profile[:4], "big") < 1100
    assert len(zlib.compress(profile)) < 900
    ours = ImageCms.ImageCmsProfile(BytesIO(profile))
    assert ImageCms.getProfileDescription(ours).strip() == "sRGB IEC61966-2.1"
    ramp = Image.new("RGB", (256, 1))
    ramp.putdata([(step, 255 - step, (step * 7) % 256) for step in range(256)])
    theirs = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    turned = ImageCms.profileToProfile(ramp, ours, theirs)
    assert turned is not None
    for before, after in zip(ramp.tobytes(), turned.tobytes(), strict=True):
        assert abs(before - after) <= 1


@pytest.mark.slow
def test_a_grey_file_means_its_greys_by_a_grey_profile() -> None:
    """`tiny`, with every colour made grey, as it would be from a file made with one ink."""
    typeset = replace(tiny(), profile="gray")
    with pikepdf.open(BytesIO(typeset.pdf)) as pdf:
        for page in pdf.pages:
            grey = re.sub(rb"(\S+) \S+ \S+ (?:rg|RG)\b", rb"\1 g", page.Contents.read_bytes())
            page.Contents = pdf.make_stream(grey)
        target = BytesIO()
        pdf.save(target)
    made = conform(replace(typeset, pdf=target.getvalue()))
    assert made.profile == "gray"
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.N == 1
        assert intent.DestOutputProfile.read_bytes() == gray()
    assert verapdf.failures(made.pdf, "2a") == {}


def test_a_colour_in_a_grey_file_is_refused() -> None:
    typeset = replace(tiny(), profile="gray")
    with pikepdf.open(BytesIO(typeset.pdf)) as pdf:
        pdf.pages[1].contents_add(b"/Artifact BMC 1 0 0 rg EMC")
        pdf.pages[1].contents_coalesce()
        target = BytesIO()
        pdf.save(target)
    with pytest.raises(NotConforming, match="page 2: a colour where there is one ink"):
        conform(replace(typeset, pdf=target.getvalue()))


def test_a_shading_in_colour_in_a_grey_file_is_refused() -> None:
    typeset = replace(tiny(), profile="gray")
    with pikepdf.open(BytesIO(typeset.pdf)) as pdf:
        space = pikepdf.Dictionary(ShadingType=2, ColorSpace=pikepdf.Name.DeviceRGB)
        shading = pikepdf.Dictionary(PatternType=2, Shading=space)
        pdf.pages[1].Resources.Pattern = pikepdf.Dictionary(S=shading)
        target = BytesIO()
        pdf.save(target)
    with pytest.raises(NotConforming, match="page 2: the shading S is not grey"):
        conform(replace(typeset, pdf=target.getvalue()))


def test_the_grey_profile_is_sound() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(BytesIO(gray())).profile
    assert (profile.xcolor_space.strip(), profile.device_class) == ("GRAY", "mntr")
    assert profile.profile_description == "Gray with the tones of sRGB"
