"""What is said of pay above its chart: the medians in a sentence, and how far they carry.

Comes in: the plan. Goes out: sentences, and the fact that counts what they rest on. Figures of different kinds, years
or places are never ranked, nor those that are only known to be that much or more.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose.amounts import in_money
from guidebuild.compose.basis import basis_of, few
from guidebuild.compose.document import Fact, Members, plain
from guidebuild.compose.inline import flat
from guidebuild.compose.plan import Plan
from guidebuild.model.parts import Pay, PayKind
from guidebuild.words.numbers import number_of, years
from guidebuild.words.pay import Middle

KINDS: tuple[PayKind, ...] = ("reports", "statistics", "scale")


def paid(plan: Plan) -> dict[int, Pay]:
    """The roles on the common scale."""
    return {i: pay for i in plan.comparison.pay.roles if (pay := plan.roles[i].pay)}


# How many


def count(plan: Plan) -> Fact:
    """How many reports the bars rest on, or how many jobs statistics stand for; what is no count gives its years."""
    verdict, pays, say = plan.comparison.pay, paid(plan), plan.words.pay
    basis, (first, last) = basis_of(pays.values()), map(str, verdict.years)
    one = first == last
    if basis == "reports":
        label, value, jobs = say.reports_label(), number_of(verdict.reports), len(pays)
        who = say.reports_of_one_year(jobs, last) if one else say.reports_of_years(jobs, first, last)
    elif basis == "statistics" and all(pay.overall.n for pay in pays.values()):
        label, value, jobs = say.jobs_label(), number_of(verdict.jobs), len(pays)
        who = say.statistics_of_one_year(jobs, last) if one else say.statistics_of_years(jobs, first, last)
    elif basis == "statistics" or basis == "scale":
        label, value, who = say.source_label(basis), years(verdict.years), say.for_jobs(len(pays))
    else:
        entries = [*_mixed(plan, pays)]
        label, value = say.years_label(), years(verdict.years)
        if verdict.reports:
            label, value = say.reports_label(), number_of(verdict.reports)
            entries.append(say.all_from(last) if one else say.from_to(first, last))
        who = "; ".join(entries)
    return Fact("pay-reports", "facts", label, value, plain(who), money=True)


def _mixed(plan: Plan, pays: dict[int, Pay]) -> Iterator[str]:
    """'for Baker', 'official statistics for Miller'."""
    for kind in KINDS:
        if members := _of_kind(pays, kind):
            others = _are_the_others(pays, kind)
            say = plan.words.pay
            yield say.kind_for_others(kind) if others else say.kind_for(kind, plan.shorts(members))


def _of_kind(pays: dict[int, Pay], kind: PayKind) -> Members:
    return tuple(i for i, pay in pays.items() if pay.kind == kind)


def _are_the_others(pays: dict[int, Pay], kind: PayKind) -> bool:
    """Whether the roles of a kind are called 'the others', since they are more than those of the one other kind."""
    members = len(_of_kind(pays, kind))
    two = len({pay.kind for pay in pays.values()}) == 2
    return two and members > max(len(pays) - members, 1)


# The sentence


def lead(plan: Plan) -> str:
    """The medians in a sentence, and what stands behind them."""
    pays, reasons, say = paid(plan), plan.comparison.pay.reasons, plan.words.pay
    small = tuple(i for i, pay in pays.items() if few(pay))
    if small and len(small) == len(pays) and not reasons:
        return _medians(plan, pays, sum(pay.overall.n or 0 for pay in pays.values()))
    said = [_medians(plan, pays)]
    if reasons:
        said += _why_not(plan, pays, few_people=bool(small))
    if small and "kinds" not in reasons:
        said.append(say.few_for(len(small), plan.shorts(small)))
    if len(said) == 1:
        basis = basis_of(pays.values())
        said.append(say.darker_part(basis if basis == "reports" or basis == "statistics" else "other"))
    return " ".join(said)


def _medians(plan: Plan, pays: dict[int, Pay], reports: int = 0) -> str:
    """Two by their jobs; of more the lowest and the highest, but only where figures may be ranked.

    `reports` are all that there are, where that is to be said with them.
    """
    say, middle = plan.words.pay, _middle(pays)
    said = {i: in_money(pay) for i, pay in pays.items()}
    if len(pays) == 1:
        ((i, amount),) = said.items()
        name = plan.short(i)
        return say.of_one_few(name, amount, reports) if reports else say.of_one(middle, name, amount)
    if plan.comparison.pay.reasons or (len(pays) == 2 and len(plan.roles) > 2) or plan.comparison.pay.apart:
        each = [say.amount_for(amount, plan.short(i)) for i, amount in said.items()]
        return say.of_each_few(each, reports, len(pays)) if reports else say.of_each(middle, each)
    if len(pays) == 2:
        first, second = said.values()
        if first == second:
            return say.of_both_few(first, reports) if reports else say.of_both(middle, first)
        return say.of_two_few(first, second, reports) if reports else say.of_two(middle, first, second)
    low, high = (f(pays, key=lambda i: (pays[i].overall.p50, i)) for f in (min, max))
    ends = (said[low], plan.short(low), said[high], plan.short(high))
    return say.of_many_few(*ends, reports) if reports else say.of_many(middle, *ends)


def _middle(pays: dict[int, Pay]) -> Middle:
    if basis_of(pays.values()) == "scale":
        return "scale"
    return "middle" if any(pay.kind == "scale" for pay in pays.values()) else "median"


def _why_not(plan: Plan, pays: dict[int, Pay], *, few_people: bool) -> Iterator[str]:
    """Why these figures are not ranked against each other."""
    given, say, reasons = list(pays.values()), plan.words.pay, plan.comparison.pay.reasons
    if "kinds" in reasons:
        yield from _ways(plan, pays, few_people=few_people)
        yield say.counted_differently(len({pay.kind for pay in given}))
    spans = [*dict.fromkeys(years(pay.years) for pay in sorted(given, key=lambda pay: pay.years))]
    places = [*dict.fromkeys(flat(pay.region) for pay in given)]
    if {"years", "regions"} <= {*reasons}:
        yield say.of_different_years_and_places(spans, places)
    elif "years" in reasons:
        yield say.of_different_years(spans)
    elif "regions" in reasons:
        yield say.from_different_places(places)
    if {"kinds", "years", "regions"} & {*reasons}:
        yield say.beside_not_against()
    if "open" in reasons:
        yield say.or_more()


def _ways(plan: Plan, pays: dict[int, Pay], *, few_people: bool) -> Iterator[str]:
    """Whose figures are reports, whose statistics and whose a scale."""
    say = plan.words.pay
    for kind in KINDS:
        if members := _of_kind(pays, kind):
            told = "few" if kind == "reports" and few_people else kind
            others = _are_the_others(pays, kind)
            yield say.stands_for_others(told) if others else say.stands_for(told, plan.shorts(members))
