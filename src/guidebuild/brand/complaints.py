"""What brand_yml complains about, in plain words, each at the place of the value.

Comes in: the errors of its validation, and the `Tree` of the file. Goes out: diagnostics, one for each place.
A complaint that has no words of its own keeps pydantic's.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Any

from guidebuild.brand.tree import Path, Tree, dotted
from guidebuild.diagnostics import Diagnostic, did_you_mean

_KEYS = {
    (): ("meta", "logo", "color", "typography", "defaults"),
    ("color",): (
        "palette", "foreground", "background", "primary", "secondary", "tertiary", "success", "info",
        "warning", "danger", "light", "dark",
    ),
    ("logo",): ("images", "small", "medium", "large", "path", "alt"),
    ("typography",): (
        "fonts", "base", "headings", "monospace", "monospace-inline", "monospace-block", "link",
    ),
}  # fmt: skip
_EXPECTED = {
    "string_type": "text",
    "list_type": "a list",
    "dict_type": "a mapping of keys and values",
    "model_type": "a mapping of keys and values",
    "model_attributes_type": "a mapping of keys and values",
}
# What may stand in the place of a mapping; pydantic does not count it.
_SHORT: dict[Path, list[str]] = {
    ("logo",): ["a path"],
    ("meta", "name"): ["text"],
    ("typography", "base"): ["the name of a family"],
    ("typography", "headings"): ["the name of a family"],
}
_SOURCES = ("file", "google", "bunny", "system")


def in_plain_words(errors: list[Any], tree: Tree, told: Container[Path] = ()) -> list[Diagnostic]:
    """One diagnostic for each place but those that are `told`; the alternatives of a union count as one."""
    places: dict[Path, list[Any]] = {}
    logo = tree.get(("logo",))
    other = (
        "BrandLogo"
        if isinstance(logo, str) or (isinstance(logo, dict) and "path" in logo)
        else "BrandLogoResource"
    )
    for error in errors:
        if error["loc"][:2] == ("logo", other) and isinstance(logo, str | dict):
            continue  # what is wrong with the alternative that was not meant
        places.setdefault(_known_part(error["loc"], tree), []).append(error)
    return [
        _one(path, found, tree)
        for path, found in sorted(places.items(), key=lambda item: dotted(item[0]))
        if path not in told
    ]


def out_of_shape(error: Exception, tree: Tree) -> Diagnostic:
    """What brand_yml's own validators raise without a place; names of colours that lead in a circle have one."""
    said = " ".join(str(error).split())
    circle = re.search(r"Refs ?: ?(.+?)(?: Via| Original|$)", said) if "ircular" in said else None
    if not circle:
        message = "this is not the shape of a brand.yml file: a value has the wrong shape"
        return tree.error("bad-brand", message, ())
    names = circle[1].split(" -> ")
    message = f"the names of colours lead in a circle: {' -> '.join(names)[:200]}"
    hint = "give one of them a colour such as '#12372f', in quotes"
    return tree.error("bad-brand", message, ("color", "palette", names[0]), hint)


def _known_part(loc: Path, tree: Tree) -> Path:
    """The steps of a location that exist in the file; the rest are names of alternatives."""
    path: Path = ()
    for step in loc:
        around = tree.get(path)
        if tree.get((*path, step)) is not None or (isinstance(around, dict) and step in around):
            path = (*path, step)
    return path


def _one(path: Path, errors: list[Any], tree: Tree) -> Diagnostic:
    kinds = {str(error["type"]) for error in errors}
    if "extra_forbidden" in kinds:
        return _unknown_key(path, tree)
    where = f"'{dotted(path)}'" if path else "the file"
    if expected := list(dict.fromkeys(_EXPECTED[kind] for kind in sorted(kinds) if kind in _EXPECTED)):
        expected += _SHORT.get(path[:1] if path[:1] == ("logo",) else path, [])
        if path[:1] == ("color",) and path[1:] != ("palette",) and expected == ["text"]:
            expected = ["a colour such as '#12372f', in quotes"]
        return tree.error("bad-value", f"{where} must be {' or '.join(reversed(expected))}", path)
    if kinds & {"union_tag_not_found", "union_tag_invalid"}:
        source = str(tree.get((*path, "source")))
        hints = did_you_mean(source, _SOURCES) or ("it is one of " + ", ".join(_SOURCES),)
        return tree.error("bad-value", f"{where} needs a 'source' that is known", path, *hints)
    if kinds == {"missing"}:
        keys = " and ".join(f"'{error['loc'][-1]}'" for error in errors)
        return tree.error("bad-value", f"{where} needs {keys}", path)
    told = [error for error in errors if not str(error["type"]).startswith("url_")] or errors
    return tree.error("bad-value", f"{where}: {_said(str(told[-1]['msg']), path, tree)}", path)


def _said(message: str, path: Path, tree: Tree) -> str:
    if "Unsupported font file" in message:
        return f"'{str(tree.get(path))[:80]}' is no font file that can be set (.ttf, .otf, .woff2)"
    if "must include an extension" in message:
        names = tree.get(("logo", "images"))
        if path[:1] == ("logo",) and isinstance(names, dict) and names:
            called = ", ".join(f"'{str(name)[:40]}'" for name in names)
            return f"this must be the path of a picture, or a name out of 'logo.images' ({called})"
        ending = ".ttf" if path[:1] == ("typography",) else ".svg, .png, .jpg, .webp or .gif"
        return f"this must be the path of a file that ends in {ending}"
    message = re.sub(r"^Value error, ", "", message)
    return " ".join(re.sub(r"Use 'file://.*", "", message).split())[:300]


def _unknown_key(path: Path, tree: Tree) -> Diagnostic:
    parent = path[:-1]
    key = str(path[-1]) if path else "?"
    of = f"'{dotted(parent)}'" if parent else "a brand"
    hints = did_you_mean(key, _KEYS.get(tuple(str(step) for step in parent), ()))
    return tree.error("unknown-key", f"'{key[:80]}' is not a field of {of}", path, *hints)
