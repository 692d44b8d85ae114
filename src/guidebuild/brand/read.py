"""_brand.yml, read as the brand.yml convention says, with our own settings under `defaults.guidebuild`.

Comes in: the text of a brand file and `--set` settings. Goes out: a validated `brand_yml.Brand` beside its
`Tree`, and our own settings as `Extras`. Refuses: wrong types and shapes of what is used, unknown keys among our own
settings, and colours that YAML takes for remarks, each with its place.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import Any

from guidebuild.brand import convention, press
from guidebuild.brand.complaints import in_plain_words, out_of_shape
from guidebuild.brand.theme import Contact
from guidebuild.brand.tree import Path, Tree, apply_settings, dotted, parse, unquoted
from guidebuild.diagnostics import Diagnostic, did_you_mean
from guidebuild.yamlfile.address import ascii_address, checked_web

OURS = ("defaults", "guidebuild")
_TEXTS = ("accent", "header", "footer", "credit")
_CONTACT = ("name", "lines", "email", "phone", "url")
_LONGEST = 300
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Extras:
    """What stands under `defaults.guidebuild`; colours are as written."""

    accent: str = ""
    header: str = ""
    footer: str = ""
    credit: str = ""
    roles: tuple[str, ...] = ()
    contact: Contact = field(default_factory=Contact)
    press: press.PressWishes = field(default_factory=press.PressWishes)


def read(
    text: str, file: str, settings: Mapping[str, str], *, anonymous: bool = False
) -> tuple[Any, Extras, Tree, list[Diagnostic]]:
    """The brand, our own settings, the places of both, and what is wrong with them; None for a brand out of shape.

    `anonymous` takes the looks of the file and leaves out who it speaks for: name, logo and contact. Raises
    `GuideError` for what is no YAML.
    """
    tree = parse(text, file)
    if anonymous:
        _forget_host(tree.data)
    empty = unquoted(tree)
    problems = [*apply_settings(tree, settings), *empty.values()]
    extras = _extras(tree, problems)
    brand = _validate(tree, problems, empty)
    return brand, extras, tree, problems


def _forget_host(data: Any) -> None:
    """Take out who a sound brand file speaks for."""
    data.pop("logo", None)
    data.pop("meta", None)
    for key in ("contact", "header", "footer", "credit"):
        data.get("defaults", {}).get("guidebuild", {}).pop(key, None)


# The convention


def _validate(tree: Tree, problems: list[Diagnostic], told: Container[Path]) -> Any:
    """The brand by the convention; what is wrong at a path that is `told` already is not said again."""
    from brand_yml import Brand
    from pydantic import ValidationError

    before = len(problems)
    _fonts(tree, problems)
    if len(problems) > before:
        return None
    try:
        return Brand.model_validate(convention.used(tree.data))
    except ValidationError as err:
        errors = err.errors(include_url=False, include_input=False)
        problems.extend(in_plain_words(errors, tree, told))
    except (
        Exception
    ) as err:  # brand_yml's own validators raise bare TypeError, KeyError, circular references ...
        problems.append(out_of_shape(err, tree))
    return None


def _fonts(tree: Tree, problems: list[Diagnostic]) -> None:
    """What is wrong with the list of fonts as a whole; brand_yml trips over it without a word."""
    path = ("typography", "fonts")
    fonts = tree.get(path)
    if fonts is None:
        return
    if not isinstance(fonts, list):
        hint = "begin each font on a line of its own with '- '"
        problems.append(tree.error("wrong-type", "'typography.fonts' must be a list", path, hint))
        return
    for index, font in enumerate(fonts):
        if not isinstance(font, dict) or not isinstance(font.get("family"), str):
            message = (
                "a font is a mapping with a 'family', a 'source' and, for the source 'file', its 'files'"
            )
            problems.append(tree.error("missing-key", message, (*path, index)))


# Our own settings


def _extras(tree: Tree, problems: list[Diagnostic]) -> Extras:
    defaults = tree.get(OURS[:1])
    ours = tree.get(OURS)
    if defaults is not None and not isinstance(defaults, dict):
        return Extras()  # the convention's own check reports it
    if ours is None:
        return Extras()
    if not isinstance(ours, dict):
        problems.append(tree.error("wrong-type", f"'{dotted(OURS)}' must be a mapping", OURS))
        return Extras()
    _unknown(ours, (*_TEXTS, "roles", "contact", *press.KEYS), OURS, tree, problems)
    texts = {key: _text(ours.get(key), (*OURS, key), tree, problems) for key in _TEXTS}
    roles = _lines(ours.get("roles"), (*OURS, "roles"), tree, problems)
    if len(roles) > 6:
        problems.append(tree.error("bad-value", "a guide has six roles at most", (*OURS, "roles")))
    return Extras(
        **texts,
        roles=roles,
        contact=_contact(ours.get("contact"), tree, problems),
        press=press.wishes(ours, tree, problems),
    )


def _contact(value: Any, tree: Tree, problems: list[Diagnostic]) -> Contact:
    path = (*OURS, "contact")
    if value is None:
        return Contact()
    if not isinstance(value, dict):
        problems.append(tree.error("wrong-type", f"'{dotted(path)}' must be a mapping", path))
        return Contact()
    _unknown(value, _CONTACT, path, tree, problems)
    texts = {key: _text(value.get(key), (*path, key), tree, problems) for key in _CONTACT if key != "lines"}
    if texts["email"] and not _EMAIL.fullmatch(texts["email"]):
        problems.append(tree.error("bad-value", "this is not an e-mail address", (*path, "email")))
    for key, check in (("email", ascii_address), ("url", checked_web)):
        try:
            texts[key] = check(texts[key]) if texts[key] else ""
        except ValueError as err:
            problems.append(tree.error("bad-value", str(err), (*path, key)))
    return Contact(lines=_lines(value.get("lines"), (*path, "lines"), tree, problems), **texts)


def _unknown(
    data: Mapping[str, Any],
    known: tuple[str, ...],
    path: tuple[str, ...],
    tree: Tree,
    problems: list[Diagnostic],
) -> None:
    for key in data:
        if key not in known:
            message = f"'{key[:80]}' is not a field of '{dotted(path)}'"
            problems.append(tree.error("unknown-key", message, (*path, key), *did_you_mean(key, known)))


def _text(value: Any, path: tuple[str | int, ...], tree: Tree, problems: list[Diagnostic]) -> str:
    """One line of text; numbers are taken as they are written (a phone number, a year)."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        problems.append(tree.error("wrong-type", f"'{dotted(path)}' must be text", path))
        return ""
    text = " ".join(str(value).split())
    if len(text) > _LONGEST:
        message = f"'{dotted(path)}' is longer than {_LONGEST} characters"
        problems.append(tree.error("too-long", message, path))
    return text


def _lines(value: Any, path: tuple[str, ...], tree: Tree, problems: list[Diagnostic]) -> tuple[str, ...]:
    if value is None:
        return ()
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or len(items) > 12:
        problems.append(
            tree.error("wrong-type", f"'{dotted(path)}' must be a list of at most 12 lines", path)
        )
        return ()
    texts = (_text(item, (*path, index), tree, problems) for index, item in enumerate(items))
    return tuple(text for text in texts if text)
