"""What is said of pay above its chart: the medians in a sentence, and how far they carry.

Comes in: the plan. Goes out: sentences, and the fact that counts what they rest on. Refuses: to rank figures of
different kinds, years or places, and those that are only known to be that much or more.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose.amounts import in_money
from guidebuild.compose.basis import basis_of, few
from guidebuild.compose.comparison import Reason
from guidebuild.compose.document import Fact, plain
from guidebuild.compose.inline import flat
from guidebuild.compose.numbers import capital, joined, number_of, spelled, years
from guidebuild.compose.plan import Plan
from guidebuild.model.parts import Pay, PayKind

STANDS: dict[PayKind, str] = {
    "reports": "what people reported of themselves stands for",
    "statistics": "official statistics for",
    "scale": "a pay scale for",
}


def paid(plan: Plan) -> dict[int, Pay]:
    """The roles on the common scale."""
    return {i: pay for i in plan.comparison.pay.roles if (pay := plan.roles[i].pay)}


# How many


def count(plan: Plan) -> Fact:
    """How many reports the bars rest on, or how many jobs statistics stand for; what is no count gives its years."""
    verdict, pays = plan.comparison.pay, paid(plan)
    basis = basis_of(pays.values())
    when = _when(verdict.years)
    if basis == "reports":
        label, value, who = "Reports", number_of(verdict.reports), f"{_for_jobs(len(pays))}, {when}"
    elif basis == "statistics" and all(pay.overall.n for pay in pays.values()):
        label, value = "Jobs in the statistics", number_of(verdict.jobs)
        who = f"{_in_occupations(len(pays))}, {when}"
    elif basis != "mixed":
        label = "Official statistics" if basis == "statistics" else "Pay scale"
        value, who = years(verdict.years), _for_jobs(len(pays))
    else:
        label, value = (
            ("Reports", number_of(verdict.reports)) if verdict.reports else ("Years", years(verdict.years))
        )
        who = f"{'; '.join(_mixed(plan, pays))}{f'; {when}' if verdict.reports else ''}"
    return Fact("pay-reports", "facts", label, value, plain(who), money=True)


def _when(span: tuple[int, int]) -> str:
    words = years(span)
    return f"all from {words}" if "–" not in words else f"from {words.replace('–', ' to ')}"


def _for_jobs(number: int) -> str:
    return {1: "for one job", 2: "for both jobs together"}.get(number, f"for {spelled(number)} jobs together")


def _in_occupations(number: int) -> str:
    known = {1: "in this occupation", 2: "in both occupations together"}
    return known.get(number, f"in {spelled(number)} occupations together")


def _mixed(plan: Plan, pays: dict[int, Pay]) -> Iterator[str]:
    """'for Baker', 'official statistics for Miller'."""
    for kind, words in STANDS.items():
        if any(pay.kind == kind for pay in pays.values()):
            yield f"{'for' if kind == 'reports' else words} {_spoken(plan, pays, kind)}"


def _spoken(plan: Plan, pays: dict[int, Pay], kind: PayKind) -> str:
    """The roles whose pay is of a kind: by name, or as 'the others' where those are more."""
    members = tuple(i for i, pay in pays.items() if pay.kind == kind)
    others = len(pays) - len(members)
    two = len({pay.kind for pay in pays.values()}) == 2
    return "the others" if two and len(members) > max(others, 1) else plan.names(members)


# The sentence


def lead(plan: Plan) -> str:
    """The medians in a sentence, and what stands behind them."""
    pays, reasons = paid(plan), plan.comparison.pay.reasons
    small = tuple(i for i, pay in pays.items() if few(pay))
    words = _medians(plan, pays)
    if small and len(small) == len(pays) and not reasons:
        total = sum(pay.overall.n or 0 for pay in pays.values())
        behind = {1: "it", 2: "the two"}.get(len(pays), "them")
        stand = "1 report stands" if total == 1 else f"{number_of(total)} reports stand"
        return words[:-1] + f", but only {stand} behind {behind}."
    said = [words]
    if reasons:
        said += _why_not(plan, pays, reasons, bool(small))
    if small and "kinds" not in reasons:
        bars = "that bar" if len(small) == 1 else "those bars"
        said.append(f"Few reports stand behind {plan.names(small)}: read {bars} with care.")
    if len(said) == 1:
        half = {"reports": "Half of all reports lie in", "statistics": "Half of all jobs lie in"}
        start = half.get(basis_of(pays.values()), "The middle half of the scale is")
        said.append(f"{start} the darker part of each bar.")
    return " ".join(said)


def _medians(plan: Plan, pays: dict[int, Pay]) -> str:
    """Two by their jobs; of more the lowest and the highest, but only where figures may be ranked."""
    scaled = any(pay.kind == "scale" for pay in pays.values())
    middle = (
        "middle of the pay scale" if basis_of(pays.values()) == "scale" else "middle" if scaled else "median"
    )
    said = {i: in_money(pay) for i, pay in pays.items()}
    if len(pays) == 1:
        (i,) = pays
        return f"The {middle} for {plan.short(i)} is {said[i]}."
    if plan.comparison.pay.reasons or (len(pays) == 2 and len(plan.roles) > 2) or plan.comparison.pay.apart:
        named = [f"{words} for {plan.short(i)}" for i, words in said.items()]
        return f"The {middle} is {joined(named)}."
    if len(pays) == 2:
        first, second = said.values()
        if first == second:
            return f"The {middle} is {first} for both jobs."
        return f"The {middle} is {first} for one job and {second} for the other."
    low, high = (f(pays, key=lambda i: (pays[i].overall.p50, i)) for f in (min, max))
    plural = {"median": "Medians run", "middle": "The middles run"}.get(
        middle, "The middles of the scales run"
    )
    return f"{plural} from {said[low]} ({plan.short(low)}) to {said[high]} ({plan.short(high)})."


def _why_not(plan: Plan, pays: dict[int, Pay], reasons: tuple[Reason, ...], small: bool) -> Iterator[str]:
    """Why these figures are not ranked against each other."""
    given, what, apart = list(pays.values()), "figures", []
    if "kinds" in reasons:
        yield _ways(plan, pays, small)
        count = len({pay.kind for pay in given})
        what = spelled(count)
        apart.append("counted in different ways")
    if "years" in reasons:
        spans = dict.fromkeys(years(pay.years) for pay in sorted(given, key=lambda pay: pay.years))
        apart.append(f"of different years ({', '.join(spans)})")
    if "regions" in reasons:
        places = dict.fromkeys(flat(pay.region) for pay in given)
        apart.append(f"from different places ({'; '.join(places)})")
    if apart:
        yield f"The {what} are {joined(apart)}: read them beside each other, not against each other."
    if "open" in reasons:
        yield "“Or more” means that nobody says how much more, so these figures rank nothing."


def _ways(plan: Plan, pays: dict[int, Pay], small: bool) -> str:
    """Whose figures are reports, whose statistics and whose a scale."""
    told = {kind for kind in STANDS if any(pay.kind == kind for pay in pays.values())}
    words = [f"{STANDS[kind]} {_spoken(plan, pays, kind)}" for kind in STANDS if kind in told]
    if "reports" not in told:
        words[0] = words[0].replace(" for ", " stand for ", 1)
    elif small:
        words[0] = words[0].replace("what people", "what only a few people", 1)
    return f"{capital(', '.join(words))}."
