"""Bytes to text: encodings, what is no text, and characters that were once read in a wrong table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.diagnostics import GuideError
from guidebuild.importers.reading.decoding import decoded, mended

NAMES = "Café – naïve “quotes” Größe"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_word(encoding: str) -> None:
    got = decoded(NAMES.encode(encoding), "a.txt")
    assert (got.text, got.notes) == (NAMES, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zero_bytes(encoding: str) -> None:
    text = "What an electrician does, and what a plumber does: a comparison.\n" * 3
    assert decoded(text.encode(encoding), "a.txt").text == text


def test_windows_1252_is_read_with_a_warning_that_names_the_place() -> None:
    got = decoded(f"first line\nand {NAMES}".encode("cp1252"), "a.txt")
    assert got.text == f"first line\nand {NAMES}"
    assert [(n.severity, n.code, n.span and (n.span.line, n.span.column)) for n in got.notes] == [
        ("warning", "encoding", (2, 8))
    ]


def test_lines_that_are_utf_8_stay_so_among_others() -> None:
    data = "Größe\n".encode() + "Größe\n".encode("cp1252")
    assert decoded(data, "a.txt").text == "Größe\nGröße\n"


@pytest.mark.parametrize(
    ("said", "encoding"), [("iso-8859-2", "iso8859-2"), ("ISO-8859-1", "cp1252"), ("no-such", "cp1252")]
)
def test_html_is_read_as_it_says(said: str, encoding: str) -> None:
    page = f'<html><head><meta charset="{said}"></head><p>Größe</p>'
    assert "Größe" in decoded(page.encode(encoding), "a.html").text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_line_feeds(end: str) -> None:
    assert decoded(f"a{end}b{end}".encode(), "a.txt").text == "a\nb\n"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "Word"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"{\\rtf1\\ansi", "Rich Text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (bytes(range(256)) * 4, "not a file of text"),
        (bytes(range(1, 9)) * 40, "not a file of text"),
        ("a text".encode("utf-16")[:-1], "cut short"),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(data: bytes, kind: str) -> None:
    with pytest.raises(GuideError) as caught:
        decoded(data, "paper.pdf")
    (problem,) = caught.value.diagnostics
    assert (problem.code, str(problem.span)) == ("not-text", "paper.pdf")
    assert kind in problem.message
    assert "text, Markdown or HTML" in problem.hints[0]


@pytest.mark.parametrize(
    ("garbled", "right"),
    [
        ("4 min ยท today", "4 min · today"),
        ("Jobs ๐Ÿ‘€", "Jobs 👀"),
        ("It’s a cafÃ©", "It’s a café"),
        ("donâ€™t", "don’t"),
        ("a â€“ b", "a – b"),
        ("2019\u0e42\u20ac\u201c2021", "2019–2021"),
        ("ภาษาไทย", "ภาษาไทย"),
        ("Ångström, Ærø, Ålesund", "Ångström, Ærø, Ålesund"),
    ],
)
def test_mojibake_is_turned_back_and_real_letters_stay(garbled: str, right: str) -> None:
    assert mended(garbled, "a.txt")[0] == right


def test_thai_among_which_something_looks_garbled_is_left_alone() -> None:
    assert mended("ภาษาไทย and ยท", "a.txt") == ("ภาษาไทย and ยท", ())


def test_one_note_tells_of_all_that_was_mended() -> None:
    _, notes = mended("fine\n4 min ยท today\nand ยท more", "a.txt")
    assert [str(note) for note in notes] == [
        "a.txt:2:1: note[mended]: garbled characters were mended on 2 lines: 'ยท' is read as '·'"
    ]


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_are_refused(data: bytes) -> None:
    try:
        text = decoded(data, "x").text
    except GuideError:
        return
    assert "\r" not in text


@given(st.text(max_size=80))
def test_mending_keeps_the_lines(text: str) -> None:
    assert mended(text, "x")[0].count("\n") == text.count("\n")
