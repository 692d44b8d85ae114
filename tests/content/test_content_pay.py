"""The pay figures agree with the reports behind them and with the limits that the guide promises."""

from __future__ import annotations

import statistics
from typing import Any

import pytest

SMALL = 30
SHOWN = {
    "deep-learning-engineer": (12, 88, 100, 150, 289, 329),
    "machine-learning-software-engineer": (15, 57, 157, 184, 238, 290),
    "machine-learning-engineer": (5807, 117, 143, 188, 241, 297),
    "data-engineer": (9405, 77, 105, 140, 184, 229),
    "data-scientist": (11443, 83, 111, 152, 195, 240),
    "data-analyst": (7334, 55, 75, 100, 134, 167),
    "mlops-engineer": (100, 82, 119, 154, 193, 248),
    "ai-research-scientist": (2289, 116, 144, 184, 240, 290),
}


@pytest.mark.parametrize("name", SHOWN)
def test_pay_in_thousands_is_that_of_the_salary_table(shipped: Any, name: str) -> None:
    pay = shipped.roles[name].pay.overall
    shown = (int(value / 1000 + 0.5) for value in (pay.p10, pay.p25, pay.p50, pay.p75, pay.p90))
    assert (pay.n, *shown) == SHOWN[name]


def test_a_small_sample_lists_every_report_and_its_percentiles_follow_from_them(shipped: Any) -> None:
    small = [role.pay for role in shipped.roles.values() if role.pay.overall.n < SMALL]
    assert len(small) == 2
    for pay in small:
        cuts = statistics.quantiles(pay.reports, n=20, method="inclusive")
        given = (pay.overall.p10, pay.overall.p25, pay.overall.p50, pay.overall.p75, pay.overall.p90)
        for value, computed in zip(given, (cuts[1], cuts[4], cuts[9], cuts[14], cuts[17]), strict=True):
            assert abs(value - computed) <= 0.5
        assert list(pay.reports) == sorted(pay.reports)
        assert not pay.levels


def test_a_large_sample_lists_no_reports_and_only_levels_with_thirty(shipped: Any) -> None:
    for role in shipped.roles.values():
        if role.pay.overall.n >= SMALL:
            assert role.pay.reports == ()
            assert all(level.n >= SMALL for level in role.pay.levels.values()), role.id
            assert sum(level.n for level in role.pay.levels.values()) <= role.pay.overall.n, role.id


def test_all_pay_is_of_one_kind_so_that_it_can_share_a_scale(shipped: Any) -> None:
    kinds = {(role.pay.currency, role.pay.period, role.pay.region) for role in shipped.roles.values()}
    assert kinds == {("USD", "year", "all countries")}


def test_the_one_role_that_pools_two_titles_says_so_with_its_pay(shipped: Any) -> None:
    source = next(source for source in shipped.sources if source.id == "aijobs")
    assert source.licence == "CC0 1.0"
    notes = {name: role.pay.note for name, role in shipped.roles.items() if role.pay.note}
    assert notes == {
        "ai-research-scientist": "AI Research Scientist pools two job titles, this one and Research Scientist."
    }


def test_a_yardstick_rests_on_thirty_reports_or_more(shipped: Any) -> None:
    for guide in shipped.guides.values():
        small = [name for name in guide.scale if shipped.roles[name].pay.overall.n < SMALL]
        assert small == [], guide.id
