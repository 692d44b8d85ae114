"""pydantic's complaints in plain words, each at the place of the value.

A `ValidationError`, the tree that was validated and the model that it should have been come in; diagnostics go out, at
most 100. Nothing is raised; a kind of error that has no words of its own keeps those of pydantic.
"""

from __future__ import annotations

import datetime as dt
import re
import types
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError

from guidebuild.diagnostics import Diagnostic, did_you_mean
from guidebuild.yamlfile.node import (
    CURRENCY_PATTERN,
    EMAIL_PATTERN,
    ID_PATTERN,
    INVISIBLE,
    LOCALE_PATTERN,
    NO_TERRITORY,
    OUR_KEY,
    OURS,
    SAYS_NOTHING,
    URL_PATTERN,
    UTM_PATTERN,
    Node,
)
from guidebuild.yamlfile.scalars import Odd
from guidebuild.yamlfile.tree import Loc, YamlMap, place, raw_of

MAX_PROBLEMS = 100

_PATTERNS = {
    ID_PATTERN: (
        "bad-id",
        "is not an id",
        "an id has small letters, digits and hyphens, as in data-engineer",
    ),
    URL_PATTERN: (
        "bad-url",
        "is not an address for a link",
        "links begin with https://, http://, mailto: or tel: and hold no spaces",
    ),
    EMAIL_PATTERN: ("bad-email", "is not an e-mail address", "as in careers@example.org"),
    CURRENCY_PATTERN: ("bad-currency", "is not a currency", "use its three letters, as in USD"),
    UTM_PATTERN: (
        "bad-utm",
        "cannot stand in a tracking parameter",
        "use letters, digits, '.', '-' and '_', as in spring-fair; each of them makes the QR code larger",
    ),
    LOCALE_PATTERN: (
        "bad-locale",
        "is not a locale that guides are written in",
        "as in en-GB or en-US",
    ),
}

_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a number",
    "bool_type": "true or false",
    "date_type": "a date such as 2026-01-31",
    "tuple_type": "a list",
    "dict_type": "a mapping of keys and values",
    "model_type": "a mapping of keys and values",
    "literal_error": "a text",
}

_LIMITS = {
    "greater_than_equal": ("must be at least", "ge"),
    "less_than_equal": ("must be at most", "le"),
    "greater_than": ("must be more than", "gt"),
    "less_than": ("must be less than", "lt"),
}


def in_plain_words(error: ValidationError, tree: YamlMap, model: type[Node]) -> list[Diagnostic]:
    """One diagnostic for each complaint, in the order of the file."""
    details = islice(error.errors(include_url=False), MAX_PROBLEMS)
    complaints = (_Complaint(detail, tree, model) for detail in details)
    return [complaint.diagnostic() for complaint in complaints if not complaint.follows()]


class _Complaint:
    """One of pydantic's complaints, beside the part of the tree that it is about."""

    def __init__(self, detail: Any, tree: YamlMap, model: type[Node]) -> None:
        self.kind: str = detail["type"]
        self.given = detail.get("input")
        self.limits: dict[str, Any] = detail.get("ctx", {})
        self.words: str = detail["msg"]
        self.tree, self.model = tree, model
        steps: Loc = tuple(detail["loc"])
        # pydantic marks a bad key so; but "[key]" may also be what an author wrote.
        self.is_key = steps[-1:] == ("[key]",) and get_origin(annotation_at(model, steps[:-2])) is dict
        self.loc = steps[:-1] if self.is_key else steps
        # A shorthand is validated one step deeper than what the author wrote.
        self.written = self.loc[: sum(1 for _ in _steps_within(tree, self.loc))]

    def follows(self) -> bool:
        """Whether it is due to others: pydantic counts only the items of a list that are right."""
        if self.kind != "too_short":
            return False
        value = _value(self.tree, self.written)
        return isinstance(value, tuple) and len(value) >= self.limits["min_length"]

    def diagnostic(self) -> Diagnostic:
        special: dict[str, Callable[[], Diagnostic]] = {
            "missing": self.missing,
            "extra_forbidden": self.unknown_key,
            "string_too_short": self.empty,
            "string_too_long": self.too_long,
            INVISIBLE: self.invisible,
            NO_TERRITORY: self.no_territory,
            SAYS_NOTHING: self.says_nothing,
            OUR_KEY: self.our_key,
            "string_pattern_mismatch": self.bad_pattern,
            "literal_error": self.unknown_value,
            "too_short": self.count,
            "too_long": self.count,
            "value_error": self.rule,
        }
        if self.kind in special:
            return special[self.kind]()
        if self.kind in _LIMITS:
            words, limit = _LIMITS[self.kind]
            return self.say("out-of-range", f"{self.subject()} {words} {self.limits[limit]:,.12g}")
        if self.kind in _EXPECTED:
            return self.wrong_type()
        return self.say("wrong-value", f"{self.subject()}: {self.words[:1].lower()}{self.words[1:]}")

    def say(self, code: str, message: str, *hints: str, key: bool = False) -> Diagnostic:
        span = place(self.tree, self.written, key=key or self.is_key)
        return Diagnostic("error", code, message, span, hints)

    def subject(self) -> str:
        """What the sentence is about: 'title', or item 3 of 'skills'."""
        if not self.written:
            return self.model.noun
        last = self.written[-1]
        if isinstance(last, str):
            return f"'{_short(last)}'"
        name = next((step for step in reversed(self.written[:-1]) if isinstance(step, str)), "the list")
        return f"item {last + 1} of '{name}'"

    def missing(self) -> Diagnostic:
        owner, key = self.loc[:-1], self.loc[-1]
        if isinstance(key, int):
            return self.say("wrong-count", f"{self.subject()} needs {key + 1} values")
        written = self.written
        node = model_at(self.model, owner)
        noun = node.noun if node else self.model.noun
        if len(written) == len(self.loc):
            return self.say("missing-value", f"nothing stands after '{key}', but {noun} needs it", key=True)
        return self.say("missing-key", f"{noun} needs a '{key}'")

    def unknown_key(self) -> Diagnostic:
        node = model_at(self.model, self.loc[:-1])
        key = str(self.loc[-1])
        return unknown_key(key, node or self.model, self.tree, self.loc)

    def empty(self) -> Diagnostic:
        return self.say("empty-text", f"{self.subject()} is empty", "write a text, or remove it")

    def invisible(self) -> Diagnostic:
        message = f"{self.subject()} is empty once its markup is taken away"
        return self.say("empty-text", message, "write words that can be seen, or remove it")

    def no_territory(self) -> Diagnostic:
        code, message, hint = _PATTERNS[LOCALE_PATTERN]
        given = str(self.given)
        if given.endswith("UK"):  # the one slip that is likely
            hint = f"did you mean '{given[:3]}GB'?"
        return self.say(code, f"'{_short(given)}' {message}", hint)

    def says_nothing(self) -> Diagnostic:
        node = model_at(self.model, self.loc) or self.model
        return self.say("missing-key", f"{node.noun} {self.words}", self.limits["hint"])

    def too_long(self) -> Diagnostic:
        length, limit = len(str(self.given).strip()), self.limits["max_length"]
        return self.say("too-long", f"{self.subject()} has {length:,} characters; the limit is {limit:,}",
                        "shorten it, or split it up")  # fmt: skip

    def bad_pattern(self) -> Diagnostic:
        code, message, hint = _PATTERNS.get(self.limits["pattern"], ("wrong-value", "is not valid here", ""))
        return self.say(code, f"'{_short(self.given)}' {message}", *filter(None, (hint,)))

    def unknown_value(self) -> Diagnostic:
        if not isinstance(self.given, str):
            return self.wrong_type()
        known = re.findall(r"'([^']*)'", self.limits["expected"])
        listed = "known here are " + ", ".join(known)
        if self.is_key:
            owner = self.written[-2] if len(self.written) > 1 else self.model.noun
            message = f"'{_short(self.given)}' is not a key of '{owner}'"
            return self.say("unknown-key", message, *(did_you_mean(self.given, known) or (listed,)))
        message = f"{self.subject()} cannot be '{_short(self.given)}'"
        return self.say("unknown-value", message, *(did_you_mean(self.given, known) or (listed,)))

    def count(self) -> Diagnostic:
        actual = self.limits["actual_length"]
        few = self.kind == "too_short"
        limit = self.limits["min_length" if few else "max_length"]
        bound = f"at least {limit} are needed" if few else f"at most {limit} are allowed"
        return self.say("wrong-count", f"{self.subject()} lists {actual}; {bound}")

    def rule(self) -> Diagnostic:
        return self.say("wrong-value", str(self.limits["error"]))

    def our_key(self) -> Diagnostic:
        """A key that is called like a field that every node has of ours."""
        node, key = model_at(self.model, self.loc) or self.model, self.limits["key"]
        return unknown_key(key, node, self.tree, (*self.loc, key))

    def wrong_type(self) -> Diagnostic:
        node = model_at(self.model, self.loc)
        expected = _EXPECTED[self.kind]
        if node is not None and node.shorthand and self.kind == "model_type":
            expected = "true or false, or a mapping" if node.shorthand == "on" else "a text or a mapping"
        value = _value(self.tree, self.written)
        raw = raw_of(self.tree, self.written)
        found, hints = _found(value, raw, wanted_text="text" in expected)
        if self.kind == "tuple_type" and not isinstance(value, YamlMap):
            hints = ("begin each item on a line of its own with '- ', or write [one, two]",)
        if self.kind == "date_type" and isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            hints = ("write the date without quotes",)
        if "number" in expected and isinstance(value, str) and re.fullmatch(r"[^\w]*[\d., ]+[^\w]*", value):
            hints = ("write digits only, without commas, spaces, quotes or currency",)
        words = value if isinstance(value, str) else raw
        if node is not None and node.in_words and words:
            hints = (node.in_words.format(words=_short(words)),)
        return self.say("wrong-type", f"{self.subject()}: expected {expected}, found {found}", *hints)


def unknown_key(key: str, node: type[Node], tree: YamlMap, loc: Loc) -> Diagnostic:
    """'responsibilites' is not a field of a role."""
    known = [name for name in node.model_fields if name not in OURS]
    hints = did_you_mean(key, known) or ("its fields are " + ", ".join(known),)
    if key == "<<":
        hints = ("merge keys are not supported; write the fields out",)
    message = f"'{_short(key)}' is not a field of {node.noun}"
    return Diagnostic("error", "unknown-key", message, place(tree, loc, key=True), hints)


def model_at(model: type[Node], loc: Loc) -> type[Node] | None:
    """The model of the value at `loc`, if it is a node."""
    found = annotation_at(model, loc)
    return found if isinstance(found, type) and issubclass(found, Node) else None


def annotation_at(model: type[Node], loc: Loc) -> Any:
    """The type that the value at `loc` should have; None where the model knows no such place."""
    current: Any = model
    for step in loc:
        if isinstance(current, type) and issubclass(current, Node):
            field = current.model_fields.get(str(step))
            current = _inner(field.annotation) if field else None
        else:
            arguments = get_args(current)
            current = _inner(arguments[-1 if get_origin(current) is dict else 0]) if arguments else None
    return current


def _inner(annotation: Any) -> Any:
    """An annotation without Annotated and without '| None'."""
    if get_origin(annotation) is Annotated:
        return _inner(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return _inner(next(part for part in get_args(annotation) if part is not type(None)))
    return annotation


def _steps_within(tree: Any, loc: Loc) -> Iterator[Any]:
    for step in loc:
        if not isinstance(tree, YamlMap | tuple):
            return
        children: Any = tree
        try:
            tree = children[step]
        except (KeyError, IndexError, TypeError):
            return
        yield step


def _value(tree: Any, loc: Loc) -> Any:
    for step in loc:
        tree = tree[step]
    return tree


def _found(value: Any, raw: str | None, *, wanted_text: bool) -> tuple[str, tuple[str, ...]]:
    """A value in words, and how to write it where a text is wanted."""
    quotes = (f'put it in quotes: "{raw}"',) if wanted_text and raw else ()
    if value is None:
        return "nothing", ()
    if isinstance(value, str):
        return f"the text '{_short(value)}'", ()
    if isinstance(value, YamlMap):
        return "a mapping", ("put a text that contains ': ' in quotes",) if wanted_text else ()
    if isinstance(value, tuple):
        return "a list", ()
    if isinstance(value, Odd):
        return f"{_short(value.raw)}, {value.reading}", quotes
    if isinstance(value, bool):
        return f"{raw}, which YAML reads as {str(value).lower()}", quotes
    if isinstance(value, dt.date):
        return f"the date {raw}", quotes
    return f"the number {raw}", quotes


def _short(text: object) -> str:
    words = str(text).replace("\n", " ")
    return words if len(words) <= 60 else words[:57] + "..."
