"""Names inside a file: references lead to what browsers take them for, before usvg reads them.

Comes in: the tree of a file. Goes out: whether it was changed. Browsers take the first of several elements with one
name, read names in quotes and with escapes (`%20`), and go on without a clip path, mask, filter or marker that is not
there; usvg takes another element, does not find the name, or leaves the shape out. Raises `SvgError` with the line for
names that usvg cannot read, and for a name of two elements that style sheets select by.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from guidebuild.brand.svg.refusal import SvgError, unsupported

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
LINKS = {"a"}  # where an address is only for clicking at
_REFERRING = "descendant-or-self::svg:*[self::svg:style or @*[contains(., '#')]]"
# The limits keep the work for texts of many beginnings small.
_REFERENCE = re.compile(r"url\(\s{0,20}(['\"]?)#(.{0,200}?)\1\s{0,20}\)", re.IGNORECASE | re.DOTALL)
_SELECTED = re.compile(r"(?<!\()#([\w-]+)")
_UNREADABLE = re.compile(r"[\s()'\"\\]")
_UNREADABLE_LINK = re.compile(r"\s")
# What may be referred to by which property; a reference to anything else counts as none.
_KINDS = {"filter": "filter", "clip-path": "clipPath", "mask": "mask", "marker": "marker"}
_USES = re.compile(r"(?<![\w-])((filter|clip-path|mask|marker)(?:-start|-mid|-end)?)(\s*:\s*)([^;}]*)")


def settle(root: Any) -> bool:
    """Mend all references. Raises `SvgError`."""
    referring = root.xpath(_REFERRING, namespaces={"svg": SVG[1:-1]})
    if not referring:
        return False
    names = _Names(root)
    return sum([names.read(referring), names.keep_first(root), names.forget_missing(referring)]) > 0


class _Names:
    def __init__(self, root: Any) -> None:
        self.kinds: dict[str, str] = {}  # the tag of the first element of each name
        self.used: set[str] = set()
        for element in root.iter("{*}*"):
            if name := element.get("id"):
                self.kinds.setdefault(name, element.tag)

    def read(self, elements: list[Any]) -> int:
        """Write all references in the one form that usvg reads; how many elements that changes."""
        return sum(_change(element, self._plain(element)) for element in elements)

    def _plain(self, element: Any) -> Callable[[str, str], str]:
        line = int(element.sourceline or 0)

        def plain(key: str, text: str) -> str:
            if key not in ("href", XLINK_HREF):
                return _REFERENCE.sub(lambda match: f"url(#{self._name(match[2], line)})", text)
            link = text.strip()
            inside = link.startswith("#") and element.tag.removeprefix(SVG) not in LINKS
            return f"#{self._name(link[1:], line, _UNREADABLE_LINK)}" if inside else text

        return plain

    def _name(self, written: str, line: int, unreadable: re.Pattern[str] = _UNREADABLE) -> str:
        name = written if written in self.kinds else unquote(written)
        if unreadable.search(name):
            raise unsupported(f"the name '{name[:40]}'", line)
        self.used.add(name)
        return name

    def keep_first(self, root: Any) -> int:
        """Take the name from all but the first element that has it, where it is referred to; how many that are.

        Raises `SvgError` where a style sheet selects by that name, and so means all of them.
        """
        sheets = " ".join("".join(sheet.itertext()) for sheet in root.iter(f"{SVG}style"))
        selected = self.used if re.search(r"\[\s*id\b", sheets) else set(_SELECTED.findall(sheets))
        seen, count = set(), 0
        for element in root.iter("{*}*"):
            name = element.get("id")
            if name in seen and name in self.used:
                if name in selected:
                    line = int(element.sourceline or 0)
                    message = f"more than one element has the name '{name[:40]}'"
                    raise SvgError(message, "give each element a name of its own", line)
                del element.attrib["id"]
                count += 1
            seen.add(name)
        return count

    def forget_missing(self, elements: list[Any]) -> int:
        """Write "none" for a reference to what is not there or is of another kind; how many elements that changes."""
        return sum(_change(element, self._found) for element in elements)

    def _found(self, key: str, text: str) -> str:
        if key in ("", "style"):
            return _USES.sub(lambda match: f"{match[1]}{match[3]}{self._or_none(match[2], match[4])}", text)
        return self._or_none(re.sub(r"-(start|mid|end)$", "", key), text)

    def _or_none(self, key: str, value: str) -> str:
        kind = SVG + _KINDS.get(key, "")
        names = [match[2] for match in _REFERENCE.finditer(value)] if key in _KINDS else []
        return value if all(self.kinds.get(name) == kind for name in names) else "none"


def _change(element: Any, change: Callable[[str, str], str]) -> bool:
    """Put other values in the place of attributes, and of the text of a style sheet, whose key is ""."""
    changed = False
    for key, text in element.attrib.items():
        if (value := change(key, text)) != text:
            element.set(key, value)
            changed = True
    if element.tag == f"{SVG}style" and (value := change("", element.text or "")) != (element.text or ""):
        element.text = value
        changed = True
    return changed
