"""The comments that tell a reader of a YAML file where its values came from.

Comes in: the facts of an import, and the text of a file. Goes out: the head of a new file, the comments of its keys,
and for a file that is there the same edits with comments where something new comes from elsewhere than its
surroundings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from guidebuild.importers.meaning.wording import cut
from guidebuild.importers.merging.record import ITEM, Known, provenance
from guidebuild.importers.merging.yaml import writer as yamltext
from guidebuild.importers.merging.yaml.edits import Add, Edit, Insert, Recomment, Remove

_UNSIGNED = ("reviewed", "accessed", "sources", "source", "id")
"""Keys that speak for themselves."""
_ESCAPE = re.compile(r"\\([\\`*_\[\]])")
_TITLE_LENGTH = 80
_FREELY = "# Edit freely: importing again keeps what you changed."


def head(title: str, facts: Sequence[Known]) -> list[str]:
    """The first lines of a file that an import makes. `title` is that of the source."""
    lines = [f"# Imported by guidebuild from {_in_short(title)}", _FREELY]
    if len(lines[0]) + len(lines[1]) <= yamltext.WIDTH:
        lines = [lines[0] + lines[1][1:]]
    sign = single(facts)
    return [*lines, _all_from(sign)] if sign else lines


def head_of_copy(id_: str, title: str) -> list[str]:
    """The first lines of the project's own copy of a role that comes with the program."""
    return [f"# The role '{id_}' of guidebuild, with what was imported from {_in_short(title)}", _FREELY]


def _in_short(title: str) -> str:
    """A title at the end of a comment, without the backslashes that keep Markdown away."""
    words = _ESCAPE.sub(r"\1", " ".join(title.split())).strip('“”". ')
    return f"{words}." if len(words) <= _TITLE_LENGTH else cut(words, _TITLE_LENGTH)


def _all_from(sign: str) -> str:
    return f"# Where nothing else is said, a value is from {sign}"


def single(facts: Sequence[Known]) -> str:
    """The one place that all facts are from, as far as they name one, or ""."""
    told = _told(facts)
    placed = [fact for fact in told if fact.at] or told
    alike = len({fact.source for fact in told}) == 1 and len({provenance((fact,)) for fact in placed}) == 1
    return provenance(placed) if alike else ""


def _told(facts: Sequence[Known]) -> list[Known]:
    return [fact for fact in facts if fact.path[0] not in _UNSIGNED]


def of_key(key: str, facts: Sequence[Known]) -> str:
    """Where the values of a key are from; "" for keys that need no telling."""
    return "" if key in _UNSIGNED else provenance([fact for fact in facts if fact.path[0] == key])


def new_lines(tree: Mapping[str, Any], facts: Sequence[Known]) -> list[str]:
    """The keys of a new file, each signed unless all are from one place."""
    lines: list[str] = []
    alone = single(facts)
    for key, value in tree.items():
        sign = "" if alone else of_key(key, facts)
        lines += yamltext.commented(yamltext.key_lines(key, value, 0), sign, 0)
    return lines


def signed(edits: Sequence[Edit], text: str, before: Sequence[Known], facts: Sequence[Known]) -> list[Edit]:
    """The edits of an entry with a file of its own, with comments; those of last time are brought up to date."""
    done: list[Edit] = []
    touched: dict[str, None] = {}
    for edit in edits:
        key = edit.key if isinstance(edit, Add) and not edit.loc else str(edit.loc[0])
        touched.setdefault(key)
        if isinstance(edit, Add) and not edit.loc:
            edit = replace(edit, comment=_unless(of_key(key, facts), text))
        elif isinstance(edit, Add | Insert):
            ours = of_key(key, before)
            sign = _of_part(edit, facts)
            known = _stands(ours, key, text)
            edit = replace(edit, comment="" if known else _unless(sign, text))
        elif isinstance(edit, Remove):
            edit = replace(edit, comment=of_key(key, before))
        done.append(edit)
    gone = {edit.loc[0] for edit in edits if isinstance(edit, Remove) and len(edit.loc) == 1}
    for key in touched:
        old, new = of_key(key, before), of_key(key, facts)
        if old and new and old != new and key not in gone:
            done.append(Recomment((key,), old, new))
    return done


def renewed_head(text: str, before: Sequence[Known], facts: Sequence[Known]) -> str:
    """The text with the one place that its head names brought up to date."""
    old, new = single(before), single(facts)
    return text.replace(_all_from(old), _all_from(new), 1) if old and new else text


def _of_part(edit: Add | Insert, facts: Sequence[Known]) -> str:
    """Where a part of a key is from: the facts that hold its value, else those at its place."""
    way = tuple(step if isinstance(step, str) else ITEM for step in edit.loc)
    way = (*way, edit.key) if isinstance(edit, Add) else (*way, ITEM)
    near = [fact for fact in facts if fact.path[: len(way)] == way or way[: len(fact.path)] == fact.path]
    exact = [fact for fact in near if fact.path == way and fact.value == edit.value]
    return provenance(exact or near)


def _unless(sign: str, text: str) -> str:
    """The sign, unless the head of the file says it of everything."""
    return "" if sign and _all_from(sign) in text else sign


def _stands(sign: str, key: str, text: str) -> bool:
    """Whether an outermost key has this comment, above it or at the end of its line."""
    lines = text.splitlines()
    at = _line_of(key, lines)
    near = lines[max(at - 1, 0) : at + 1] if at is not None else []
    return bool(sign) and any(line.endswith(f"# {sign}") for line in near)


def _line_of(key: str, lines: Sequence[str]) -> int | None:
    """The number of the line that an outermost key begins."""
    wanted = re.compile(rf"""(["']?){re.escape(key)}\1\s*:""")
    return next((number for number, line in enumerate(lines) if wanted.match(line)), None)


def entry_sign(facts: Sequence[Known], more: int) -> str:
    """The comment above the first of some new entries of a list."""
    sign = provenance(_told(facts))
    return (
        f"{sign}, also the next {more}" if sign and more > 1 else f"{sign}, also the next" if more else sign
    )


def with_comment(text: str, key: str, sign: str) -> str:
    """The text with another comment above an outermost key: the old one spoke of a value that is replaced."""
    lines = text.splitlines(keepends=True)
    at = _line_of(key, lines)
    if at is None:
        return text
    first = at
    while first and lines[first - 1].startswith("#"):
        first -= 1
    return "".join([*lines[:first], f"# {sign}\n" if sign else "", *lines[at:]])
