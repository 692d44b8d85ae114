"""References from one entry to others: does what they name exist?

Comes in: the library, and an entry with its tree. Goes out: an error for each id that nothing has, with
the nearest known id as a hint, preferably one of the project's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, did_you_mean, nearest
from guidebuild.model.entry import Entry
from guidebuild.model.library import Library
from guidebuild.model.project import Kind, own_id, peek
from guidebuild.model.schema import GuideSpec
from guidebuild.yamlfile.node import ID_PATTERN
from guidebuild.yamlfile.tree import Loc, YamlMap, YamlSeq, place

EACH = -1
MAX_PROBLEMS = 100

# Where ids stand in an entry of each kind, and on which shelf what they name must be.
REFERENCES: dict[Kind, tuple[tuple[Loc, Kind], ...]] = {
    "roles": (
        (("sources", EACH), "sources"),
        (("outlook", "sources", EACH), "sources"),
        (("pay", "source"), "sources"),
        (("terms", EACH), "terms"),
    ),
    "guides": (
        (("roles", EACH), "roles"),
        (("scale", EACH), "roles"),
        (("tips", EACH), "tips"),
        (("jobs", EACH), "jobs"),
        (("questions", EACH, "roles", EACH), "roles"),
    ),
    "tips": ((("roles", EACH), "roles"),),
    "terms": ((("roles", EACH), "roles"),),
    "questions": ((("roles", EACH), "roles"),),
    "jobs": ((("roles", EACH), "roles"), (("source",), "sources")),
}
NOUNS: dict[Kind, str] = {
    "roles": "role",
    "guides": "guide",
    "skills": "skill",
    "categories": "category",
    "tips": "tip",
    "terms": "glossary term",
    "jobs": "job",
    "questions": "question",
    "sources": "source",
}


def dangling(library: Library, kind: Kind, tree: YamlMap) -> Iterator[Diagnostic]:
    """An error for each id in the tree that names nothing, and for each that a list names twice."""
    count = 0
    for pattern, shelf in REFERENCES.get(kind, ()):
        seen: set[tuple[Loc, str]] = set()
        for loc, value in _values(tree, pattern):
            problem = None
            if value not in library.shelf(shelf):
                problem = unknown(library, shelf, value, place(tree, loc))
            elif pattern[-1] == EACH and (loc[:-1], value) in seen:
                message = f"the {NOUNS[shelf]} '{value}' stands twice in this list"
                problem = Diagnostic(
                    "error", "duplicate-id", message, place(tree, loc), ("remove one of the two",)
                )
            seen.add((loc[:-1], value))
            if problem:
                count += 1
                yield problem
            if count >= MAX_PROBLEMS:
                return
    if kind in ("roles", "guides"):
        yield from _strange_fields(library, tree)


def _strange_fields(library: Library, tree: Any) -> Iterator[Diagnostic]:
    """An error for each field of work under `vocabulary` to which no skill and no term belongs."""
    for loc, value in _values(tree, ("vocabulary", EACH)):
        known = library.fields()
        if value not in known:
            hints = did_you_mean(value, known) or ("known here are " + ", ".join(sorted(known)),)
            message = f"there is no vocabulary '{value[:80]}'"
            yield Diagnostic("error", "unknown-vocabulary", message, place(tree, loc), hints)


def dangling_of_broken(library: Library) -> list[Diagnostic]:
    """The same for entries that are not valid, so that all that is wrong with them is said at once."""
    return [problem for kind, tree in tuple(library.broken) for problem in dangling(library, kind, tree)]


def all_problems(library: Library, problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """These, those of the library, and those of entries that are not valid; each word is complained about once."""
    own = [problem for tree in library.skill_files() for problem in _strange_fields(library, tree)]
    found = [*problems, *dangling_of_broken(library), *own, *library.diagnostics]
    # What names nothing is often no id either ("Data Engineer"); the better hint stands with the former.
    named = {problem.span for problem in found if problem.code.startswith("unknown-") and problem.span}
    return [problem for problem in found if problem.code != "bad-id" or problem.span not in named]


def unknown(library: Library, kind: Kind, name: str, span: Any = None) -> Diagnostic:
    """There is no role 'data-enginer'. Did you mean 'data-engineer'?"""
    shelf = library.shelf(kind)
    known = set(shelf.ids())
    if kind == "guides" and library.project:
        known = {*known, own_id(library.project)} - {""}
    own = {id_ for id_ in known if id_ not in shelf or shelf.origin(id_) == "project"}
    listed = own if own else known
    few = ("known here are " + ", ".join(sorted(listed)),) if 0 < len(listed) <= 12 else ()
    noun = NOUNS[kind]
    message = f"there is no {noun} '{name[:80]}'"
    hints = _titled(library, name) if kind == "roles" else ()
    hints = hints or _meant(name, own, known) or few
    return Diagnostic("error", f"unknown-{noun.replace(' ', '-')}", message, span, hints)


def _meant(name: str, own: set[str], known: set[str]) -> tuple[str, ...]:
    """The nearest id: a slip of the pen before a likeness, and one of the project's own before one that ships."""
    tries = ((own, 0.8), (known, 0.8), (own, 0.6), (known, 0.6))
    near = next((id_ for ids, cutoff in tries if (id_ := nearest(name, ids, cutoff=cutoff))), "")
    return (f"did you mean '{near}'?",) if near else ()


def _titled(library: Library, name: str) -> tuple[str, ...]:
    """The id of a role that is called by its title, or nearly so."""
    if re.fullmatch(ID_PATTERN, name):
        return ()
    titles = {peek(library.roles.file(id_), "title").casefold(): id_ for id_ in library.roles.ids()}
    near = nearest(name.casefold(), titles, cutoff=0.8)
    return (f"did you mean '{titles[near]}'?",) if near else ()


def idle_tracking(entry: Entry[GuideSpec]) -> Iterator[Diagnostic]:
    """A warning where `event.utm` has no address to be added to."""
    spec = entry.node
    event = spec.event
    addresses = (spec.url, event.url if event else None)
    if (
        event
        and event.utm
        and event.utm.on
        and not any((url or "").lower().startswith("http") for url in addresses)
    ):
        message = "'utm' is for the addresses of the guide and of the event, and neither has one"
        hint = "give the guide or the event a 'url', or remove 'utm'"
        yield Diagnostic(
            "warning", "idle-utm", message, place(entry.tree, ("event", "utm"), key=True), (hint,)
        )


def past_event(entry: Entry[GuideSpec]) -> Iterator[Diagnostic]:
    """A note where the event of a project's guide is over, on the day of SOURCE_DATE_EPOCH or else today."""
    event = entry.node.event
    last = event and (event.until or event.date)
    today = sources.build_date() or sources.today()
    if entry.origin == "project" and last and last < today:
        key = "until" if event and event.until else "date"
        message = f"the event is over: its last day was {last.isoformat()}, and today is {today.isoformat()}"
        hint = "give it the day on which it takes place next, or remove 'event'"
        yield Diagnostic("note", "past-event", message, place(entry.tree, ("event", key)), (hint,))


def _values(tree: Any, pattern: Loc, so_far: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """The texts that stand where the pattern says, with their places in the tree."""
    if not pattern:
        if isinstance(tree, str):
            yield so_far, str(tree).strip()
    elif pattern[0] == EACH and isinstance(tree, YamlSeq):
        for index, item in enumerate(tree):
            yield from _values(item, pattern[1:], (*so_far, index))
    elif isinstance(tree, YamlMap) and pattern[0] in tree:
        yield from _values(tree[str(pattern[0])], pattern[1:], (*so_far, pattern[0]))
