"""What an author has, what was imported last time and what is imported now, as one: a three-way merge.

Comes in: the tree of an entry as it stands in the file, the facts that this importer brought before, and the facts that
it brings now. Goes out: `Merged`: the edits to be made, notes for the author, and how many facts were added, updated,
kept and removed. What an author wrote, changed or took out stays so; what nobody touched follows the source. Refuses:
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.importers.draft import Fact, Tree, plain
from guidebuild.importers.meaning.wording import cut
from guidebuild.importers.merging.formerly import Formerly
from guidebuild.importers.merging.identity import FIELDS, Matcher, same_item
from guidebuild.importers.merging.record import ITEM, Path
from guidebuild.importers.merging.regrouped import regrouped
from guidebuild.importers.merging.values import covers, difference, joined, neighbour, place_of, renamed
from guidebuild.importers.merging.yaml import writer as yamltext
from guidebuild.importers.merging.yaml.edits import Add, Edit, Insert, Put, Remove, applied, tidied
from guidebuild.model.matching import SkillNames
from guidebuild.yamlfile.node import Node
from guidebuild.yamlfile.problems import model_at
from guidebuild.yamlfile.tree import Loc

STAMPS = ("reviewed", "accessed")
"""Keys that tell when, and that change only when something else does."""

CLAIMS = ("left_out", "ranked_by", "criteria")
"""Keys that tell of lists as wholes: what the source does not say any more would be a false claim."""

_NOTHING: Any = object()


@dataclass(slots=True)
class Tally:
    """How many facts of a kind of fate there were."""

    added: int = 0
    updated: int = 0
    kept: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """What a merge knows besides its trees.

    `names` are those of the skills that count for the entry's words, `names_of_all` those of every field of work.
    `others` are the trees that other importers brought to the entry; `where` tells the place of a value in the file;
    `record` names the file that holds what the source says in full; `formerly` says what items were called before.
    """

    model: type[Node]
    names: SkillNames
    source: str
    where: Callable[[Loc], Span]
    others: tuple[Mapping[str, Any], ...] = ()
    record: str = ""
    prune: bool = False
    formerly: Formerly = field(default_factory=dict)
    names_of_all: Callable[[], SkillNames] = lambda: SkillNames(())


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome. `left` are facts of last time that the source no longer has, and that are to be remembered:

    those that stand in the file, and those that the author took out, which are to stay out if they come back.
    """

    edits: tuple[Edit, ...]
    report: tuple[Diagnostic, ...]
    tally: Tally
    left: tuple[tuple[Path, Any], ...]


def merge(
    current: Mapping[str, Any], before: Mapping[str, Any], facts: Mapping[str, Tree], setting: Setting
) -> Merged:
    """The edits that bring the facts into the current tree."""
    timeless = {key: part for key, part in facts.items() if key not in STAMPS}
    known = {key: part for key, part in before.items() if key not in STAMPS}
    merging = _Merge(setting)
    merging.mapping(current, known, timeless, ())
    if merging.edits and len(timeless) < len(facts):
        merging = _Merge(setting)
        merging.mapping(current, before, facts, ())
    return Merged(tidied(current, merging.edits), tuple(merging.report), merging.tally, tuple(merging.left))


@dataclass(slots=True)
class _Merge:
    setting: Setting
    way: Loc = ()  # what leads to the tree of this merge, where that is a part of another
    edits: list[Edit] = field(default_factory=list)
    report: list[Diagnostic] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    left: list[tuple[Path, Any]] = field(default_factory=list)

    def tree(self, current: Any, before: Any, tree: Tree, loc: Loc) -> None:
        if isinstance(tree, Fact):
            self.value(current, before, tree.value, loc, tree)
        elif isinstance(tree, Mapping):
            if isinstance(current, Mapping):
                self.mapping(current, before if isinstance(before, Mapping) else {}, tree, loc)
            else:
                self.differs(current, before, plain(tree), loc, Fact(None))
        elif isinstance(current, Sequence) and not isinstance(current, str):
            self.items(current, before if isinstance(before, list) else [], tree, loc)
        else:
            self.differs(current, before, plain(tree), loc, Fact(None))

    def value(self, current: Any, before: Any, new: Any, loc: Loc, fact: Fact) -> None:
        """A value that the source gives as one fact."""
        matcher = self.matcher(loc)
        if not fact.whole and isinstance(matcher.spelled(current), Mapping):
            spelled = matcher.spelled(new)
            if isinstance(spelled, Mapping) and not (isinstance(current, str) and isinstance(new, str)):
                self.fields(current, matcher.spelled(before), spelled, loc, fact)
                return
        if not fact.whole and _is_list(current) and _is_list(new) and not _is_row(new):
            facts = tuple(Fact(item, fact.at, fact.source) for item in new)
            self.items(current, before if isinstance(before, list) else [], facts, loc, within=True)
            return
        if same_item(current, new):
            return
        here, then = renamed(current), renamed(before)
        if then is not _NOTHING and covers(here, then):
            self.edits += difference(current, joined(here, then, new), loc)
            self.tally.updated += 1
        else:
            self.differs(current, then, new, loc, fact)

    def fields(self, current: Any, before: Any, new: Mapping[str, Any], loc: Loc, fact: Fact) -> None:
        """A mapping that the source gives as one fact: each field counts for itself."""
        known = before if isinstance(before, Mapping) else {}
        parts = {key: Fact(part, fact.at, fact.source) for key, part in new.items()}
        if isinstance(current, Mapping):
            self.mapping(current, known, parts, loc, within=True)
            return
        spelled = self.matcher(loc).spelled(current)
        inner = _Merge(self.setting, (*self.way, *loc), report=self.report, tally=self.tally, left=self.left)
        inner.mapping(spelled, known, parts, (), within=True)
        if inner.edits:
            self.edits.append(Put(loc, applied(spelled, tidied(spelled, inner.edits))))

    def mapping(
        self,
        current: Mapping[str, Any],
        before: Mapping[str, Any],
        new: Mapping[str, Tree],
        loc: Loc,
        *,
        within: bool = False,
    ) -> None:
        """Keys that are there, keys that are new, and keys that the source no longer has."""
        if (*self.way, *loc) == ("tools",):
            groups = regrouped(current, before, new, self.matcher(("tools", "", 0)))
            before, new = groups.before, groups.new
            self.edits += groups.edits
        for key, part in new.items():
            if current.get(key) is not None:
                self.tree(current[key], before.get(key, _NOTHING), part, (*loc, key))
            elif key in before:
                self.stays_out((*loc, key), before[key], part)
            elif key in current:
                self.edits.append(Put((*loc, key), plain(part)))
                self.tally.added += _number(part)
            else:
                self.edits.append(Add(loc, key, plain(part), neighbour(key, list(new), list(current))))
                self.tally.added += 0 if within else _number(part)
                self.tally.updated += 1 if within else 0
        for key, value in before.items():
            if key in new:
                continue
            if current.get(key) is not None:
                self.gone(current[key], value, (*loc, key), within=within)
            elif not within:
                self.left.append((_path((*loc, key)), value))

    def items(
        self,
        current: Sequence[Any],
        before: Sequence[Any],
        new: Sequence[Tree],
        loc: Loc,
        *,
        within: bool = False,
    ) -> None:
        """Items that are there, items that are new, and items that the source no longer has."""
        matcher = self.matcher((*loc, 0))
        values = [plain(item) for item in new]
        last = matcher.pairs(values, before, reworded=True)
        here = matcher.pairs(values, current)
        theirs = matcher.pairs(before, current)
        for index, old in last.items():  # the source has changed the words, or the author has
            if index not in here and old in theirs and theirs[old] not in here.values():
                here[index] = theirs[old]
        behind: int | None = None
        for index, item in enumerate(new):
            if index in here:
                behind = here[index]
                if index in last:
                    self.tree(current[behind], before[last[index]], item, (*loc, behind))
                else:
                    self.joins(current[behind], values[index], (*loc, behind), item)
            elif index in last:
                self.stays_out(loc, before[last[index]], item, f"{_quoted(before[last[index]])} of ")
            else:
                at = behind + 1 if behind is not None else place_of(index, here, len(current))
                self.edits.append(Insert(loc, at, values[index]))
                self.tally.added += 0 if within else 1
        for old, value in enumerate(before):
            if old in last.values():
                continue
            if old in theirs and theirs[old] not in here.values():
                self.gone(current[theirs[old]], value, (*loc, theirs[old]), within=within)
            elif not within:
                self.left.append((_path((*loc, 0)), value))

    def joins(self, current: Any, new: Any, loc: Loc, tree: Tree) -> None:
        """An item that this source has too, but did not bring: it stays as it is."""
        if not self.matcher(loc).says(current, new):
            self.differs(current, _NOTHING, new, loc, tree if isinstance(tree, Fact) else Fact(None))

    def gone(self, current: Any, before: Any, loc: Loc, *, within: bool) -> None:
        """What was imported, is still there, and is not in the source any more."""
        if self.brought_by_others(before, loc):
            return
        matcher = self.matcher(loc)
        if same_item(matcher.spelled(current), matcher.spelled(before)):
            claims = loc[0] in CLAIMS and not self.way
            if within or claims or (self.setting.prune and not self.is_needed(loc)):
                self.edits.append(Remove(loc))
                self.tally.removed += 0 if within else 1
                if not within:
                    why = (
                        "it is not said of what is imported now" if claims else "the source no longer has it"
                    )
                    self.note("removed", loc, f"{_subject(loc, before)} is taken out: {why}")
            else:
                self.left.append((_path(loc), before))
                hint = "" if self.is_needed(loc) else "'--prune' takes out what nobody has edited"
                self.note(
                    "no-longer-in-source", loc, f"{_subject(loc, before)} is no longer in the source", hint
                )
        elif isinstance(current, Mapping) and isinstance(before, Mapping) and isinstance(loc[-1], str):
            self.mapping(current, before, {}, loc, within=within)
        elif _is_list(current) and _is_list(before):
            self.items(current, before, (), loc, within=within)
        else:
            self.note(
                "no-longer-in-source",
                loc,
                f"{_subject(loc, before)} is no longer in the source, and stays as you have edited it",
            )

    def brought_by_others(self, value: Any, loc: Loc) -> bool:
        for tree in self.setting.others:
            there = _reached(tree, loc)
            if isinstance(loc[-1], int) and isinstance(there, list):
                if self.matcher(loc).pairs([value], there):
                    return True
            elif there is not _NOTHING and same_item(there, value):
                return True
        return False

    def is_needed(self, loc: Loc) -> bool:
        """Whether the entry is none without it."""
        owner = model_at(self.setting.model, (*self.way, *loc)[:-1])
        found = owner.model_fields.get(str(loc[-1])) if owner else None
        return found is not None and found.is_required()

    def differs(self, current: Any, before: Any, new: Any, loc: Loc, fact: Fact) -> None:
        """The file says one thing and the source another: the file's stays."""
        source = fact.source or self.setting.source
        if loc[-1] in STAMPS or (before is not _NOTHING and same_item(before, new)):
            return
        if loc[-1] == "source" and new == source:  # says where the entry is from that stays
            return
        self.tally.kept += 1
        hint = f"all of it stands in {self.setting.record}" if self.setting.record else ""
        if any(_holds(_reached(tree, loc), current) for tree in self.setting.others):
            self.note(
                "other-source",
                loc,
                f"'{_named(loc)}' stays as another source has it; '{source}' says {_quoted(new)}",
                hint,
            )
        else:
            self.note(
                "kept-edit",
                loc,
                f"'{_named(loc)}' stays as you have it; '{source}' says {_quoted(new)}",
                hint,
            )

    def stays_out(self, loc: Loc, before: Any, tree: Tree, item: str = "") -> None:
        """What the author has taken out."""
        new = plain(tree)
        if same_item(before, new) or loc[-1] in STAMPS:
            return
        self.tally.kept += 1
        words = f"{item}'{_named(loc)}' stays out, as you took it out; the source now says {_quoted(new)}"
        self.note("kept-out", loc, words)

    def note(self, code: str, loc: Loc, message: str, hint: str = "") -> None:
        span = self.setting.where((*self.way, *loc))
        self.report.append(Diagnostic("note", code, message, span, (hint,) if hint else ()))

    def matcher(self, loc: Loc) -> Matcher:
        way = (*self.way, *loc)
        node = model_at(self.setting.model, way)
        formerly = self.setting.formerly.get(str(way[0]), {}) if way else {}
        return Matcher(self.setting.names, node.shorthand if node else "", formerly)


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _is_row(items: Sequence[Any]) -> bool:
    """Numbers that make sense only together, as the first and last year do."""
    return all(isinstance(item, int | float) for item in items)


def _number(tree: Tree) -> int:
    """How many facts there are in a tree."""
    if isinstance(tree, Fact):
        return 1
    return sum(_number(part) for part in (tree.values() if isinstance(tree, Mapping) else tree))


def _reached(tree: Any, loc: Loc) -> Any:
    """What stands at a place of what an importer brought; for an item, the list."""
    for step in loc:
        if isinstance(step, int):
            return tree
        if not isinstance(tree, Mapping) or step not in tree:
            return _NOTHING
        tree = tree[step]
    return tree


def _holds(there: Any, value: Any) -> bool:
    """Whether a value, or an item or a field of an item, is what another importer brought."""
    if same_item(there, value):
        return True
    if not isinstance(there, list):
        return False
    parts = [part for item in there for part in (item.values() if isinstance(item, Mapping) else ())]
    return any(same_item(item, value) for item in (*there, *parts))


def _path(loc: Loc) -> Path:
    return tuple(step if isinstance(step, str) else ITEM for step in loc)


def _named(loc: Loc) -> str:
    return ".".join(step for step in loc if isinstance(step, str))


def _subject(loc: Loc, value: Any) -> str:
    return f"{_quoted(value)} of '{_named(loc)}'" if isinstance(loc[-1], int) else f"'{_named(loc)}'"


def _quoted(value: Any) -> str:
    """A value in few words; an item by its name."""
    if isinstance(value, Mapping) and (names := [value[name] for name in FIELDS if name in value]):
        value = names[0]
    words = " ".join(value.split()) if isinstance(value, str) else yamltext.inline(value)
    return f"'{cut(words, 90)}'"
