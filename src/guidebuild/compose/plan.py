"""`Plan`: what every section composer needs to know before the first word is written.

Comes in: a guide and a theme. Goes out: the sections that exist, in order, with ids and thumb tabs, so that a
section can point to another that is composed later; and the small words that several sections share. Refuses:
to point to a section that the guide does not have.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidebuild.brand.theme import Theme
from guidebuild.compose.alignment import align
from guidebuild.compose.amounts import axis, in_brief, is_open, running_on
from guidebuild.compose.casing import NOTHING_SMALL, Casing, casing
from guidebuild.compose.comparison import Comparison, compare
from guidebuild.compose.document import (
    Block,
    Inline,
    Members,
    PageRef,
    Paragraph,
    Range,
    Run,
    Section,
    SectionKind,
)
from guidebuild.compose.inline import flat, inline
from guidebuild.compose.lines import Block as Rows
from guidebuild.compose.selfcheck import check_rows
from guidebuild.compose.titles import BRIEF, labels
from guidebuild.model.parts import Pay
from guidebuild.model.schema import Guide, Role, SectionName
from guidebuild.words import ENGLISH, Words
from guidebuild.words.numbers import brief_money, days, joined, spelled

ORDER: tuple[SectionName, ...] = (
    "cover", "contents", "glance", "profiles", "compare", "skills", "pay", "jobs", "fit",
    "tips", "questions", "glossary", "sources", "back",
)  # fmt: skip
WIDEST_BADGE = 26
# The number of a booth and nothing else: 14, B, 14B, A-3, 12–14.
_BARE = re.compile(r"[^\W\d_]|[^\W\d_]{0,2}[-. ]?\d+[-. ]?[^\W\d_]?(?:[-–/]\d+)?")
COMPARED = ("responsibilities", "education", "preparation", "tools", "industries", "interests", "outlook")
NUMBERED = ("glance", "profile", "compare", "skills", "pay", "jobs", "fit")
LETTERED = ("tips", "questions")


@dataclass(frozen=True, slots=True)
class Slot:
    """A section to be composed: `role` is set for profiles."""

    id: str
    kind: SectionKind
    tab: str
    role: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    guide: Guide
    theme: Theme
    comparison: Comparison
    tables: tuple[tuple[Members, tuple[Rows, ...]], ...]
    slots: tuple[Slot, ...] = ()
    casing: Casing = NOTHING_SMALL
    words: Words = ENGLISH

    @property
    def roles(self) -> tuple[Role, ...]:
        return self.guide.roles

    @property
    def everyone(self) -> Members:
        return tuple(range(len(self.guide.roles)))

    @property
    def when(self) -> dt.date:
        """The day on which the guide is handed out: the event's, else the guide's own."""
        event = self.guide.spec.event
        return event.date if event and event.date else self.guide.date

    @property
    def date(self) -> str:
        """The day of the event, or '11–13 March 2027'; nothing where the author gives none."""
        event = self.guide.spec.event
        if not event or not event.date:
            return ""
        return days(event.date, event.until or event.date, self.guide.spec.locale)

    @property
    def time(self) -> str:
        """As the author writes it: '10 am to 4 pm'."""
        event = self.guide.spec.event
        return flat(event.time or "") if event else ""

    @property
    def booth(self) -> str:
        """What the author calls it: '14', 'Table 7'."""
        event = self.guide.spec.event
        return flat(event.booth or "") if event else ""

    @property
    def place(self) -> str:
        """Where to find the host: 'Booth 14' of a bare number or letter, else as written; or nothing."""
        return f"Booth {self.booth}" if _BARE.fullmatch(self.booth) else self.booth

    @property
    def stand(self) -> str:
        """'the booth'; what is no booth is named."""
        return "the booth" if "booth" in self.place.casefold() else self.place

    def short(self, role: int) -> str:
        """The role's short title, or what is left of a long one where space is narrow."""
        return labels([flat(role.short_title) for role in self.guide.roles])[role]

    def brief(self, role: int) -> str:
        """The role's name at the head of a narrow column."""
        return labels([self.short(i) for i in self.everyone], BRIEF)[role]

    def jobs_words(self) -> str:
        """'two jobs'."""
        return f"{spelled(len(self.roles))} jobs"

    def shorts(self, members: Members) -> list[str]:
        """The short titles of some roles."""
        return [self.short(i) for i in members]

    def names(self, members: Members) -> str:
        """'Deep Learning Engineer and Data Engineer'."""
        return joined(self.shorts(members))

    def badge(self, members: Members, columns: int) -> str:
        """What a merged cell says: 'Both', 'All three'; of a part of the columns whose cell it is."""
        if len(members) < columns:
            return self.pair(members)
        return self.all_of(members)

    def all_of(self, members: Members) -> str:
        """'Both', 'All three'."""
        return "Both" if len(members) == 2 else f"All {spelled(len(members))}"

    def these(self, members: Members) -> str:
        """'These two'."""
        return f"These {spelled(len(members))}"

    def pair(self, members: Members) -> str:
        """'Deep Learning and ML' for two engineers; two long names are only counted."""
        names = [self.short(i) for i in members]
        last = {name.split(" ")[-1] for name in names}
        if len(last) == 1 and all(" " in name for name in names):
            names = [name.rsplit(" ", 1)[0] for name in names]
        words = joined(names)
        return words if len(words) <= WIDEST_BADGE else self.these(members)

    # Sections

    def slot(self, kind: SectionKind, role: int | None = None) -> Slot | None:
        return next((s for s in self.slots if s.kind == kind and s.role == role), None)

    def see(
        self, before: str, kind: SectionKind, after: str = "", *, bold: bool = False
    ) -> tuple[Inline, ...]:
        """'Line by line on page {compare}', or nothing when the guide has no such section."""
        if not (found := self.slot(kind)):
            return ()
        tail = (Run(after, bold=bold),) if after else ()
        return (Run(before, bold=bold), PageRef(found.id, bold=bold), *tail)

    def section(
        self,
        slot: Slot,
        name: str,
        title: str,
        blocks: Iterator[Block] | tuple[Block, ...],
        setting: SectionName,
    ) -> Section:
        """A finished section; the author's own title wins over the rule's."""
        own = self.guide.spec.sections.get(setting)
        heading = flat(own.title) if own and own.title and slot.kind != "profile" else title
        place = own.at("title") if own and own.title else None
        if slot.role is not None:
            place = self.roles[slot.role].at("title")
        return Section(slot.id, slot.kind, name, heading, slot.tab, tuple(blocks), slot.role, place)

    def lead(self, section: SectionName, words: str) -> Iterator[Paragraph]:
        """The paragraph under a section's title: the author's or the one by rule; none when both are empty."""
        own = self.guide.spec.sections.get(section)
        text = inline(own.lead, own.at("lead")) if own and own.lead else inline(words)
        if text:
            yield Paragraph(f"{section}-lead", "lead", text, "lead")

    # Skills

    @property
    def charted(self) -> Members:
        """The roles whose skills are drawn and tabled: those that list any."""
        listing = self.comparison.listing
        return listing if len(listing) > 1 else self.everyone

    @property
    def in_part(self) -> bool:
        """Whether the list of any of these is known to be a part: what it lacks may belong to the job all the same."""
        return any(self.roles[i].left_out.get("skills") for i in self.charted)

    # Pay

    @property
    def pays(self) -> list[Pay]:
        """The pay that is on the common scale."""
        return [pay for i in self.comparison.pay.roles if (pay := self.roles[i].pay)]

    def pay_top(self) -> float:
        """The one scale of every small pay bar: a round amount above all ninetieth percentiles that are not far off."""
        return axis(self.pays)[0]

    def running_on(self) -> str:
        """What is to be said of small bars that do not end where they are drawn to end."""
        bars = [(self.short(i), pay) for i in self.comparison.pay.roles if (pay := self.roles[i].pay)]
        return running_on(bars, self.pay_top())

    def range(self, pay: Pay, top: float) -> Range:
        at = pay.overall
        return Range(
            at.p10, at.p25, at.p50, at.p75, at.p90,
            top, brief_money(top, pay.currency), in_brief(pay), is_open(at, "p90"),
        )  # fmt: skip

    def role_range(self, role: int) -> Range | None:
        """The small pay bar of a role, when its pay fits the common scale."""
        pay = self.roles[role].pay
        return self.range(pay, self.pay_top()) if pay and role in self.comparison.pay.roles else None


def plan(guide: Guide, theme: Theme) -> Plan:
    """Everything decided before composing."""
    told = tuple(i for i, role in enumerate(guide.roles) if any(getattr(role, name) for name in COMPARED))
    proof = casing(guide)
    tables = tuple((members, align(guide, members, proof, ENGLISH)) for members in _table_roles(told))
    draft = Plan(guide, theme, compare(guide), tables)
    return Plan(guide, theme, draft.comparison, tables, tuple(_slots(draft)), proof)


def _table_roles(told: Members) -> tuple[Members, ...]:
    """Up to three roles share a table; four to six are split evenly over two. `told` have anything to tell."""
    if len(told) <= 3:
        return (told,) if told else ()
    half = (len(told) + 1) // 2
    return told[:half], told[half:]


def _order(guide: Guide) -> list[SectionName]:
    """The author's order. What it leaves out follows as usual: covers outermost, contents after the cover."""
    order = list(dict.fromkeys(guide.spec.order))
    rest = [name for name in ORDER if name not in order]
    last: list[SectionName] = [name for name in ("back",) if name in rest or order[-1:] == [name]]
    first: list[SectionName] = [name for name in ("cover", "contents") if name in rest or order[:1] == [name]]
    outer = {*first, *last}
    inner = [name for name in (*order, *rest) if name not in outer]
    return [*first, *inner, *last]


def _slots(plan: Plan) -> Iterator[Slot]:
    number, letter, before = 0, 0, ""
    for name in _order(plan.guide):
        setting = plan.guide.spec.sections.get(name)
        if (setting and not setting.on) or not _has(plan, name):
            continue
        kind: SectionKind = "profile" if name == "profiles" else name
        for role in plan.everyone if kind == "profile" else (None,):
            tab = ""
            if kind == "fit" and before == "jobs":
                pass  # the two share a page or a spread, and so one thumb tab
            elif kind in NUMBERED:
                number += 1
                tab = str(number)
            elif kind in LETTERED:
                letter += 1
                tab = "AB"[letter - 1]
            yield Slot(kind if role is None else f"profile-{plan.roles[role].id}", kind, tab, role)
            before = kind


def _has(plan: Plan, name: SectionName) -> bool:
    """Whether there is anything to fill a section with."""
    guide = plan.guide
    match name:
        case "compare":
            return any(rows for _, rows in plan.tables)
        case "skills":
            return len(plan.comparison.listing) > 1
        case "pay":
            return bool(plan.comparison.pay.roles)
        case "jobs":
            return bool(guide.jobs)
        case "fit":
            return bool(check_rows(guide, plan.comparison, plan.words.aptitude))
        case "tips":
            return bool(guide.tips)
        case "questions":
            return bool(guide.questions) or any(role.questions for role in guide.roles)
        case "glossary":
            return bool(guide.terms)
        case "sources":
            return bool(guide.sources) or any(role.links for role in guide.roles)
        case _:
            return True
