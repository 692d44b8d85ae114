"""Salaries in text: the usual spellings, what is no salary, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.importers.meaning import money
from guidebuild.importers.meaning.money import read_salary, salary_in
from guidebuild.model.schema import Salary


def said(text: str, currency: str = "") -> tuple[object, ...] | None:
    found = salary_in(text, currency=currency)
    return (found["low"], found.get("high"), found["currency"], found["period"]) if found else None


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("USD 100K - 130K", 100_000, 130_000, "USD", "year"),
        ("$85,000-$185,000 a year", 85_000, 185_000, "USD", "year"),
        ("€60k+", 60_000, None, "EUR", "year"),
        ("60 000+ €", 60_000, None, "EUR", "year"),
        ("£30,000 to £35,000 per annum", 30_000, 35_000, "GBP", "year"),
        ("£35,000p.a.", 35_000, 35_000, "GBP", "year"),
        ("CHF 90’000–110’000", 90_000, 110_000, "CHF", "year"),
        ("45.000 € - 60.000 €/Jahr", 45_000, 60_000, "EUR", "year"),
        ("€45.000,- bis €55.000,- brutto/Jahr", 45_000, 55_000, "EUR", "year"),
        ("1.234,56 € pro Monat", 1234.56, 1234.56, "EUR", "month"),
        ("60 T€", 60_000, 60_000, "EUR", "year"),
        ("$25/hr", 25, 25, "USD", "hour"),
        ("$25.50 - $30/hour", 25.5, 30, "USD", "hour"),
        ("$25/hr - $30/hr", 25, 30, "USD", "hour"),
        ("Hourly rate: $45.50", 45.5, 45.5, "USD", "hour"),
        ("£12.50ph", 12.5, 12.5, "GBP", "hour"),
        ("$4,500 per month", 4_500, 4_500, "USD", "month"),
        ("$85,000.00/yr - $185,000.00/yr", 85_000, 185_000, "USD", "year"),
        ("USD 100,000 per annum to USD 120,000", 100_000, 120_000, "USD", "year"),
        ("120-150k USD", 120_000, 150_000, "USD", "year"),
        ("$100k - 130", 100_000, 130_000, "USD", "year"),
        ("from $70k", 70_000, None, "USD", "year"),
        ("from €45,000 up to €60,000", 45_000, 60_000, "EUR", "year"),
        ("between £40k and £50k", 40_000, 50_000, "GBP", "year"),
        ("1.2M JPY", 1_200_000, 1_200_000, "JPY", "year"),
        ("¥8,000,000 - ¥10,000,000", 8_000_000, 10_000_000, "JPY", "year"),
        ("₹12,00,000 - ₹18,00,000 (12-18 LPA)", 1_200_000, 1_800_000, "INR", "year"),
        ("12-18 LPA", 1_200_000, 1_800_000, "INR", "year"),
        ("Rs. 50,000 per month", 50_000, 50_000, "INR", "month"),
        ("A$90k", 90_000, 90_000, "AUD", "year"),
        ("C$100,000", 100_000, 100_000, "CAD", "year"),
        ("$100,000 - $120,000 CAD", 100_000, 120_000, "CAD", "year"),
        ("CAD $100,000 - $120,000", 100_000, 120_000, "CAD", "year"),
        ("US$120 000–140 000", 120_000, 140_000, "USD", "year"),
        ("60\u202f000 € – 70\u2009000 €", 60_000, 70_000, "EUR", "year"),
        ("$120k − $150k", 120_000, 150_000, "USD", "year"),
        ("Salary (EUR): 45,000 - 55,000", 45_000, 55_000, "EUR", "year"),
        ("$100-130K/yr DOE + bonus", 100_000, 130_000, "USD", "year"),
        ("$5,000 signing bonus, base $100k", 100_000, 100_000, "USD", "year"),
        ("$50,000 - $60,000, 40 hours a week", 50_000, 60_000, "USD", "year"),
        ("401(k) match and $90,000 a year", 90_000, 90_000, "USD", "year"),
        ("PLN 15 000 - 20 000 / month", 15_000, 20_000, "PLN", "month"),
        ("38/45 K€", 38_000, 45_000, "EUR", "year"),
        ("entre 38 et 45 k€", 38_000, 45_000, "EUR", "year"),
        ("de 30.000 a 40.000 euros brutos al año", 30_000, 40_000, "EUR", "year"),
        ("not less than €55.000", 55_000, None, "EUR", "year"),
        ("$70k or more", 70_000, None, "USD", "year"),
        ("$60,000 (min.)", 60_000, None, "USD", "year"),
        ("70 000 $ - 80 000 $ CA", 70_000, 80_000, "CAD", "year"),
        ("RMB 20k-30k/month", 20_000, 30_000, "CNY", "month"),
        ("DKK 45.000 pr. måned", 45_000, 45_000, "DKK", "month"),
        ("£30-35k pro rata", 30_000, 35_000, "GBP", "year"),
        ("₹18–25 LPA", 1_800_000, 2_500_000, "INR", "year"),
        ("$50,000 a year / $25 an hour", 50_000, 50_000, "USD", "year"),
        ("$100 million raised; $70k", 70_000, 70_000, "USD", "year"),
        ("2500 EUR per maand", 2_500, 2_500, "EUR", "month"),
        ("1.500 € al mese", 1_500, 1_500, "EUR", "month"),
        ("12,50 € de l’heure", 12.5, 12.5, "EUR", "hour"),
        ("6000 PLN miesięcznie", 6_000, 6_000, "PLN", "month"),
        ("45.000 € (30 Tage Urlaub)", 45_000, 45_000, "EUR", "year"),
        ("900 – 1.200 € im Jahr", 900, 1_200, "EUR", "year"),
    ],
)
def test_the_usual_spellings(text: str, low: float, high: float | None, currency: str, period: str) -> None:
    assert said(text) == (low, high, currency, period)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("competitive", ""),
        ("", ""),
        ("401k", ""),
        ("401(k), 2024-2025, 12 people", ""),
        ("$401k match of $5,000 bonus", ""),
        ("We raised $20M in funding", ""),
        ("12.05.2024 €", ""),
        ("up to £50k", money.ONLY_MAXIMUM),
        ("bis zu 60.000 €", money.ONLY_MAXIMUM),
        ("$300 per day", money.OTHER_PERIOD),
        ("£500 a week", money.OTHER_PERIOD),
        ("USD 2024-2025", money.NO_PERIOD),
        ("€3.500 brutto", money.NO_PERIOD),
        ("15 000 – 20 000 zł", money.NO_PERIOD),
        ("100k-130k", money.NO_CURRENCY),
        ("kr 450 000", money.NO_CURRENCY),
        ("$130,000 to 100,000", money.FALLING),
        ("£60,000 max", money.ONLY_MAXIMUM),
        ("Salary: to £60k", money.ONLY_MAXIMUM),
        ("< $120k", money.ONLY_MAXIMUM),
        ("$0 - $100,000", money.ONLY_MAXIMUM),
        ("$90,000 or $100,000", money.SEVERAL),
        ("$25 an hour or $52,000 a year", money.SEVERAL),
        ("$100,000 – $120,000 – $140,000", money.SEVERAL),
        ("-$50,000", money.IMPLAUSIBLE),
        ("60 – 80 € a year", money.IMPLAUSIBLE),
    ],
)
def test_what_is_no_salary_and_why(text: str, why: str) -> None:
    assert read_salary(text) == money.Reading(None, why)


def test_a_known_currency_speaks_for_bare_numbers_and_for_signs_of_several() -> None:
    assert said("45000 - 60000", "EUR") == (45_000, 60_000, "EUR", "year")
    assert said("$100k", "CAD") == (100_000, 100_000, "CAD", "year")
    assert said("kr 450 000", "NOK") == (450_000, 450_000, "NOK", "year")
    assert said("£40k", "CAD") == (40_000, 40_000, "GBP", "year")
    assert said("2024", "EUR") is None


def test_two_currencies_are_no_range() -> None:
    assert said("€50,000 - £60,000") is None


WHOLE = st.integers(20_000, 999_999)


@given(
    WHOLE, WHOLE, st.sampled_from([",", ".", "'", "’", " ", "\u00a0", "\u202f", ""]),
    st.sampled_from(["-", " - ", "–", " — ", " to ", " − "]),
    st.sampled_from(["€{}", "{} €", "EUR {}", "{} EUR", "€ {}"]),
    st.sampled_from(["", " a year", "/year", " per annum", " p.a.", " (gross)"]),
)  # fmt: skip
def test_every_way_to_group_join_and_sign_says_the_same(
    one: int, other: int, group: str, joint: str, sign: str, end: str
) -> None:
    low, high = sorted((one, other))
    text = joint.join(sign.format(f"{value:,}".replace(",", group)) for value in (low, high)) + end
    assert said(text) == (low, high, "EUR", "year")


@given(
    st.text(alphabet="0123456789kKmMLPA$€£ .,'-–+/aeyrhtobUSDCHF()\n", max_size=120),
    st.sampled_from(["", "USD"]),
)
def test_whatever_is_read_is_a_salary_that_the_model_takes(text: str, currency: str) -> None:
    found = salary_in(text, currency=currency)
    if found is not None:
        salary = Salary.model_validate(found)
        assert salary.low > 0


@given(st.text(max_size=200))
def test_a_text_without_digits_holds_no_salary(text: str) -> None:
    assert salary_in("".join(char for char in text if not char.isnumeric())) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["$1 000 000 000 ", "between 1 and ", "1.1.1", "€ € ", "a year 1 to ", "1-", "9" * 50]
)
def test_long_texts_are_read_at_once(piece: str) -> None:
    assert isinstance(read_salary(piece * 10_000), money.Reading)
