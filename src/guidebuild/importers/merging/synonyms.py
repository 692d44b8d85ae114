"""Two names for one skill, as somebody has confirmed: what to write into the project's list of skills.

Comes in: pairs of names, the library and the folder of a project. Goes out: the text of `content/skills.yml` as it will
be, in which the first name of each pair is an alias of the second; what else stands in the file keeps every character.
A skill that the program brings is copied into the file first, since a project's entry replaces the bundled one; two
names that are both free text make a new skill. Refuses, with `GuideError`: names that no role uses, names that mean
another skill already, and categories that there are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, GuideError, Span, did_you_mean
from guidebuild.importers.meaning.near_skills import free_text, own_roles
from guidebuild.importers.meaning.wording import slug
from guidebuild.importers.merging.places import Planned, file_of
from guidebuild.importers.merging.yaml import writer as yamltext
from guidebuild.importers.merging.yaml.editor import edited
from guidebuild.importers.merging.yaml.edits import Add, Edit, Insert, Put
from guidebuild.model.library import Library
from guidebuild.model.matching import SkillNames
from guidebuild.model.references import unknown
from guidebuild.model.sameness import same_key
from guidebuild.model.selection import fields_around
from guidebuild.sources import shown
from guidebuild.yamlfile.tree import Loc, YamlMap, YamlSeq, read_tree

OTHER = ("other", "Other")
"""Id and label of the category of new skills that are given none."""
_MARK = "\ufeff"
_PLACE = Span("--same")
_HEAD = "# Skills of this project. An entry takes the place of the one with the same id that comes with guidebuild."


@dataclass(frozen=True, slots=True)
class Agreed:
    """The list of skills before (None: there was none) and after; `pairs` are words and the label of their skill."""

    file: Path
    before: str | None
    after: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Wanted:
    """Aliases to be added, by the id of their skill; `fresh` are labels of skills that are new, by id."""

    aliases: dict[str, list[str]] = field(default_factory=dict)
    fresh: dict[str, str] = field(default_factory=dict)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    def fault(self, code: str, message: str, *hints: str) -> None:
        self.faults.append(Diagnostic("error", code, message, _PLACE, hints))


def agree(pairs: Sequence[str], library: Library, folder: Path, category: str = "") -> Agreed:
    """What to write so that in each pair, "Testing of software=software-testing", both names mean one skill.

    Raises `GuideError` for pairs that cannot be.
    """
    roles = own_roles(library) or library.roles.ids()
    names = library.names(_fields(library, roles))
    used = {free.key: free.words for free in free_text(library, library.roles.ids())}
    wanted = _Wanted()
    for pair in pairs:
        _take(pair, library, names, used, wanted)
    if category and category not in library.categories:
        wanted.faults.append(unknown(library, "categories", category, Span("--category")))
    problems = [*wanted.faults, *(one for one in library.diagnostics if one.severity == "error")]
    if problems:
        raise GuideError(problems)
    file, before = _there(folder)
    after = _written(library, file, before, wanted, category or OTHER[0])
    _prove(wanted, Planned(library, folder, {file: after.removeprefix(_MARK)}), _fields(library, roles), file)
    return Agreed(file, before, after, tuple(wanted.pairs))


def _fields(library: Library, roles: Iterable[str]) -> frozenset[str]:
    """The fields of work whose words any of the roles uses."""
    nodes = (entry.node for id_ in roles if (entry := library.roles.get(id_)))
    return frozenset(field for role in nodes for field in fields_around(library, role))


def _take(pair: str, library: Library, names: SkillNames, used: dict[str, str], wanted: _Wanted) -> None:
    left, sign, right = (part.strip() for part in pair.rpartition("="))
    if not (sign and same_key(left) and same_key(right)):
        wanted.fault(
            "bad-pair",
            f"'{pair}' is not of the form WORDS=SKILL",
            'as in "Testing of software=software-testing"',
        )
        return
    words = used.get(same_key(left))
    here = None if words else names.find(left)
    there = names.find(right) or (None if same_key(right) in used else _elsewhere(right, library))
    if words is None and here is None:
        wanted.fault("unknown-skill", f"no role names a skill '{left}'", *did_you_mean(left, used.values()))
    elif there is None and same_key(right) not in used:
        labels = (entry.node.label for entry in library.skills)
        hints = did_you_mean(right, (*names.ids, *labels, *used.values()))
        wanted.fault("unknown-skill", f"there is no skill '{right}'", *hints)
    elif same_key(left) == same_key(right) or (here is not None and here == there):
        wanted.fault("same-already", f"'{left}' and '{right}' mean the same skill already")
    elif here is not None:
        _refuse_known(left, right, here, there, wanted)
    else:
        _add(words or left, there or _new(used[same_key(right)], library, wanted), library, wanted)


def _elsewhere(words: str, library: Library) -> str | None:
    """A skill of another field of work: who names it wants it, and it is copied into the project."""
    return library.names(library.fields()).find(words)


def _refuse_known(left: str, right: str, here: str, there: str | None, wanted: _Wanted) -> None:
    if there is None:
        hint = f'put it the other way round: --same "{right}={left}"'
    else:
        hint = f"in content/skills.yml, make one skill of '{here}' and '{there}'"
    wanted.fault("known-already", f"'{left}' means the skill '{here}' already", hint)


def _new(label: str, library: Library, wanted: _Wanted) -> str:
    """The id of a new skill of that name. One of another field keeps its own."""
    id_ = slug(label)
    if id_ in library.skills and library.skills.origin(id_) == "bundled":
        id_ = slug(f"own {label}")
    if id_ in library.skills:
        wanted.fault("duplicate-id", f"the id '{id_}', which '{label}' would get, is taken by another skill")
    return wanted.fresh.setdefault(id_, label) and id_


def _add(words: str, skill: str, library: Library, wanted: _Wanted) -> None:
    aliases = wanted.aliases.setdefault(skill, [])
    if same_key(words) not in map(same_key, aliases):
        aliases.append(words)
    entry = library.skills.get(skill)
    wanted.pairs.append((words, entry.node.label if entry else wanted.fresh[skill]))


def _there(folder: Path) -> tuple[Path, str | None]:
    """The project's list of skills and its text. Raises `GuideError`."""
    try:
        file = file_of(folder.resolve(), "skills", "")
        if not file.exists():
            return file, None
        return file, sources.read_bytes(file, limit=sources.CONTENT_LIMIT).decode()
    except sources.RefusedError as refusal:
        raise GuideError([refusal.diagnostic(Span("content/skills.yml"))]) from refusal


def _written(library: Library, file: Path, before: str | None, wanted: _Wanted, category: str) -> str:
    fresh = [
        {"id": id_, "label": label, "aliases": wanted.aliases[id_], "category": category}
        for id_, label in wanted.fresh.items()
    ]
    categories = (
        [dict(zip(("id", "label"), OTHER, strict=True))]
        if fresh and category not in library.categories
        else []
    )
    text = (before or "").removeprefix(_MARK)
    tree = None if before is None else read_tree(text, shown(file))
    own = _indexes(tree)
    copied = [
        _copy(library, id_, words)
        for id_, words in wanted.aliases.items()
        if id_ not in {*own, *wanted.fresh}
    ]
    if tree is None:
        lists = {"categories": categories, "skills": [*copied, *fresh]}
        lines = yamltext.mapping_lines({key: items for key, items in lists.items() if items}, 0)
        return "\n".join([_HEAD, *lines]) + "\n"
    edits = [
        edit for id_, words in wanted.aliases.items() if id_ in own for edit in _more(tree, own[id_], words)
    ]
    edits += [*_appended(tree, "categories", categories), *_appended(tree, "skills", [*copied, *fresh])]
    mark = _MARK if before and before.startswith(_MARK) else ""
    return mark + edited(text, shown(file), edits)


def _indexes(tree: Any) -> dict[str, Loc]:
    """Where each skill of the file stands."""
    items, start = (tree.get("skills"), ("skills",)) if isinstance(tree, YamlMap) else (tree, ())
    if not isinstance(items, YamlSeq):
        return {}
    return {
        str(item["id"]): (*start, index)
        for index, item in enumerate(items)
        if isinstance(item, YamlMap) and isinstance(item.get("id"), str)
    }


def _copy(library: Library, id_: str, words: Iterable[str]) -> dict[str, Any]:
    """A bundled skill with more aliases, as the project will have it."""
    entry = library.skills.get(id_)
    assert entry is not None  # every id here was found on the shelf
    skill = entry.node
    brief = {"brief": skill.brief} if skill.brief else {}
    return {
        "id": id_,
        "label": skill.label,
        **brief,
        "aliases": [*skill.aliases, *words],
        "category": skill.category,
    }


def _more(tree: Any, loc: Loc, words: Sequence[str]) -> Iterator[Edit]:
    """More aliases for a skill of the file."""
    skill = tree
    for step in loc:
        skill = skill[step]
    there = skill.get("aliases")
    if there:
        yield from (Insert((*loc, "aliases"), len(there), word) for word in words)
    elif "aliases" in skill:
        yield Put((*loc, "aliases"), list(words))
    else:
        yield Add(loc, "aliases", list(words), after="brief" if "brief" in skill else "label")


def _appended(tree: Any, name: str, items: Sequence[Any]) -> Iterator[Edit]:
    """More items for a list of the file, or the list."""
    if not items:
        return
    if not isinstance(tree, YamlMap):
        if name == "categories":
            hint = "choose one of the categories that there are with --category"
            raise GuideError(
                [Diagnostic("error", "no-category", "a new skill needs a category", _PLACE, (hint,))]
            )
        yield from (Insert((), len(tree), item) for item in items)
    elif tree.get(name):
        yield from (Insert((name,), len(tree[name]), item) for item in items)
    elif name in tree:
        yield Put((name,), list(items))
    else:
        yield Add((), name, list(items), after=[*tree][-1] if tree else None)


def _prove(wanted: _Wanted, planned: Planned, fields: frozenset[str], file: Path) -> None:
    """Once it is written, do the names mean one skill? A chain of pairs may have asked for what cannot be."""
    names = planned.names(fields)
    errors = [one for one in planned.diagnostics if one.severity == "error"]
    if errors:
        raise GuideError(errors)
    for words, label in wanted.pairs:
        if names.find(words) is None or names.find(words) != names.find(label):
            message = f"'{words}' and '{label}' would still be two skills in {shown(file)}"
            raise GuideError(
                [Diagnostic("error", "ambiguous-skill", message, _PLACE, ("name one pair at a time",))]
            )
