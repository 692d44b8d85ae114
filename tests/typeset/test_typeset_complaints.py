"""What has no room: the longest words of an author's are to blame, and the message says where they stand."""

from __future__ import annotations

import pytest
from typeset_desk import desk

from guidebuild.compose.document import Run, plain
from guidebuild.diagnostics import Span
from guidebuild.typeset.boxes import Beside, Box, Panel, Plated, Space, Stack, TextBox
from guidebuild.typeset.complaints import Overflow, Uncoded, blamed, refusals, text_boxes, uncoded
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY

GUIDE = Span("guide.yml")
LEAD = Span("guide.yml", 4, 20, "sections.profiles.lead")
FITS = Span("content/roles/baker.yml", 9, 5, "fits[2]")


def text(setting: Setting, words: int, place: Span | None) -> TextBox:
    return setting.text(plain("word " * words, place), BODY, 200.0, Tag("P", None))


@pytest.mark.parametrize("shape", ["stack", "beside", "panel", "plated", "nested"])
def test_the_longest_words_that_an_author_wrote_are_to_blame(shape: str) -> None:
    setting = desk()
    ours, short, long = text(setting, 900, None), text(setting, 20, LEAD), text(setting, 300, FITS)
    stack = Stack([(0.0, ours), (4.0, short), (4.0, long)])
    shapes: dict[str, Box] = {
        "stack": stack,
        "beside": Beside([(0.0, ours), (9.0, long), (9.0, short)], 400.0),
        "panel": Panel(stack, 300.0),
        "plated": Plated(stack, setting.colour("paper")),
        "nested": Panel(Beside([(0.0, Space(4.0)), (5.0, stack)], 300.0), 300.0),
    }
    assert list(text_boxes(shapes[shape]))
    assert blamed([shapes[shape]], 0.0)[0] == FITS


@pytest.mark.parametrize("lines", [1, 2, 5])
def test_so_many_characters_are_said_to_fit_as_stand_on_the_other_lines(lines: int) -> None:
    setting = desk()
    box = text(setting, 300, LEAD)
    place, fits = blamed([box], lines * BODY.leading)
    kept = sum(len(piece.text) + 1 for line in box.lines[:-lines] for piece in line.pieces)
    assert place == LEAD
    assert fits % 10 == 0
    assert abs(fits - kept) < 0.1 * kept


def test_what_would_leave_nothing_says_no_number() -> None:
    setting = desk()
    box = text(setting, 30, LEAD)
    assert blamed([box], box.height + 100.0) == (LEAD, 0)
    assert blamed([text(setting, 30, None)], 10.0) == (None, 0)


def test_a_field_is_told_once_with_its_pages_and_the_least_that_fits() -> None:
    found = [
        Overflow("block", 7, LEAD, 900),
        Overflow("block", 4, LEAD, 700),
        Overflow("block", 4, LEAD, 800),
    ]
    (problem,) = refusals(found, GUIDE)
    assert str(problem) == (
        "guide.yml:4:20: error[does-not-fit]: the lead of the profiles ('sections.profiles.lead') is taller than "
        "pages 4 and 7 have room for\n  hint: shorten it to about 700 characters"
    )


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (
            Overflow("block", 3, FITS),
            "content/roles/baker.yml:9:5: error[does-not-fit]: 'fits[2]' is taller than page 3 has",
        ),
        (
            Overflow("cover", 1, FITS),
            "the cover has more words than room, most of them in 'fits[2]' (page 1)",
        ),
        (
            Overflow("handout", 2, None),
            "guide.yml: error[does-not-fit]: the handout has more words than room",
        ),
        (Overflow("sheets", 18), "guide.yml: error[does-not-fit]: 18 pages do not fill sheets of four"),
    ],
)
def test_what_does_not_fit_is_said_in_plain_words(one: Overflow, said: str) -> None:
    (problem,) = refusals([one], GUIDE)
    assert said in str(problem)


def test_different_fields_of_a_page_are_told_apart() -> None:
    found = list(refusals([Overflow("block", 3, FITS), Overflow("block", 3, LEAD)], GUIDE))
    assert [problem.span for problem in found] == [FITS, LEAD]


def test_an_address_without_its_code_is_told_where_it_is_written() -> None:
    at = Span("content/roles/baker.yml", 30, 12, "links[0].url")
    first, second = uncoded(
        [Uncoded("https://a.example/", "why", at), Uncoded("https://b.example/", "why", None)], GUIDE
    )
    assert (first.span, second.span) == (at, GUIDE)
    assert first.message == "'https://a.example/' is printed without a QR code: why"


def test_words_keep_their_place_when_they_are_cut() -> None:
    setting = desk()
    box = setting.text((Run("word " * 400, place=LEAD),), BODY, 200.0, Tag("P", None))
    halves = box.split(10 * BODY.leading)
    assert halves
    assert [half.place for half in halves if isinstance(half, TextBox)] == [LEAD, LEAD]
