"""Pay: what people or employers reported, how many they were, and how far that carries.

Comes in: the plan. Goes out: the section with its chart, table and, for small samples, the exact range in
which the true median lies. Refuses: to draw two currencies or periods on one scale.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose import findings
from guidebuild.compose.basis import Basis, basis_of, few, in_full, in_short
from guidebuild.compose.casing import raised
from guidebuild.compose.document import (
    Block,
    Cell,
    Column,
    Fact,
    Figure,
    Group,
    Note,
    PayBar,
    PaySpec,
    Range,
    Row,
    Section,
    Table,
    Text,
    plain,
)
from guidebuild.compose.inline import flat
from guidebuild.compose.numbers import (
    Unit,
    brief_money,
    capital,
    joined,
    money,
    money_range,
    number_of,
    period_words,
    rank_interval,
    scale,
    spelled,
    table_unit,
    unit_words,
    years,
)
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.sections.compare_tables import source_line
from guidebuild.compose.titles import LONGEST
from guidebuild.model.parts import Pay
from guidebuild.model.schema import Role

COUNT_HEAD: dict[Basis, str] = {"reports": "n", "jobs": "jobs", "both": "count"}


def section(plan: Plan, slot: Slot) -> Section:
    return plan.section(slot, "Pay", findings.pay(plan.guide, plan.comparison.pay), _blocks(plan), "pay")


def _paid(plan: Plan) -> dict[int, Pay]:
    """The roles on the common scale."""
    return {i: pay for i in plan.comparison.pay.roles if (pay := plan.roles[i].pay)}


def _context(plan: Plan) -> list[tuple[Role, Pay]]:
    """Further roles for scale, in the same unit. A yardstick needs many reports: one with few is left out."""
    unit = _unit(plan)
    return [
        (role, role.pay)
        for role in plan.guide.scale
        if role.pay and (role.pay.currency, role.pay.period) == unit and not few(role.pay)
    ]


def _unit(plan: Plan) -> tuple[str, str]:
    first = next(iter(_paid(plan).values()))
    return first.currency, first.period


def _blocks(plan: Plan) -> Iterator[Block]:
    yield from plan.lead("pay", _lead(plan))
    yield _count(plan)
    yield figure(plan)
    yield from _small_note(plan)
    yield from _apart_note(plan)
    yield _table(plan)


def _count(plan: Plan) -> Fact:
    """How many reports the bars rest on, or how many jobs a survey stands for."""
    verdict, paid = plan.comparison.pay, _paid(plan)
    span = years(verdict.years).replace("–", " to ")
    when = f"{'all from' if '–' not in years(verdict.years) else 'from'} {span}"
    basis, count = basis_of(paid.values()), len(paid)
    label, value = "Reports", verdict.reports
    if basis == "jobs":
        label, value = "Jobs in the survey", verdict.jobs
        who = {1: "in this occupation", 2: "in both occupations together"}.get(
            count, f"in {spelled(count)} occupations together"
        )
    elif basis == "both":
        who = f"for {_spoken(plan, paid, 'reports')}; an employer survey for {_spoken(plan, paid, 'jobs')}"
    else:
        who = {1: "for one job", 2: "for both jobs together"}.get(
            count, f"for {spelled(count)} jobs together"
        )
    note = plain(f"{who}{';' if basis == 'both' else ','} {when}")
    return Fact("pay-reports", "facts", label, number_of(value), note, money=True)


def _spoken(plan: Plan, paid: dict[int, Pay], counts: str) -> str:
    """The roles whose pay counts reports, or jobs: by name, or as 'the others' where those are more."""
    members = tuple(i for i, pay in paid.items() if basis_of([pay]) == counts)
    others = len(paid) - len(members)
    return "the others" if len(members) > max(others, 1) else plan.names(members)


def _lead(plan: Plan) -> str:
    """The medians in a sentence, and what stands behind them."""
    paid = _paid(plan)
    small = [i for i, pay in paid.items() if few(pay)]
    medians = {i: money(pay.overall.p50, pay.currency) for i, pay in paid.items()}
    if len(paid) == 1:
        (i,) = paid
        words = f"The median for {plan.short(i)} is {medians[i]}."
    elif len(paid) == 2:
        first, second = medians.values()
        words = f"The median is {first} for one job and {second} for the other."
    else:
        low, high = (f(paid, key=lambda i: (paid[i].overall.p50, i)) for f in (min, max))
        ends = (f"{medians[i]} ({plan.short(i)})" for i in (low, high))
        words = f"Medians run from {' to '.join(ends)}."
    basis = basis_of(paid.values())
    if small and len(small) == len(paid):
        total = sum(pay.overall.n or 0 for pay in paid.values())
        behind = {1: "it", 2: "the two"}.get(len(paid), "them")
        stand = "1 report stands" if total == 1 else f"{number_of(total)} reports stand"
        return words[:-1] + f", but only {stand} behind {behind}."
    if basis == "both":
        return f"{words} {_two_ways(plan, paid, bool(small))}"
    if small:
        bars = "that bar" if len(small) == 1 else "those bars"
        return f"{words} Few reports stand behind {plan.names(tuple(small))}: read {bars} with care."
    return f"{words} Half of all {basis} lie in the darker part of each bar."


def _two_ways(plan: Plan, paid: dict[int, Pay], small: bool) -> str:
    """Why reports and surveys are not ranked against each other."""
    people, employers = (_spoken(plan, paid, counts) for counts in ("reports", "jobs"))
    who = "only a few people" if small else "people"
    return (
        f"What {who} reported of themselves stands for {people}, what employers told a survey for {employers}. "
        "The two are counted in different ways: read them beside each other, not against each other."
    )


# The chart


def figure(plan: Plan) -> Figure:
    """The chart of all that is on the common scale."""
    currency, period = _unit(plan)
    rows = [*_paid(plan).values(), *(pay for _, pay in _context(plan))]
    highest = max(max(pay.overall.p90, *pay.reports) if pay.reports else pay.overall.p90 for pay in rows)
    top, ticks = scale(highest)
    bars = [_bar(plan, _title(plan, i), pay, i, top) for i, pay in _paid(plan).items()]
    bars += [_bar(plan, flat(role.title), pay, None, top) for role, pay in _context(plan)]
    spec = PaySpec(
        capital(unit_words(currency, period)),
        tuple(bars),
        "For scale",
        top,
        ((0.0, "0"), *((tick, brief_money(tick, currency)) for tick in ticks)),
    )
    return Figure("pay-figure", "figure", spec, _alt(plan), _caption(plan), "pay-table")


def _title(plan: Plan, i: int) -> str:
    """The whole title beside its bar, unless it is very long."""
    title = flat(plan.roles[i].title)
    return title if len(title) <= LONGEST else plan.short(i)


def _bar(plan: Plan, title: str, pay: Pay, role: int | None, top: float) -> PayBar:
    at = pay.overall
    count = in_short(pay) if pay.kind == "reports" else capital(in_short(pay))
    note = f"{count}, {years(pay.years)}"
    reports = tuple(sorted(pay.reports)) if role is not None and few(pay) else ()
    low, high = brief_money(at.p10, pay.currency), brief_money(at.p90, pay.currency)
    range_: Range = plan.range(pay, top)
    return PayBar(title, note, role, range_, low, high, reports)


def _alt(plan: Plan) -> str:
    """Each job's percentiles, reports and years."""
    currency, period = _unit(plan)
    rows = [(flat(plan.roles[i].title), pay) for i, pay in _paid(plan).items()]
    said = [_said(title, pay) for title, pay in rows]
    said += [_said(f"For scale, {flat(role.title)}", pay) for role, pay in _context(plan)]
    return f"Bars of {_pay(plan)} in {unit_words(currency, period)}. {' '.join(said)}"


def _pay(plan: Plan) -> str:
    """'reported pay', or 'pay' as soon as a survey is among it."""
    every = [*_paid(plan).values(), *(pay for _, pay in _context(plan))]
    return "reported pay" if basis_of(every) == "reports" else "pay"


def _said(title: str, pay: Pay) -> str:
    at = pay.overall
    marks = (
        ("10th percentile", at.p10),
        ("25th", at.p25),
        ("median", at.p50),
        ("75th", at.p75),
        ("90th", at.p90),
    )
    words = ", ".join(f"{name} {brief_money(value, pay.currency)}" for name, value in marks)
    return f"{title}: {words}; {in_full(pay)}, {years(pay.years)}."


def _caption(plan: Plan) -> Text:
    rings = any(pay.reports and few(pay) for pay in _paid(plan).values())
    pays = [*_paid(plan).values(), *(pay for _, pay in _context(plan))]
    regions = list(dict.fromkeys(flat(pay.region) for pay in pays))
    words = (
        "Bar: from the tenth lowest to the tenth highest of a hundred. Darker: the middle half. Tick: median."
    )
    words += " Ring: one report." if rings else ""
    words += f" {raised('; '.join(regions), regions)}."
    words += "".join(f" {flat(pay.note).rstrip('.')}." for pay in pays if pay.note)
    source = source_line(plan, "pay", full=False)
    return (*plain(words + (" " if source else "")), *source)


# Notes


def _small_note(plan: Plan) -> Iterator[Note]:
    small = {i: pay for i, pay in _paid(plan).items() if few(pay)}
    if not small:
        return
    spans = {i: _interval(pay) for i, pay in small.items()}
    known = {i: span for i, span in spans.items() if span}
    paragraphs = [plain(" ".join(_interval_words(plan, small, known)))] if known else []
    unknown = tuple(i for i in small if i not in known)
    if unknown:
        counts = joined([f"{plan.short(i)} ({small[i].overall.n})" for i in unknown])
        paragraphs.append(plain(f"With so few reports no honest range can be given for {counts}."))
    yield Note("pay-note", "note", "Small sample", "How sure is the middle?", tuple(paragraphs))


def _interval(pay: Pay) -> tuple[float, float, int] | None:
    """The reports between which the true median lies, and how sure that is, in per cent rounded down."""
    ranks = rank_interval(pay.overall.n or 0)
    if not ranks or not pay.reports:
        return None
    values = sorted(pay.reports)
    return values[ranks[0] - 1], values[ranks[1] - 1], int(ranks[2] * 100)


def _interval_words(
    plan: Plan, small: dict[int, Pay], known: dict[int, tuple[float, float, int]]
) -> Iterator[str]:
    """A short sentence per role; it says what the figure rests on, since nobody drew the reports at random."""
    numbers = [small[i].overall.n for i in known]
    told = 0
    for i, (low, high, sure) in known.items():
        n, currency = small[i].overall.n, small[i].currency
        reports = f"the {n} reports" + (f" for {plan.short(i)}" if numbers.count(n) > 1 else "")
        ends = f"between {brief_money(low, currency)} and {brief_money(high, currency)}"
        if not told:
            yield f"If {reports} were a random sample, the median would lie {ends} with {sure}% confidence."
        else:
            yield f"For {reports}, {ends}{'' if sure == told else f' ({sure}%)'}."
        told = sure


def _apart_note(plan: Plan) -> Iterator[Note]:
    """Pay in another currency or period is told in words, not drawn."""
    said = []
    for i in plan.comparison.pay.apart:
        if pay := plan.roles[i].pay:
            at, half = pay.overall, money_range(pay.overall.p25, pay.overall.p75, pay.currency)
            median = f"median {money(at.p50, pay.currency)} {period_words(pay.period)}, middle half {half}"
            said.append(f"{plan.short(i)}: {median} ({in_short(pay)}, {years(pay.years)}).")
    if said:
        title = "Not on this scale"
        yield Note("pay-apart", "note", "Another unit", title, tuple(plain(words) for words in said))


# The table


def _table(plan: Plan) -> Table:
    currency, period = _unit(plan)
    rows = [(plan.short(i), pay, i) for i, pay in _paid(plan).items()]
    context = [(flat(role.short_title), pay, None) for role, pay in _context(plan)]
    every: list[tuple[str, Pay, int | None]] = [*rows, *context]
    unit = table_unit(max(pay.overall.p90 for _, pay, _ in every), currency, period)
    basis = basis_of(pay for _, pay, _ in every)
    labels = (COUNT_HEAD[basis], "p10", "p25", "median", "p75", "p90")
    return Table(
        "pay-table",
        "table",
        tuple(Column(label, align="right") for label in labels),
        (Group("", tuple(_row(label, pay, role, unit) for label, pay, role in every)),),
        len(plan.roles),
        unit.words,
        f"{capital(_pay(plan))} by percentile",
    )


def _row(label: str, pay: Pay, role: int | None, unit: Unit) -> Row:
    at = pay.overall
    values = (at.p10, at.p25, at.p50, at.p75, at.p90)
    words = list(map(unit.told, values))
    cells = [Cell(plain(number_of(at.n or 0)))]
    cells += [Cell(plain(word, bold=place == 2), strong=place == 2) for place, word in enumerate(words)]
    return Row(label, tuple(cells), role)
