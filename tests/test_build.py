"""The pipeline as a whole: its order, its results, its refusals."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guidebuild.build import Order, build, read
from guidebuild.cache import Cache
from guidebuild.conform.artifact import Artifact
from guidebuild.diagnostics import GuideError, Span
from guidebuild.typeset.complaints import Overflow
from tiers import slow

STAGES = ["load", "brand", "compose", "draw", "typeset", "conform"]


def test_the_stages_run_in_the_order_of_the_architecture(tmp_path: Path) -> None:
    seen: list[str] = []
    built = build(Order(folder=tmp_path), progress=seen.append)
    assert seen == STAGES
    assert (built.guide, built.paper) == ("dl-vs-mlse", "a4")


@pytest.mark.slow
def test_a_build_without_a_cache_gives_the_same_bytes(built: Callable[..., Artifact], tmp_path: Path) -> None:
    assert build(Order(folder=tmp_path)).artifact.pdf == built().pdf


def test_a_build_writes_nothing_into_the_project(tmp_path: Path) -> None:
    (tmp_path / "guide.yml").write_text("roles: [data-engineer, data-analyst]\ndate: 2026-01-01\n")
    build(Order(folder=tmp_path))
    assert [file.name for file in tmp_path.iterdir()] == ["guide.yml"]


def test_built_survives_a_pickle(tmp_path: Path) -> None:
    made = build(Order(folder=tmp_path))
    assert pickle.loads(pickle.dumps(made)) == made


def test_what_does_not_fit_fails_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that are cut in print would never be missed by anybody."""
    from guidebuild import typeset as stage

    real = stage.typeset
    over = (Overflow("block", 3, Span("a.yml", 2, 8, "title")), Overflow("sheets", 18))
    monkeypatch.setattr(stage, "typeset", lambda *a, **k: replace(real(*a, **k), overflow=over))
    with pytest.raises(GuideError) as caught:
        build(Order(folder=tmp_path))
    first, second = sorted(map(str, caught.value.diagnostics), key=lambda said: "sheets" in said)
    assert first.startswith("a.yml:2:8: error[does-not-fit]: 'title' is taller than page 3 has room for\n")
    assert second.endswith("dl-vs-mlse.yml: error[does-not-fit]: 18 pages do not fill sheets of four")


@pytest.mark.parametrize("guide", ["dl-vs-mlse", *slow("ml-careers", "ai-careers")])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_bundled_guide_builds_without_a_warning(
    built: Callable[..., Artifact], guide: str, paper: str
) -> None:
    artifact = built(guide, paper=paper)
    assert artifact.warnings == ()
    assert artifact.conformance == ("PDF/UA-1", "PDF/A-2a")
    assert artifact.page_count >= 12


JOB = """
jobs:
  - id: baker
    title: Baker
    employer: Ovens
    place: Haifa
    source: aijobs
    salary: {low: 90000, high: 120000, currency: %s}
"""


@pytest.mark.slow
@pytest.mark.parametrize("currency", ["ILS", "INR"])
def test_a_character_of_the_programs_own_that_the_font_lacks_is_a_diagnostic(
    tmp_path: Path, currency: str
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/jobs.yml").write_text(JOB % currency)
    (tmp_path / "guide.yml").write_text("roles: [data-engineer, data-analyst]\njobs: [baker]\n")
    with pytest.raises(GuideError, match="missing-character") as caught:
        build(Order(folder=tmp_path, settings=(("typography.base", "Lato"),)))
    (problem,) = (one for one in caught.value.diagnostics if one.severity == "error")
    assert problem.span == Span("--set", path="typography.base")
    assert "U+20" in problem.message


BRAND = """\
meta:
  name: 日
defaults:
  guidebuild:
    header: 本
    credit: 語
    contact:
      name: 今
      lines:
        - plain words
        - 年
      phone: 月
typography: {base: Lato}
"""


def test_words_of_the_brand_that_its_font_lacks_are_told_in_their_lines(tmp_path: Path) -> None:
    (tmp_path / "_brand.yml").write_text(BRAND, encoding="utf-8")
    (tmp_path / "guide.yml").write_text("roles: [data-engineer, data-analyst]\ndate: 2026-01-01\n")
    with pytest.raises(GuideError) as caught:
        build(Order(folder=tmp_path))
    found = [one for one in caught.value.diagnostics if one.code == "missing-character"]
    lines = BRAND.splitlines()
    for one in found:
        assert one.span
        assert Path(one.span.file).name == "_brand.yml"
        assert lines[one.span.line - 1][one.span.column - 1 :] in one.message
    assert len(found) == 6


def test_a_character_of_the_programs_own_is_told_where_the_family_is_named(tmp_path: Path) -> None:
    (tmp_path / "_brand.yml").write_text("typography:\n  base:\n    family: Lato\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/jobs.yml").write_text(JOB % "ILS")
    (tmp_path / "guide.yml").write_text("roles: [data-engineer, data-analyst]\njobs: [baker]\n")
    with pytest.raises(GuideError) as caught:
        build(Order(folder=tmp_path))
    (problem,) = (one for one in caught.value.diagnostics if one.severity == "error")
    assert problem.span
    assert (Path(problem.span.file).name, problem.span.line, problem.span.column) == ("_brand.yml", 3, 13)


PLAIN, WIDE = "plain words of usual length here ", "WWWWWWWW "
# What is too long, where it stands, and which edition has no room for it.
TOO_LONG: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    "profiles": ("guide.yml", "sections: {profiles: {lead: %s}}", PLAIN * 150, {}),
    "profiles-a5": ("guide.yml", "sections: {profiles: {lead: %s}}", PLAIN * 150, {"paper": "a5"}),
    "profiles-large": (
        "guide.yml",
        "sections: {profiles: {lead: %s}}",
        PLAIN * 150,
        {"edition": "large-print"},
    ),
    "profiles-booklet": ("guide.yml", "sections: {profiles: {lead: %s}}", PLAIN * 150, {"layout": "booklet"}),
    "cover": ("guide.yml", "sections: {cover: {lead: %s}}", PLAIN * 150, {}),
}


@pytest.mark.parametrize("case", TOO_LONG)
def test_what_does_not_fit_is_told_at_its_field(tmp_path: Path, case: str) -> None:
    """File, line and field of the words that are too long, and how many of them would have room."""
    file, line, words, asked = TOO_LONG[case]
    _mill(tmp_path, file, line % words.strip())
    with pytest.raises(GuideError) as caught:
        build(Order(folder=tmp_path, **asked))
    found = [one for one in caught.value.diagnostics if one.severity == "error"]
    assert [one.code for one in found] == ["does-not-fit"]
    (problem,) = found
    assert problem.span
    assert (tmp_path / file).samefile(problem.span.file)
    written = (tmp_path / file).read_text(encoding="utf-8").splitlines()[problem.span.line - 1]
    assert written[problem.span.column - 1 :].startswith(words[:20])
    assert f"'{problem.span.path}'" in problem.message
    assert problem.hints[0].startswith("shorten it")


@pytest.mark.parametrize("case", ["profiles", "profiles-a5", "profiles-large", "cover"])
def test_what_is_shortened_as_the_hint_says_fits(tmp_path: Path, case: str) -> None:
    file, line, words, asked = TOO_LONG[case]
    _mill(tmp_path, file, line % words.strip())
    with pytest.raises(GuideError) as caught:
        build(Order(folder=tmp_path, **asked))
    hint = next(one.hints[0] for one in caught.value.diagnostics if one.code == "does-not-fit")
    _mill(tmp_path, file, line % words[: int(hint.split()[-2])].strip())
    assert build(Order(folder=tmp_path, **asked)).artifact.page_count


LONG = {
    "guide.yml": f"""title: {WIDE * 33}
subtitle: {WIDE * 33}
kicker: {WIDE * 33}
tips: []
event:
  name: {WIDE * 33}
  place: {WIDE * 33}
  booth: {WIDE * 33}
""",
    "content/roles/miller.yml": f"title: {WIDE * 17}\ntagline: {WIDE * 33}\ndefinition: {WIDE * 500}\n",
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("layout", "paper", "fields"),
    [
        ("guide", "a4", {"title", "event.name"}),  # the band of a profile, and the cover
        ("booklet", "a4", {"title", "event.name"}),
        ("guide", "a5", {"title"}),
        ("handout", "a4", {"event.name"}),
    ],
)
def test_what_is_too_long_together_blames_the_longest(
    tmp_path: Path, layout: str, paper: str, fields: set[str]
) -> None:
    """Each of the fields would fit if the others were short; of each page the longest is told."""
    _mill(tmp_path, "guide.yml", LONG["guide.yml"])
    (tmp_path / "content/roles/miller.yml").write_text(LONG["content/roles/miller.yml"], encoding="utf-8")
    names = ("baker", "smith", "clerk", "cook", "tailor")
    for name in names:
        text = f"title: {WIDE * 16} {name}\ndefinition: {WIDE}\nfocus: {WIDE * 33}\n"
        (tmp_path / f"content/roles/{name}.yml").write_text(text, encoding="utf-8")
    guide = (tmp_path / "guide.yml").read_text(encoding="utf-8")
    (tmp_path / "guide.yml").write_text(guide.replace("baker]", f"{', '.join(names)}]"), encoding="utf-8")
    with pytest.raises(GuideError) as caught:
        build(Order(folder=tmp_path, layout=layout, paper=paper))
    found = [one for one in caught.value.diagnostics if one.severity == "error"]
    assert {one.code for one in found} == {"does-not-fit"}
    assert {one.span.path for one in found if one.span} == fields
    assert all(one.span and one.span.line for one in found)


@pytest.mark.parametrize(
    "line",
    [
        f"tagline: {WIDE * 33}",
        f"title: {WIDE * 17}",
        f"definition: {PLAIN * 150}",
        f"focus: {WIDE * 33}",
        f"outlook: {{summary: {PLAIN * 150}}}",
        f"education: {{summary: {PLAIN * 150}}}",
        f"works_with: {{who: {WIDE * 33}, why: {WIDE * 33}}}",
        f"fits: [{WIDE * 33}]",
    ],
)
def test_a_field_of_a_role_as_long_as_it_may_be_fits(tmp_path: Path, line: str) -> None:
    _mill(tmp_path, "content/roles/miller.yml", line)
    assert build(Order(folder=tmp_path)).artifact.page_count


def test_a_cell_of_a_table_of_any_length_goes_on_on_the_next_page(tmp_path: Path) -> None:
    long = "responsibilities:\n" + f"  - {(PLAIN * 18).strip()}\n" * 8
    _mill(tmp_path, "content/roles/miller.yml", long)
    (tmp_path / "content/roles/baker.yml").write_text(
        f"title: Baker\ndefinition: Bakes.\n{long}", encoding="utf-8"
    )
    assert build(Order(folder=tmp_path)).artifact.page_count


def _mill(folder: Path, file: str, line: str) -> None:
    """A project of two roles with one more line in one of its files."""
    (folder / "content/roles").mkdir(parents=True, exist_ok=True)
    usual = {"title": "Miller", "definition": "Grinds."}
    own = "".join(f"{key}: {words}\n" for key, words in usual.items() if not line.startswith(f"{key}:"))
    files = {
        "guide.yml": "roles: [miller, baker]\ndate: 2026-01-01\n",
        "content/roles/miller.yml": own,
        "content/roles/baker.yml": "title: Baker\ndefinition: Bakes.\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text + (f"{line}\n" if name == file else ""), encoding="utf-8")


def test_two_folders_that_are_named_alike_have_a_theme_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same bytes of `_brand.yml`, read by the same relative path, beside different logos."""
    cache, logos = Cache(tmp_path / "cache"), []
    for name, colour in (("one", "#123456"), ("two", "#654321")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "guide.yml").write_text("roles: [data-engineer, data-analyst]\n")
        (folder / "_brand.yml").write_text("logo: logo.svg\n")
        (folder / "logo.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
            f'<rect width="9" height="9" fill="{colour}"/></svg>'
        )
        monkeypatch.chdir(folder)
        logos.append(read(Order(), progress=lambda _stage: None, cache=cache)[1].theme.logo.light)
    assert logos[0] != logos[1]
