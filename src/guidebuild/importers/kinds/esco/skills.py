"""Skills of an occupation: all that the source names, in its words.

Comes in: what an occupation needs, and the skills of the release. Goes out: facts of skills, essential before optional.
A skill that the release does not name is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from guidebuild.diagnostics import Diagnostic
from guidebuild.importers.draft import Fact
from guidebuild.importers.kinds.esco.found import Found, Need, Skill
from guidebuild.importers.meaning.wording import LINE, fitted, raised
from guidebuild.model.sameness import same_key

_REUSE = ("occupation-specific", "sector-specific", "cross-sector", "transversal")


def chosen_skills(
    found: Found, skills: Mapping[str, Skill], notes: list[Diagnostic]
) -> tuple[tuple[Fact, ...], bool]:
    """Facts of a role's `skills`, and whether the source tells essential ones from optional ones among them.

    Of each level those come first that say most about the occupation: what is of use in the fewest others. A skill
    that stands in both is essential.
    """

    def place(need: Need) -> tuple[str, int]:
        reuse = skills[need.skill].reuse
        return need.level, _REUSE.index(reuse) if reuse in _REUSE else len(_REUSE)

    chosen: dict[str, Fact] = {}
    for need in sorted((need for need in found.needs if need.skill in skills), key=place):
        words = raised(skills[need.skill].label)
        level = {} if need.level == "core" else {"level": need.level}
        chosen.setdefault(same_key(words), Fact({"skill": fitted(words, LINE)[0], **level}, at=need.at))
    notes += _gaps(found, skills)
    return tuple(chosen.values()), len({fact.value.get("level", "core") for fact in chosen.values()}) > 1


def _gaps(found: Found, skills: Mapping[str, Skill]) -> Iterator[Diagnostic]:
    nameless = [need for need in found.needs if need.skill not in skills]
    if nameless:
        which = _number(nameless, "skill")
        message = (
            f"{which} of '{found.of.title}' cannot be named, for the list of skills lacks them: left out"
        )
        yield Diagnostic(
            "warning", "unknown-skill", message, found.row.span, (f"the first is at {nameless[0].at}",)
        )
    if found.strange:
        first = found.strange[0]
        message = f"{_number(found.strange, 'relation')} of '{found.of.title}' to skills cannot be understood: left out"
        yield Diagnostic("warning", "odd-rows", message, first.span, ("each is 'essential' or 'optional'",))


def _number(things: Sequence[object], noun: str) -> str:
    return f"1 {noun}" if len(things) == 1 else f"{len(things)} {noun}s"
