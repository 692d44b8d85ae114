"""Which entries of the library belong into a guide.

Comes in: the library, the guide's own choice (if it makes one) and its roles. Goes out: the entries to
print: tips, jobs and questions that fit the roles, the canonical skills they use, the glossary terms that
occur, and the sources referred to. Ids that name nothing have been reported before and
are passed over here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from guidebuild.model.entry import Entry
from guidebuild.model.library import Library, ListShelf
from guidebuild.model.matching import SkillNames
from guidebuild.model.openings import Openings, choose, named
from guidebuild.model.parts import KnownSkill, SkillUse
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import GuideSpec, Job, Question, Role, Skill, Source, Term, Tip
from guidebuild.yamlfile.node import Node
from guidebuild.yamlfile.tree import YamlMap, YamlSeq, under

MOST = 10
N = TypeVar("N", bound=Node)


def suits(entry: Tip | Job | Question, roles: Sequence[str]) -> bool:
    """Whether an entry is for everybody, or for one of the roles."""
    return not entry.roles or any(role in roles for role in entry.roles)


def fitting(shelf: ListShelf[Any], chosen: Sequence[str] | None, roles: Sequence[str]) -> list[Entry[Any]]:
    """The chosen entries in order; without a choice those that suit, the project's before the bundled."""
    if chosen is not None:
        return [entry for key in chosen if (entry := shelf.get(key))]
    suiting = [entry for entry in shelf if suits(entry.node, roles)]
    return sorted(suiting, key=lambda entry: entry.origin == "bundled")[:MOST]


def openings(
    shelf: ListShelf[Job], chosen: Sequence[str] | None, roles: Sequence[Role], date: dt.date
) -> Openings:
    """The adverts to print: those that the guide names, else the nearest of all that suit its roles on its date.

    Where a project has adverts of its own, those that come with the program are out of the game.
    """
    if chosen is not None:
        return named([entry for key in chosen if (entry := shelf.get(key))], roles)
    ids = [role.id for role in roles]
    suiting = [entry for entry in shelf if suits(entry.node, ids)]
    own = [entry for entry in suiting if entry.origin == "project"]
    return choose(own or suiting, roles, date)


def fields_of(library: Library, role: Role, vocabulary: Sequence[str] = ()) -> frozenset[str]:
    """The fields of work whose words the role uses: its own, those of the guide and those of the project."""
    return frozenset((*role.vocabulary, *vocabulary)) | library.vocabulary


def fields_around(library: Library, role: Role) -> frozenset[str]:
    """The fields of work whose words a role uses by itself: also those of the guides that it stands in."""
    guides = (guide.node.vocabulary for guide in library.guides if role.id in guide.node.roles)
    return fields_of(library, role, [field for fields in guides for field in fields])


def with_known_skills(role: Role, names: SkillNames) -> Role:
    """The role with its skills named by canonical id where one is meant; what is unknown stays as it is.

    Of a skill that stands twice the use that is core counts, at the place of the first.
    """
    uses: dict[str, SkillUse] = {}
    for use in role.skills:
        known = names.find(use.skill)
        key = known or f"={same_key(use.skill)}"
        made = KnownSkill.model_construct(**dict(use), canonical=known) if known else use
        if key not in uses or (uses[key].level, use.level) == ("useful", "core"):
            uses[key] = made
    return role.model_copy(update={"skills": tuple(uses.values())})


def known_skills(role: Role) -> set[str]:
    """The ids of the canonical skills that a role uses."""
    return {use.canonical for use in role.skills if isinstance(use, KnownSkill)}


def used_skills(library: Library, roles: Iterable[Role]) -> list[Entry[Skill]]:
    """The canonical skills of the roles, in the order of the library."""
    used = {skill for role in roles for skill in known_skills(role)}
    return [entry for entry in library.skills if entry.node.id in used]


def occurring_terms(
    library: Library,
    roles: Sequence[Entry[Role]],
    skills: Mapping[str, Sequence[str]],
    vocabulary: Sequence[str] = (),
) -> list[Entry[Term]]:
    """Glossary entries that a role asks for or whose term occurs in its text, by the alphabet.

    `skills` are the labels of the canonical skills of each role. Terms of a field of work count for its roles alone,
    and those that come with the program are silent where the project explains the same word.
    """
    wanted = {term for role in roles for term in role.node.terms}
    own = {same_key(entry.node.term) for entry in library.terms if entry.origin == "project"}
    texts = {role.node.id: " ".join([*_printed(role.tree), *skills[role.node.id]]) for role in roles}
    fields = {role.node.id: fields_of(library, role.node, vocabulary) for role in roles}
    found = []
    for entry in library.terms:
        term = entry.node
        if entry.origin == "bundled" and same_key(term.term) in own:
            continue
        heard = [
            role for role in texts if term.field in (None, *fields[role]) and role in (term.roles or texts)
        ]
        if term.id in wanted or any(_occurs(term.term, " ".join(texts[role].split())) for role in heard):
            found.append(entry)
    return sorted(found, key=lambda entry: (entry.node.term.casefold(), entry.node.id))


def _printed(tree: Any, key: str = "") -> Iterable[str]:
    """The words of a role that are printed; ids are not."""
    if isinstance(tree, YamlMap):
        for name, value in tree.items():
            if name not in ("id", "terms", "sources", "source", "skill", "aspect", "url"):
                yield from _printed(value, name)
    elif isinstance(tree, YamlSeq):
        for value in tree if key != "skills" else ():
            yield from _printed(value)
    elif isinstance(tree, str):
        yield tree


def _occurs(term: str, text: str) -> bool:
    """Whole words only. Abbreviations count in capitals alone: GAN is not in "began", nor AI in "ai"."""
    flags = re.NOFLAG if term.isupper() else re.IGNORECASE
    return re.search(rf"(?<!\w){re.escape(term)}s?(?!\w)", text, flags) is not None


def cited_sources(
    library: Library, roles: Iterable[Role], scale: Iterable[Role], jobs: Iterable[Job]
) -> list[Entry[Source]]:
    """The sources that what is printed refers to, in the order of the library."""
    cited: set[str | None] = set()
    for role in roles:
        cited.update(role.sources, role.outlook.sources if role.outlook else ())
        cited.add(role.pay.source if role.pay else None)
    cited.update(role.pay.source for role in scale if role.pay)
    cited.update(job.source for job in jobs)
    return [entry for entry in library.sources if entry.node.id in cited]


def for_roles(spec: GuideSpec, roles: Sequence[Role], library: Library, *, shipped: bool) -> GuideSpec:
    """A guide with other roles: titles and findings written for the old ones go, and what does not suit.

    The event of a guide that is `shipped` with the program is an example, and belongs to that guide.
    """
    ids = tuple(role.id for role in roles)
    if ids == spec.roles:
        return spec
    sections = {
        name: setting.model_copy(update={"title": None, "lead": None})
        for name, setting in spec.sections.items()
    }
    changes: dict[str, Any] = {
        "id": roles_id(ids),
        "title": roles_title(roles),
        "subtitle": None,
        "url": None,
        "roles": ids,
        "sections": sections,
        "scale": tuple(role for role in spec.scale if role not in ids),
        "tips": _still(library.tips, spec.tips, ids),
        "jobs": _still(library.jobs, spec.jobs, ids),
        "questions": spec.questions and tuple(q for q in spec.questions if suits(q, ids)),
    }
    if shipped:
        changes |= {"event": None, "contact": None, "version": None}
    if spec.tree is not None:  # what is made here stands in no file
        changes["tree"] = under(spec.tree, [key for key in spec.tree if key not in changes])
    return spec.model_copy(update=changes)


def _still(
    shelf: ListShelf[Any], chosen: tuple[str, ...] | None, roles: Sequence[str]
) -> tuple[str, ...] | None:
    if chosen is None:
        return None
    return tuple(key for key in chosen if (entry := shelf.get(key)) is None or suits(entry.node, roles))


def roles_id(ids: Sequence[str]) -> str:
    """A name for a guide that has none: "data-engineer-vs-data-scientist"."""
    joined = "-vs-".join(ids)
    return (
        joined
        if len(joined) <= 80
        else "-".join("".join(part[0] for part in i.split("-") if part) for i in ids)
    )


def roles_title(roles: Sequence[Role]) -> str:
    """A title for a guide that has none."""
    titles = [role.title for role in roles]
    if len(titles) == 2:
        return f"{titles[0]} vs. {titles[1]}"
    if len(titles) == 3:
        return f"{titles[0]}, {titles[1]} and {titles[2]}"
    return {4: "Four", 5: "Five", 6: "Six"}.get(len(titles), str(len(titles))) + " roles side by side"
