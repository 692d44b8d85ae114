"""The brand.yml convention: what of it is read here, and what a brand file says to other programs.

Comes in: the tree of a brand file. Goes out: `used`, the data as the reader of brand_yml takes it, without what
guidebuild does not use; and `unused`, notes on what that is. The published schema
(https://posit-dev.github.io/brand-yml/schema/) allows more than the reader does: sloping styles, endings of files in
capitals, fonts without a source, keys and names of colours that it does not know. `defaults` is addressed to other
programs by name, and what tells a program where to download a font is of no use without a network; neither is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from guidebuild.brand.tree import Path, Tree, dotted
from guidebuild.diagnostics import Diagnostic, did_you_mean

MOST_SHOWN = 8
_VARIANT = ("path", "alt")
_SIZE = (*_VARIANT, "light", "dark")
_ANY = "*"
# What is read of each mapping; the steps of a path, of which "*" stands for any name and any number.
USED: dict[tuple[str, ...], tuple[str, ...]] = {
    (): ("meta", "logo", "color", "typography", "defaults"),
    ("meta",): ("name",),
    ("meta", "name"): ("full", "short"),
    ("logo",): ("images", "small", "medium", "large", *_VARIANT),
    ("logo", "images", _ANY): _VARIANT,
    **{("logo", size): _SIZE for size in ("small", "medium", "large")},
    **{
        ("logo", size, ground): _VARIANT
        for size in ("small", "medium", "large")
        for ground in ("light", "dark")
    },
    ("color",): ("palette", "primary", "secondary", "tertiary"),
    ("typography",): ("fonts", "base", "headings"),
    ("typography", "base"): ("family",),
    ("typography", "headings"): ("family",),
    ("typography", "fonts", _ANY): ("family", "source", "files"),
    ("typography", "fonts", _ANY, "files", _ANY): ("path", "weight", "style"),
}
# What the schema has besides. Anything may stand in `meta`, so that no name there is a slip of the pen.
_TYPE = ("size", "weight", "line-height", "color", "background-color", "style", "decoration")
KNOWN: dict[tuple[str, ...], tuple[str, ...]] = {
    ("color",): (
        "foreground", "background", "success", "info", "warning", "danger", "light", "dark", "link",
    ),
    ("typography",): ("monospace", "monospace-inline", "monospace-block", "link"),
    ("typography", "base"): _TYPE,
    ("typography", "headings"): _TYPE,
    ("typography", "fonts", _ANY): ("weight", "style", "display", "url", "version"),
    ("logo", "images", _ANY): ("attrs",),
}  # fmt: skip
_QUIET = ("typography", "fonts", _ANY)
_NAME = re.compile(r"[a-zA-Z_][a-zA-Z0-9_-]*")  # of a colour that the reader takes


def unused(tree: Tree) -> list[Diagnostic]:
    """Notes on the keys in vain: one lists those of the convention, one those of nobody, at the first of each; a slip
    of the pen has one of its own."""
    ours, strange, notes = list[Path](), list[Path](), []
    for path, kind in _in_vain(tree.data, (), ()):
        if kind == ("meta",) or path[-1] in KNOWN.get(kind, ()):
            ours += [path] if kind != _QUIET else []
        elif near := did_you_mean(str(path[-1]), USED[kind]):
            notes.append(_note("unknown-key", [path], tree, *near))
        else:
            strange.append(path)
    notes += [_note("not-used", ours, tree)] if ours else []
    own = "colours of your own stand under color.palette; primary and secondary name two of them"
    hints = (own,) if any(path[0] == "color" for path in strange) else ()
    return notes + ([_note("unknown-key", strange, tree, *hints)] if strange else [])


def _note(code: str, paths: list[Path], tree: Tree, *hints: str) -> Diagnostic:
    listed = ", ".join(dotted(path)[:120] for path in paths[:MOST_SHOWN])
    more = f" and {len(paths) - MOST_SHOWN} more" if len(paths) > MOST_SHOWN else ""
    known = "" if code == "not-used" else f", and brand.yml has no such key{'s' * (len(paths) > 1)}"
    message = f"guidebuild does not use {listed}{more}{known}"
    return Diagnostic("note", code, message, tree.span(paths[0], key=True), hints)


def _in_vain(data: Any, path: Path, kind: tuple[str, ...]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """The keys that nothing here reads, each with the kind of mapping that it stands in; empty ones do not count."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from _in_vain(item, (*path, index), (*kind, _ANY))
    if not isinstance(data, dict):
        return
    for key, value in data.items():
        inside = (*kind, _ANY if kind == ("logo", "images") else key)
        if kind in USED and key not in USED[kind]:
            if value is not None:
                yield (*path, key), kind
        elif inside != ("defaults",):
            yield from _in_vain(value, (*path, key), inside)


def used(data: dict[str, Any]) -> dict[str, Any]:
    """What brand_yml is given: a copy of what guidebuild reads, in the forms that it takes."""
    kept: dict[str, Any] = _kept(data, ())
    if isinstance(data.get("color"), dict) and isinstance(kept.get("color"), dict):
        kept["color"] = _colours(data["color"])
    if isinstance(logo := kept.get("logo"), dict | str):
        kept["logo"] = _logo(logo)
    if isinstance(typography := kept.get("typography"), dict):
        kept["typography"] = {name: part for name, part in typography.items() if part not in ("", None)}
        for font in _dicts(typography.get("fonts")):
            _font(font)
    return kept


def _kept(data: Any, kind: tuple[str, ...]) -> Any:
    if isinstance(data, list):
        return [_kept(item, (*kind, _ANY)) for item in data]
    if not isinstance(data, dict) or kind == ("defaults",):
        return data
    wanted = USED.get(kind)
    return {
        key: _kept(value, (*kind, _ANY if kind == ("logo", "images") else key))
        for key, value in data.items()
        if wanted is None or key in wanted
    }


def _dicts(items: Any) -> list[dict[str, Any]]:
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _colours(written: dict[str, Any]) -> dict[str, Any]:
    """Colours of a theme that others may refer to are passed on; light and dark variants are light, as paper is."""
    plain = {key: on_paper(value) for key, value in written.items()}
    wanted = USED["color",]
    passed = {
        key: value
        for key, value in plain.items()
        if key in wanted or (key in KNOWN["color",] and key != "link" and isinstance(value, str))
    }
    passed = {key: value for key, value in passed.items() if value is not None and value != ""}
    named = passed.get("palette")
    if isinstance(named, dict):
        odd = {name: value for name, value in named.items() if not _NAME.fullmatch(name)}
        passed = {key: _looked_up(value, odd) for key, value in passed.items() if key != "palette"}
        passed["palette"] = {name: _looked_up(value, odd) for name, value in named.items() if name not in odd}
    return passed


def _looked_up(value: Any, named: dict[str, Any]) -> Any:
    for _ in named:  # names may lead to others, at most once round
        if not isinstance(value, str) or value not in named:
            break
        value = named[value]
    return value


def on_paper(value: Any) -> Any:
    """A colour with a light and a dark variant, which newer brand.yml files have: paper is light."""
    if isinstance(value, dict) and value and set(value) <= {"light", "dark"}:
        return value.get("light", value.get("dark"))
    return value


def _logo(logo: Any) -> Any:
    """The files of a logo without what is empty (`logo` tells of it); a leading slash is no obstacle here."""
    if isinstance(logo, str):
        return logo.lstrip("/") or None
    if not isinstance(logo, dict):
        return logo
    kept = {}
    for key, value in logo.items():
        value = value if key == "alt" else _logo(value)
        if value not in (None, "", {}):
            kept[key] = value
    return kept if set(kept) - {"alt"} else {}


def _font(font: dict[str, Any]) -> None:
    files = font.get("files")
    files = [files] if isinstance(files, str) else files
    font.setdefault("source", "system" if files is None else "file")
    if not isinstance(files, list):
        return
    font["files"] = [{"path": file} if isinstance(file, str) else file for file in files]
    for file in _dicts(font["files"]):
        if isinstance(path := file.get("path"), str):
            ending = PurePosixPath(path).suffix
            file["path"] = path.lstrip("/").removesuffix(ending) + ending.lower()
        if file.get("style") == "oblique":
            file["style"] = "italic"
