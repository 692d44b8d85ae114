"""Featured openings as cards, with their pay drawn to one scale.

Comes in: the plan. Goes out: the section. Refuses: one scale for pay in different units; such cards
have words only.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose import findings
from guidebuild.compose.document import Block, JobCard, Paragraph, Section, plain
from guidebuild.compose.inline import flat
from guidebuild.compose.numbers import (
    brief_money,
    day,
    lowered,
    money_range,
    period_words,
    scale,
    unit_words,
)
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.sections.compare_tables import sources_of
from guidebuild.model.schema import Job

EMPLOYMENT = {
    "full-time": "Full time",
    "part-time": "Part time",
    "internship": "Internship",
    "contract": "Contract",
    "temporary": "Temporary",
}
LEVELS = {"entry": "entry level", "mid": "mid level", "senior": "senior", "executive": "executive"}


def section(plan: Plan, slot: Slot) -> Section:
    return plan.section(slot, "Openings", findings.jobs(plan.guide), _blocks(plan), "jobs")


def _unit(jobs: tuple[Job, ...]) -> tuple[str, str] | None:
    """The one currency and period of all salaries, if there is one."""
    units = {(job.salary.currency, job.salary.period) for job in jobs if job.salary}
    return units.pop() if len(units) == 1 else None


def _blocks(plan: Plan) -> Iterator[Block]:
    jobs = plan.guide.jobs
    yield from plan.lead("jobs", _lead(plan))
    unit = _unit(jobs)
    highest = max((job.salary.high or job.salary.low for job in jobs if job.salary), default=0.0)
    top = scale(highest)[0] if unit and highest else 0.0
    yield from (_card(job, top) for job in jobs)
    yield Paragraph("jobs-source", "source", plain(_source(plan)), "caption")


def _lead(plan: Plan) -> str:
    near = ""
    if findings.neighbouring(plan.guide):
        which = "either job title" if len(plan.roles) == 2 else "one of the job titles"
        near = f"None carries {which}: they are doors next to it. " if len(plan.guide.jobs) > 1 else ""
    unit = _unit(plan.guide.jobs)
    if unit:
        return f"{near}Pay as posted, in {unit_words(*unit)}, drawn to one scale.".replace(
            "in Pounds", "in pounds"
        )
    return near.strip()


def _card(job: Job, top: float) -> JobCard:
    salary = job.salary
    low, high = (salary.low, salary.high or salary.low) if salary else (0.0, 0.0)
    words = ""
    if salary:
        words = (
            money_range(low, high, salary.currency)
            if salary.high
            else f"from {brief_money(low, salary.currency)}"
        )
        words += f" {period_words(salary.period)}" if salary.period != "year" else ""
    employer = flat(job.employer) + (f", {lowered(flat(job.note))}" if job.note else "")
    terms = ", ".join([EMPLOYMENT[job.employment], *([LEVELS[job.level]] if job.level else [])])
    label = brief_money(top, salary.currency) if salary and top else ""
    drawn = (low, salary.high or 0.0) if salary and top else (0.0, 0.0)
    head = (f"job-{job.id}", "cards", flat(job.title), employer, terms, flat(job.place), words)
    return JobCard(*head, *drawn, top, label, job.url or "")


def _source(plan: Plan) -> str:
    """When they were listed, and what to ask."""
    locale = plan.guide.spec.locale
    dates = sorted({job.posted for job in plan.guide.jobs if job.posted})
    sources = sources_of(plan, "job")
    words = ""
    if len(dates) == 1:
        words = f"Listed on {day(dates[0], locale)}; "
    elif dates:
        words = f"Listed from {day(dates[0], locale)} to {day(dates[-1], locale)}; "
    elif len(sources) == 1 and sources[0].date:
        words = f"Listed on {day(sources[0].date, locale)}; "
    ask = "ask at the booth what is open now." if plan.place else "ask what is open now."
    return words + ask if words else ask.capitalize()
