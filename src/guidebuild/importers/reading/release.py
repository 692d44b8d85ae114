"""The rows and the occupations of a release of a classification, and the search for those that are wanted.

Comes in: rows of its tables, and codes or words of somebody who wants occupations. Goes out: `Row`, `Occupation`s and
the `Catalogue` of all of them. Raises `GuideError` for an empty list, for codes and words that nothing has (with the
nearest names), and for words that more occupations have than anyone means at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from guidebuild.diagnostics import Diagnostic, GuideError, Span, nearest
from guidebuild.importers.meaning.number import singular_word
from guidebuild.model.sameness import same_key

MOST = 6  # as many roles as one guide holds
_LISTED = 20


def shows(text: str) -> bool:
    """Whether there is something to see in it; soft hyphens and the like alone are nothing."""
    return text[:1].isalnum() or any(char.isprintable() and char != " " for char in text)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: our names of the columns with their cells, and the file and line where it begins."""

    cells: Mapping[str, str]
    place: str
    line: int

    @property
    def at(self) -> str:
        """Where it stands, for people: "Skills.txt:12"."""
        return f"{self.place.rpartition('/')[2]}:{self.line}"

    @property
    def span(self) -> Span:
        return Span(self.place, self.line, 1)

    def __getitem__(self, column: str) -> str:
        """The cell, or "" where it is empty or not there."""
        return self.cells.get(column, "")

    def number(self, column: str) -> float | None:
        """The cell as a finite number, or None for whatever is no number."""
        try:
            value = float(self[column])
        except ValueError:
            return None
        return value if abs(value) < 1e9 else None

    def yes(self, column: str) -> bool:
        return self[column][:1].casefold() == "y"


@dataclass(frozen=True, slots=True)
class Occupation:
    """What the release's list of occupations says of one. `key` is its code, or the last part of its address."""

    key: str
    title: str
    row: Row

    def __str__(self) -> str:
        return f"{self.key} {self.title}"


One = TypeVar("One", bound=Occupation)


@dataclass(frozen=True, slots=True)
class Catalogue(Generic[One]):
    """All occupations of a release by their keys, and where the list stands. Raises `GuideError` if there are none."""

    all: Mapping[str, One]
    place: str

    def __post_init__(self) -> None:
        if not self.all:
            raise self.fault("no-occupations", "this list of occupations is empty")

    def title(self, key: str) -> str:
        found = self.all.get(key)
        return found.title if found else ""

    def fault(self, code: str, message: str, *hints: str) -> GuideError:
        return GuideError([Diagnostic("error", code, message, Span(self.place), hints)])


def all_of(finds: Iterable[Callable[[], Iterable[One]]]) -> tuple[One, ...]:
    """What all of them find, each occupation once. Raises `GuideError` with the faults of all."""
    chosen: dict[str, One] = {}
    faults: list[Diagnostic] = []
    for find in finds:
        try:
            chosen |= {one.key: one for one in find()}
        except GuideError as error:
            faults += error.diagnostics
    if faults:
        raise GuideError(faults)
    return tuple(chosen.values())


def in_short(found: list[One]) -> str:
    """The first of a list of occupations, and how many more there are."""
    more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return "; ".join(map(str, found[:_LISTED])) + more


@dataclass(frozen=True, slots=True)
class Search(Generic[One]):
    """A search by words. `called` is what the release calls a name, `choose` says how to choose without words.

    `others` reads further names, by the key of their occupation; it is called only where no name has the words.
    """

    listed: Catalogue[One]
    called: str
    choose: str
    others: Callable[[], Iterable[tuple[str, list[str]]]]

    def by_words(self, words: str, *, every: bool = False) -> tuple[One, ...]:
        """The occupations whose name has all the words; a name that is just these wins.

        Where no name has them, other names of the occupations are searched, and then words that begin like these.
        Raises `GuideError` when nothing is found, and for more than six unless `every` one is wanted.
        """
        wanted = _words(words)
        if not wanted:
            raise self.listed.fault("no-words", "there is no word to search for")
        found = self._found(wanted)
        if not found:
            raise self._no_match(words)
        exact = [one for one in found if wanted in _variants(one.title)]
        if len(found) > MOST and not every and not exact:
            message = f"{len(found)} occupations have a {self.called} with '{words}'"
            hint = f"{self.choose}, or take them all with --all: {in_short(found)}"
            raise self.listed.fault("too-many", message, hint)
        return tuple(exact or found)

    def _found(self, wanted: tuple[str, ...]) -> list[One]:
        every_one = self.listed.all.values()
        return (
            [one for one in every_one if _has(wanted, one.title)]
            or self._by_others(wanted)
            or [one for one in every_one if _begin(wanted, _words(one.title))]
        )

    def _by_others(self, wanted: tuple[str, ...]) -> list[One]:
        """Those that have another name with the words; those that have one of just these, if there are any."""
        found: dict[str, bool] = {}
        for key, names in self.others():
            if any(_has(wanted, name) for name in names):
                found[key] = found.get(key, False) or any(_words(name) == wanted for name in names)
        keys = {key for key, is_equal in found.items() if is_equal} or found.keys()
        return [one for key, one in self.listed.all.items() if key in keys]

    def _no_match(self, words: str) -> GuideError:
        message = f"no occupation of this release has a {self.called} with '{words}'"
        near = "; ".join(self._near(words))
        hint = f"the nearest are: {near}" if near else "try a shorter or more usual word"
        return self.listed.fault("no-match", message, hint)

    def _near(self, words: str) -> Iterator[str]:
        """The three names nearest to the words; if there are none, the nearest to each word."""
        left = {one.title.casefold(): one for one in self.listed.all.values()}
        parts = {part: one for title, one in reversed(left.items()) for part in _words(title)}
        near = [
            str(left.pop(title)) for _ in range(3) if (title := nearest(words.casefold(), left, cutoff=0.5))
        ]
        yield from near or [
            str(parts[part]) for word in _words(words) if (part := nearest(word, parts, cutoff=0.75))
        ]


def _words(text: str) -> tuple[str, ...]:
    """The words without case and punctuation, in the singular: "Data Scientists" is "data scientist"."""
    words = (word.strip(".*") for word in same_key(text).split())
    return tuple(singular_word(word) for word in words if any(map(str.isalnum, word)))


def _variants(name: str) -> set[tuple[str, ...]]:
    """A name, and its forms for men and women where both stand in it: "Softwareentwickler/Softwareentwicklerin"."""
    return {_words(part) for part in (name, *name.split("/"))}


def _has(wanted: tuple[str, ...], name: str) -> bool:
    return set(wanted) <= set(_words(name))


def _begin(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)
