"""`Comparison`: what the roles share and what they do not, computed once and told everywhere the same.

Comes in: a guide. Goes out: skills as sets, the rows of the comparison tables, and whether pay can be
compared. Refuses: to claim more than the data holds. Things are the same only when their words are (or their canonical
skill is), and what a role does not list is "not listed", never denied.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from guidebuild.compose.basis import few
from guidebuild.compose.document import Members
from guidebuild.compose.inline import flat
from guidebuild.model.parts import KnownSkill, Pay, SkillUse
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Guide, Role, Skill


@dataclass(frozen=True, slots=True)
class SharedSkill:
    """A skill with the roles that list it; `names`, `levels`, `notes` and `places` run along these `members`.

    `names` are how each role spells it, `label` is how it is called where it stands for several; `category` may be ''.
    `places` say where in a role's list the skill stands: 0 at its head, nearly 1 at its end.
    """

    key: str
    label: str
    brief: str
    category: str
    members: Members
    names: tuple[str, ...]
    levels: tuple[Literal["core", "useful"], ...]
    notes: tuple[str, ...]
    places: tuple[float, ...]

    def name(self, role: int) -> str:
        """How a role that lists the skill spells it."""
        return self.names[self.members.index(role)]

    def level(self, role: int) -> Literal["core", "useful", ""]:
        """'core', 'useful', or '' when the role does not list the skill."""
        return self.levels[self.members.index(role)] if role in self.members else ""

    def note(self, role: int) -> str:
        return self.notes[self.members.index(role)] if role in self.members else ""

    def place(self, role: int) -> float:
        """Where a role that lists the skill has it in its list."""
        return self.places[self.members.index(role)]


@dataclass(frozen=True, slots=True)
class SkillRegion:
    """Exactly these roles list exactly these skills."""

    members: Members
    skills: tuple[SharedSkill, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(skill.label for skill in self.skills)


Reason = Literal["kinds", "years", "regions", "open"]
Verdict = Reason | Literal["none", "single", "units", "few", "some", "overlap", "mixed", "clear"]


@dataclass(frozen=True, slots=True)
class PayVerdict:
    """How far pay can be compared. `roles` have pay on one scale, `apart` in another unit; `top` leads.

    `small` are those of the roles with few reports. `reports` counts what people reported, `jobs` what official
    statistics stand for. `reasons` are all that forbid to rank those on one scale.
    """

    verdict: Verdict
    roles: Members
    apart: Members
    reports: int
    years: tuple[int, int]
    top: int | None = None
    small: Members = ()
    jobs: int = 0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """`skills` in reading order; `regions` with the fewest members first, also empty ones up to three roles."""

    roles: int
    skills: tuple[SharedSkill, ...]
    regions: tuple[SkillRegion, ...]
    pay: PayVerdict

    def of(self, role: int) -> tuple[SharedSkill, ...]:
        """The skills that a role lists."""
        return tuple(skill for skill in self.skills if role in skill.members)

    def only(self, role: int) -> tuple[SharedSkill, ...]:
        """The skills that no other role lists, core before useful."""
        return core_first(skill for skill in self.skills if skill.members == (role,))

    def common(self) -> tuple[SharedSkill, ...]:
        """The skills that every role lists, of the roles that list any; core before useful."""
        listing = self.listing
        return core_first(s for s in self.skills if s.members == listing) if len(listing) > 1 else ()

    def between(self, first: int, second: int) -> tuple[SharedSkill, ...]:
        """The skills that two roles have in common, whoever else lists them."""
        return tuple(s for s in self.skills if first in s.members and second in s.members)

    @property
    def listing(self) -> Members:
        """The roles that list any skill."""
        return tuple(i for i in range(self.roles) if self.of(i))

    @property
    def closest(self) -> Members:
        """The pair with most skills in common; the first such pair."""
        pairs = list(combinations(range(self.roles), 2))
        return max(pairs, key=lambda pair: len(self.between(*pair)))


def compare(guide: Guide) -> Comparison:
    """The one comparison of a guide's roles."""
    skills = _skills(guide)
    count = len(guide.roles)
    return Comparison(count, skills, _regions(skills, count), _pay(guide.roles))


# Skills as sets


def _skills(guide: Guide) -> tuple[SharedSkill, ...]:
    """Every skill once, by category, core before useful, and then as the roles list them.

    Skills are one where a reader sees one name, whoever calls it so: the vocabulary of a field, or an author.
    """
    found: dict[str, dict[int, SkillUse]] = {}
    first: dict[str, SkillUse] = {}
    for number, role in enumerate(guide.roles):
        for use in role.skills:
            key = same_key(flat(_meant(guide, use).label) if isinstance(use, KnownSkill) else flat(use.skill))
            first[key] = use if isinstance(use, KnownSkill) else first.get(key, use)
            uses = found.setdefault(key, {})
            if number not in uses or (uses[number].level, use.level) == ("useful", "core"):
                uses[number] = use
    entries = [_entry(key, guide, first[key], uses) for key, uses in found.items()]
    order = {same_key(category.id): place for place, category in enumerate(guide.categories)}
    for entry in entries:
        if entry.category:  # a word of the author's own comes after the known ones
            order.setdefault(same_key(entry.category), len(order))
    return tuple(
        sorted(core_first(entries), key=lambda entry: order.get(same_key(entry.category), len(order)))
    )


def _meant(guide: Guide, use: KnownSkill) -> Skill:
    return guide.skills[use.canonical]


def _entry(key: str, guide: Guide, use: SkillUse, uses: dict[int, SkillUse]) -> SharedSkill:
    members = tuple(sorted(uses))
    skill = _meant(guide, use) if isinstance(use, KnownSkill) else None
    names = tuple(flat(skill.label if skill else uses[i].skill) for i in members)
    # Of 'SQL' and 'sql' the one with more capitals is the name: who writes all small says nothing about it.
    label = flat(skill.label) if skill else max(names, key=lambda name: sum(map(str.isupper, name)))
    return SharedSkill(
        key=skill.id if skill else f"={key}",
        label=label,
        brief=flat(skill.brief) if skill and skill.brief else label,
        category=skill.category if skill else "",
        members=members,
        names=names,
        levels=tuple(uses[i].level for i in members),
        notes=tuple(flat(uses[i].note or "") for i in members),
        places=tuple(guide.roles[i].skills.index(uses[i]) / len(guide.roles[i].skills) for i in members),
    )


def _regions(skills: tuple[SharedSkill, ...], roles: int) -> tuple[SkillRegion, ...]:
    groups: dict[Members, list[SharedSkill]] = {}
    if roles <= 3:
        for size in range(1, roles + 1):
            groups.update({members: [] for members in combinations(range(roles), size)})
    for skill in skills:
        groups.setdefault(skill.members, []).append(skill)
    ordered = sorted(groups, key=lambda members: (len(members), members))
    return tuple(SkillRegion(members, core_first(groups[members])) for members in ordered)


def core_first(skills: Iterable[SharedSkill]) -> tuple[SharedSkill, ...]:
    """What is core for all comes first, what is useful for all last; else the order stays."""
    return tuple(sorted(skills, key=lambda skill: skill.levels.count("useful") / len(skill.levels)))


def leading(
    skills: Iterable[SharedSkill], most: int, *, ranked: bool = False
) -> tuple[tuple[SharedSkill, ...], int]:
    """As many skills as a page has room for, and how many are not among them.

    Of a longer list those that are core to most come first, then those that stand first in the roles' own lists; where
    these are `ranked` by importance, nothing else counts.
    """
    every = core_first(skills)
    if len(every) <= most + 1:
        return every, 0
    ordered = sorted(
        every,
        key=lambda s: (
            not ranked and s.levels.count("useful") / len(s.members),
            sum(s.places) / len(s.members),
        ),
    )
    return tuple(ordered[:most]), len(every) - most


# Pay


def _pay(roles: tuple[Role, ...]) -> PayVerdict:
    paid = {i: role.pay for i, role in enumerate(roles) if role.pay}
    if not paid:
        return PayVerdict("none", (), (), 0, (0, 0))
    units = [(pay.currency, pay.period) for pay in paid.values()]
    unit = max(units, key=units.count)
    same = {i: pay for i, pay in paid.items() if (pay.currency, pay.period) == unit}
    reasons = _reasons(list(same.values()))
    verdict, top = _verdict(same, len(paid), reasons)
    years = (min(pay.years[0] for pay in same.values()), max(pay.years[1] for pay in same.values()))
    reports, jobs = (
        sum(pay.overall.n or 0 for pay in same.values() if pay.kind == kind)
        for kind in ("reports", "statistics")
    )
    apart = tuple(i for i in paid if i not in same)
    small = tuple(i for i, pay in same.items() if few(pay))
    return PayVerdict(verdict, tuple(same), apart, reports, years, top, small, jobs, reasons)


def _reasons(pays: list[Pay]) -> tuple[Reason, ...]:
    """Why figures of one unit cannot be ranked against each other: each would say more than they do."""
    apart = any(one.years[1] < other.years[0] for one in pays for other in pays)
    found: dict[Reason, bool] = {
        "kinds": len({pay.kind for pay in pays}) > 1,
        "years": apart,
        "regions": len({same_key(flat(pay.region)) for pay in pays}) > 1,
        "open": any({"p25", "p50", "p75"} & set(pay.overall.at_least) for pay in pays),
    }
    return tuple(reason for reason, holds in found.items() if holds) if len(pays) > 1 else ()


def _verdict(same: dict[int, Pay], paid: int, reasons: tuple[Reason, ...]) -> tuple[Verdict, int | None]:
    if len(same) < paid:
        return "units", None
    if len(same) == 1:
        return "single", None
    if reasons:
        return reasons[0], None
    if small := sum(few(pay) for pay in same.values()):
        return ("few" if small == len(same) else "some"), None
    for i, pay in same.items():
        if all(pay.overall.p25 > other.overall.p75 for j, other in same.items() if j != i):
            return "clear", i
    if all(overlap(a, b) for a, b in combinations(same.values(), 2)):
        return "overlap", None
    return "mixed", None


def overlap(first: Pay, second: Pay) -> bool:
    """Whether the middle halves have a value in common."""
    a, b = first.overall, second.overall
    return a.p25 <= b.p75 and b.p25 <= a.p75
