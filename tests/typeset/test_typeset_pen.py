"""The pen: every mark has its element or is an artifact, links carry their words, numbers are short."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from typeset_desk import content, desk, painted, problems

import structure
from guidebuild.drawing import Drawing, Path, TextRun, rect, unnamed
from guidebuild.typeset.inks import number
from guidebuild.typeset.pen import MissingGlyphError, Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag, text_string
from guidebuild.typeset.targets import Address, Place


def write(pen: Pen, tag: Tag, words: str, y: float = 60.0) -> None:
    with pen.marked(tag):
        pen.text(60, y, words, "regular", 10, unnamed("#000000"))


def paragraph(setting: Setting) -> Tag:
    return Tag("P", Tag("Sect", setting.root))


def test_marks_are_numbered_from_zero_on_every_page() -> None:
    setting = desk()
    tag = paragraph(setting)

    def page(pen: Pen) -> None:
        write(pen, tag, "one ")
        write(pen, tag, "two ", 80)

    pdf = painted(setting, page, page)
    assert [re.findall(r"/MCID (\d+)", content(pdf, n)) for n in (0, 1)] == [["0", "1"]] * 2
    assert 'P "one two one two "' in structure.tag_tree(pdf)
    assert problems(pdf) == []


def test_what_belongs_to_no_element_is_an_artifact() -> None:
    setting = desk()
    tag = paragraph(setting)

    def page(pen: Pen) -> None:
        pen.rect(0, 0, 10, 10, unnamed("#ff0000"))
        write(pen, tag, "read")
        pen.text(60, 90, "seen", "regular", 10, unnamed("#000000"))

    pdf = painted(setting, page)
    assert structure.untagged_text(pdf) == ["seen"]
    assert "seen" not in structure.tag_tree(pdf)
    operators = content(pdf)
    assert operators.count("BMC") + operators.count("BDC") == operators.count("EMC") == 3


def test_silence_makes_artifacts_of_tagged_words_and_drops_links() -> None:
    setting = desk()
    tag = paragraph(setting)

    def page(pen: Pen) -> None:
        write(pen, tag, "head")
        with pen.silent():
            write(pen, tag, "head", 90)
            pen.link(tag, 60, 80, 20, 12, Address("https://a.example/"), "head")

    pdf = painted(setting, page)
    assert structure.tag_tree(pdf).count("head") == 1
    assert structure.untagged_text(pdf) == ["head"]
    with pikepdf.open(BytesIO(pdf)) as file:
        assert not list(file.pages[0].get("/Annots", []))


def test_an_element_that_nothing_was_painted_for_is_not_in_the_tree() -> None:
    setting = desk()
    sect = Tag("Sect", setting.root)
    Tag("P", sect)
    tree = structure.tag_tree(painted(setting, lambda pen: write(pen, Tag("H1", sect), "Title")))
    assert tree.split() == ["Document", "Sect", "H1", '"Title"']


def test_links_carry_their_words_and_stand_in_the_tree() -> None:
    setting = desk()
    setting.book.mark("place", setting.book.open(setting.document.sections[0]), 0.0)
    outer = paragraph(setting)

    def page(pen: Pen) -> None:
        pen.place("place", 0)
        for target, y in ((Address("https://a.example/?b=(c)"), 60.0), (Place("place"), 90.0)):
            tag = Tag("Link", outer)
            write(pen, tag, "words ", y)
            pen.link(tag, 60, y - 10, 30, 12, target, "Where it leads: ünïcode")

    pdf = painted(setting, page)
    with pikepdf.open(BytesIO(pdf)) as file:
        web, inside = file.pages[0].Annots
        assert str(web.A.URI) == "https://a.example/?b=(c)"
        assert "/Dest" in inside
        for note in (web, inside):
            assert str(note.Contents) == "Where it leads: ünïcode"
            assert note.F == 4
            assert "/StructParent" in note
        assert file.pages[0].Tabs == "/S"
    assert problems(pdf) == []


def test_actual_text_is_read_instead_of_the_picture() -> None:
    setting = desk()
    tag = Tag("Span", paragraph(setting))

    def page(pen: Pen) -> None:
        with pen.marked(tag, "core"):
            pen.circle(60, 60, 4, fill=unnamed("#000000"))

    assert "/ActualText <FEFF0063006F00720065>" in content(painted(setting, page))


@pytest.mark.parametrize("char", ["\u4e16", "\U0001f600", "\u0e01"])
def test_a_character_that_the_font_lacks_is_never_painted_as_a_box(char: str) -> None:
    setting = desk()
    with pytest.raises(MissingGlyphError, match=f"U\\+{ord(char):04X}"):
        painted(setting, lambda pen: write(pen, paragraph(setting), f"a {char}"))


def test_hostile_words_are_printed_as_they_stand() -> None:
    setting = desk()
    words = "<b>(a\\) </para> {{x}} &amp; %s"
    pdf = painted(setting, lambda pen: write(pen, paragraph(setting), words))
    assert f'P "{words}"' in structure.tag_tree(pdf)


def test_a_drawing_is_scaled_in_place() -> None:
    setting = desk()
    drawing = Drawing(
        10,
        10,
        (
            Path(rect(0, 0, 10, 10), fill=unnamed("#00ff00")),
            TextRun(1, 1, "x", "bold", 5, unnamed("#000000")),
        ),
    )
    operators = content(painted(setting, lambda pen: pen.drawing(drawing, 100, 100, 2.0)))
    height = setting.theme.paper.height
    assert f"2 0 0 2 100 {number(height - 120)} cm" in operators
    assert operators.count("q ") == operators.count("Q")


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (0.1239, "0.124"), (-0.0001, "0"), (120.0, "120"), (0.0, "0")]
)
def test_numbers_are_as_short_as_they_can_be(value: float, text: str) -> None:
    assert number(value) == text


def test_text_strings_hold_any_language() -> None:
    assert text_string("a€") == "<FEFF006120AC>"


def test_two_documents_in_one_process_are_alike() -> None:
    def one() -> bytes:
        setting = desk()
        return painted(setting, lambda pen: write(pen, paragraph(setting), "words"))

    assert one() == one()
