"""Bad input, end to end through `guidebuild pdf`: each case is named with its place, without a traceback, and the PDF
of an earlier run stays as it was.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from guidebuild.cli import program

EARLIER = b"%PDF-1.7 an earlier guide"
STRICT = ("--strict",)  # a brand's picture that is not there is a warning: the name stands in for it
GUIDE = "title: Two jobs\nroles: [data-engineer, mine]\ndate: 2026-01-01\n"
ROLE = "title: My Job\ndefinition: Does what is asked.\n"
FILES = {"guide.yml": GUIDE, "content/roles/mine.yml": ROLE}


@dataclass(frozen=True)
class Case:
    """A project that is wrong in one way. `place` and `words` must stand in what is printed."""

    name: str
    files: dict[str, str | bytes]
    place: str
    words: str
    arguments: tuple[str, ...] = ()
    code: int = 1


def role(extra: str) -> dict[str, str | bytes]:
    return {"content/roles/mine.yml": ROLE + extra}


def guide(extra: str) -> dict[str, str | bytes]:
    return {"guide.yml": GUIDE + extra}


def logo(source: str, **files: str | bytes) -> dict[str, str | bytes]:
    return {
        "_brand.yml": f"logo:\n  small: {source}\n",
        **{k.replace("__", "."): v for k, v in files.items()},
    }


def bomb_png() -> bytes:
    """A valid PNG header that announces 30,000 x 30,000 pixels, and a few bytes of zeros."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(90_001 * 300), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


ALIAS_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)
ENTITY_SVG = (
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text x="0" y="9">&x;</text></svg>'
)

# fmt: off
CASES = [
    Case("a wrong type", role("skills: 7\n"), "mine.yml:3:", "skills"),
    Case("an unknown key", role("responsibilites: [Work]\n"), "mine.yml:3:1", "did you mean 'responsibilities'"),
    Case("an unknown key of a guide", guide("papr: a4\n"), "guide.yml:4:1", "did you mean 'paper'"),
    Case("a duplicate key", role("title: Again\n"), "mine.yml:3:1", "title"),
    Case(
        "a duplicate id",
        {"content/skills.yml": "skills:\n  - {id: a, label: A, category: c}\n  - {id: a, label: B, category: c}\n"},
        "skills.yml:3:",
        "'a'",
    ),
    Case("an unknown role", {"guide.yml": "roles: [data-engineer, data-enginer]\n"}, "guide.yml:1:", "did you mean"),
    Case("an unknown source", role("sources: [nowhere]\n"), "mine.yml:3:", "nowhere"),
    Case("an unknown tip", guide("tips: [no-such-tip]\n"), "guide.yml:4:", "no-such-tip"),
    Case("a missing image", logo("missing.png"), "_brand.yml:2:", "missing.png", STRICT),
    Case("broken YAML", role("skills: [a, b\n"), "mine.yml:", "error["),
    Case("a tab", role("education:\n\tdegrees: [A]\n"), "mine.yml:4:1", "tab"),
    Case("an empty file", {"content/roles/mine.yml": ""}, "mine.yml", "empty"),
    Case("an empty guide", {"guide.yml": ""}, "guide.yml", "empty"),
    Case("a file that is a list", {"content/roles/mine.yml": "- a\n- b\n"}, "mine.yml:1:1", "error["),
    Case("not UTF-8", {"content/roles/mine.yml": b"title: Caf\xe9\ndefinition: X\n"}, "mine.yml", "UTF-8"),
    Case("a very long paragraph", role(f"focus: {'word ' * 10_000}\n"), "mine.yml:3:", "long"),
    Case("a character no font has", role("tagline: Hieroglyph 𓀀\n"), "mine.yml:3:", "U+13000"),
    Case("a control character", role('focus: "bell \\a"\n'), "mine.yml:3:", "control"),
    Case("a raw control character", role("focus: bell \x07\n"), "mine.yml:3:", "control"),
    Case("a YAML alias bomb", {"content/roles/mine.yml": ALIAS_BOMB}, "mine.yml:", "error["),
    Case("a tag that would run code", role('focus: !!python/object/apply:os.abort []\n'), "mine.yml:3:", "error["),
    Case("a logo from the web", logo("http://example.org/logo.png"), "_brand.yml:2:", "not fetched"),
    Case("a logo from a file address", logo("file:///etc/secret.png"), "_brand.yml:2:", "secret.png"),
    Case("a logo outside the project", logo("../secret.png"), "_brand.yml:2:", "out of the project"),
    Case("an absolute logo", logo("/etc/secret.png"), "_brand.yml:2:", "must be relative"),
    Case("a huge PNG", logo("logo.png", logo__png=bomb_png()), "_brand.yml:2:", "more than 16,000,000 pixels",
         ("--strict",)),
    Case("a PNG that is none", logo("logo.png", logo__png=b"\x89PNG\r\n\x1a\nno"), "_brand.yml:2:", "logo.png",
         ("--strict",)),
    Case("an SVG with an external entity", logo("logo.svg", logo__svg=ENTITY_SVG), "logo.svg:1:1", "declares entities",
         ("--strict",)),
    Case("an unknown colour", {"_brand.yml": "color:\n  primary: blurple\n"}, "_brand.yml:2:", "blurple"),
    Case("falling percentiles", role(
        "pay: {region: US, years: 2024, source: aijobs, overall: {n: 9, p10: 5, p25: 4, p50: 3, p75: 2, p90: 1}}\n"
    ), "mine.yml:3:", "fall"),
    Case("one role", {"guide.yml": "title: X\nroles: [mine]\n"}, "guide.yml:2:", "roles"),
    Case("an unknown guide", {}, "no-such-guide", "error[", ("no-such-guide",), code=2),
    Case("an unknown role on the command line", {}, "data-enginer", "did you mean 'data-engineer'",
         ("--roles", "mine,data-enginer"), code=2),
    Case("a brand that is not there", {}, "nowhere.yml", "does not exist", ("--brand", "nowhere.yml"), code=2),
    Case("an unknown setting", {}, "--set", "colour.primary", ("--set", "colour.primary=#7a0019"), code=2),
]
# fmt: on


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str | bytes]], Path]:
    """Make a project of these files over a sound one, go there, and put an earlier PDF in it."""

    def make(files: dict[str, str | bytes]) -> Path:
        folder = tmp_path / "project"
        for name, text in {**FILES, **files}.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        (tmp_path / "secret.png").write_bytes(b"not yours")
        (folder / "out.pdf").write_bytes(EARLIER)
        monkeypatch.chdir(folder)
        return folder

    return make


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_input_is_named_with_its_place(case: Case, project: Callable[..., Path]) -> None:
    folder = project(case.files)
    result = CliRunner().invoke(program, ["pdf", "-o", "out.pdf", *case.arguments])
    assert isinstance(result.exception, SystemExit | None), f"a traceback: {result.exception!r}"
    assert result.exit_code == case.code, result.output
    assert case.place in result.output
    assert case.words in result.output
    assert (folder / "out.pdf").read_bytes() == EARLIER
    assert sorted(file.name for file in folder.glob("*.pdf")) == ["out.pdf"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        "<b>bold</b>",
        "salt & pepper",
        "{{ role }}",
        "</para>",
        "<img src=x onerror=y>",
        "&amp; &lt;",
        "%s {0} ${x}",
    ],
)
def test_markup_in_content_is_printed_as_it_stands(words: str, project: Callable[..., Path]) -> None:
    """No author's string is ever markup; the words appear in the PDF as they were typed, and tags are told."""
    import pypdfium2

    folder = project({"content/roles/mine.yml": f"title: My Job\ndefinition: 'See {words} here.'\n"})
    result = CliRunner().invoke(program, ["pdf", "-o", "out.pdf"])
    assert result.exit_code == 0, result.output
    pages = pypdfium2.PdfDocument(folder / "out.pdf")
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    assert f"See {words} here." in text


def test_all_problems_are_shown_at_once(project: Callable[..., Path]) -> None:
    project({**guide("papr: a4\n"), **role("skils: [a]\nfocus: 7.5.3\nsources: [nowhere]\n")})
    result = CliRunner().invoke(program, ["pdf", "-o", "out.pdf"])
    assert result.exit_code == 1
    assert "papr" in result.output
    assert "skils" in result.output


def test_the_sound_project_builds_without_a_warning(project: Callable[..., Path]) -> None:
    """Every case above differs from this project in one thing only."""
    folder = project({})
    result = CliRunner().invoke(program, ["pdf", "--strict", "-o", "out.pdf"])
    assert result.exit_code == 0, result.output
    assert (folder / "out.pdf").read_bytes().startswith(b"%PDF-1.7")
