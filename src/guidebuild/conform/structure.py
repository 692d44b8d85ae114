"""The rules of the tag tree that this program could break (ISO 14289-1, 7; ISO 32000-1, 14.7 and 14.8).

Comes in: an open pikepdf `Pdf` and for each page its object and the MCIDs found in its content. Goes out:
`structure_problems`, in plain words. Nothing is raised. Every mark and every annotation is in the tree
exactly once, in the order of painting; the parent tree leads back; headings do not skip; tables, lists and
contents nest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pikepdf import Pdf

Id = tuple[int, int]

_TAGS = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table "
    "TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form"
)
_STANDARD = frozenset(_TAGS.split())
# What may stand in what (ISO 32000-1, tables 333 to 337); a tag that is not listed may hold anything.
_KIDS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
    "TOCI": {"Lbl", "Reference", "P", "TOC"},
}
_PARENTS = {
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
_MAY_BE_EMPTY = frozenset(("TD", "TH"))


class Page(NamedTuple):
    number: int
    obj: Any
    marks: tuple[int, ...]


@dataclass(slots=True)
class _Walk:
    """What one walk through the tree has met."""

    numbers: dict[Id, int]  # page object -> page number
    # page -> (MCID, element) in tree order
    marks: dict[int, list[tuple[int, Id]]] = field(default_factory=dict)
    # annotation -> (element, tag) that claim it
    annotations: dict[Id, list[tuple[Id, str]]] = field(default_factory=dict)
    headings: list[int] = field(default_factory=list)
    elements: set[Id] = field(default_factory=set)
    found: list[str] = field(default_factory=list)


def structure_problems(pdf: Pdf, pages: Sequence[Page]) -> list[str]:
    """All objections to the tree of `pdf`."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return ["no structure tree"]
    if "/ParentTree" not in root:
        return ["no parent tree"]
    walk = _Walk({page.obj.objgen: page.number for page in pages})
    if "/RoleMap" in root:
        walk.found.append("a role map renames tags")
    tops = [(kid, str(kid.get("/S"))[1:]) for kid in _kids(root)]
    if [tag for _, tag in tops] != ["Document"]:
        walk.found.append("the tree does not begin with one Document")
    for top, tag in tops:
        _visit(top, tag, "", root.objgen, 0, walk)
    walk.found += _heading_problems(walk.headings)
    keys = _parent_tree(root.ParentTree)
    for page in pages:
        walk.found += (f"page {page.number}: {text}" for text in _mark_problems(page, walk, keys))
        walk.found += (f"page {page.number}: {text}" for text in _annotation_problems(page, walk, keys))
    return walk.found


def _kids(element: Any) -> list[Any]:
    """The entries of /K, which may be one thing or an array: elements, MCIDs, references to either kind."""
    kids = element.get("/K")
    if kids is None:
        return []
    alone = isinstance(kids, int) or kids._type_name != "array"
    return [kids] if alone else list(kids.as_list())


def _visit(element: Any, tag: str, parent: str, parent_id: Id, page: int, walk: _Walk) -> None:
    me = element.objgen
    if me in walk.elements:
        walk.found.append(f"a {tag} is in the tree twice")
        return
    walk.elements.add(me)
    above = element.get("/P")
    if above is None or above.objgen != parent_id:
        walk.found.append(f"a {tag} does not lead back to its parent")
    own = element.get("/Pg")
    if own is not None:
        page = walk.numbers.get(own.objgen, 0)
    walk.found += _element_problems(element, tag, parent)
    if tag[0] == "H" and tag[1:].isdigit():
        walk.headings.append(int(tag[1:]))
    kids = _kids(element)
    if not kids and tag not in _MAY_BE_EMPTY:
        walk.found.append(f"an empty {tag}")
    notes = 0
    for kid in kids:
        if isinstance(kid, int):
            walk.marks.setdefault(page, []).append((kid, me))
        elif (kind := kid.get("/S")) is not None:
            _visit(kid, str(kind)[1:] or "?", tag, me, page, walk)
        else:
            notes += _reference(kid, tag, me, page, walk)
    if tag == "Link" and not notes:
        walk.found.append("a Link has no annotation")


def _reference(kid: Any, tag: str, owner: Id, page: int, walk: _Walk) -> bool:
    """Note a mark of any page (MCR) or an annotation (OBJR); whether it is an annotation."""
    if kid.get("/Type") == "/OBJR":
        walk.annotations.setdefault(kid.Obj.objgen, []).append((owner, tag))
        return True
    on = kid.get("/Pg")
    number = page if on is None else walk.numbers.get(on.objgen, 0)
    walk.marks.setdefault(number, []).append((int(kid.get("/MCID", -1)), owner))
    return False


def _element_problems(element: Any, tag: str, parent: str) -> Iterator[str]:
    if tag not in _STANDARD:
        yield f"{tag} is not a standard tag"
    if (tag in _PARENTS and parent not in _PARENTS[tag]) or tag not in _KIDS.get(parent, {tag}):
        yield f"a {tag} stands in a {parent or 'root'}"
    if tag in ("Figure", "Formula") and not str(element.get("/Alt", element.get("/ActualText", ""))):
        yield f"a {tag} has no alternative text"
    if tag == "TH" and not _scoped(element.get("/A")):
        yield "a TH has no scope"
    if tag == "Note" and "/ID" not in element:
        yield "a Note has no ID"


def _scoped(attributes: Any) -> bool:
    if attributes is None:
        return False
    entries = [attributes] if hasattr(attributes, "keys") and "/O" in attributes else list(attributes)
    return any("/Scope" in entry for entry in entries)


def _heading_problems(levels: list[int]) -> Iterator[str]:
    """ISO 14289-1, 7.4.2."""
    if levels and levels[0] != 1:
        yield f"the first heading is an H{levels[0]}"
    for above, level in pairwise(levels):
        if level > above + 1:
            yield f"an H{level} follows an H{above}"


def _parent_tree(node: Any) -> dict[int, Any]:
    """The number tree, flat."""
    result: dict[int, Any] = {}
    numbers = list(node.get("/Nums", ()))
    result.update(zip(map(int, numbers[::2]), numbers[1::2], strict=False))
    for kid in node.get("/Kids", ()):
        result.update(_parent_tree(kid))
    return result


def _mark_problems(page: Page, walk: _Walk, keys: dict[int, Any]) -> Iterator[str]:
    """ISO 32000-1, 14.7.4; the order is the one in which the text is read aloud."""
    tagged = walk.marks.get(page.number, [])
    order = [mcid for mcid, _ in tagged]
    if len(set(page.marks)) != len(page.marks):
        yield "a mark is painted twice"
    if len(set(order)) != len(order):
        yield "a mark is in the tree twice"
    if missing := sorted(set(page.marks) - set(order)):
        yield f"marks {missing} are not in the tree"
    if lost := sorted(set(order) - set(page.marks)):
        yield f"the tree names marks {lost}, which are not on the page"
    if any(later < earlier for earlier, later in pairwise(order)):
        yield "the tree reads the page in another order than it is painted"
    back = keys.get(int(page.obj.get("/StructParents", -1)))
    parents = [entry.objgen if entry is not None else None for entry in back] if back is not None else []
    if any(mcid >= len(parents) or parents[mcid] != owner for mcid, owner in tagged):
        yield "the parent tree does not lead from the marks back to their elements"


def _annotation_problems(page: Page, walk: _Walk, keys: dict[int, Any]) -> Iterator[str]:
    """ISO 14289-1, 7.18.1 and 7.18.5."""
    for note in page.obj.get("/Annots", ()):
        kind = str(note.get("/Subtype"))[1:]
        owners = walk.annotations.get(note.objgen, [])
        if len(owners) != 1:
            yield f"a {kind} annotation is in the tree {len(owners)} times"
            continue
        owner, tag = owners[0]
        if kind == "Link" and tag != "Link":
            yield f"a Link annotation belongs to a {tag}"
        back = keys.get(int(note.get("/StructParent", -1)))
        if back is None or back.objgen != owner:
            yield f"the parent tree does not lead from a {kind} annotation back to its element"
