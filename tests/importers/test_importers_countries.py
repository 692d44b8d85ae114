"""Countries are known by their codes and by the names that tables call them."""

from __future__ import annotations

import pytest

from guidebuild.importers.meaning.countries import country_key, country_name


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("US", "US"), ("usa", "US"), ("U.S.", "US"), ("United States of America", "US"), ("The Netherlands", "NL"),
        ("Österreich", "AT"), ("España", "ES"), ("México", "MX"), ("Türkiye", "TR"), ("Turkey", "TR"), ("DEU", "DE"),
        ("United Kingdom of Great Britain and Northern Ireland", "GB"), ("Republic of Korea", "KR"),
        ("Iran, Islamic Republic of...", "IR"), ("Venezuela, Bolivarian Republic of...", "VE"),
        ("Hong Kong (S.A.R.)", "HK"), ("Congo, Republic of the...", "CG"), ("Lao People's Democratic Republic", "LA"),
        ("The former Yugoslav Republic of Macedonia", "MK"), ("Czech Republic", "CZ"), ("Côte d'Ivoire", "CI"),
    ],
)  # fmt: skip
def test_a_country_has_many_names(words: str, code: str) -> None:
    assert country_key(words) == code


def test_what_is_no_country_stands_for_itself() -> None:
    assert (country_key("Remote"), country_name("remote")) == ("remote", "remote")
    assert country_key("") == ""
    assert country_key("Texas") == country_key("TEXAS ")
