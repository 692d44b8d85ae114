"""The check before the label: what a file must have before it may say PDF/UA-1 and PDF/A-2a.

Comes in: an open pikepdf `Pdf` with metadata and output intent in place. Goes out: `problems`, in plain
words, empty for a good file. Nothing is raised. It is fast, and knows the rules that this program could
break; the whole of both standards is for veraPDF, in the tests. `structure` has the rules of the tag tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from guidebuild.conform.structure import Page, structure_problems

if TYPE_CHECKING:
    from pikepdf import Pdf

    from guidebuild.edition import Inks

_STRING = re.compile(rb"\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)
_DELIMITERS = ((b"/", b" /"), (b"<<", b" "), (b">>", b" "), (b"[", b" "), (b"]", b" "))
_MARKS = frozenset((b"BDC", b"BMC", b"EMC", b"BT", b"ET"))
_PAINT = frozenset(b"Tj TJ ' \" f F f* B B* b b* S s sh Do EI".split())
_CMYK = frozenset((b"k", b"K", b"/DeviceCMYK"))
_RGB = frozenset((b"rg", b"RG"))
_BEGIN = {b"/MCID": "content", b"/Artifact": "artifact"}
_WATCHED = _MARKS | _PAINT | _CMYK | _BEGIN.keys()
_ACTIONS = ("/URI", "/GoTo")


def problems(pdf: Pdf, inks: Inks = "rgb") -> tuple[str, ...]:
    """All objections, in the order of the file. With one ink, colours are objected to as well."""
    found = [*_document(pdf)]
    seen: set[tuple[int, int]] = set()
    pages = []
    for number, page in enumerate(pdf.pages, 1):
        found += (f"page {number}: {text}" for text in _page(page.obj))
        found += (f"page {number}: {text}" for text in _resources(page.obj.get("/Resources"), seen))
        marks, objections = scan(page.Contents.read_bytes() if "/Contents" in page.obj else b"")
        found += (f"page {number}: {text}" for text in objections)
        if inks == "gray":
            found += (f"page {number}: {text}" for text in _colours(page.obj))
        pages.append(Page(number, page.obj, marks))
    found += structure_problems(pdf, pages)
    return tuple(found)


def _colours(page: Any) -> Iterator[str]:
    """What is not grey, in the page's own operators and its images (ISO 19005-2, 6.2.4.3: DeviceGray alone)."""
    content = page.Contents.read_bytes() if "/Contents" in page else b""
    if not _RGB.isdisjoint(_STRING.sub(b" ", content).split()):
        yield "a colour where there is one ink"
    resources = page.get("/Resources", {})
    for name, thing in resources.get("/XObject", {}).items():
        if thing.get("/Subtype") == "/Image" and thing.get("/ColorSpace") != "/DeviceGray":
            yield f"the image {name[1:]} is not grey"
    for name, pattern in resources.get("/Pattern", {}).items():
        if pattern.get("/PatternType") == 2 and pattern.Shading.get("/ColorSpace") != "/DeviceGray":
            yield f"the shading {name[1:]} is not grey"


def _document(pdf: Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.1, 7.2; ISO 19005-2, 6.1.3, 6.2.3, 6.5, 6.6, 6.7."""
    root: Any = pdf.Root
    info: Any = pdf.trailer.get("/Info", {})
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not str(info.get("/Title", "")):
        yield "no title"
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "not marked as tagged"
    if root.get("/MarkInfo", {}).get("/Suspects") is True:
        yield "the tags are marked as suspect"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "the window does not show the title"
    if "/Metadata" not in root:
        yield "no XMP metadata"
    if "/OutputIntents" not in root:
        yield "no output intent"
    if pdf.is_encrypted:
        yield "the file is encrypted"
    yield from (f"the catalog has {key}" for key in ("/AA", "/OCProperties", "/Requirements") if key in root)
    names = root.get("/Names", {})
    yield from (f"the file holds {key}" for key in ("/JavaScript", "/EmbeddedFiles") if key in names)


def _page(page: Any) -> Iterator[str]:
    """ISO 14289-1, 7.18.3 (tab order); ISO 19005-2, 6.2.5, 6.3, 6.5 (annotations and actions)."""
    if page.get("/Tabs") != "/S":
        yield "the tab order does not follow the structure"
    if not isinstance(page.get("/StructParents"), int):
        yield "no StructParents"
    if "/MediaBox" not in page:
        yield "no MediaBox"
    if "/AA" in page:
        yield "an action runs by itself"
    for note in page.get("/Annots", ()):
        yield from _annotation(note)


def _annotation(note: Any) -> Iterator[str]:
    kind = str(note.get("/Subtype"))[1:]
    if not str(note.get("/Contents", "")):
        yield f"a {kind} annotation has no description"
    if note.get("/F", 0) != 4:
        yield f"a {kind} annotation does not print as it shows"
    if not isinstance(note.get("/StructParent"), int):
        yield f"a {kind} annotation is not in the structure"
    action = note.get("/A")
    if action is not None and action.get("/S") not in _ACTIONS:
        yield f"a {kind} annotation does {action.get('/S')}"
    if kind == "Link" and action is None and "/Dest" not in note:
        yield "a Link annotation leads nowhere"


def _resources(resources: Any, seen: set[tuple[int, int]]) -> Iterator[str]:
    """Fonts, graphics states, images and forms, each looked at once however many pages share it."""
    if resources is None:
        return
    for name, font in _fresh(resources.get("/Font", {}), seen):
        yield from (f"font {name}: {text}" for text in _font(font))
    for name, state in _fresh(resources.get("/ExtGState", {}), seen):
        yield from (f"graphics state {name}: {text}" for text in _graphics_state(state))
    for name, thing in _fresh(resources.get("/XObject", {}), seen):
        yield from (f"object {name}: {text}" for text in _object(thing, seen))
    for key in ("/ColorSpace", "/Shading", "/Pattern"):
        for name, thing in _fresh(resources.get(key, {}), seen):
            if _is_cmyk(thing):
                yield f"colour {name} is CMYK"


def _fresh(group: Any, seen: set[tuple[int, int]]) -> Iterator[tuple[str, Any]]:
    for name, thing in group.items():
        if thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        yield name[1:], thing


def _font(font: Any) -> Iterator[str]:
    """Embedded and readable (ISO 14289-1, 7.21.3 and 7.21.7; ISO 19005-2, 6.2.11.4 and 6.2.11.7)."""
    base = str(font.get("/BaseFont"))[1:]
    inner = font.get("/DescendantFonts", [font])[0]
    descriptor = inner.get("/FontDescriptor", {})
    if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        yield f"{base} is not embedded"
    if "/ToUnicode" not in font:
        yield f"{base} does not say which characters it shows"


def _graphics_state(state: Any) -> Iterator[str]:
    """No transparency and nothing that depends on the printer (ISO 19005-2, 6.2.5)."""
    if state.get("/ca", 1) != 1 or state.get("/CA", 1) != 1 or state.get("/SMask", "/None") != "/None":
        yield "transparent"
    if state.get("/BM", "/Normal") not in ("/Normal", "/Compatible"):
        yield f"blends with {state.BM}"
    yield from (f"has {key}" for key in ("/TR", "/TR2", "/HTP") if key in state)


def _object(thing: Any, seen: set[tuple[int, int]]) -> Iterator[str]:
    """Images in RGB or grey, forms without marks of their own (ISO 19005-2, 6.2.4, 6.2.8, 6.2.9)."""
    if _is_cmyk(thing.get("/ColorSpace")):
        yield "CMYK"
    if thing.get("/Interpolate") is True:
        yield "interpolated"
    if thing.get("/Subtype") != "/Form":
        return
    marks, objections = scan(b"/Artifact BMC\n" + thing.read_bytes() + b"\nEMC")
    yield from objections
    if marks:
        yield "a form has marks of its own"
    yield from _resources(thing.get("/Resources"), seen)


def _is_cmyk(space: Any) -> bool:
    return space is not None and b"/DeviceCMYK" in space.unparse(resolved=True)


def scan(content: bytes) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The MCIDs of a content stream in order of painting, and what is wrong with its marks."""
    plain = _STRING.sub(b" ", content)
    for delimiter, apart in _DELIMITERS:
        plain = plain.replace(delimiter, apart)
    tokens = plain.split()
    marks = _Marks()
    for place, token in enumerate(tokens):
        if token in _WATCHED:
            if token == b"/MCID":
                marks.met.append(int(tokens[place + 1]))
            marks.step(token)
    if marks.open:
        marks.found["a mark or a text object is not closed"] = None
    return tuple(marks.met), tuple(marks.found)


class _Marks:
    """What is open. All that is painted is content or artifact, neither in the other (ISO 14289-1, 7.1)."""

    def __init__(self) -> None:
        self.met: list[int] = []
        self.open: list[str] = []
        self.found: dict[str, None] = {}  # a set that keeps its order
        self._next = "mark"

    def step(self, token: bytes) -> None:
        if token in _PAINT:
            if "content" not in self.open and "artifact" not in self.open:
                self.found["something is painted outside every mark"] = None
        elif token in _BEGIN:
            self._next = _BEGIN[token]
        elif token in (b"BDC", b"BMC"):
            self._begin()
        elif token == b"BT":
            self.open.append("text")
        elif token in _CMYK:
            self.found["CMYK colour"] = None
        elif not self.open or (self.open.pop() == "text") != (token == b"ET"):
            self.found[f"{token.decode()} does not match what it closes"] = None

    def _begin(self) -> None:
        for outer in ("content", "artifact"):
            if self._next != "mark" and outer in self.open:
                self.found[f"{self._next} begins inside {outer}"] = None
        self.open.append(self._next)
        self._next = "mark"
