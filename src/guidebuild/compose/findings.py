"""Titles that state the finding, by rules from the data and never more than it holds.

Comes in: a guide, its comparison and its aligned rows. Goes out: one plain sentence without a full stop per
section. Refuses: to rank pay on small samples, on overlapping middle halves or across regions, and to call a
thing shared that only some roles list.
"""

from __future__ import annotations

import datetime as dt
from itertools import combinations

from guidebuild.compose.basis import Basis, basis_of
from guidebuild.compose.comparison import Comparison, PayVerdict
from guidebuild.compose.duties import MORE
from guidebuild.compose.inline import flat
from guidebuild.compose.lines import Block
from guidebuild.compose.titles import is_plural
from guidebuild.model.openings import carries, is_closed, titles_of
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Guide
from guidebuild.words.english import spelt
from guidebuild.words.numbers import counted, opened, opened_count, spelled, years

FRESH_DAYS = 183


def glance(guide: Guide) -> str:
    """'One builds the model, the other builds the product around it'."""
    essences = [flat(role.essence or "").rstrip(".") for role in guide.roles]
    if len(essences) > 3:
        return f"{opened(len(essences))} jobs, one line each"
    if not all(essences) or len(set(map(same_key, essences))) < len(essences):
        return f"{opened(len(essences))} jobs side by side"
    if len(essences) == 2:
        return f"One {essences[0]}, the other {essences[1]}"
    return f"One {', one '.join(essences)}"


def compared(guide: Guide, blocks: tuple[Block, ...]) -> str:
    """What the comparison tables come to."""
    if _other_days(guide) and (start := _start(guide)):
        return f"{start} starting point, different day’s work"
    lines = [line for block in blocks for line in block.lines if line.label != MORE]
    shared = sum(line.shared for line in lines)
    if not shared:
        return "No line reads the same"
    return f"{opened(shared)} of {counted(len(lines), 'line')} {'reads' if shared == 1 else 'read'} the same"


def _start(guide: Guide) -> str:
    """'Same' where people come to all jobs from the same subjects, 'A common' where from one of them at least."""
    subjects = [
        {same_key(flat(field)) for field in role.education.fields} if role.education else set()
        for role in guide.roles
    ]
    if not set.intersection(*subjects):
        return ""
    return "Same" if all(fields == subjects[0] for fields in subjects) else "A common"


def _other_days(guide: Guide) -> bool:
    """Whether each job has duties, and no two of them one in common."""
    duties = [
        {same_key(flat(duty.detail or duty.title or "")) for duty in role.responsibilities}
        for role in guide.roles
    ]
    return all(duties) and not any(one & other for one, other in combinations(duties, 2))


def skills(comparison: Comparison, *, in_part: bool = False) -> str:
    """How many skills are shared, of how many; of lists that are known to be a part, of those listed."""
    common, total = len(comparison.common()), len(comparison.skills)
    listing, listed = len(comparison.listing), " listed" if in_part else ""
    if comparison.roles > 2:
        return f"{_count(common, listed)} common to {_all_of(listing, comparison.roles)}"
    if common and common == total:
        return (
            f"All {counted(total, 'skill')}{listed} are shared"
            if total > 1
            else "The one skill listed is shared"
        )
    if not common:
        return f"No skill{listed} is shared"
    return f"{opened(common)} of {spelled(total)} skills{listed} {'is' if common == 1 else 'are'} shared"


def _count(common: int, listed: str) -> str:
    if not common:
        return f"No skill{listed} is"
    return f"{opened_count(common, 'skill')}{listed} {'is' if common == 1 else 'are'}"


def _all_of(listing: int, roles: int) -> str:
    if listing == roles:
        return f"all {spelled(roles)}"
    return f"the {spelled(listing)} jobs that list any"


def pay(guide: Guide, verdict: PayVerdict) -> str:
    """What may be said about pay; a ranking only when one job clearly stands above."""
    match verdict.verdict:
        case "few":
            return "Too few reports to name a winner"
        case "some":
            few, bars = len(verdict.small), spelled(len(verdict.roles))
            verb = "rests" if few == 1 else "rest"
            return f"{opened(few)} of {bars} bars {verb} on fewer than thirty reports"
        case "overlap":
            return "The middle halves overlap"
        case "clear" if verdict.top is not None:
            others = [i for i in verdict.roles if i != verdict.top]
            top = flat(guide.roles[verdict.top].short_title)
            rest = flat(guide.roles[others[0]].short_title) if len(others) == 1 else "the rest"
            whose = f"Pay for {top}" if is_plural(top) else f"{top} pay"
            return f"{whose} stands clear of {rest}"
        case "mixed":
            return "No one job stands clear of the rest"
        case "open":
            return "Some figures are only known as “or more”, so not ranked"
        case "kinds":
            return "Counted in different ways, so not ranked"
        case "years" | "regions" | "units":
            what = {"years": "years", "regions": "places", "units": "units"}[verdict.verdict]
            given = (
                "Reported in"
                if _basis(guide) == "reports"
                else "Given for"
                if what != "units"
                else "Given in"
            )
            return f"{given} different {what}, so not ranked"
        case _:
            found = {
                "reports": "What people reported",
                "statistics": "What people earn, in official statistics",
            }
            return found.get(_basis(guide), "What the pay scale grants")


def _basis(guide: Guide) -> Basis:
    """What the pay of all roles rests on."""
    return basis_of(role.pay for role in guide.roles if role.pay)


def jobs(guide: Guide, when: dt.date) -> str:
    """'Five neighbouring openings' when none of them is for one of the guide's roles; old ones are no openings."""
    near = spelt("neighbouring ") if neighbouring(guide) else ""
    printed, every = len(guide.jobs), suiting(guide)
    count = opened(printed) + (f" of {spelled(every)}" if every > printed else "")
    many = "" if every == 1 else "s"
    if stale(guide, when):
        dates = posted(guide)
        return f"{count} {near}job{many}, as advertised in {years((dates[0].year, dates[-1].year))}"
    closed = sum(is_closed(job, guide.date) for job in guide.jobs)
    if closed == printed:
        return f"{count} {near}job{many}, closed by now"
    of = f"the {spelled(printed)}" if every > printed else "them"
    return f"{count} {near}opening{many}" + (f", {spelled(closed)} of {of} closed" if closed else "")


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


def tips(guide: Guide) -> str:
    if len(guide.tips) == 1:
        return "One way to get started"
    return f"{opened(len(guide.tips))} ways to get started"


def questions(count: int, place: str) -> str:
    words = opened_count(count, "question")
    return f"{words} worth asking{' at ' + place if place else ''}"


def glossary(guide: Guide) -> str:
    return f"{opened_count(len(guide.terms), 'term')} in plain words"
