"""The file as it was written: what is unsafe to open, and what usvg would pass over without a word.

Comes in: the bytes of an SVG file. Goes out: a `Source`, which finds the line of a feature. Refuses, as `SvgError` with
the line: entities, scripts, references to anything outside the file, animations, and what browsers know and usvg does
not. Nothing is fetched and no entity is ever expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guidebuild.brand.svg import styles
from guidebuild.brand.svg.mending import mend
from guidebuild.brand.svg.names import LINKS, SVG, XLINK_HREF
from guidebuild.brand.svg.refusal import SvgError, refusal, unsupported

FILE_LIMIT = 1_000_000
_ENCODINGS = {"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "windows-1252"}
_ANIMATIONS = {"animate", "animateTransform", "animateMotion", "animateColor", "set", "discard"}
_EVENT = re.compile(r"on[a-z]+")
_EXTERNAL = re.compile(r"url\(\s*['\"]?\s*(?!#)([^)'\"\s])", re.IGNORECASE)
_USED = re.compile(r"url\(\s*['\"]?#([^)'\"]+)")
# What usvg leaves out in silence; the value that changes nothing.
_IGNORED = {
    "transform-origin": ("0 0", "0"),
    "vector-effect": ("none",),
    "pathLength": (),
    "fr": ("0", "0%"),
}  # fmt: skip


@dataclass(frozen=True)
class Source:
    """A file that is safe to read, as it was `written`. `data` is what usvg gets of it."""

    written: bytes
    data: bytes
    root: Any

    def line_of(self, feature: str) -> int:
        """The line of the first element or rule that uses a feature; 0 where none can be told."""
        for element in _elements(self.root):
            name = element.tag.rpartition("}")[2]
            written = {**element.attrib, **dict(styles.declarations(element.get("style", "")))}
            if name == feature or (feature == "gradient" and name.endswith("Gradient")):
                return int(element.sourceline or 0)
            if _says(feature, written):
                return int(element.sourceline or 0)
            if name == "style" and any(_says(feature, dict(rule.style)) for rule in _rules(element)):
                return int(element.sourceline or 0)
        return 0

    def line_with(self, text: str) -> int:
        """The line on which a piece of text first stands; 0 where it does not."""
        at = self.written.find(text.encode()) if text else -1
        return self.written.count(b"\n", 0, at) + 1 if at >= 0 else 0

    @property
    def alpha_masks(self) -> frozenset[str]:
        """The masks that say in their style that they go by opacity; usvg does not hand that on."""
        return frozenset(
            str(element.get("id"))
            for element in _elements(self.root)
            if element.tag == f"{SVG}mask"
            and ("mask-type", "alpha") in styles.declarations(element.get("style", ""))
        )

    @property
    def used(self) -> frozenset[str]:
        """The names that are referred to by `url(#name)`."""
        return frozenset(_USED.findall(self.data.decode("utf-8", "replace")))

    @property
    def gradients(self) -> frozenset[str]:
        return frozenset(
            str(element.get("id"))
            for element in _elements(self.root)
            if element.tag.endswith("Gradient") and element.find("{*}stop") is not None
        )


def read(data: bytes) -> Source:
    """The file. Raises `SvgError`."""
    from lxml import etree  # type: ignore[import-untyped]

    root = _parse(data)
    _check_instructions(root)
    for element in _elements(root):
        _check_element(element, root)
    return Source(data, etree.tostring(root, encoding="utf-8") if mend(root) else data, root)


def _parse(data: bytes) -> Any:
    from lxml import etree

    if b"\0" in data[:200]:
        raise SvgError("it is not UTF-8 text", "save it as plain SVG")
    declared = re.match(rb"\s*(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)", data)
    if declared and declared[1].decode("ascii", "replace").lower() not in _ENCODINGS:
        raise SvgError("it is not UTF-8 text", "save it as plain SVG in UTF-8", 1)
    entity = re.search(rb"<!ENTITY|<!DOCTYPE[^>]*\[", data)
    if entity:
        line = data.count(b"\n", 0, entity.start()) + 1
        raise SvgError("it declares entities", "save it as plain SVG without a document type", line)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as err:
        line = getattr(err, "lineno", 0) or 0
        said = re.sub(r"(, line \d+, column \d+)?( \(<string>.*\))?$", "", str(err))[:160]
        raise SvgError(f"it is not well-formed XML: {said}", "save it again as plain SVG", line) from err
    name = etree.QName(root)
    if name.localname != "svg":
        raise SvgError("it is not an SVG drawing", "save it as plain SVG")
    if name.namespace != SVG[1:-1]:
        raise SvgError(
            "its first element does not say that it is SVG, so no browser shows it",
            f'write <svg xmlns="{SVG[1:-1]}" ...>',
            root.sourceline or 0,
        )
    return root


def _check_instructions(root: Any) -> None:
    """A style sheet beside the file, which browsers would fetch."""
    before = root.getprevious()
    while before is not None:
        if getattr(before, "target", "") == "xml-stylesheet":
            raise refusal("outside", before.sourceline or 0)
        before = before.getprevious()


def _elements(root: Any) -> Iterator[Any]:
    """All elements of SVG; what editors keep in elements of their own is never shown."""
    for element in root.iter("{*}*"):
        if isinstance(element.tag, str) and element.tag.startswith(SVG):
            yield element


def _check_element(element: Any, root: Any) -> None:
    name, line = element.tag.rpartition("}")[2], int(element.sourceline or 0)
    if name == "script":
        raise refusal("script", line)
    if name in _ANIMATIONS:
        raise refusal("animation", line)
    if name == "foreignObject" and not element.get("requiredExtensions"):
        raise refusal("foreignObject", line)
    if name == "style":
        _check_sheet(element, line)
    for key, value in element.attrib.items():
        if not key.startswith("{") or key == XLINK_HREF:
            _check_attribute(name, key, str(value), line)
    for key, value in styles.declarations(element.get("style", "")):
        _check_declaration(key, value, line, sized=element is root)


def _check_sheet(element: Any, line: int) -> None:
    media = element.get("media", "")
    applies = styles.applies(media)
    if applies is None:
        raise unsupported(f"a style sheet for '{media[:40]}'", line)
    for rule in _rules(element) if applies else ():
        _check_rule(rule, line)


def _check_attribute(name: str, key: str, value: str, line: int) -> None:
    if _EVENT.fullmatch(key):
        raise refusal("script", line)
    if key in ("href", XLINK_HREF, "src") and name not in LINKS and not value.strip().startswith("#"):
        raise refusal("image" if name in ("image", "feImage") else "outside", line)
    if key != "style":
        if _EXTERNAL.search(value):
            raise refusal("outside", line)
        if value.strip() not in _IGNORED.get(key, (value.strip(),)):
            raise refusal("fr", line) if key == "fr" else unsupported(f"'{key}'", line)


def _check_declaration(key: str, value: str, line: int, *, sized: bool) -> None:
    if _EXTERNAL.search(value):
        raise refusal("outside", line)
    if value.strip() in _IGNORED.get(key, (value.strip(),)) and styles.is_read(key, value, sized=sized):
        return
    raise (
        refusal("animation", line) if key.startswith("animation") else unsupported(f"the style '{key}'", line)
    )


def _rules(element: Any) -> list[styles.Rule]:
    return styles.rules("".join(element.itertext()), int(element.sourceline or 0))


def _check_rule(rule: styles.Rule, line: int) -> None:
    if rule.is_import:
        raise refusal("outside", rule.line)
    if not rule.matters:
        return
    if rule.unread:
        raise unsupported(rule.unread, rule.line)
    for key, value in rule.style:
        if "!important" in value.replace(" ", ""):
            raise unsupported("'!important' in a style sheet", rule.line)
        _check_declaration(key, value, rule.line or line, sized=rule.selector == "svg")


def _says(feature: str, written: dict[str, str]) -> bool:
    """Whether attributes or declarations use a feature with a value that does something."""
    if feature == "opacity":
        return any(key.endswith("opacity") and not _is_one(value) for key, value in written.items())
    if feature == "blend":
        return written.get("mix-blend-mode", "normal") != "normal"
    return str(written.get(feature, "none")).strip() not in ("none", "pad", "0")


def _is_one(value: str) -> bool:
    return value.strip() in ("1", "1.0", "100%", "inherit")
