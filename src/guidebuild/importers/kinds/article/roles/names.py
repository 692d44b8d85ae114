"""How roles are called: their titles, plurals, abbreviations, and what of them stands in a text.

Comes in: titles of roles. Goes out: `Names`, which finds roles in headings and sentences. Refuses: to take one role
for another: a name that two roles could have is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from guidebuild.importers.kinds.article.roles.lone import first_words, last_words, pattern_of, standing_alone
from guidebuild.importers.meaning.number import field_of_work, plural, singular

_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_ARTICLE = re.compile(r"(?:an?|the|for|as an?|as|#?\d{1,2}[.):]?|role|profile)\s+", re.IGNORECASE)
_SUFFIXED = re.compile(r"(?:’s|'s|s’|s')$")
_SMALL = frozenset(("of", "and", "the", "for", "in", "to", "a", "an", "at", "by", "on", "or"))


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the article: `title` in the singular as it is printed, `aliases` as the article gives them."""

    title: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    role: int
    start: int
    end: int


def initials(words: str) -> str:
    return "".join(
        part[0] for part in re.split(r"[\s-]+", words) if part and part.casefold() not in _SMALL
    ).upper()


@dataclass(frozen=True)
class Names:
    """The roles of an article by all their names. Longer names are looked for before shorter ones."""

    roles: tuple[Role, ...]

    @cached_property
    def _table(self) -> dict[str, int]:
        """Each name, folded, with its role; names of two roles are left out."""
        table: dict[str, int] = {}
        clashing = set()
        for number, role in enumerate(self.roles):
            for name in _variants(role):
                key = _key(name)
                if table.setdefault(key, number) != number:
                    clashing.add(key)
        own = {_key(role.title): number for number, role in enumerate(self.roles)}
        return {**{key: number for key, number in table.items() if key not in clashing}, **own}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self._table, key=lambda key: (-len(key), key))
        whole = "|".join(_as_pattern(name) for name in names)
        return re.compile(rf"(?<![\w-])(?:{whole or '(?!)'})(?![\w-])", re.IGNORECASE)

    @cached_property
    def _firsts(self) -> dict[str, int]:
        """What comes before the last word of a title and tells its role from the others: "UX", "UI"."""
        return {_key(words): number for words, number in first_words(*self._words).items()}

    @cached_property
    def _heads(self) -> dict[str, int]:
        """Those that are labels by themselves: all, where the last words are the same; else "DevOps", not "Data"."""
        titles = [role.title for role in self.roles]
        same = len({title.rpartition(" ")[2].casefold() for title in titles}) == 1 < len(titles)
        return {
            key: number
            for key, number in self._firsts.items()
            if same or re.search(r"^\S*\w[A-Z]\S*$", titles[number].rpartition(" ")[0])
        }

    @cached_property
    def _lasts(self) -> dict[str, int]:
        return last_words(*self._words) if len(self.roles) > 1 else {}

    @cached_property
    def _words(self) -> tuple[list[str], list[list[str]]]:
        """The titles, and all names of each role."""
        names = [[re.sub(r"[/,&]+", " ", name) for name in (r.title, *r.aliases)] for r in self.roles]
        return [role.title for role in self.roles], names

    @cached_property
    def _last_pattern(self) -> re.Pattern[str]:
        return pattern_of(self._lasts)

    def mentions(self, text: str, *, lone: bool = True) -> list[Mention]:
        """Every place where a role is named, in order; `lone` takes single words of a name too ("technicians")."""
        found = []
        for match in self._pattern.finditer(text):
            role = self._table.get(_key(match[0]))
            if role is not None and not _common_word(match[0], self.roles[role]):
                found.append(Mention(role, match.start(), match.end()))
        if lone and self._lasts:
            taken = {place for mention in found for place in range(mention.start, mention.end)}
            found += [
                Mention(self._lasts[singular(match[0]).casefold()], *match.span())
                for match in standing_alone(text, self._last_pattern)
                if match.start() not in taken
            ]
            found.sort(key=lambda mention: mention.start)
        return found

    def named(self, text: str) -> tuple[int, ...]:
        """The roles that a text names, each once, in the order of the text."""
        return tuple(dict.fromkeys(mention.role for mention in self.mentions(text)))

    def exactly(self, text: str, *, heads: bool = True) -> int | None:
        """The role that a heading or label is the name of, with articles and marks around it, or None."""
        words = _EDGE.sub("", text)
        while match := _ARTICLE.match(words):
            words = words[match.end() :]
        words = re.sub(r"\s*\((?:[^()]*)\)\s*$", "", words)
        words = re.sub(r"\s+(?:roles?|jobs?|careers?|positions?|profile)$", "", words, flags=re.IGNORECASE)
        words = _SUFFIXED.sub("", words)
        key = _key(words)
        if key in self._table:
            return self._table[key]
        return self._lasts.get(key, self._heads.get(key)) if heads else None

    def field_of(self, text: str) -> int | None:
        """The one role whose field a text speaks of without naming the role: "computer vision", "cloud jobs"."""
        found = {
            number
            for number, role in enumerate(self.roles)
            for words in (" ".join(role.title.split(" ")[:-1]), field_of_work(role.title))
            if " " in words and re.search(rf"\b{re.escape(words)}\b", text, re.IGNORECASE)
        }
        jobs = (
            {self._firsts[key] for key in self._firsts if _job_of(key, text)}
            if len(self.roles) > 1
            else set()
        )
        return (found or jobs).pop() if len(found or jobs) == 1 else None

    def without(self, text: str, mark: str = "@") -> str:
        """The text with a mark in the place of each role."""
        out, start = "", 0
        for mention in self.mentions(text):
            out += text[start : mention.start] + mark
            start = mention.end
        return out + text[start:]


def _key(name: str) -> str:
    """Singular, folded, hyphens as blanks, without possessive."""
    words = re.sub(r"[\s\-‐‑–/]+", " ", _SUFFIXED.sub("", name)).replace("&", "and").strip()
    return singular(words).casefold()


def _as_pattern(key: str) -> str:
    """A folded name as a pattern: any blanks or hyphens, singular or plural."""
    parts = [re.escape(part) for part in key.split(" ")]
    last = key.rpartition(" ")[2]
    more = plural(last)
    if more.startswith(last):
        parts[-1] = f"{re.escape(last)}(?:e?s)?"
    else:
        parts[-1] = f"(?:{re.escape(last)}|{re.escape(more)})"
    return r"[\s\-‐‑/]{0,2}".join(
        part.replace("and", "(?:and|&)") if part == "and" else part for part in parts
    )


def _job_of(field: str, text: str) -> bool:
    return bool(
        re.search(rf"\b{re.escape(field)} (?:roles|jobs|positions|careers|salaries)\b", text, re.IGNORECASE)
    )


def _common_word(words: str, role: Role) -> bool:
    """An abbreviation counts in capitals alone: "PA", not "pa"; plurals "PAs" too."""
    short = words.rstrip("s")
    return (
        initials(role.title) == short.upper() and len(short) <= 5 and " " not in words and not short.isupper()
    )


def _variants(role: Role) -> Iterable[str]:
    """All names of a role."""
    yield from (role.title, *role.aliases)
    for name in (role.title, *role.aliases):
        first, of, rest = name.partition(" of ")
        if of:
            yield f"{plural(first)} of {rest}"  # "Heads of Data"
    words = re.split(r"\s+", role.title)
    for count in range(2, len(words)):
        short = initials(" ".join(words[:count]))
        if len(short) == count:
            yield " ".join((short, *words[count:]))
    if len(words) > 3:
        yield f"{initials(' '.join(words[:2]))} {words[-1]}"
    if len(words) > 2 and len(initials(role.title)) > 2:
        yield initials(role.title)


def with_brackets(title: str, texts: Sequence[str]) -> Role:
    """The role with the short forms that a text gives right after its name: "(RN)", ", or RNs,"."""
    name = _as_pattern(_key(title))
    bracketed = re.compile(rf"{name}\s*\((?:or |aka )?([A-Za-z][A-Za-z&/ -]{{1,24}})\)", re.IGNORECASE)
    beside = re.compile(rf"\b(?i:{name}),?\s+{_OR_SO}(?:an?\s+)?[“\"]?([A-Z][A-Za-z&/]{{1,7}})\b")
    found: list[str] = []
    for text in texts:
        for match in (*bracketed.finditer(text), *beside.finditer(text)):
            short = singular(match[1].strip())
            if short not in found and (_is_acronym_of(short, title) or _shortens(short, title)):
                found.append(short)
    return Role(title, tuple(found))


_OR_SO = r"(?:or|(?:also |often |sometimes )?(?:called|known as|abbreviated(?: to| as)?)|aka|a\.k\.a\.|for short)\s+"


def _is_acronym_of(short: str, title: str) -> bool:
    """Whether capitals are letters of the title in its order: RN of a registered nurse, and not UK or SQL."""
    if " " in short or len(short) > 8 or sum(char.isupper() for char in short) < 2:
        return False
    letters = iter(title.casefold())
    wanted = [char for char in short.casefold() if char.isalpha()]
    return wanted[0] == title[0].casefold() and all(char in letters for char in wanted)


def _shortens(short: str, title: str) -> bool:
    """ "vet tech" is the beginnings of "Veterinary Technician"."""
    parts, words = short.casefold().split(), title.casefold().split()
    return len(parts) == len(words) > 1 and all(
        w.startswith(p) and len(p) > 2 for p, w in zip(parts, words, strict=True)
    )
