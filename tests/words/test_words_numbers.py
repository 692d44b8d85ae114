"""Numbers, money, dates and lists."""

import datetime as dt

import pytest

from guidebuild.compose.sections.sources import _dialled
from guidebuild.typeset.addresses import is_said
from guidebuild.words import numbers
from guidebuild.words.english import NBSP
from guidebuild.yamlfile.address import is_sound

DAY = dt.date(2026, 11, 2)


@pytest.mark.parametrize(
    ("value", "currency", "words"),
    [
        (150_000, "USD", "$150k"),
        (183_600, "USD", "$184k"),
        (156_500, "USD", "$157k"),
        (1_250_000, "GBP", "£1.25m"),
        (1_125_000, "USD", "$1.13m"),  # a half goes up, as in the tables
        (999_900, "EUR", "€1m"),
        (25.5, "USD", "$25.50"),
        (90_000, "CHF", "CHF\u00a090k"),
    ],
)
def test_money_is_short_but_keeps_its_unit(value: float, currency: str, words: str) -> None:
    assert numbers.brief_money(value, currency) == words


def test_money_in_full_has_separators() -> None:
    assert numbers.money(183_600, "USD") == "$183,600"


@pytest.mark.parametrize(
    ("value", "words"),
    [(183_523, "$183,500"), (183_550, "$183,600"), (10_049, "$10,000"), (9_999, "$9,999"), (25.5, "$25.50")],
)
def test_large_sums_are_told_to_the_nearest_hundred(value: float, words: str) -> None:
    assert numbers.money(value, "USD") == words


def test_a_range_has_an_en_dash_and_equal_ends_print_once() -> None:
    assert numbers.money_range(100_013, 288_682, "USD") == "$100k–$289k"
    assert numbers.money_range(100_013, 100_049, "USD") == "$100k"


def test_a_negative_number_has_a_real_minus() -> None:
    assert numbers.number_of(-1_200) == "−1,200"


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-GB", "2\u00a0November\u00a02026"),
        ("en_IE", "2\u00a0November\u00a02026"),
        ("en-US", "November\u00a02,\u00a02026"),
        ("en", "November\u00a02,\u00a02026"),
    ],
)
def test_the_day_follows_the_locale(locale: str, words: str) -> None:
    assert numbers.day(DAY, locale) == words


def test_numbers_are_spelled_up_to_twenty() -> None:
    assert [numbers.spelled(n) for n in (0, 11, 20, 21, 1204)] == ["zero", "eleven", "twenty", "21", "1,204"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "One"), (20, "Twenty"), (21, "Twenty-one"), (40, "Forty"), (99, "Ninety-nine"), (100, "100")],
)
def test_no_sentence_begins_with_a_figure_below_a_hundred(number: int, words: str) -> None:
    assert numbers.opened(number) == words
    assert numbers.opened_count(number, "skill") == f"{words} skill{'' if number == 1 else 's'}"


def test_a_sample_and_a_month_are_not_broken_over_two_lines() -> None:
    assert numbers.sample(9_405) == "n\u00a0=\u00a09,405"
    assert numbers.month(DAY) == "November\u00a02026"


@pytest.mark.parametrize(("n", "ranks", "percent"), [(12, (3, 10), 96), (15, (4, 12), 96), (6, (1, 6), 96)])
def test_the_median_lies_between_exact_ranks(n: int, ranks: tuple[int, int], percent: int) -> None:
    found = numbers.rank_interval(n)
    assert found is not None
    assert found[:2] == ranks
    assert int(found[2] * 100) == percent


def test_five_reports_are_too_few_for_an_interval() -> None:
    assert numbers.rank_interval(5) is None


@pytest.mark.parametrize(
    ("highest", "top", "count"), [(328_815, 400_000, 4), (192_000, 200_000, 4), (33, 40, 4), (0, 0.2, 2)]
)
def test_a_scale_ends_on_a_round_number(highest: float, top: float, count: int) -> None:
    end, ticks = numbers.scale(highest)
    assert end == pytest.approx(top)
    assert len(ticks) == count
    assert ticks[-1] == end


def test_a_long_list_is_cut_and_never_leaves_one_over() -> None:
    assert numbers.and_more(["a", "b", "c"], 2) == "a, b and c"
    assert numbers.and_more(["a", "b", "c", "d"], 2) == "a, b and 2 more"


def test_an_address_prints_without_scheme_and_slash() -> None:
    assert numbers.short_address("https://www.fair.example/guide/") == "fair.example/guide"


@pytest.mark.parametrize("locale", ["en-GB", "en-US", "en"])
def test_the_dates_told_without_babel_are_those_that_babel_tells(locale: str) -> None:
    """The short way for common locales must never differ from the library's."""
    from babel.dates import format_date

    for month in range(1, 13):
        date = dt.date(2027, month, 11)
        told = format_date(date, "long", locale=locale.replace("-", "_"))
        assert numbers.day(date, locale).replace(NBSP, " ") == told


@pytest.mark.parametrize(("locale", "words"), [("en-ZA", "11 March 2027"), ("en-CA", "March 11, 2027")])
def test_other_locales_are_told_by_babel(locale: str, words: str) -> None:
    """Each English-speaking territory has its own order."""
    assert numbers.day(dt.date(2027, 3, 11), locale).replace(NBSP, " ") == words


@pytest.mark.parametrize("currency", sorted(numbers._CURRENCIES.keys() - {"GBP"}))
def test_the_names_of_currencies_told_without_babel_are_those_that_babel_tells(currency: str) -> None:
    """Pounds are the one exception: a reader needs no 'sterling' but no confusion either."""
    from babel.numbers import get_currency_name

    assert numbers._currency_name(currency) == get_currency_name(currency, count=2, locale="en").replace(
        "Japanese yen", "yen"
    )


def test_a_rare_currency_has_its_name_and_code() -> None:
    """What the short table lacks comes from the library."""
    assert numbers.money(90_000, "CHF") == "CHF\u00a090,000"
    assert numbers.unit_words("INR", "year") == "Indian rupees a year"


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("+44 20 7946 0000", "tel:+442079460000"),
        ("+49 (0)30 123-456", "tel:+4930123456"),
        ("020 7946 0000", "tel:02079460000"),
        ("(020) 7946.0000", "tel:02079460000"),
        ("12 34", ""),
        ("0800 CAREERS", ""),
        ("020 7946 0000, ext. 5", ""),
    ],
)
def test_a_telephone_number_is_a_link_that_calls_it(phone: str, link: str) -> None:
    assert _dialled(phone) == link
    assert not link or (is_sound(link) and is_said(phone, link))
