"""English as the guide's locale writes it: the spelling of our own words, grouped figures, signs of currencies.

Comes in: our own words in British spelling, numbers, codes of currencies, and once for each document its locale. Goes
out: words. Refuses: to touch an author's word. The locale is a context, as that of `decimal` is: the sections of one
document are composed within it, and nothing else can see or change it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

NBSP = "\u00a0"
USUAL = "en-GB"
# The United States with its territories, the states that are associated with it, Liberia, the Philippines and Japan:
# there schools teach American spelling, and CLDR derives their English from that of the United States (Liberia aside).
# Everywhere else, Canada included, our words are spelled as in Britain.
_AMERICAN = "AS FM GU JP LR MH MP PH PR PW UM US VI"
SPELLINGS = {
    "advert": "ad",
    "adverts": "ads",
    "catalogue": "catalog",
    "centre": "center",
    "colour": "color",
    "colours": "colors",
    "grey": "gray",
    "licence": "license",
    "neighbouring": "neighboring",
    "practise": "practice",
    "programme": "program",
    "programmes": "programs",
    "towards": "toward",
}
"""Our own words that two Englishes spell in two ways, British first."""
_BRITISH = re.compile(rf"\b(?:{'|'.join(SPELLINGS)})\b", re.IGNORECASE)

# Babel knows all locales and currencies, but costs 50 ms of a build that takes 700 ms; so what nearly every guide
# uses is told here, and tests hold it equal to what Babel says. These group figures in another way than 1,234.5:
_GROUPING = "AT BE CH CZ DE DK EE ES FI FR GE HU ID IN IT LT LV NL NO PL PT RO SE SI SK UA ZA"
# In these "$" is another dollar than that of the United States.
_DOLLARS = (
    "AG AI AU BB BM BS BZ CA CC CK CX DM FJ GD GY JM KI KN KY LC LR MS NA NF NR NU NZ PN SB SG TK TT TV VC"
)
_SYMBOLS = {
    "USD": "$",
    "GBP": "£",
    "EUR": "€",
    "JPY": "¥",
    "INR": "₹",
    "AUD": "A$",
    "CAD": "CA$",
    "NZD": "NZ$",
}

_locale: ContextVar[str] = ContextVar("locale", default=USUAL)


@contextmanager
def written_in(locale: str) -> Iterator[None]:
    """Everything that is composed within is written in this English: 'en-GB', 'en_US', 'en'."""
    token = _locale.set(locale.replace("_", "-"))
    try:
        yield
    finally:
        _locale.reset(token)


def _territory() -> str:
    """'GB'; that of plain English is the United States, as in CLDR."""
    return _locale.get()[3:] or "US"


def spelt(words: str) -> str:
    """Our own words, 'no meaning rests on colour', as the locale spells them."""
    return _BRITISH.sub(_american, words) if _territory() in _AMERICAN.split() else words


def _american(found: re.Match[str]) -> str:
    word = SPELLINGS[found[0].lower()]
    return word[0].upper() + word[1:] if found[0][0].isupper() else word


def grouped(value: float, places: int) -> str:
    """'1,234,567.50' with so many decimals; '12,34,567' in India, '1 234 567,50' in South Africa."""
    if _territory() not in _GROUPING.split():
        return f"{value:,.{places}f}"
    group, point, (last, others) = _separators(_locale.get())
    whole, _, rest = f"{abs(value):.{places}f}".partition(".")
    head, tail = whole[:-last], whole[-last:]
    parts = [head[max(0, end - others) : end] for end in range(len(head), 0, -others)]
    figure = group.join([*reversed(parts), tail]) + (point + rest if rest else "")
    return f"-{figure}" if value < 0 else figure


def _separators(locale: str) -> tuple[str, str, tuple[int, int]]:
    """What stands between groups, before decimals, and how many figures the last and the other groups have."""
    from babel import Locale

    found = Locale.parse(locale.replace("-", "_"))
    signs = found.number_symbols["latn"]
    # A narrow space is in few fonts, and an upright apostrophe is that of a typewriter.
    group = str(signs["group"]).replace("\u202f", NBSP).replace("'", "’")
    last, others = found.decimal_formats[None].grouping
    return group, str(signs["decimal"]), (last, others)


def symbol(currency: str) -> str:
    """'$', and 'US$' where "$" is a dollar of one's own; 'CHF ' where there is no sign, as in 'CHF 90k'."""
    own = _territory() in _DOLLARS.split()
    if currency in _SYMBOLS and not own:
        return _SYMBOLS[currency]
    from babel.numbers import get_currency_symbol

    sign = str(get_currency_symbol(currency, locale=_locale.get().replace("-", "_") if own else "en"))
    return sign + NBSP if sign[-1:].isalpha() else sign


def in_lakh(currency: str) -> bool:
    """Whether readers count this money in lakh (100,000) and crore (100 lakh): rupees in India."""
    return currency == "INR" and _territory() == "IN"
