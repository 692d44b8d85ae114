"""The comments that tell a reader of a YAML file where its values came from.

Comes in: the facts of an import, and the text of a file. Goes out: the head of a new file, the comments of its keys,
and for a file that is there the same edits with comments where something new comes from elsewhere than its
surroundings. Refuses: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from guidebuild.importers import yamltext
from guidebuild.importers.edits import Add, Edit, Insert, Put, Recomment, Remove
from guidebuild.importers.record import ITEM, Known, provenance
from guidebuild.model.yaml_tree import Loc

_UNSIGNED = ("reviewed", "accessed", "sources", "source", "id")
"""Keys that speak for themselves."""
_ESCAPE = re.compile(r"\\([\\`*_\[\]])")
_TITLE_LENGTH = 60


def head(title: str, facts: Sequence[Known]) -> list[str]:
    """The first lines of a file that an import makes. `title` is that of the source."""
    words = _ESCAPE.sub(r"\1", " ".join(title.split()))
    words = words if len(words) <= _TITLE_LENGTH else words[: _TITLE_LENGTH - 1].rstrip() + "…"
    lines = [
        f"# Imported by guidebuild from {words}.",
        "# Edit freely: importing again keeps what you changed.",
    ]
    if len(lines[0]) + len(lines[1]) <= yamltext.WIDTH:
        lines = [lines[0] + lines[1][1:]]
    sign = single(facts)
    return [*lines, _all_from(sign)] if sign else lines


def _all_from(sign: str) -> str:
    return f"# Where nothing else is said, a value is from {sign}"


def single(facts: Sequence[Known]) -> str:
    """The one place that all facts are from, or ""."""
    told = _told(facts)
    signs = {provenance((fact,)) for fact in told}
    return provenance(told) if len(signs) == 1 else ""


def _told(facts: Sequence[Known]) -> tuple[Known, ...]:
    return tuple(fact for fact in facts if fact.path[0] not in _UNSIGNED)


def of_key(key: str, facts: Sequence[Known]) -> str:
    """Where the values of a key are from; "" for keys that need no telling."""
    return "" if key in _UNSIGNED else provenance(tuple(fact for fact in facts if fact.path[0] == key))


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
            edit = replace(edit, comment=_unless(of_key(key, facts), text, whole_file=True))
        elif isinstance(edit, Add | Insert):
            ours = of_key(key, before)
            sign = _of_part(edit, facts)
            known = ours and _stands(ours, text)
            edit = replace(edit, comment="" if known else _unless(sign, text, whole_file=True))
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
    return provenance(tuple(exact or near))


def _unless(sign: str, text: str, *, whole_file: bool) -> str:
    """The sign, unless the head of the file says it of everything."""
    return "" if whole_file and sign and _all_from(sign) in text else sign


def _stands(sign: str, text: str) -> bool:
    return any(line.endswith(f"# {sign}") for line in text.splitlines())


def entry_sign(facts: Sequence[Known], more: int) -> str:
    """The comment above the first of some new entries of a list."""
    sign = provenance(_told(facts))
    return (
        f"{sign}, also the next {more}" if sign and more > 1 else f"{sign}, also the next" if more else sign
    )


def without_comment_above(text: str, loc: Loc) -> str:
    """The text without the comment above an outermost key: it spoke of a value that is replaced."""
    lines = text.splitlines(keepends=True)
    at = next((i for i, line in enumerate(lines) if re.match(rf"{re.escape(str(loc[0]))}\s*:", line)), 0)
    first = at
    while first and lines[first - 1].startswith("#"):
        first -= 1
    return "".join(lines[:first] + lines[at:])


def with_comment_above(text: str, key: str, sign: str) -> str:
    """The text with a comment above an outermost key."""
    return re.sub(
        rf"^(?={re.escape(key)}\s*:)", f"# {sign}\n" if sign else "", text, count=1, flags=re.MULTILINE
    )


def replaced_keys(edits: Sequence[Edit]) -> list[str]:
    """The outermost keys within which something is replaced."""
    return list(dict.fromkeys(str(edit.loc[0]) for edit in edits if isinstance(edit, Put) or edit.loc))
