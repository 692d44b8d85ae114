"""The tag tree of a PDF as a person who listens to it gets it, read independently of the code that wrote it.

`tag_tree(pdf)` is the tree with its words, one element per line, for goldens; `untagged_text(pdf)` is what is
printed and never read (running heads, decoration), to be compared with a known list; `problems(pdf)` are the
rules that veraPDF does not see or that are cheaper to find here. One parse per file serves all three.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf

Id = tuple[int, int]

TAGS = """Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H1 H2 H3 H4 H5 H6 L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form"""
STANDARD = set(TAGS.split())
INLINE = {"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Lbl"}
MAY_STAND_IN = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "Document": {"StructTreeRoot"},
}
MAY_HOLD = {
    "StructTreeRoot": {"Document"},
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


@dataclass
class Run:
    """One string that is shown, and the height of its baseline, to know where a line ends."""

    text: str
    height: float


@dataclass
class Page:
    marks: dict[int, list[Run]] = field(default_factory=dict)
    painted: list[int] = field(default_factory=list)
    untagged: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass
class Mark:
    page: int
    mcid: int


@dataclass
class Note:
    """An annotation in the tree: where it leads, in words."""

    page: int
    id: Id
    aim: str


@dataclass
class Node:
    tag: str
    id: Id
    parent_id: Id | None = None
    alt: str = ""
    actual: str = ""
    language: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    kids: list[Node | Mark | Note] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def nodes(self) -> list[Node]:
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def marks(self) -> Iterator[Mark]:
        """In reading order, of this element and all below."""
        for kid in self.kids:
            if isinstance(kid, Mark):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.marks()


@dataclass
class Reading:
    pages: list[Page]
    root: Node
    # Per page: the parents of its marks by MCID; then (annotation, its kind, its parent by the parent tree).
    mark_parents: list[list[Id | None]]
    annotations: list[list[tuple[Id, str, Id | None]]]
    outline: list[str]


# --- The three questions ---


def tag_tree(pdf: bytes) -> str:
    reading = _read(pdf)
    return "\n".join(_lines(reading, reading.root.nodes(), 0)) + "\n"


def untagged_text(pdf: bytes) -> list[str]:
    """In the order of the pages, one entry per artifact that shows words."""
    return [text for page in _read(pdf).pages for text in page.untagged]


def problems(pdf: bytes) -> list[str]:
    reading = _read(pdf)
    found = [text for number, page in enumerate(reading.pages, 1) for text in _on(number, page.problems)]
    found += _nesting(reading)
    found += _headings(reading)
    found += _tables(reading)
    found += _marks(reading)
    found += _notes(reading)
    found += _words(reading)
    found += reading.outline
    return found


# --- The tree as text ---


def _lines(reading: Reading, nodes: list[Node], depth: int) -> Iterator[str]:
    for node in nodes:
        parts = _pieces(reading, node)
        simple = len(parts) <= 1 and all(isinstance(part, str) for part in parts)
        own = f' "{parts[0]}"' if parts and simple else ""
        yield "  " * depth + _label(node) + own
        if simple:
            continue
        for part in parts:
            if isinstance(part, Node):
                yield from _lines(reading, [part], depth + 1)
            else:
                yield "  " * (depth + 1) + f'"{part}"'


def _pieces(reading: Reading, node: Node) -> list[str | Node]:
    """The kids in order, marks that follow each other joined as they are read: without a space added."""
    pieces: list[str | Node] = []
    for kid in node.kids:
        if isinstance(kid, Node):
            pieces.append(kid)
        elif isinstance(kid, Mark):
            text = "".join(run.text for run in reading.pages[kid.page - 1].marks.get(kid.mcid, []))
            if pieces and isinstance(pieces[-1], str):
                pieces[-1] += text
            elif text:
                pieces.append(text)
    return pieces


def _label(node: Node) -> str:
    words = [node.tag, *(f"{key}={value}" for key, value in sorted(node.attributes.items()))]
    if node.language:
        words.append(f"lang={node.language}")
    if node.alt:
        words.append(f'alt="{node.alt}"')
    if node.actual:
        words.append(f'actual="{node.actual}"')
    words += [f"-> {kid.aim}" for kid in node.kids if isinstance(kid, Note)]
    return " ".join(words)


# --- The rules ---


def _on(number: int, texts: list[str]) -> list[str]:
    return [f"page {number}: {text}" for text in texts]


def _nesting(reading: Reading) -> Iterator[str]:
    ids = Counter(node.id for node in reading.root.walk())
    yield from (f"an element is in the tree {count} times" for count in ids.values() if count > 1)
    for parent in reading.root.walk():
        for node in parent.nodes():
            if node.parent_id != parent.id:
                yield f"{node.tag}: /P does not lead to its {parent.tag}"
            allowed = MAY_HOLD.get(parent.tag)
            if (allowed and node.tag not in allowed) or parent.tag not in MAY_STAND_IN.get(
                node.tag, {parent.tag}
            ):
                yield f"{node.tag} stands in {parent.tag}"
            if parent.tag in INLINE and node.tag not in INLINE | {"Figure", "Formula"}:
                yield f"the block {node.tag} stands in the inline {parent.tag}"
    for node in reading.root.walk():
        if node.tag not in STANDARD | {"StructTreeRoot"}:
            yield f"{node.tag} is not a standard tag"
        if not node.kids:
            yield f"empty {node.tag}"
        labels = [kid for item in node.nodes() for kid in item.nodes() if kid.tag == "Lbl"]
        if node.tag == "L" and labels and node.attributes.get("ListNumbering", "None") == "None":
            yield "a list with labels says that it has none"
        if node.tag in ("Figure", "Formula") and not node.alt.strip():
            yield f"{node.tag} without alternative text"
        if node.tag == "Figure" and "BBox" not in node.attributes and not node.nodes():
            yield "Figure without a bounding box"
        if node.tag in MAY_HOLD and any(isinstance(kid, Mark) for kid in node.kids):
            yield f"words stand in a {node.tag} itself"
        if node.tag == "LI" and not any(kid.tag == "LBody" for kid in node.nodes()):
            yield "LI without LBody"
        if node.tag == "Link" and not any(isinstance(kid, Note) for kid in node.kids):
            yield "Link without an annotation"
        if node.tag == "Link" and not list(node.marks()):
            yield "Link without words"


def _headings(reading: Reading) -> Iterator[str]:
    levels = [int(n.tag[1:]) for n in reading.root.walk() if re.fullmatch("H[1-6]", n.tag)]
    if levels[:1] != [1]:
        yield "the first heading is not H1"
    yield from (f"H{low} follows H{high}" for high, low in pairwise(levels) if low > high + 1)


def _tables(reading: Reading) -> Iterator[str]:
    for table in reading.root.walk():
        if table.tag != "Table":
            continue
        rows = [node for node in table.walk() if node.tag == "TR"]
        widths = _row_widths(rows)
        if len(set(widths)) > 1:
            yield f"a table has rows of {widths} columns"
        heads = [node for row in rows for node in row.nodes() if node.tag == "TH"]
        if not heads:
            yield "a table has no TH"
        for head in heads:
            if head.attributes.get("Scope") not in ("Row", "Column", "Both"):
                yield "TH without Scope"


def _row_widths(rows: list[Node]) -> list[int]:
    """Columns that each row covers, with the cells that reach down from the rows above."""
    widths, reaching = [], Counter[int]()
    for number, row in enumerate(rows):
        width = reaching[number]
        for cell in row.nodes():
            columns = int(cell.attributes.get("ColSpan", 1))
            width += columns
            for below in range(1, int(cell.attributes.get("RowSpan", 1))):
                reaching[number + below] += columns
        widths.append(width)
    if any(number >= len(rows) for number, columns in reaching.items() if columns):
        widths.append(-1)  # a cell reaches below the table
    return widths


def _marks(reading: Reading) -> Iterator[str]:
    owners: dict[tuple[int, int], Id] = {}
    order: dict[int, list[int]] = {}
    for node in reading.root.walk():
        for kid in node.kids:
            if isinstance(kid, Mark):
                if (kid.page, kid.mcid) in owners:
                    yield f"page {kid.page}: mark {kid.mcid} is in the tree twice"
                owners[kid.page, kid.mcid] = node.id
    for mark in reading.root.marks():
        order.setdefault(mark.page, []).append(mark.mcid)
    for number, page in enumerate(reading.pages, 1):
        in_tree = order.get(number, [])
        if set(page.painted) - set(in_tree):
            yield f"page {number}: marks {sorted(set(page.painted) - set(in_tree))} are not in the tree"
        if set(in_tree) - set(page.painted):
            yield f"page {number}: marks {sorted(set(in_tree) - set(page.painted))} are not on the page"
        if len(page.painted) != len(set(page.painted)):
            yield f"page {number}: a mark is painted twice"
        if in_tree != sorted(in_tree) or page.painted != sorted(page.painted):
            yield f"page {number}: the order of reading is not the order of painting"
        for mcid, parent in enumerate(reading.mark_parents[number - 1]):
            if parent != owners.get((number, mcid)):
                yield f"page {number}: the parent tree misleads from mark {mcid}"
        if len(reading.mark_parents[number - 1]) < len(set(page.painted)):
            yield f"page {number}: the parent tree lacks marks"
    if strange := set(order) - set(range(1, len(reading.pages) + 1)):
        yield f"the tree names pages that do not exist: {sorted(strange)}"


def _notes(reading: Reading) -> Iterator[str]:
    owners: dict[Id, list[tuple[Node, Note]]] = {}
    for node in reading.root.walk():
        for kid in node.kids:
            if isinstance(kid, Note):
                owners.setdefault(kid.id, []).append((node, kid))
    on_pages = {note: number for number, notes in enumerate(reading.annotations, 1) for note, _, _ in notes}
    if set(owners) - set(on_pages):
        yield "the tree names an annotation that is on no page"
    for number, notes in enumerate(reading.annotations, 1):
        for note, kind, parent in notes:
            claims = owners.get(note, [])
            if len(claims) != 1:
                yield f"page {number}: a {kind} annotation is in the tree {len(claims)} times"
                continue
            node, entry = claims[0]
            if parent != node.id:
                yield f"page {number}: the parent tree misleads from a {kind} annotation"
            if entry.page != number:
                yield f"page {number}: the tree has a {kind} annotation on page {entry.page}"
            if (kind == "Link") != (node.tag == "Link"):
                yield f"page {number}: a {kind} annotation stands in {node.tag}"


def _words(reading: Reading) -> Iterator[str]:
    """What a voice would stumble over: characters without meaning, words glued together at a line end."""
    for node in reading.root.walk():
        runs = [
            run
            for kid in node.kids
            if isinstance(kid, Mark) and not node.actual and not node.alt
            for run in reading.pages[kid.page - 1].marks.get(kid.mcid, [])
            if run.text
        ]
        for run in runs:
            if strange := [char for char in run.text if _meaningless(char)]:
                yield f"{node.tag}: {run.text!r} has {', '.join(f'U+{ord(char):04X}' for char in strange)}"
        for before, after in pairwise(runs):
            if abs(before.height - after.height) > 2 and _glued(before.text, after.text):
                yield f"{node.tag}: words run together: {before.text[-20:]!r} {after.text[:20]!r}"


def _meaningless(char: str) -> bool:
    return char < " " or char in "\ufffd\ufffe\uffff\ufeff" or 0xE000 <= ord(char) <= 0xF8FF


def _glued(before: str, after: str) -> bool:
    wide = ord(before[-1]) > 0x2E80 or ord(after[0]) > 0x2E80  # scripts without spaces
    return not (wide or before[-1].isspace() or after[0].isspace() or before[-1] in "-‐\u00ad–—/")


# --- Reading the file ---


@lru_cache(maxsize=4)
def _read(pdf: bytes) -> Reading:
    with pikepdf.open(BytesIO(pdf)) as file:
        fonts: dict[Id, tuple[int, dict[int, str]]] = {}
        pages = [_page(page, fonts) for page in file.pages]
        numbers = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        tree = file.Root.StructTreeRoot
        keys = dict(pikepdf.NumberTree(tree.ParentTree).items())
        root = Node("StructTreeRoot", tree.objgen)
        root.kids = [_node(kid, 0, numbers) for kid in _array(tree.get("/K"))]
        parents = [_ids(keys.get(int(page.obj.get("/StructParents", -1)))) for page in file.pages]
        notes = [
            [_annotation(note, keys) for note in page.obj.get("/Annots", pikepdf.Array())]
            for page in file.pages
        ]
        return Reading(pages, root, parents, notes, list(_outline(file, numbers)))


def _array(value: pikepdf.Object | int | None) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _ids(entries: pikepdf.Object | None) -> list[Id | None]:
    return [None if entry is None else entry.objgen for entry in _array(entries)]


def _annotation(note: pikepdf.Object, keys: dict[int, pikepdf.Object]) -> tuple[Id, str, Id | None]:
    parent = keys.get(int(note.get("/StructParent", -1)))
    return note.objgen, str(note.Subtype)[1:], None if parent is None else parent.objgen


def _node(element: pikepdf.Object, page: int, numbers: dict[Id, int]) -> Node:
    if "/Pg" in element:
        page = numbers.get(element.Pg.objgen, 0)
    node = Node(
        tag=str(element.get("/S", "/?"))[1:],
        id=element.objgen,
        parent_id=element.P.objgen if "/P" in element else None,
        alt=str(element.get("/Alt", "")),
        actual=str(element.get("/ActualText", "")),
        language=str(element.get("/Lang", "")),
        attributes=_attributes(element.get("/A")),
    )
    for kid in _array(element.get("/K")):
        on = page
        if not isinstance(kid, int) and "/Pg" in kid:
            on = numbers.get(kid.Pg.objgen, 0)
        if isinstance(kid, int):
            node.kids.append(Mark(page, kid))
        elif "/MCID" in kid:
            node.kids.append(Mark(on, int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            node.kids.append(Note(on, kid.Obj.objgen, _aim(kid.Obj, numbers)))
        else:
            node.kids.append(_node(kid, page, numbers))
    return node


def _attributes(value: pikepdf.Object | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in _array(value):
        for key, setting in entry.items():
            if key == "/BBox":
                found["BBox"] = "yes"  # its numbers would make every golden a matter of fractions of a point
            elif key not in ("/O", "/Placement"):
                found[key[1:]] = str(setting).removeprefix("/")
    return found


def _aim(note: pikepdf.Object, numbers: dict[Id, int]) -> str:
    if "/A" in note and "/URI" in note.A:
        return str(note.A.URI)
    target = note.get("/Dest") or note.get("/A", pikepdf.Dictionary()).get("/D")
    if isinstance(target, pikepdf.Array):
        return f"page {numbers.get(target[0].objgen, 0)}"
    return str(target)


def _outline(file: pikepdf.Pdf, numbers: dict[Id, int]) -> Iterator[str]:
    def entries(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
        entry = node.get("/First")
        while entry is not None:
            yield entry
            yield from entries(entry)
            entry = entry.get("/Next")

    for entry in entries(file.Root.get("/Outlines", pikepdf.Dictionary())):
        if not str(entry.get("/Title", "")).strip():
            yield "an outline entry has no title"
        if _aim(entry, numbers) in ("page 0", "None"):
            yield f"the outline entry {entry.get('/Title')} leads nowhere"


# --- Reading a page ---

_SHOWS = {"Tj", "TJ", "'", '"'}
_PAINTS = _SHOWS | {"f", "F", "f*", "B", "B*", "b", "b*", "s", "S", "sh", "Do", "INLINE IMAGE"}


class _Reader:
    """The state of one content stream: open marks, text position, font."""

    def __init__(self, page: Page, fonts: dict[str, tuple[int, dict[int, str]]]) -> None:
        self.page, self.fonts = page, fonts
        # ("content" | "replaced" | "artifact" | "plain" | "text", MCID)
        self.stack: list[tuple[str, int | None]] = []
        self.font: tuple[int, dict[int, str]] = (1, {})
        self.leading = self.line = 0.0
        self.shift = [0.0]  # upward moves of the coordinate system, one per level of q

    def step(self, operator: str, operands: Sequence[Any]) -> None:
        if operator in ("BDC", "BMC"):
            self._begin(operands)
        elif operator in ("EMC", "ET"):
            if not self.stack or (self.stack.pop()[0] == "text") != (operator == "ET"):
                self.page.problems.append(f"{operator} does not match what it closes")
        elif operator == "BT":
            self.stack.append(("text", None))
            self.line = 0.0
        elif operator in _PAINTS:
            self._paint(operator, operands)
        else:
            self._set(operator, operands)

    def _begin(self, operands: Sequence[Any]) -> None:
        tag = str(operands[0])
        values = operands[1] if len(operands) > 1 else None
        mcid = values.get("/MCID") if isinstance(values, pikepdf.Dictionary) else None
        kind = "artifact" if tag == "/Artifact" else "content" if mcid is not None else "plain"
        if kind != "plain" and any(outer not in ("text", "plain") for outer, _ in self.stack):
            self.page.problems.append(f"{kind} begins inside another mark")
        if kind == "artifact":
            self.page.untagged.append("")
        if mcid is not None:
            self.page.painted.append(int(mcid))
            self.page.marks.setdefault(int(mcid), [])
            if said := operands[1].get("/ActualText"):
                self.page.marks[int(mcid)].append(Run(str(said), 0.0))
                kind = "replaced"
        self.stack.append((kind, None if mcid is None else int(mcid)))

    def _set(self, operator: str, operands: Sequence[Any]) -> None:
        if operator == "Tf":
            self.font = self.fonts[str(operands[0])]
        elif operator == "TL":
            self.leading = float(operands[0])
        elif operator == "Tm":
            self.line = float(operands[5])
        elif operator in ("Td", "TD"):
            self.line += float(operands[1])
            if operator == "TD":
                self.leading = -float(operands[1])
        elif operator == "T*":
            self.line -= self.leading
        elif operator == "cm":
            self.shift[-1] += float(operands[5])
        elif operator == "q":
            self.shift.append(self.shift[-1])
        elif operator == "Q":
            self.shift.pop()

    def _paint(self, operator: str, operands: Sequence[Any]) -> None:
        kind, mcid = next(((k, m) for k, m in reversed(self.stack) if k not in ("text", "plain")), ("", None))
        if not kind:
            self.page.problems.append(f"{operator} paints outside every mark")
        if operator not in _SHOWS:
            return
        if operator in ("'", '"'):
            self.line -= self.leading
        text = self._text(operands[-1])
        if kind == "content" and mcid is not None:
            self.page.marks[mcid].append(Run(text, self.shift[-1] + self.line))
        elif kind == "artifact":
            self.page.untagged[-1] += text
        elif not kind:
            self.page.untagged.append(text)

    def _text(self, operand: pikepdf.Object) -> str:
        pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
        codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
        width, table = self.font
        steps = range(0, len(codes), width)
        return "".join(table.get(int.from_bytes(codes[at : at + width]), "\ufffd") for at in steps)


def _page(source: pikepdf.Page, known: dict[Id, tuple[int, dict[int, str]]]) -> Page:
    page = Page()
    fonts = {}
    for name, font in source.resources.get("/Font", pikepdf.Dictionary()).items():
        if font.objgen not in known:
            known[font.objgen] = _to_unicode(font)
        fonts[name] = known[font.objgen]
    reader = _Reader(page, fonts)
    for step in pikepdf.parse_content_stream(source):
        reader.step(str(step.operator), list(step.operands))
    if reader.stack:
        page.problems.append("a mark or a text object is not closed")
    page.untagged = [text for text in page.untagged if text.strip()]
    return page


def _to_unicode(font: pikepdf.Object) -> tuple[int, dict[int, str]]:
    """(bytes per code, code -> characters) of a font."""
    cmap = font.ToUnicode.read_bytes().decode("latin-1") if "/ToUnicode" in font else ""
    table: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            table[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be", "replace")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int(text, 16)
            for offset in range(int(last, 16) - int(first, 16) + 1):
                table[int(first, 16) + offset] = chr(start + offset)
    return (2 if str(font.Subtype) == "/Type0" else 1), table
