"""Titles that state the finding, by rules from the data and never more than it holds.

Comes in: a guide, its comparison and its aligned rows. Goes out: one plain sentence without a full stop per
section. Pay is never ranked on small samples, on overlapping middle halves or across regions, and nothing is called
shared that only some roles list.
"""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from typing import Literal

from guidebuild.compose.basis import Basis, basis_of
from guidebuild.compose.comparison import Comparison, PayVerdict
from guidebuild.compose.duties import MORE
from guidebuild.compose.inline import flat
from guidebuild.compose.lines import Block
from guidebuild.compose.titles import is_plural
from guidebuild.model.openings import carries, is_closed, titles_of
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Guide
from guidebuild.words.numbers import years
from guidebuild.words.titles import Listing, Near, TitleWords

FRESH_DAYS = 183


def glance(guide: Guide, say: TitleWords) -> str:
    """'One builds the model, the other builds the product around it'."""
    essences = [flat(role.essence or "").rstrip(".") for role in guide.roles]
    if len(essences) > 3:
        return say.one_line_each(len(essences))
    if not all(essences) or len(set(map(same_key, essences))) < len(essences):
        return say.side_by_side(len(essences))
    return say.essences_of_two(*essences) if len(essences) == 2 else say.essences_of_three(*essences)


def compared(guide: Guide, blocks: tuple[Block, ...], say: TitleWords) -> str:
    """What the comparison tables come to."""
    if _other_days(guide) and (start := _start(guide)):
        return say.other_days(start)
    lines = [line for block in blocks for line in block.lines if line.label != MORE]
    shared = sum(line.shared for line in lines)
    if not shared:
        return say.no_line_the_same()
    return say.lines_the_same(shared, len(lines)) if len(lines) > 1 else say.the_one_line()


def _start(guide: Guide) -> Literal["same", "common"] | None:
    """'same' where people come to all jobs from the same subjects, 'common' where from one of them at least."""
    subjects = [
        {same_key(flat(field)) for field in role.education.fields} if role.education else set()
        for role in guide.roles
    ]
    if not set.intersection(*subjects):
        return None
    return "same" if all(fields == subjects[0] for fields in subjects) else "common"


def _other_days(guide: Guide) -> bool:
    """Whether each job has duties, and no two of them one in common."""
    duties = [
        {same_key(flat(duty.detail or duty.title or "")) for duty in role.responsibilities}
        for role in guide.roles
    ]
    return all(duties) and not any(one & other for one, other in combinations(duties, 2))


def skills(comparison: Comparison, say: TitleWords, *, in_part: bool = False) -> str:
    """How many skills are shared, of how many; of lists that are known to be a part, of those listed."""
    common, total = len(comparison.common()), len(comparison.skills)
    jobs = len(comparison.listing)
    listing: Listing = "part" if in_part else "whole"
    if comparison.roles > 2:
        all_list = jobs == comparison.roles
        return (
            say.skills_of_all(common, jobs, listing)
            if all_list
            else say.skills_of_some(common, jobs, listing)
        )
    if not common:
        return say.no_skill_shared(listing)
    if common == total:
        return say.all_skills_shared(total, listing)
    return say.skills_shared(common, total, listing)


def pay(guide: Guide, verdict: PayVerdict, say: TitleWords) -> str:
    """What may be said about pay; a ranking only when one job clearly stands above."""
    match verdict.verdict:
        case "few":
            return say.too_few_reports()
        case "some":
            return say.bars_of_few_reports(len(verdict.small), len(verdict.roles))
        case "overlap":
            return say.middle_halves_overlap()
        case "clear" if verdict.top is not None:
            others = [i for i in verdict.roles if i != verdict.top]
            name = flat(guide.roles[verdict.top].short_title)
            title: Literal["one", "many"] = "many" if is_plural(name) else "one"
            if len(others) > 1:
                return say.clear_of_rest(title, name)
            return say.clear_of_other(title, name, flat(guide.roles[others[0]].short_title))
        case "mixed":
            return say.no_one_clear()
        case "open":
            return say.not_ranked_open()
        case "kinds" | "years" | "regions" | "units":
            return say.not_ranked(verdict.verdict, _basis(guide))
        case _:
            return say.what_they_earn(_basis(guide))


def _basis(guide: Guide) -> Basis:
    """What the pay of all roles rests on."""
    return basis_of(role.pay for role in guide.roles if role.pay)


def jobs(guide: Guide, when: dt.date, say: TitleWords) -> str:
    """'Five neighbouring openings' when none of them is for one of the guide's roles; old ones are no openings."""
    near: Near = "near" if neighbouring(guide) else "own"
    printed, every = len(guide.jobs), suiting(guide)
    whole = every == printed
    if stale(guide, when):
        dates = posted(guide)
        span = years((dates[0].year, dates[-1].year))
        return (
            say.openings_old(printed, span, near)
            if whole
            else say.openings_of_old(printed, every, span, near)
        )
    closed = sum(is_closed(job, guide.date) for job in guide.jobs)
    if closed == printed:
        return say.openings_closed(printed, near) if whole else say.openings_of_closed(printed, every, near)
    if closed and whole:
        return say.openings_some_closed(printed, closed, near)
    if closed:
        return say.openings_of_some_closed(printed, every, closed, near)
    return say.openings(printed, near) if whole else say.openings_of(printed, every, near)


def suiting(guide: Guide) -> int:
    """How many openings there are of which some are printed; as many as are printed where the author named them."""
    return max(guide.openings, len(guide.jobs))


def posted(guide: Guide) -> list[dt.date]:
    """The days on which the openings were listed, else the days of their sources; the earliest first."""
    dates = {job.posted for job in guide.jobs if job.posted}
    sources = (guide.sources.get(job.source) for job in guide.jobs if job.source)
    return sorted(dates or {source.date for source in sources if source and source.date})


def stale(guide: Guide, when: dt.date) -> bool:
    """Whether even the latest opening was listed more than six months before the guide is handed out."""
    dates = posted(guide)
    return bool(dates) and (when - dates[-1]).days > FRESH_DAYS


def neighbouring(guide: Guide) -> bool:
    """Whether no opening carries a title of the guide's roles, whether it is printed or not."""
    names = titles_of(guide.roles)
    return not guide.titled and not any(carries(job, names) for job in guide.jobs)
