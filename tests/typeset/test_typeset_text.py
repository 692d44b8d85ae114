"""Line breaking: nothing is wider than its line, nothing is lost, and what must stay together does."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typeset_stress import theme

from guidebuild.brand.families import bundled
from guidebuild.compose.document import PageRef, Run, Text, plain
from guidebuild.fonts import metrics
from guidebuild.typeset.styles import BODY, CAPTION, H1, LABEL, SMALL, Style
from guidebuild.typeset.text import SOFT_HYPHEN, Line, break_lines, line_width, optical_size

FACES = theme("a4", 2).faces
STYLES = [BODY, SMALL.with_(hyphenate=True), H1, LABEL, CAPTION.with_(bold=True)]
WORDS = st.one_of(
    st.text("abcdefghijklmnop", min_size=1, max_size=14),
    st.text("Xylophonist", min_size=60, max_size=120),
    st.sampled_from(
        [
            "state-of-the-art",
            "https://guide.example/a/very/long/path?with=query&and=more#fragment",
            "神経回路網を訓練する技術者",
            "co\u00adopera\u00adtion",
            "10\u00a0000\u00a0dollars",
            "☃☕★",
            "</para>",
            "e.g.",
            "–",
            "responsibilities",
            "Donaudampfschifffahrtsgesellschaft",
        ]
    ),
)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    runs: list[Run | PageRef] = []
    for _ in range(draw(st.integers(1, 4))):
        words = " ".join(draw(st.lists(WORDS, min_size=1, max_size=8)))
        lead, trail = draw(st.sampled_from(["", " "])), draw(st.sampled_from(["", " ", "\n"]))
        link = draw(st.sampled_from(["", "https://a.example/"]))
        runs.append(
            Run(lead + words + trail, bold=draw(st.booleans()), italic=draw(st.booleans()), link=link)
        )
        if draw(st.booleans()):
            runs.append(PageRef("place"))
    return tuple(runs)


def read(lines: tuple[Line, ...]) -> str:
    """The words as they are read: a blank between lines unless the next one goes on."""
    return "".join(
        "".join(piece.text for piece in line.pieces) + ("" if line.joined else " ") for line in lines
    )


def bare(words: str) -> str:
    return re.sub(rf"[ \t\n\r{SOFT_HYPHEN}]+", "", words)


def said(text: Text) -> str:
    return "".join(run.text if isinstance(run, Run) else "88" for run in text)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=texts(), style=st.sampled_from(STYLES), width=st.floats(30, 500))
def test_no_line_is_wider_than_its_width_and_no_character_is_lost(
    text: Text, style: Style, width: float
) -> None:
    lines = break_lines(text, style, width, FACES)
    assert all(line.width <= width + 0.1 for line in lines)
    expected = said(text).upper() if style.capitals else said(text)
    assert bare(read(lines)) == bare(expected)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(words=st.lists(WORDS, min_size=1, max_size=30), width=st.floats(60, 400))
def test_words_stay_apart_and_are_not_torn_without_need(words: list[str], width: float) -> None:
    lines = break_lines(plain(" ".join(words)), BODY, width, FACES)
    assert [w.replace(SOFT_HYPHEN, "") for w in re.split(r"[ ]+", read(lines).strip())] == [
        w.replace(SOFT_HYPHEN, "") for w in words
    ]


@pytest.mark.slow
@settings(max_examples=80, deadline=None, derandomize=True)
@given(text=texts(), width=st.floats(60, 400))
def test_the_pieces_of_a_line_stand_after_each_other(text: Text, width: float) -> None:
    for line in break_lines(text, BODY, width, FACES):
        at = 0.0
        for piece in line.pieces:
            assert piece.x >= at - 0.01
            at = piece.x + metrics(FACES.face(piece.face)).width(piece.text.rstrip(" "), BODY.size)
        assert at <= line.width + 0.1


def test_a_blank_that_must_not_break_does_not() -> None:
    lines = break_lines(plain("about 10\u00a0000\u00a0dollars"), BODY, 70, FACES)
    assert any("10\u00a0000\u00a0dollars" in "".join(p.text for p in line.pieces) for line in lines)


def test_an_author_s_soft_hyphen_is_not_printed_within_a_line() -> None:
    lines = break_lines(plain("co\u00adoperation"), BODY, 400, FACES)
    assert read(lines) == "cooperation "


def test_addresses_break_after_their_own_signs() -> None:
    first, *_ = break_lines(
        (Run("https://guide.example/one/two", link="https://x.example"),), BODY, 120, FACES
    )
    assert first.pieces[-1].text[-1] in "/."
    assert first.joined


def test_a_long_word_is_hyphenated_only_in_narrow_columns() -> None:
    words = plain("the responsibilities of understanding")
    wide = read(break_lines(words, SMALL, 75, FACES))
    narrow = read(break_lines(words, SMALL.with_(hyphenate=True), 75, FACES))
    assert SOFT_HYPHEN not in wide
    assert SOFT_HYPHEN in narrow


def test_headings_have_lines_of_about_one_length() -> None:
    words = plain("One builds the model, the other builds the product around it")
    even, greedy = (break_lines(words, style, 470, FACES) for style in (H1, H1.with_(balance=False)))
    assert len(even) == len(greedy)
    assert max(line.width for line in even) < max(line.width for line in greedy)


def test_a_heading_is_not_evened_so_far_that_a_word_is_torn() -> None:
    words = plain("Troubleshooting, building and construction")
    style = H1.with_(size=13, leading=16)
    wide = line_width("Troubleshooting,", style, FACES) + 2
    first, *_ = break_lines(words, style, wide, FACES)
    assert "".join(piece.text for piece in first.pieces).strip() == "Troubleshooting,"


def test_a_name_with_capitals_inside_is_torn_only_where_no_line_can_hold_it() -> None:
    style = SMALL.with_(hyphenate=True)

    def lines(words: str, width: float) -> list[str]:
        return [
            "".join(piece.text for piece in line.pieces)
            for line in break_lines(plain(words), style, width, FACES)
        ]

    assert lines("of TensorFlow models", 50) == ["of", "TensorFlow", "models"]
    assert lines("TensorFlow", 30)[0] != "TensorFlow"


def test_a_word_that_was_cut_short_is_hyphenated_like_a_whole_one() -> None:
    words = read(break_lines(plain("Representatives…"), SMALL.with_(hyphenate=True), 50, FACES))
    assert SOFT_HYPHEN in words
    assert words.replace(SOFT_HYPHEN, "").strip() == "Representatives…"


def test_no_paragraph_ends_in_a_line_of_one_short_word_when_a_little_less_width_avoids_it() -> None:
    words = plain("Weigh and mix the dough in good time, then let it rise until it has doubled in all")
    for width in range(150, 260, 5):
        lines = break_lines(words, BODY, width, FACES)
        alone = " " not in "".join(p.text for p in lines[-1].pieces).strip()
        tighter = break_lines(words, BODY, width * 0.97, FACES)
        assert not (alone and len(tighter) == len(lines) and len(tighter[-1].pieces[0].text.split()) > 1)


def test_a_page_reference_has_room_for_two_figures_and_keeps_its_target() -> None:
    (line,) = break_lines((Run("See page "), PageRef("pay"), Run(".")), BODY, 400, FACES)
    ref = next(piece for piece in line.pieces if piece.ref)
    assert ref.ref == PageRef("pay")
    assert ref.width >= metrics(FACES.regular).width("88", BODY.size) - 0.01


@pytest.mark.parametrize("text", [(), plain(""), plain("   "), (Run(""), Run(" \n"))])
def test_nothing_has_no_lines(text: Text) -> None:
    assert break_lines(text, BODY, 100, FACES) == ()


def test_capitals_are_measured_as_they_are_printed() -> None:
    assert line_width("usual degree", LABEL, FACES) > line_width(
        "usual degree", LABEL.with_(capitals=False), FACES
    )


def test_the_family_of_the_design_is_not_scaled() -> None:
    assert optical_size(FACES) == 1.0


@pytest.mark.slow
def test_headings_are_set_in_the_family_for_headings() -> None:
    lato, other = bundled("Lato"), bundled("XCharter")
    faces = replace(lato, headings="XCharter", heading=other.bold, heading_italic=other.bold_italic)
    words = (Run("Plan and "), Run("build", italic=True))
    ((line,), (small,)) = (break_lines(words, style, 400, faces) for style in (H1, BODY.with_(bold=True)))
    assert [piece.face for piece in line.pieces] == ["heading", "heading_italic"]
    assert [piece.face for piece in small.pieces] == ["bold", "bold_italic"]
    assert line.pieces[0].width == pytest.approx(
        metrics(other.bold).width("Plan and", H1.size) + H1.tracking * len("Plan and")
    )
    assert line_width("Plan", H1, faces) != line_width("Plan", H1, lato)
    assert optical_size(faces, heading=True) != optical_size(faces) == optical_size(lato)


def test_a_heading_with_letters_that_its_family_lacks_is_set_in_the_bold_face() -> None:
    noto, other = bundled("Noto Sans"), bundled("Poppins")
    faces = replace(noto, headings="Poppins", heading=other.bold, heading_italic=other.bold_italic)
    assert not metrics(other.bold).has("Ж")
    (line,) = break_lines(plain("Ж and Z"), H1, 400, faces)
    assert [piece.face for piece in line.pieces] == ["bold"]
    assert line_width("Ж", H1, faces) == line_width("Ж", H1.with_(heading=False), noto)


ADDRESS = (
    "https://example.org/a-b/very-long-path-segment/very-long-path-segment/x.html?one=two&three-four=five_six"
)


@given(width=st.floats(60, 400), short=st.booleans(), linked=st.booleans())
@settings(deadline=None, max_examples=100)
def test_an_address_breaks_after_its_slashes_alone_where_it_fits(
    width: float, short: bool, linked: bool
) -> None:
    shown = ADDRESS.removeprefix("https://") if short and linked else ADDRESS
    run = Run(f"({shown})", link=ADDRESS if linked else "")
    lines = break_lines((Run("See "), run), BODY, width, FACES)
    ends = ["".join(piece.text for piece in line.pieces) for line in lines]
    assert "".join(end if line.joined else f"{end} " for end, line in zip(ends, lines, strict=True)).split() == [
        "See", f"({shown})",
    ]  # fmt: skip
    longest = max(line_width(part, BODY, FACES) for part in f"({shown})".split("/"))
    if longest + line_width("/", BODY, FACES) * 3 < width:  # each part fits a line
        assert all(end.endswith(("/", "See", ")")) for end in ends)
    if linked:
        assert not any(end.endswith("-") for end in ends)


def test_words_of_a_link_that_are_no_address_break_as_words_do() -> None:
    words = "state-of-the-art and/or hand-made"
    linked, plain_ = (
        break_lines((Run(words, link=link),), BODY, 60, FACES) for link in ("https://a.example/", "")
    )
    assert [read((line,)) for line in linked] == [read((line,)) for line in plain_]
