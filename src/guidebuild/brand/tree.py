"""A brand file as plain data, with the place of every value.

Comes in: the text of a YAML file and `--set` settings. Goes out: a `Tree`. Refuses: what `yamlfile.tree`
refuses, a file that is no mapping, and settings for keys that a brand does not have. Words follow YAML 1.2
as brand.yml does: a colour named `no` stays a word.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from guidebuild.diagnostics import Diagnostic, GuideError, Span, did_you_mean
from guidebuild.yamlfile.scalars import Odd
from guidebuild.yamlfile.tree import YamlMap, place, raw_of, read_tree

Path = tuple[str | int, ...]
SETTING = "--set"


@dataclass
class Tree:
    """`data` is what the file and the settings say; `source` knows the places in the file."""

    file: str
    data: dict[str, Any] = field(default_factory=dict)
    source: Any = None
    settings: dict[Path, Span] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def span(self, path: Iterable[str | int], *, key: bool = False) -> Span:
        """The place of the value (of its key, if asked), or of the nearest thing around it."""
        wanted = tuple(path)
        for end in range(len(wanted), 0, -1):
            if wanted[:end] in self.settings:
                return self.settings[wanted[:end]]
        return place(self.source, wanted, key=key) if self.source is not None else Span(self.file)

    def get(self, path: Iterable[str | int]) -> Any:
        """The value at the path, or None."""
        value: Any = self.data
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def error(self, code: str, message: str, path: Iterable[str | int], *hints: str) -> Diagnostic:
        return Diagnostic("error", code, message, self.span(path, key=code == "unknown-key"), hints)

    def warning(self, code: str, message: str, path: Iterable[str | int], *hints: str) -> Diagnostic:
        return Diagnostic("warning", code, message, self.span(path), hints)


def dotted(path: Iterable[str | int]) -> str:
    """`typography.fonts[0].family` for the steps of a path."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def parse(text: str, file: str) -> Tree:
    """The tree of a brand file. Raises `GuideError`."""
    source = read_tree(text, file)
    if not isinstance(source, YamlMap):
        message = "a brand file is a mapping of 'meta', 'logo', 'color', 'typography' and 'defaults'"
        raise GuideError([Diagnostic("error", "wrong-type", message, Span(file, 1, 1))])
    return Tree(file, _plain(source, source, ()), source, lines=text.splitlines())


def _plain(value: Any, source: Any, path: Path) -> Any:
    """The value without its places; what only YAML 1.1 takes for a switch or a date is text."""
    if isinstance(value, dict):
        return {key: _plain(item, source, (*path, key)) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item, source, (*path, index)) for index, item in enumerate(value)]
    if isinstance(value, str):
        return str(value)
    raw = raw_of(source, path)
    if isinstance(value, Odd | dt.date) or (
        isinstance(value, bool) and str(raw).lower() not in ("true", "false")
    ):
        return str(raw)
    return value


# Colours that YAML takes for remarks

_COLOURED = (("color",), ("defaults", "guidebuild"))
_REMARK = re.compile(r"\s#((?:[0-9A-Fa-f]{3,4}){1,2})(?![0-9A-Za-z])")


def unquoted(tree: Tree) -> dict[Path, Diagnostic]:
    """An error for each empty colour with a colour in the remark behind it: `primary: #12372f` has no value."""
    problems = {}
    for path in (path for part in _COLOURED for path in _empty(tree.get(part), part)):
        span = tree.span(path, key=isinstance(path[-1], str))
        line = tree.lines[span.line - 1] if 0 < span.line <= len(tree.lines) else ""
        found = _REMARK.search(line, max(0, span.column - 1 if isinstance(path[-1], str) else 0))
        if found and tree.source is not None and span.file != SETTING:
            written = f'{path[-1]}: "#{found[1]}"' if isinstance(path[-1], str) else f'- "#{found[1]}"'
            message = f"'{dotted(path)}' is empty: after a blank, '#' begins a remark"
            problems[path] = Diagnostic(
                "error", "unquoted-colour", message, span, (f"put it in quotes: {written}",)
            )
    return problems


def _empty(data: Any, path: Path) -> Iterator[Path]:
    if isinstance(data, dict | list):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _empty(value, (*path, step))
    elif data is None and path not in _COLOURED:
        yield path


# Settings from the command line

_LISTS = {"defaults.guidebuild.roles": ",", "defaults.guidebuild.contact.lines": ";"}
_LOGO = tuple(
    f"logo{size}{kind}{part}"
    for size in ("", ".small", ".medium", ".large")
    for kind in ("", ".light", ".dark")
    for part in ("", ".path", ".alt")
    if size or not kind
)
# What guidebuild reads of a brand, and no more: a setting that changes nothing is a mistake.
SETTINGS: tuple[str, ...] = (
    "meta.name", "meta.name.full", "meta.name.short",
    *_LOGO,
    "color.primary", "color.secondary", "color.tertiary", "color.palette.accent",
    "typography.base", "typography.base.family",
    "defaults.guidebuild.accent", "defaults.guidebuild.roles",
    "defaults.guidebuild.header", "defaults.guidebuild.footer", "defaults.guidebuild.credit",
    *(f"defaults.guidebuild.contact.{name}" for name in ("name", "lines", "email", "phone", "url")),
    *(f"defaults.guidebuild.{name}" for name in ("icc", "bleed", "crop_marks", "output_condition", "pdfx")),
    "defaults.guidebuild.cmyk.primary", "defaults.guidebuild.cmyk.accent",
)  # fmt: skip
_WORDS = (
    "meta.",
    "defaults.guidebuild.header",
    "defaults.guidebuild.footer",
    "defaults.guidebuild.credit",
    "defaults.guidebuild.contact.",
)  # may be emptied: then nothing is printed there
_EXAMPLES = {
    "typography.base": "Lato", "typography.base.family": "Lato", "logo": "logo.svg",
    "defaults.guidebuild.icc": "PSOcoated_v3.icc", "defaults.guidebuild.bleed": "3mm",
    "defaults.guidebuild.crop_marks": "false", "defaults.guidebuild.output_condition": "FOGRA39",
    "defaults.guidebuild.pdfx": "x4",
}  # fmt: skip
_NAMED = re.compile(r"(?:color\.palette|defaults\.guidebuild\.cmyk)\.[A-Za-z_][\w-]*")


def apply_settings(tree: Tree, settings: Mapping[str, str]) -> list[Diagnostic]:
    """Put `--set` values into the tree; the problems found are returned."""
    problems = []
    for key, value in settings.items():
        span = Span(SETTING, path=key)
        if key not in SETTINGS and not _NAMED.fullmatch(key):
            message = f"'{key[:80]}' is not a setting of a brand"
            problems.append(Diagnostic("error", "unknown-key", message, span, _meant(key)))
            continue
        if not value.strip() and not key.startswith(_WORDS):
            inks = "80 0 54 82" if ".cmyk." in key else "#7a0019"
            hint = f"write it after the sign, as in {key}={_EXAMPLES.get(key, inks)}"
            problems.append(Diagnostic("error", "missing-value", f"'{key}' has no value", span, (hint,)))
            continue
        mark = _LISTS.get(key)
        content = [part.strip() for part in value.split(mark) if part.strip()] if mark else value
        _put(tree, tuple(key.split(".")), content, span)
    return problems


def _meant(key: str) -> tuple[str, ...]:
    """The setting that an unknown one is near to; of a group, the one that is wanted most."""
    groups = {"color": "color.primary", "meta": "meta.name", "typography": "typography.base"}
    if key in groups:
        return (f"did you mean '{groups[key]}'?",)
    return did_you_mean(key, SETTINGS) or (
        "settings begin with meta., logo, color., typography. or defaults.guidebuild., as in color.primary",
    )


def _put(tree: Tree, path: Path, value: object, span: Span) -> None:
    """Set the value; what stood at the path or stands in its way goes, with its places."""
    data: Any = tree.data
    for step in path[:-1]:
        if not isinstance(data.get(step), dict):
            data[step] = {}
        data = data[step]
    data[path[-1]] = value
    for known in [known for known in tree.settings if known[: len(path)] == path]:
        del tree.settings[known]
    tree.settings[path] = span
