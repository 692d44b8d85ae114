"""Countries by code or name, also at the end of a place.

Comes in: "US", "USA", "united states", "U.S.", "Menlo Park, CA", "Berlin, BE, Germany". Goes out: the two-letter code,
and the English name for print. What is no country it knows (a town, "Remote") stands for itself.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping

_OTHER_NAMES = {
    "uk": "GB", "great britain": "GB", "united states of america": "US", "us": "US", "usa": "US", "america": "US",
    "korea": "KR", "republic of korea": "KR", "south korea": "KR", "russian federation": "RU", "turkey": "TR",
    "czech republic": "CZ", "viet nam": "VN", "uae": "AE", "ivory coast": "CI", "the netherlands": "NL",
    "holland": "NL", "macedonia": "MK", "hong kong": "HK", "macau": "MO", "burma": "MM",
    "deutschland": "DE", "osterreich": "AT", "schweiz": "CH", "suisse": "CH", "svizzera": "CH", "espana": "ES",
    "italia": "IT", "brasil": "BR", "polska": "PL", "sverige": "SE", "norge": "NO", "danmark": "DK", "suomi": "FI",
    "nederland": "NL", "belgie": "BE", "belgique": "BE", "nippon": "JP",
    # As the United Nations write them, and with them the survey of Stack Overflow.
    "united kingdom of great britain and northern ireland": "GB", "korea republic of": "KR",
    "iran islamic republic of": "IR", "islamic republic of iran": "IR", "taiwan province of china": "TW",
    "venezuela bolivarian republic of": "VE", "republic of moldova": "MD", "syrian arab republic": "SY",
    "lao people s democratic republic": "LA", "united republic of tanzania": "TZ", "brunei darussalam": "BN",
    "democratic republic of the congo": "CD", "congo republic of": "CG", "libyan arab jamahiriya": "LY",
    "former yugoslav republic of macedonia": "MK", "republic of north macedonia": "MK", "swaziland": "SZ",
    "hong kong sar": "HK", "cape verde": "CV", "palestine": "PS", "bolivia plurinational state of": "BO",
    "micronesia federated states of": "FM", "democratic people s republic of korea": "KP",
}  # fmt: skip
_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY DC"
)
_STATE_NAMES = frozenset({
    "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida",
    "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "maryland",
    "massachusetts",
    "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska", "nevada", "new hampshire", "new jersey",
    "new mexico", "new york", "north carolina", "north dakota", "ohio", "oklahoma", "oregon", "pennsylvania",
    "rhode island", "south carolina", "south dakota", "tennessee", "texas", "utah", "vermont", "virginia", "washington",
    "west virginia", "wisconsin", "wyoming",
})  # fmt: skip
_APART = re.compile(r"[\W_]+")


def country_key(words: str) -> str:
    """What tells countries apart: a code where the words mean a country, else the words without case and signs."""
    folded = _folded(words)
    return _codes().get(folded, folded)


def country_in(words: str) -> str:
    """The code of the country that the words are or end with, or "": "Town, ST" lies in the United States.

    A last part of two letters is a state where only it follows a town: "Tel Aviv, IL" is taken for Illinois, for that
    is how such tables write American towns; "Tel Aviv, TA, Israel" is Israel.
    """
    parts = [part.strip() for part in words.split(",") if part.strip()]
    if not parts:
        return ""
    last = parts[-1]
    if len(parts) > 1 and last.upper() == last and last in _STATES.split():
        return "US"
    key = country_key(last)
    if country_name(key) != key:
        return key
    return "US" if len(parts) > 1 and _folded(last) in _STATE_NAMES else ""


def country_name(key: str) -> str:
    """The English name of a code: "United States"; other words as they are."""
    return _names().get(key, key)


def _folded(words: str) -> str:
    plain = "".join(char for char in unicodedata.normalize("NFKD", words) if not unicodedata.combining(char))
    folded = _APART.sub(" ", plain.replace(".", "")).strip().casefold().removesuffix(" the")
    return folded.removeprefix("the ") if len(folded) > 6 else folded


@functools.cache
def _names() -> Mapping[str, str]:
    """Code to name, for the 250 territories with a code of two letters."""
    from babel import Locale

    territories: Mapping[str, str] = Locale.parse("en").territories
    return {code: name for code, name in territories.items() if len(code) == 2 and code.isalpha()}


@functools.cache
def _codes() -> Mapping[str, str]:
    """Everything that means a country, folded, to its code."""
    from babel.core import get_global

    codes = {_folded(name): code for code, name in _names().items()}
    codes |= {code.casefold(): code for code in _names()}
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    codes |= {old.casefold(): new[0] for old, new in aliases.items() if len(old) == 3 and old.isalpha()}
    return codes | {_folded(name): code for name, code in _OTHER_NAMES.items()}
