"""Featured openings as cards, with their pay drawn to one scale.

Comes in: the plan. Goes out: the section. Refuses: one scale for pay in different units; such cards
have words only.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose import findings
from guidebuild.compose.amounts import highest_near
from guidebuild.compose.document import Block, JobCard, Paragraph, Section, plain
from guidebuild.compose.inline import flat
from guidebuild.compose.plan import Plan, Slot
from guidebuild.model.openings import is_closed
from guidebuild.model.schema import Job
from guidebuild.words.numbers import (
    brief_money,
    capital,
    day,
    money_range,
    opened,
    period_words,
    scale,
    spelled,
    unit_words,
)

EMPLOYMENT = {
    "full-time": "Full time",
    "part-time": "Part time",
    "internship": "Internship",
    "full-time internship": "Full-time internship",
    "contract": "Contract",
    "temporary": "Temporary",
}
LEVELS = {"entry": "entry level", "mid": "mid level", "senior": "senior", "executive": "executive"}


def section(plan: Plan, slot: Slot) -> Section:
    name = "Openings and self-check" if _with_check(plan) else "Openings"
    return plan.section(
        slot, name, findings.jobs(plan.guide, plan.when, plan.words.titles), _blocks(plan), "jobs"
    )


def _with_check(plan: Plan) -> bool:
    """Whether the self-check follows at once; it then shares this section's thumb tab."""
    kinds = [slot.kind for slot in plan.slots]
    return "fit" in kinds and kinds[kinds.index("jobs") + 1 :][:1] == ["fit"]


def _unit(jobs: tuple[Job, ...]) -> tuple[str, str] | None:
    """The one currency and period of all salaries, if there is one."""
    units = {(job.salary.currency, job.salary.period) for job in jobs if job.salary}
    return units.pop() if len(units) == 1 else None


def _top(jobs: tuple[Job, ...]) -> float:
    """The end of the scale of all salaries; one that lies far off runs beyond it."""
    ends = [job.salary.high or job.salary.low for job in jobs if job.salary]
    return scale(highest_near(ends, ends))[0] if any(ends) else 0.0


def _blocks(plan: Plan) -> Iterator[Block]:
    jobs = plan.guide.jobs
    yield from plan.lead("jobs", _lead(plan))
    unit = _unit(jobs)
    top = _top(jobs) if unit else 0.0
    yield from (_card(plan, job, top) for job in jobs)
    yield Paragraph("jobs-source", "source", plain(_source(plan)), "caption")


def _lead(plan: Plan) -> str:
    near = ""
    if findings.neighbouring(plan.guide):
        which = "either job title" if len(plan.roles) == 2 else "one of the job titles"
        near = f"None carries {which}: they are doors next to it. " if len(plan.guide.jobs) > 1 else ""
    old = f"Advertised {_dates(plan)}" if findings.stale(plan.guide, plan.when) else ""
    unit = _unit(plan.guide.jobs)
    top = _top(plan.guide.jobs) if unit else 0.0
    if unit:
        pay = f"ay as posted, in {unit_words(*unit)}, drawn to one scale."
        if top and any((job.salary.high or job.salary.low) > top for job in plan.guide.jobs if job.salary):
            pay = pay[:-1] + ", beyond which an arrow leads."
        return f"{near}{old}; p{pay}" if old else f"{near}P{pay}"
    return f"{near}{old}." if old else near.strip()


def _card(plan: Plan, job: Job, top: float) -> JobCard:
    salary = job.salary
    low, high = (salary.low, salary.high or salary.low) if salary else (0.0, 0.0)
    words = ""
    if salary:
        words = (
            money_range(low, high, salary.currency)
            if salary.high
            else f"from {brief_money(low, salary.currency)}"
        )
        periods = {other.salary.period for other in plan.guide.jobs if other.salary}
        words += f" {period_words(salary.period)}" if periods != {"year"} else ""
    employer = flat(job.employer) + (f", {flat(job.note)}" if job.note else "")
    known = [EMPLOYMENT[job.employment]] if job.employment else []
    terms = capital(", ".join([*known, *([LEVELS[job.level]] if job.level else [])]))
    label = brief_money(top, salary.currency) if salary and top else ""
    drawn = (low, salary.high or 0.0) if salary and top else (0.0, 0.0)
    head = (f"job-{job.id}", "cards", flat(job.title), employer, terms, flat(job.place), words)
    closed = is_closed(job, plan.guide.date)
    closes = (
        f"{'Closed' if closed else 'Apply by'} {day(job.closes, plan.guide.spec.locale)}"
        if job.closes
        else ""
    )
    return JobCard(*head, *drawn, top, label, job.url or "", closes, closed, place=job.at("title"))


def _dates(plan: Plan) -> str:
    """'on 30 October 2024', 'from ... to ...'; nothing when no day is known."""
    dates = [day(date, plan.guide.spec.locale) for date in findings.posted(plan.guide)]
    if len(dates) > 1:
        return f"from {dates[0]} to {dates[-1]}"
    return f"on {dates[0]}" if dates else ""


def _source(plan: Plan) -> str:
    """Which of many they are; when they were listed, unless the lead says so; and what to ask."""
    dates = "" if findings.stale(plan.guide, plan.when) else _dates(plan)
    ask = f"ask at {plan.stand} what is open now." if plan.place else "ask what is open now."
    every, chosen = findings.suiting(plan.guide), ""
    if every > len(plan.guide.jobs):
        titled = "those with one of the job titles, then " if plan.guide.titled else ""
        chosen = (
            f"{opened(len(plan.guide.jobs))} of {spelled(every)} that suit these jobs: first {titled}open ones, "
            "then the newest, each employer once before any twice. "
        )
    return chosen + (f"Listed {dates}; {ask}" if dates else capital(ask))
