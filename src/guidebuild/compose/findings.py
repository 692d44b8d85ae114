"""Titles that state the finding, by rules from the data and never more than it holds.

Comes in: a guide, its comparison and its aligned rows. Goes out: one plain sentence without a full stop per
section. Refuses: to rank pay on small samples, on overlapping middle halves or across regions, and to call a
thing shared that only some roles list.
"""

from __future__ import annotations

import datetime as dt

from guidebuild.compose.comparison import Comparison, PayVerdict
from guidebuild.compose.english import spelt
from guidebuild.compose.inline import flat
from guidebuild.compose.lines import Block
from guidebuild.compose.numbers import counted, opened, opened_count, spelled, years
from guidebuild.compose.titles import in_singular, is_plural
from guidebuild.model.schema import Guide, Job

FRESH_DAYS = 183


def glance(guide: Guide) -> str:
    """'One builds the model, the other builds the product around it'."""
    essences = [flat(role.essence or "").rstrip(".") for role in guide.roles]
    if len(essences) > 3:
        return f"{opened(len(essences))} jobs, one line each"
    if not all(essences):
        return f"{opened(len(essences))} jobs side by side"
    if len(essences) == 2:
        return f"One {essences[0]}, the other {essences[1]}"
    return f"One {', one '.join(essences)}"


def compared(blocks: tuple[Block, ...]) -> str:
    """What the comparison tables come to."""
    shared = {(block.key, line.label) for block in blocks for line in block.lines if line.shared}
    duties = {label for key, label in shared if key == "responsibilities"}
    apart = any(block.key == "responsibilities" for block in blocks) and not duties - {"Together"}
    if ("education", "Subject") in shared and apart:
        return "Same starting point, different day’s work"
    if not shared:
        return "No line reads the same"
    total = sum(not line.rest for block in blocks for line in block.lines)
    verb = "reads" if len(shared) == 1 else "read"
    return f"{opened(len(shared))} of {counted(total, 'line')} {verb} the same"


def skills(comparison: Comparison) -> str:
    """How many skills are shared, of how many."""
    common, total = len(comparison.common()), len(comparison.skills)
    listing = len(comparison.listing)
    if comparison.roles > 2:
        return f"{_count(common)} common to {_all_of(listing, comparison.roles)}"
    if common and common == total:
        return f"All {counted(total, 'skill')} are shared" if total > 1 else "The one skill listed is shared"
    if not common:
        return "No skill is shared"
    return f"{opened(common)} of {spelled(total)} skills {'is' if common == 1 else 'are'} shared"


def _count(common: int) -> str:
    if not common:
        return "No skill is"
    return f"{opened_count(common, 'skill')} {'is' if common == 1 else 'are'}"


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
        case "regions":
            return "Reported in different places, so not ranked"
        case "units":
            return "Reported in different units, so not ranked"
        case "counts":
            return "Counted in different ways, so not ranked"
        case _:
            return "What an employer survey found" if verdict.jobs else "What people reported"


def jobs(guide: Guide, when: dt.date) -> str:
    """'Five neighbouring openings' when none of them is for one of the guide's roles; old ones are no openings."""
    near = spelt("neighbouring ") if neighbouring(guide) else ""
    many = "" if len(guide.jobs) == 1 else "s"
    if stale(guide, when):
        dates = posted(guide)
        return f"{opened(len(guide.jobs))} {near}job{many}, as advertised in {years((dates[0].year, dates[-1].year))}"
    closed = sum(is_closed(job, guide) for job in guide.jobs)
    if closed == len(guide.jobs):
        return f"{opened(closed)} {near}job{many}, closed by now"
    some = f", {spelled(closed)} of them closed" if closed else ""
    return f"{opened(len(guide.jobs))} {near}opening{many}{some}"


def is_closed(job: Job, guide: Guide) -> bool:
    """Whether nobody could apply any more on the guide's own date; an event to come closes nothing."""
    return job.closes is not None and job.closes < guide.date


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
    """Whether no opening carries a title of the guide's roles."""
    names = [f" {in_singular(flat(name))} " for role in guide.roles for name in (role.title, *role.aliases)]
    titles = [f" {in_singular(flat(job.title))} " for job in guide.jobs]
    return not any(name in title for name in names for title in titles)


def tips(guide: Guide) -> str:
    if len(guide.tips) == 1:
        return "One way to get started"
    return f"{opened(len(guide.tips))} ways to get started"


def questions(count: int, place: str) -> str:
    words = opened_count(count, "question")
    return f"{words} worth asking{' at ' + place if place else ''}"


def glossary(guide: Guide) -> str:
    return f"{opened_count(len(guide.terms), 'term')} in plain words"
