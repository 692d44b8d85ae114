"""How amounts of money are written: currencies, numbers, scales, periods, and the words around them.

Comes in: nothing. Goes out: patterns and tables for `money`. All patterns are for text with plain blanks, hyphens and
apostrophes, and take a time that grows with its length, no faster.
"""

from __future__ import annotations

import re

YEARLY_FROM = {"INR": 300_000, "JPY": 1_000_000, "KRW": 10_000_000, "HUF": 3_000_000, "PHP": 200_000, "PLN": 60_000,
               "SEK": 150_000, "NOK": 150_000, "DKK": 150_000, "ISK": 3_000_000, "CZK": 300_000, "RUB": 500_000,
               "THB": 250_000, "CLP": 6_000_000, "COP": 20_000_000, "IDR": 60_000_000, "VND": 100_000_000,
               "NGN": 3_000_000, "PKR": 600_000, "TWD": 300_000, "MXN": 150_000, "ZAR": 150_000, "BRL": 50_000,
               "CNY": 100_000, "HKD": 100_000, "UAH": 200_000, "TRY": 300_000, "EGP": 200_000,
               "KES": 500_000, "AED": 60_000, "SAR": 60_000, "QAR": 60_000, "ARS": 5_000_000}  # fmt: skip
"""From which amount on one without a period is a year's; 10,000 in other currencies. Below, it may be a month's."""

DOLLARS = {"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "COP", "CLP", "ARS"}
CROWNS = {"SEK", "NOK", "DKK", "ISK"}
SIGNS = {
    "us$": "USD",
    "u.s.$": "USD",
    "usd$": "USD",
    "$ us": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "aud$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "cad$": "CAD",
    "$ ca": "CAD",
    "$ca": "CAD",
    "nz$": "NZD",
    "s$": "SGD",
    "sg$": "SGD",
    "hk$": "HKD",
    "mx$": "MXN",
    "r$": "BRL",
    "nt$": "TWD",
    "$": "$",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "rs.": "INR",
    "rs": "INR",
    "¥": "¥",
    "円": "JPY",
    "rmb": "CNY",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "zł": "PLN",
    "kč": "CZK",
    "kr.": "kr",
    "kr": "kr",
    "fr.": "CHF",
    "sfr.": "CHF",
    "euros": "EUR",
    "euro": "EUR",
    "dollars": "$",
    "us dollars": "USD",
    "pounds": "GBP",
    "rupees": "INR",
    "yen": "JPY",
}
_CODES = (
    "USD|EUR|GBP|CHF|CAD|AUD|NZD|SGD|HKD|INR|JPY|CNY|KRW|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|BRL|MXN|ZAR|ILS|AED|SAR|"
    "QAR|TRY|RUB|UAH|THB|PHP|IDR|MYR|VND|TWD|NGN|KES|EGP|PKR|CLP|COP|ARS"
)
CURRENCIES = frozenset(_CODES.split("|"))
_SURE = "USD|EUR|GBP|CHF|CAD|AUD|INR|JPY"  # no words of other meaning, so that small letters do as well
_CURRENCY = (
    "(?:"
    + "|".join(
        re.escape(sign) + (r"(?![^\W\d_])" if sign[-1].isalpha() else "")
        for sign in sorted(SIGNS, key=len, reverse=True)
    )
    + rf"|(?:{_SURE}|(?-i:{_CODES}))(?![^\W\d_]))"
)
_NUMBER = r"(?:\d{1,3}(?: \d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,']\d+)*)(?:,-{1,2}(?=[\s€]|$))?"
SCALES = {"k": 1e3, "t": 1e3, "thousand": 1e3, "tsd": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6,
          "lakh": 1e5, "lac": 1e5, "lpa": 1e5, "l": 1e5, "crore": 1e7, "cr": 1e7}  # fmt: skip
INDIAN = ("lakh", "lac", "lpa", "crore")
_SCALE = (
    r"(?:(?:k|thousand|tsd|mio|mn|million|m|lakhs?|lacs?|lpa|crores?|cr|l)"
    r"(?:(?![^\W\d_])|(?=EUR|USD|GBP|CHF))\.?|t(?= ?(?:€|eur)))"
)
AMOUNT = re.compile(
    rf"(?<![\w.,'])(?:(?P<before>{_CURRENCY}) ?(?:(?P<second>{_CURRENCY}) ?)?)?(?P<number>{_NUMBER})"
    rf"(?: ?(?P<scale>{_SCALE}))?(?P<plus>\+)?(?: ?(?P<after>{_CURRENCY})(?! ?\d))?(?P<more>\+)?",
    re.IGNORECASE,
)
_EACH = r"(?:per|an|a|pro|par|im|each|pr\.?|/)"
_PERIODS: tuple[tuple[str, str], ...] = (
    ("hour", rf"{_EACH} ?(?:hour|hr|stunde|heure)\b|/ ?(?:h|hrs|std)\b|\bhourly|\bp\.?h\b|stündlich|stundenlohn"),
    ("day", rf"{_EACH} ?(?:day|diem|tag|jour)\b|/ ?d\b|\bdaily|\bp\.d\b|\bday rate"),
    ("week", rf"{_EACH} ?(?:week|wk|woche|semaine)\b|\bweekly|\bp\.?w\b"),
    ("month", rf"{_EACH} ?(?:month|monat|mois|mån|måned)\b|/ ?(?:mo|mon|mth|m)\b|\bmonthly|\bpcm\b|\bp\.m\b|"
              r"monatlich|monatsgehalt"),
    ("year", rf"{_EACH} ?(?:year|annum|yr|jahr|år)\b|/ ?(?:y|a|an)\b|\bpar an\b|\byearly|\bannual|\bannum|\bp\.?a\b|"
             r"\blpa\b|\bctc\b|jährlich|jahresgehalt"),
)  # fmt: skip
PERIOD = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _PERIODS), re.IGNORECASE)
TO = re.compile(
    r"(?P<period>[^\d$€£\n]{0,16}?) ?(?:-{1,2}|\b(?:up )?to\b|\bbis(?: zu)?\b|\buntil\b|\bthrough\b|"
    r"(?P<and>\band\b|\bund\b|\bet\b|\by\b|\be\b|\ba\b)|à|(?P<slash>/)) ?",
    re.IGNORECASE,
)
"""From one end of a range to the other; words of the group `and` only behind those of BETWEEN."""
BETWEEN = re.compile(r"\b(?:between|zwischen|entre|tra|fra|de|desde|da) ?$", re.IGNORECASE)
OR = re.compile(r"[^\d$€£\n,;]{0,16}?(?:\bor\b|\boder\b|\bou\b|-|\bto\b) ?", re.IGNORECASE)
"""Between an amount and another one that might be meant instead."""
NEGATIVE = re.compile(r"(?:^|[\s:])-$")
AT_MOST = re.compile(
    r"(?:\b(?:up ?)?to|\bmax(?:imum|\.)?(?: of)?|\bbis(?: zu)?|\bunder|\bbelow|\bless than|\bno more than|\bat most|"
    r"\bcapped at|\bjusqu'à|\bhasta|[<≤])[ :]*$",
    re.IGNORECASE,
)
AT_MOST_AFTER = re.compile(r"(?:max(?:imum)?|tops|or (?:less|below)|and below)\b", re.IGNORECASE)
AT_LEAST = re.compile(
    r"(?:\bfrom|\bstarting(?: at| from)?|\bstarts at|\bat least|\bnot? less than|\bmin(?:imum|\.)?(?: of)?|\bab|\bover|"
    r"\babove|\bmore than|[>≥])[ :]*$",
    re.IGNORECASE,
)
AT_LEAST_AFTER = re.compile(r"(?:min(?:imum)?|(?:and|or) (?:up|more|above|higher)|upwards?)\b", re.IGNORECASE)
_OTHER_SUM = (
    r"(?:bonus(?:es)?|sign(?:ing|-on| on)|equity|stock|options|relocation|funding|fundraising|revenues?|budgets?|"
    r"stipends?|allowances?|match(?:ing)?|valuation|assets|turnover|grants?|prizes?|scholarships?|round|series|fees?|seed|"
    r"investments?)\b"
)
SUM_AFTER = re.compile(
    rf"\W{{0,2}}(?:(?:in|of|for|annual|yearly|cash|worth) ){{0,2}}(?:{_OTHER_SUM}|raised\b)", re.I
)
SUM_BEFORE = re.compile(
    rf"(?:{_OTHER_SUM}|raised|raising|worth|manag\w+)(?: (?:of|is|up|to|over|than|more|an?|about))*[ :]*$",
    re.I,
)
CUT = re.compile(r"[,;()|\n]|\. ")
PENSION = re.compile(r"(?<![$€£\d.,])\b40[13] ?\(?[kb]\b\)?", re.IGNORECASE)
NEAR_BEFORE = re.compile(rf"(?<![^\W\d_])({_CURRENCY})[^\w\n]{{0,5}}$", re.IGNORECASE)
NEAR_AFTER = re.compile(rf"[^\w\n]{{0,3}}(?:(?:gross|brutto|in) )?({_CURRENCY})", re.IGNORECASE)
