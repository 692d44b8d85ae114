"""Style sheets and style attributes, as far as it must be known what usvg does not read of them.

Comes in: the text of a `style` element or attribute. Goes out: rules and declarations. Raises nothing: the rules say
what of them cannot be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Declarations = list[tuple[str, str]]
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_RULE = re.compile(r"\s*([^{};]*)([{;])")
# Rules that change nothing of shapes on paper.
_HARMLESS = re.compile(r"@(charset|namespace|font-face|keyframes|-webkit-keyframes|property|page)\b")
# Media that hold wherever a logo is looked at, and those that no paper is; colour schemes are for screens.
_ALWAYS = re.compile(r"(all|screen|(screen and )?\(prefers-color-scheme: ?light\))")
_NEVER = re.compile(
    r"(screen and )?\((prefers-color-scheme: ?dark|prefers-reduced-motion(: ?reduce)?|prefers-contrast(: ?more)?)\)"
)
_SELECTOR = re.compile(r"(?:[\w\-.#*>+\s,]|\[[^\]]*\]|:first-child|:hover|:focus|:active|:visited)*")
# Geometry as properties: browsers take it from styles, usvg from attributes alone.
_GEOMETRY = {"x", "y", "cx", "cy", "r", "rx", "ry", "d", "width", "height"}
_UNREAD = {
    "rotate", "scale", "translate", "offset-path", "mask-image", "mask-border", "-webkit-mask", "-webkit-mask-image",
    "background", "background-color", "background-image", "backdrop-filter", "animation", "animation-name", "zoom",
    "all", "-webkit-filter", "-webkit-clip-path", "-webkit-transform",
}  # fmt: skip
# Moves that mean the same in a style as in an attribute; others want units in a style, which usvg does not read.
_NUMBER = r"\s*[-+]?[\d.]+(e[-+]?\d+)?\s*"
_MOVES = re.compile(rf"none|(\s*(matrix|scale)\({_NUMBER}(,{_NUMBER})*\))+", re.IGNORECASE)
_NOTHING = {"none", "transparent", "white", "#fff", "#ffffff", "rgb(255,255,255)", "initial", "auto", "1"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its line. `unread` says what of it usvg passes over; `matters` if that could be seen."""

    selector: str
    style: tuple[tuple[str, str], ...]
    line: int
    unread: str = ""
    matters: bool = True

    @property
    def is_import(self) -> bool:
        return self.selector.startswith("@import")


def declarations(text: str) -> Declarations:
    """The properties and values of a style attribute, as written."""
    found = []
    for part in re.split(r";(?![^(]*\))", _COMMENT.sub(" ", text)):
        key, colon, value = part.partition(":")
        if colon and key.strip():
            found.append((key.strip(), value.strip()))
    return found


def is_read(key: str, value: str, *, sized: bool) -> bool:
    """Whether usvg takes a declaration as browsers do. `sized`: of the drawing as a whole."""
    if key.startswith("--") or (key in ("width", "height") and sized):
        return True
    if key != key.lower() or key in _GEOMETRY:
        return False
    if key == "transform":
        return bool(_MOVES.fullmatch(value))
    return key not in _UNREAD or re.sub(r"\s", "", value.lower()) in _NOTHING


def rules(text: str, line: int = 1) -> list[Rule]:
    """The rules of a style sheet that begins on a line."""
    plain = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    found, at = [], 0
    while match := _RULE.match(plain, at):
        selector = " ".join(match[1].split())
        where = line + plain.count("\n", 0, match.start(1))
        if match[2] == ";":
            at = match.end()
            body = ""
        else:
            at = _end(plain, match.end())
            body = plain[match.end() : at - 1]
        if selector:
            found.append(_rule(selector, body, where))
    return found


def applies(media: str) -> bool | None:
    """Whether browsers apply what is for these media to a logo by itself; None where it depends."""
    queries = [re.sub(r" ?([(:)]) ?", r"\1", " ".join(query.lower().split())) for query in media.split(",")]
    queries = [query.replace("and(", "and (") for query in queries]
    if not media.strip() or any(map(_ALWAYS.fullmatch, queries)):
        return True
    return False if all(map(_NEVER.fullmatch, queries)) else None


def _end(text: str, at: int) -> int:
    """Where the block that has been opened is closed."""
    depth = 1
    while depth and at < len(text):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
    return at


def _rule(selector: str, body: str, line: int) -> Rule:
    if selector.startswith("@"):
        passed = _HARMLESS.match(selector) or (
            selector.startswith("@media") and applies(selector.removeprefix("@media")) is False
        )
        return Rule(selector, (), line, f"the rule '{selector[:40]}'", matters=not passed)
    unread = "" if _SELECTOR.fullmatch(selector) else f"the selector '{selector[:40]}'"
    if "{" in body:
        unread = f"a rule inside the rule '{selector[:40]}'"
    return Rule(selector, tuple(declarations(body)), line, unread)
