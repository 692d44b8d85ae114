"""What an importer has found, before it meets the files of a project.

Comes in: nothing. Goes out: `Fact` (one value and the place it was read from), `Entry` (the facts of one role, guide,
skill, tip, job or source) and `Draft` (everything that one import found, and what there is to tell about it). The trees
of an entry have the shape of the YAML to be written: mappings and tuples with a `Fact` at each leaf.
`importers.merging.plan` compares a draft with what the project has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guidebuild.diagnostics import Diagnostic
from guidebuild.model.project import Kind


@dataclass(frozen=True, slots=True)
class Fact:
    """One value as YAML will hold it (text, number, switch, date, list or mapping), and where the source says so.

    `at` is for people: "Task Statements.txt:41", "article.html:12". `source` is the id of another source than the
    draft's. A `whole` mapping is replaced as one: its parts (percentiles of one sample) make no sense apart.
    """

    value: Any
    at: str = ""
    source: str = ""
    whole: bool = False


Tree = Fact | Mapping[str, "Tree"] | tuple["Tree", ...]
"""Facts, arranged as the YAML will be. The items of a tuple are facts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The facts of one entry, keys in the order in which they are to be written; the id stands apart.

    An entry that only `adds` brings facts to a role that must be there already (its pay), and makes no new one.
    """

    kind: Kind
    id: str
    facts: Mapping[str, Tree]
    adds: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that one import found.

    `importer` names the import among others of the same project ("onet", "article:dl-vs-mlse"): when it is done again,
    what it brought before is what the new facts are compared with. `source` is the id of the source of every fact that
    names none. `notes` are warnings and notes for the author: what was left out, dropped or not placed, with its place.
    `said` are lines for people about what was used.
    """

    importer: str
    source: str
    entries: tuple[Entry, ...]
    notes: tuple[Diagnostic, ...] = ()
    said: tuple[str, ...] = field(default=())


def plain(tree: Tree) -> Any:
    """The values alone, in mappings and lists, as YAML would hold them."""
    if isinstance(tree, Fact):
        return tree.value
    if isinstance(tree, Mapping):
        return {key: plain(part) for key, part in tree.items()}
    return [plain(part) for part in tree]
