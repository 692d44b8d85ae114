"""What there is to say of roles that are valid: nothing is wrong, but an author should know it.

Comes in: roles with their trees, and the names that the program knows. Goes out: warnings and notes, each at the place
of the words. Roles that come with the program are passed over: nobody could mend them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidebuild.diagnostics import Diagnostic
from guidebuild.model.entry import Entry
from guidebuild.model.library import Library
from guidebuild.model.matching import SkillNames
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Role
from guidebuild.model.selection import fields_around
from guidebuild.yamlfile.tree import place


def skill_remarks(library: Library, names: SkillNames, entry: Entry[Role]) -> Iterator[Diagnostic]:
    """Skills that stand twice, nearly name a known one, are known under another name, or are ids of another field."""
    if entry.origin == "bundled" and library.project:
        return
    seen: dict[str, str] = {}
    for index, use in enumerate(entry.node.skills):
        span = place(entry.tree, ("skills", index))
        known = names.find(use.skill)
        key = known or f"={same_key(use.skill)}"
        if key in seen:
            same = f"'{use.skill}' is the same skill as '{seen[key]}' above, and is left out"
            yield Diagnostic("warning", "duplicate-skill", same, span, ("remove one of the two",))
        seen.setdefault(key, use.skill)
        label = library.skills.get(known) if known else None
        if label and use.skill != known and same_key(label.node.label) != same_key(use.skill):
            message = f"'{use.skill}' is printed under the name '{label.node.label}'"
            hint = (
                f"skills.yml says so ('{known}'); to keep your words, list them there as a skill of your own"
            )
            yield Diagnostic("note", "known-as", message, span, (hint,))
        elif known is None and (hints := names.near_miss(use.skill)):
            message = f"there is no skill '{use.skill}'; it is printed as it stands"
            yield Diagnostic("warning", "unknown-skill", message, span, hints)
        elif known is None and (other := library.skills.get(use.skill)) and "-" in use.skill:
            field = other.node.field
            message = f"'{use.skill}' is printed as it stands: as an id it belongs to the field '{field}'"
            hint = f"write 'vocabulary: [{field}]' in the guide or the role, or the skill in words"
            yield Diagnostic("warning", "other-field", message, span, (hint,))


def role_remarks(library: Library, entry: Entry[Role]) -> Iterator[Diagnostic]:
    """All that there is to say of a role by itself, heard as the guides that it stands in hear it."""
    yield from skill_remarks(library, library.names(fields_around(library, entry.node)), entry)
    yield from pay_remarks(entry)


def title_remarks(entries: Sequence[Entry[Role]]) -> Iterator[Diagnostic]:
    """Two roles of a guide that a reader cannot tell apart."""
    first: dict[str, Entry[Role]] = {}
    for entry in entries:
        twin = first.setdefault(same_key(entry.node.title), entry)
        if twin is not entry:
            message = f"two roles of this guide are called '{entry.node.title}': '{twin.node.id}' and '{entry.node.id}'"
            hint = "give each a title of its own, so that readers can tell them apart"
            yield Diagnostic("warning", "same-title", message, place(entry.tree, ("title",)), (hint,))


def pay_remarks(entry: Entry[Role]) -> Iterator[Diagnostic]:
    """Keys of an older version that are still read."""
    if entry.node.pay and entry.node.pay.counts and entry.origin == "project":
        kind = {"jobs": "statistics"}.get(entry.node.pay.counts, entry.node.pay.counts)
        message = f"'counts' is called 'kind' now, and '{entry.node.pay.counts}' there is '{kind}'"
        span = place(entry.tree, ("pay", "counts"), key=True)
        yield Diagnostic("note", "renamed-key", message, span, (f"write 'kind: {kind}' in its place",))
