"""Every rule of the check can fail: a sound file is spoiled in one way, and exactly that is named.

Each spoiling says what `guidebuild.conform.check` objects ("" if that rule is left to the tests) and what the
reader in `tests/structure.py` objects ("" if veraPDF sees it, or if it is no matter of structure).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from conform_tiny import tiny
from pikepdf import Array, Dictionary, Name, Pdf

import structure
from guidebuild.conform import NotConforming, conform
from guidebuild.conform.check import problems, scan

Change = Callable[[Pdf], None]


def elements(node: Any) -> Iterator[Any]:
    for kid in node.K:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def first(pdf: Pdf, tag: str) -> Any:
    return next(element for element in elements(pdf.Root.StructTreeRoot) if f"/{tag}" == element.S)


def with_tag(tag: str, change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(first(pdf, tag))


def with_root(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(pdf.Root)


def with_page(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(pdf.pages[0].obj)


def with_link(change: Callable[[Any], None]) -> Change:
    """The second link of page 1, which leads to an address."""
    return lambda pdf: change(pdf.pages[0].obj.Annots[1])


def with_font(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(next(iter(pdf.pages[0].obj.Resources.Font.values())))


def content(old: bytes, new: bytes) -> Change:
    """Another page 1: `old` becomes `new`, once."""

    def change(pdf: Pdf) -> None:
        stream = pdf.pages[0].obj.Contents
        before = stream.read_bytes()
        assert old in before
        stream.write(before.replace(old, new, 1))

    return change


def resource(kind: str, **entries: Any) -> Change:
    return lambda pdf: pdf.pages[0].obj.Resources.update({f"/{kind}": Dictionary(X=Dictionary(**entries))})


def drop(key: str) -> Callable[[Any], None]:
    return lambda thing: thing.__delitem__(key)


def put(key: str, value: Any) -> Callable[[Any], None]:
    return lambda thing: thing.__setitem__(key, value)


def _form(data: bytes, **entries: Any) -> Change:
    def change(pdf: Pdf) -> None:
        form = pdf.make_stream(data, Type=Name.XObject, BBox=Array([0, 0, 9, 9]), **entries)
        pdf.pages[0].obj.Resources.XObject = Dictionary(X=form)

    return change


def _swap_first_two(pdf: Pdf) -> None:
    kids = first(pdf, "Document").K
    kids[0], kids[1] = kids[1], kids[0]


def _twice(pdf: Pdf) -> None:
    first(pdf, "Document").K.append(first(pdf, "L"))


def _mark_twice(pdf: Pdf) -> None:
    heading = first(pdf, "H1")
    heading.K.append(heading.K[0])


def _forget_mark(pdf: Pdf) -> None:
    first(pdf, "P").K.pop()


def _wrong_mark_parent(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1][0] = first(pdf, "P")


def _wrong_link_parent(pdf: Pdf) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[5] = numbers[3]


def _unlink(pdf: Pdf) -> None:
    link = first(pdf, "P").K[1]
    del link.K[1]


def _link_in_paragraph(pdf: Pdf) -> None:
    first(pdf, "P").K[1].S = Name.Span


def _short_row(pdf: Pdf) -> None:
    del first(pdf, "TBody").K[0].K[1]


def _two_lines(pdf: Pdf) -> None:
    content(b"(It has a )", b"(It has a)")(pdf)
    content(b" and an end.", b"and an end.")(pdf)


SPOILINGS: dict[str, tuple[Change, str, str]] = {
    # the document
    "no language": (with_root(drop("/Lang")), "no language", ""),
    "no title": (lambda pdf: pdf.trailer.Info.__delitem__("/Title"), "no title", ""),
    "unmarked": (with_root(drop("/MarkInfo")), "not marked as tagged", ""),
    "suspects": (lambda pdf: pdf.Root.MarkInfo.update({"/Suspects": True}), "marked as suspect", ""),
    "no window title": (with_root(drop("/ViewerPreferences")), "does not show the title", ""),
    "no XMP": (with_root(drop("/Metadata")), "no XMP metadata", ""),
    "no output intent": (with_root(drop("/OutputIntents")), "no output intent", ""),
    "layers": (with_root(put("/OCProperties", Dictionary())), "the catalog has /OCProperties", ""),
    "scripts": (
        with_root(put("/Names", Dictionary(JavaScript=Dictionary()))),
        "the file holds /JavaScript",
        "",
    ),
    # pages and annotations
    "no tab order": (with_page(drop("/Tabs")), "page 1: the tab order", ""),
    "no StructParents": (with_page(drop("/StructParents")), "page 1: no StructParents", "lacks marks"),
    "no MediaBox": (with_page(drop("/MediaBox")), "page 1: no MediaBox", ""),
    "page action": (with_page(put("/AA", Dictionary())), "an action runs by itself", ""),
    "link without words": (with_link(drop("/Contents")), "Link annotation has no description", ""),
    "hidden link": (with_link(put("/F", 2)), "does not print as it shows", ""),
    "link without key": (with_link(drop("/StructParent")), "is not in the structure", "misleads from a Link"),
    "launching link": (with_link(put("/A", Dictionary(S=Name.Launch))), "annotation does /Launch", ""),
    "link to nowhere": (with_link(drop("/A")), "leads nowhere", ""),
    # resources
    "no font file": (with_font(lambda font: drop("/FontFile2")(font.FontDescriptor)), "is not embedded", ""),
    "Helvetica": (
        resource("Font", Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica),
        "font X: Helvetica is not embedded",
        "",
    ),
    "no ToUnicode": (with_font(drop("/ToUnicode")), "which characters it shows", "has U+FFFD"),
    "transparent fill": (resource("ExtGState", ca=0.5), "graphics state X: transparent", ""),
    "transparent line": (resource("ExtGState", CA=0.5), "graphics state X: transparent", ""),
    "soft mask": (resource("ExtGState", SMask=Dictionary(S=Name.Alpha)), "graphics state X: transparent", ""),
    "blending": (resource("ExtGState", BM=Name.Multiply), "blends with /Multiply", ""),
    "transfer function": (resource("ExtGState", TR=Name.Identity), "graphics state X: has /TR", ""),
    "CMYK shading": (resource("Shading", ColorSpace=Name.DeviceCMYK), "colour X is CMYK", ""),
    "CMYK image": (
        _form(b"\0\0\0\0", Subtype=Name.Image, ColorSpace=Name.DeviceCMYK, Width=1, Height=1),
        "object X: CMYK",
        "",
    ),
    "interpolated image": (
        _form(b"\0", Subtype=Name.Image, ColorSpace=Name.DeviceGray, Interpolate=True),
        "interpolated",
        "",
    ),
    "form with marks": (
        _form(b"/P <</MCID 0>> BDC EMC", Subtype=Name.Form),
        "a form has marks of its own",
        "",
    ),
    "form with CMYK": (_form(b"0 0 0 1 k 0 0 1 1 re f", Subtype=Name.Form), "object X: CMYK colour", ""),
    "form with Helvetica": (
        _form(
            b"",
            Subtype=Name.Form,
            Resources=Dictionary(Font=Dictionary(F=Dictionary(BaseFont=Name.Helvetica))),
        ),
        "font F: Helvetica is not embedded",
        "",
    ),
    # marks in the content
    "CMYK colour": (content(b".4 .4 .4 rg", b"0 0 0 1 k"), "page 1: CMYK colour", ""),
    "painted outside": (
        content(b"/Artifact <</Type/Pagination/Subtype/Footer>> BDC", b"/Span BMC"),
        "something is painted outside every mark",
        "Tj paints outside every mark",
    ),
    "not closed": (
        content(b"EMC", b""),
        "content begins inside content",
        "content begins inside another mark",
    ),
    "artifact in content": (
        content(b"/MCID 1>> BDC", b"/MCID 1>> BDC /Artifact BMC EMC"),
        "artifact begins inside content",
        "artifact begins inside another mark",
    ),
    "crossed text object": (
        content(b"/H1 <</MCID 0>> BDC", b"BT /H1 <</MCID 0>> BDC ET"),
        "ET does not match what it closes",
        "ET does not match what it closes",
    ),
    "painted twice": (content(b"/MCID 1>>", b"/MCID 0>>"), "painted twice", "a mark is painted twice"),
    "mark without element": (_forget_mark, "marks [4] are not in the tree", "marks [4] are not in the tree"),
    "mark without content": (
        content(b"/MCID 2>>", b"/MCID 9>>"),
        "the tree names marks [2], which are not on the page",
        "marks [2] are not on the page",
    ),
    # the tree
    "no tree": (with_root(drop("/StructTreeRoot")), "no structure tree", ""),
    "no parent tree": (
        with_root(lambda root: drop("/ParentTree")(root.StructTreeRoot)),
        "no parent tree",
        "",
    ),
    "role map": (
        with_root(lambda root: put("/RoleMap", Dictionary(Foo=Name.P))(root.StructTreeRoot)),
        "role map",
        "",
    ),
    "no Document": (
        with_tag("Document", put("/S", Name.Sect)),
        "does not begin with one Document",
        "Sect stands in StructTreeRoot",
    ),
    "other tag": (
        with_tag("P", put("/S", Name.Para)),
        "Para is not a standard tag",
        "Para is not a standard",
    ),
    "empty element": (with_tag("LBody", put("/K", Array())), "an empty LBody", "empty LBody"),
    "wrong parent": (
        lambda pdf: put("/P", first(pdf, "H1"))(first(pdf, "P")),
        "a P does not lead back",
        "P: /P does not lead",
    ),
    "element twice": (_twice, "a L is in the tree twice", "an element is in the tree 2 times"),
    "mark twice": (_mark_twice, "a mark is in the tree twice", "mark 0 is in the tree twice"),
    "figure without words": (
        with_tag("Figure", drop("/Alt")),
        "a Figure has no alternative text",
        "Figure without alternative text",
    ),
    "figure without place": (with_tag("Figure", drop("/A")), "", "Figure without a bounding box"),
    "header without scope": (with_tag("TH", drop("/A")), "a TH has no scope", "TH without Scope"),
    "note without ID": (with_tag("P", put("/S", Name.Note)), "a Note has no ID", ""),
    "cell in list": (with_tag("LI", put("/S", Name.TD)), "a TD stands in a L", "TD stands in L"),
    "row in paragraph": (with_tag("THead", put("/S", Name.P)), "a TR stands in a P", "TR stands in P"),
    "list body alone": (with_tag("LBody", put("/S", Name.P)), "a P stands in a LI", "LI without LBody"),
    "entry outside contents": (
        with_tag("TOC", put("/S", Name.Div)),
        "a TOCI stands in a Div",
        "TOCI stands in Div",
    ),
    "block in line": (
        with_tag("TOCI", lambda it: put("/S", Name.P)(it.K[0].K[0])),
        "",
        "P stands in the inline Ref",
    ),
    "skipped heading": (with_tag("H2", put("/S", Name.H3)), "an H3 follows an H1", "H3 follows H1"),
    "no first heading": (
        with_tag("H1", put("/S", Name.P)),
        "the first heading is an H2",
        "the first heading is not H1",
    ),
    "wrong order": (_swap_first_two, "in another order", "the order of reading is not the order of painting"),
    "parent tree": (_wrong_mark_parent, "does not lead from the marks back", "misleads from mark 0"),
    "parent tree of links": (_wrong_link_parent, "from a Link annotation back", "misleads from a Link"),
    "link out of tree": (_unlink, "a Link annotation is in the tree 0 times", "is in the tree 0 times"),
    "link element alone": (_unlink, "a Link has no annotation", "Link without an annotation"),
    "link in a span": (
        _link_in_paragraph,
        "a Link annotation belongs to a Span",
        "annotation stands in Span",
    ),
    "ragged table": (_short_row, "", "a table has rows of [2, 1, 2] columns"),
    "glued words": (_two_lines, "", "words run together: 'It has a' 'and an end.'"),
    "outline to nowhere": (
        lambda pdf: drop("/Dest")(pdf.Root.Outlines.First),
        "",
        "the outline entry A small guide leads nowhere",
    ),
}


@pytest.fixture(scope="module")
def sound() -> bytes:
    return conform(tiny()).pdf


def spoil(data: bytes, change: Change) -> Pdf:
    pdf = pikepdf.open(BytesIO(data))
    change(pdf)
    return pdf


def test_a_sound_file_has_no_problem(sound: bytes) -> None:
    with pikepdf.open(BytesIO(sound)) as pdf:
        assert problems(pdf) == ()
    assert structure.problems(sound) == []


@pytest.mark.parametrize("name", [name for name, (_, fast, _) in SPOILINGS.items() if fast])
def test_the_check_objects_to_a_file_with(name: str, sound: bytes) -> None:
    change, expected, _ = SPOILINGS[name]
    with spoil(sound, change) as pdf:
        assert any(expected in problem for problem in problems(pdf)), problems(pdf)


@pytest.mark.parametrize("name", [name for name, (_, _, deep) in SPOILINGS.items() if deep])
def test_the_reader_objects_to_a_file_with(name: str, sound: bytes) -> None:
    change, _, expected = SPOILINGS[name]
    with spoil(sound, change) as pdf:
        target = BytesIO()
        pdf.save(target)
    found = structure.problems(target.getvalue())
    assert any(expected in problem for problem in found), found


@pytest.mark.parametrize("name", ["skipped heading", "Helvetica", "transparent fill", "mark without element"])
def test_a_file_that_the_check_objects_to_is_never_labelled(name: str) -> None:
    change, expected, _ = SPOILINGS[name]
    with spoil(tiny().pdf, change) as pdf:
        target = BytesIO()
        pdf.save(target)
    with pytest.raises(NotConforming, match=re.escape(expected)):
        conform(replace(tiny(), pdf=target.getvalue()))


def test_operators_inside_strings_are_words() -> None:
    assert scan(rb"/P <</MCID 0>> BDC BT (EMC \) k BDC) Tj <42> Tj ET EMC") == ((0,), ())


def test_marks_written_without_spaces_are_read() -> None:
    assert scan(b"/P<</MCID 7>>BDC BT[(a)-20(b)]TJ ET EMC/Artifact BMC 0 0 1 1 re f EMC") == ((7,), ())


def test_untagged_words_are_listed_in_order(sound: bytes) -> None:
    assert structure.untagged_text(sound) == ["page 1", "page two"]


def test_the_tag_tree_is_read_as_a_listener_gets_it(sound: bytes) -> None:
    lines = structure.tag_tree(sound).splitlines()
    assert lines[:10] == [
        "Document",
        '  H1 "A small guide"',
        "  TOC",
        "    TOCI",
        "      Reference",
        '        Link -> page 2 "Second page"',
        "  P",
        '    "It has a "',
        '    Link -> https://example.org/ "link"',
        '    " and an end."',
    ]
    assert '  Figure BBox=yes alt="A grey box"' in lines
    assert '        TH Scope=Row "Analyst"' in lines


def test_text_that_stands_for_other_text_is_read_instead(sound: bytes) -> None:
    change = content(b"/P <</MCID 2>>", b"/Span <</MCID 2/ActualText (It owns a )>>")
    with spoil(sound, change) as pdf:
        target = BytesIO()
        pdf.save(target)
    assert '"It owns a "' in structure.tag_tree(target.getvalue())
    assert "It has a" not in structure.tag_tree(target.getvalue())
