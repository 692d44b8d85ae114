"""The form of a message: an id, arguments, and whole sentences to choose from.

A message is a method of a class of `Messages` under the decorator `message`. Its id is the name of the class and its
own ("pay-median-of-one"), its arguments are plain values. Its body is one `return` of a sentence, or a `match` on one
argument whose cases are such bodies: what a Fluent file says of a message too (https://projectfluent.org), so that
other languages are files and not code. No message calls another, and none returns a piece of a sentence.

A sentence is a format string. `{name}` is an argument; numbers are grouped as in the locale. Behind a colon stands how
an argument is told:

    {count:spell}   'five' up to twenty, '21' beyond          {names:list}   'a', 'a and b', 'a, b and c'
    {count:start}   'Five', as a sentence begins              {names:or}     'a, b or c'
    {names:commas}, {names:semicolons}   as in brackets: 'a, b, c', 'a; b; c'

Our own words are written in British spelling and are told as the locale spells them; arguments are never touched.
"""

from __future__ import annotations

import inspect
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from guidebuild.words.english import spelt
from guidebuild.words.numbers import joined, number_of, opened, spelled

Arguments = ParamSpec("Arguments")
Own = TypeVar("Own", bound="Messages")

TOLD: Mapping[str, Callable[[Any], str]] = {
    "": lambda value: value if isinstance(value, str) else number_of(value),
    "spell": spelled,
    "start": opened,
    "list": joined,
    "or": lambda names: joined(names, "or"),
    "commas": ", ".join,
    "semicolons": "; ".join,
}
"""How an argument is told, by what stands behind its colon."""


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of one part of a guide."""


class _Sentence(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        return TOLD[format_spec](value)


def message(
    choose: Callable[Concatenate[Own, Arguments], str],
) -> Callable[Concatenate[Own, Arguments], str]:
    """A method that returns one of its sentences, as one that returns it with its arguments in their places."""
    names = tuple(inspect.signature(choose).parameters)[1:]

    @wraps(choose)
    def said(own: Own, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> str:
        values = dict(zip(names, args, strict=False)) | kwargs
        return _Sentence().vformat(spelt(choose(own, *args, **kwargs)), (), values)

    return said
