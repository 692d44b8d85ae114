"""Pay: what people reported, official statistics say or pay scales grant, and how far that carries.

Comes in: the plan. Goes out: the section with its chart, table and, for small samples, the exact range in
which the true median lies. Refuses: to draw two currencies or periods on one scale.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose import findings
from guidebuild.compose.amounts import (
    OR_MORE,
    arrow_words,
    axis,
    in_brief,
    in_money,
    is_open,
    middle_half,
    off_scale,
    values,
)
from guidebuild.compose.basis import Basis, basis_of, few, in_full, in_short, paid_words
from guidebuild.compose.casing import raised
from guidebuild.compose.document import (
    Block,
    Cell,
    Column,
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
    Told,
    plain,
)
from guidebuild.compose.inline import flat
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.sections.compare_tables import source_line
from guidebuild.compose.sections.pay_lead import count, lead, paid
from guidebuild.compose.titles import LONGEST
from guidebuild.model.parts import PERCENTILES, Pay
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Role
from guidebuild.words.numbers import (
    Unit,
    brief_money,
    capital,
    joined,
    number_of,
    period_words,
    rank_interval,
    table_unit,
    unit_words,
    years,
)

COUNT_HEAD: dict[Basis, str] = {"reports": "n", "statistics": "jobs", "mixed": "count"}
PARTS = ("p10", "p25", "median", "p75", "p90")
KEY = "Bar: from the tenth lowest to the tenth highest of a hundred. Darker: the middle half. Tick: median."
SCALE_KEY = "Bar: from the low to the high end of the pay scale. Darker: its middle half. Tick: its middle."
SCALES_KEY = "Of a pay scale: its low end, its middle half, its middle and its high end."
SCALE_PARTS = ("low", "lower", "middle", "upper", "high")


def section(plan: Plan, slot: Slot) -> Section:
    return plan.section(
        slot, "Pay", findings.pay(plan.guide, plan.comparison.pay, plan.words.titles), _blocks(plan), "pay"
    )


def _context(plan: Plan) -> list[tuple[Role, Pay]]:
    """Further roles for scale, in the same unit. A yardstick needs many reports: one with few is left out."""
    unit = _unit(plan)
    return [
        (role, role.pay)
        for role in plan.guide.scale
        if role.pay and (role.pay.currency, role.pay.period) == unit and not few(role.pay)
    ]


def _unit(plan: Plan) -> tuple[str, str]:
    first = next(iter(paid(plan).values()))
    return first.currency, first.period


def _blocks(plan: Plan) -> Iterator[Block]:
    yield from plan.lead("pay", lead(plan))
    yield count(plan)
    yield figure(plan)
    yield from _small_note(plan)
    yield from _apart_note(plan)
    yield _table(plan)


# The chart


def figure(plan: Plan) -> Figure:
    """The chart of all that is on the common scale."""
    currency, period = _unit(plan)
    top, ticks = axis(_drawn(plan), reports=True)
    bars = [_bar(plan, _title(plan, i), pay, i, top) for i, pay in paid(plan).items()]
    bars += [_bar(plan, flat(role.title), pay, None, top) for role, pay in _context(plan)]
    spec = PaySpec(
        capital(unit_words(currency, period)),
        tuple(bars),
        "For scale",
        top,
        ((0.0, "0"), *((tick, brief_money(tick, currency)) for tick in ticks)),
    )
    figure = ("pay-figure", "figure", spec, _first(plan), _told(plan))
    return Figure(*figure, _caption(plan, top), "pay-table")


def _drawn(plan: Plan) -> list[Pay]:
    """All pay on the chart, that of the yardsticks included."""
    return [*paid(plan).values(), *(pay for _, pay in _context(plan))]


def _title(plan: Plan, i: int) -> str:
    """The whole title beside its bar, unless it is very long."""
    title = flat(plan.roles[i].title)
    return title if len(title) <= LONGEST else plan.short(i)


def _bar(plan: Plan, title: str, pay: Pay, role: int | None, top: float) -> PayBar:
    words = in_short(pay) if pay.kind == "reports" else capital(in_short(pay))
    where = [flat(pay.region)] if len(_regions(plan)) > 1 else []
    note = ", ".join((words, years(pay.years), *where))
    reports = tuple(sorted(pay.reports)) if role is not None and few(pay) else ()
    range_: Range = plan.range(pay, top)
    ends = in_brief(pay, "p10"), in_brief(pay, "p90")
    return PayBar(title, note, role, range_, *ends, tuple(value for value in reports if value <= top))


def _regions(plan: Plan) -> list[str]:
    """The places that the drawn figures are of, each once."""
    found: dict[str, str] = {}
    for pay in _drawn(plan):
        found.setdefault(same_key(flat(pay.region)), flat(pay.region))
    return list(found.values())


def _first(plan: Plan) -> str:
    """What the bars are of."""
    return f"Bars of {paid_words(_drawn(plan))} in {unit_words(*_unit(plan))}."


def _told(plan: Plan) -> tuple[Told, ...]:
    """Each job's percentiles, what they rest on and years."""
    rows = [(flat(plan.roles[i].title), pay) for i, pay in paid(plan).items()]
    rows += [(f"For scale, {flat(role.title)}", pay) for role, pay in _context(plan)]
    return tuple(Told(label, sentence=_said(pay)) for label, pay in rows)


def _said(pay: Pay) -> str:
    marks = ("10th percentile", "25th", "median", "75th", "90th")
    names = SCALE_PARTS if pay.kind == "scale" else marks
    words = ", ".join(f"{name} {in_brief(pay, key)}" for name, key in zip(names, PERCENTILES, strict=True))
    return f"{words}; {in_full(pay)}, {years(pay.years)}"


def _caption(plan: Plan, top: float) -> Text:
    own, pays = paid(plan), _drawn(plan)
    scaled = [pay.kind == "scale" for pay in pays]
    words = [SCALE_KEY] if all(scaled) else [KEY, *([SCALES_KEY] if any(scaled) else [])]
    words += ["Ring: one report."] if any(pay.reports and few(pay) for pay in own.values()) else []
    titled = [
        *((_title(plan, i), pay) for i, pay in own.items()),
        *((flat(role.title), pay) for role, pay in _context(plan)),
    ]
    words += [arrow_words(pays), off_scale(titled, top, rings=True)]
    words.append(f"{raised('; '.join(_regions(plan)), _regions(plan))}.")
    words += [f"{flat(pay.note).rstrip('.')}." for pay in pays if pay.note]
    source = source_line(plan, "pay", full=False)
    return (*plain(" ".join(filter(None, words)) + (" " if source else "")), *source)


# Notes


def _small_note(plan: Plan) -> Iterator[Note]:
    small = {i: pay for i, pay in paid(plan).items() if few(pay)}
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
            middle = "middle" if pay.kind == "scale" else "median"
            median = f"{middle} {in_money(pay)} {period_words(pay.period)}, middle half {middle_half(pay)}"
            said.append(f"{plan.short(i)}: {median} ({in_short(pay)}, {years(pay.years)}).")
    if said:
        title = "Not on this scale"
        yield Note("pay-apart", "note", "Another unit", title, tuple(plain(words) for words in said))


# The table


def _table(plan: Plan) -> Table:
    currency, period = _unit(plan)
    rows = [(plan.short(i), pay, i) for i, pay in paid(plan).items()]
    context = [(flat(role.short_title), pay, None) for role, pay in _context(plan)]
    every: list[tuple[str, Pay, int | None]] = [*rows, *context]
    unit = table_unit(max(pay.overall.p90 for _, pay, _ in every), currency, period)
    basis = basis_of(pay for _, pay, _ in every)
    counts = any(pay.overall.n and pay.kind != "scale" for _, pay, _ in every)
    labels = ((COUNT_HEAD[basis],) if counts else ()) + (SCALE_PARTS if basis == "scale" else PARTS)
    caption = (
        "Pay scale from low to high"
        if basis == "scale"
        else f"{capital(paid_words(_drawn(plan)))} by percentile"
    )
    return Table(
        "pay-table",
        "table",
        tuple(Column(label, align="right") for label in labels),
        (Group("", tuple(_row(label, pay, role, unit, counts=counts) for label, pay, role in every)),),
        len(plan.roles),
        unit.words,
        caption,
    )


def _row(label: str, pay: Pay, role: int | None, unit: Unit, *, counts: bool) -> Row:
    cells = []
    if counts:
        n = pay.overall.n if pay.kind != "scale" else None
        cells.append(Cell(plain(number_of(n))) if n else Cell(plain("–"), none=True))
    for name, value in values(pay):
        words = unit.told(value) + (OR_MORE if is_open(pay.overall, name) else "")
        cells.append(Cell(plain(words, bold=name == "p50"), strong=name == "p50"))
    return Row(label, tuple(cells), role)
