"""A JobPosting node as a `Posting`.

Comes in: a node of JSON-LD (https://schema.org/JobPosting). Goes out: a `Posting`, and the names of the properties
that have no place in one. What has the wrong shape says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from guidebuild.importers.kinds.jobs.jsonld import Node
from guidebuild.importers.kinds.jobs.pay import Pay, pay_of
from guidebuild.importers.kinds.jobs.posting import Posting, words
from guidebuild.importers.meaning.countries import country_key, country_name
from guidebuild.importers.meaning.money import SEVERAL

TAKEN = (
    "title", "name", "hiringOrganization", "jobLocation", "jobLocationType", "applicantLocationRequirements",
    "employmentType", "baseSalary", "salaryCurrency", "datePosted", "validThrough", "identifier", "url",
)  # fmt: skip
_FORMAL = (
    "mainEntityOfPage",
    "directApply",
    "image",
    "logo",
    "sameAs",
    "type",
    "@type",
    "@id",
    "@context",
    "estimatedSalary",
)
_MOST_PLACES = 3
_MOST_EMPLOYERS = 3
_SINGLE = {"title": "title", "datePosted": "day of posting", "validThrough": "closing day", "url": "address"}
_PRICES = {"value": "price", "minValue": "minPrice", "maxValue": "maxPrice", "currency": "priceCurrency"}
"""How a PriceSpecification calls what a MonetaryAmount has."""


def posting_of(node: Node, currency: str = "") -> Posting:
    values, ids = node.values, node.ids
    pay = _pay(values, ids, currency)
    return Posting(
        node.line,
        title=_text(values.get("title"), ids) or _text(values.get("name"), ids),
        employer=_employer(values, ids),
        place=_place(values, ids),
        kinds=tuple(_kinds(values, ids)),
        salary=pay.salary,
        pay=pay.words,
        why=pay.why,
        note=_department(values, ids),
        url=_text(values.get("url"), ids) or _address(values.get("@id")),
        posted=_text(values.get("datePosted"), ids),
        closes=_text(values.get("validThrough"), ids),
        identifier=_identifier(_first(values.get("identifier"), ids), ids),
        several=tuple(_several(values, ids)),
    )


def not_taken(node: Node) -> Iterator[str]:
    """The properties that say something a job cannot hold."""
    return (
        key
        for key, value in node.values.items()
        if key not in (*TAKEN, *_FORMAL) and value not in (None, "", [], {})
    )


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _first(value: Any, ids: dict[str, dict[str, Any]]) -> Any:
    """The value, the first of several, or what it refers to by @id."""
    one = next(iter(_many(value)), None)
    if isinstance(one, dict) and len(one) == 1 and isinstance(one.get("@id"), str):
        return ids.get(one["@id"], one)
    return one


def _text(value: Any, ids: dict[str, dict[str, Any]]) -> str:
    one = _first(value, ids)
    if isinstance(one, dict):
        one = one.get("@value", one.get("name"))
    if isinstance(one, bool) or not isinstance(one, str | int | float):
        return ""
    return words(str(one)[:20_000])


def _named(thing: Any, ids: dict[str, dict[str, Any]]) -> str:
    """The name of an organisation or place, which may be text alone."""
    if isinstance(thing, dict):
        return _text(thing.get("name"), ids) or _text(thing.get("legalName"), ids)
    return _text(thing, ids)


def _employer(values: dict[str, Any], ids: dict[str, dict[str, Any]]) -> str:
    """All that hire together: "Crumb and Rye", "Crumb, Rye, Oat and 2 more"."""
    found = (_named(_first(one, ids), ids) for one in _many(values.get("hiringOrganization")))
    names = list(dict.fromkeys(filter(None, found)))
    if len(names) > _MOST_EMPLOYERS:
        names = [*names[:_MOST_EMPLOYERS], f"{len(names) - _MOST_EMPLOYERS} more"]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _department(values: dict[str, Any], ids: dict[str, dict[str, Any]]) -> str:
    organisation = _first(values.get("hiringOrganization"), ids)
    if not isinstance(organisation, dict):
        return ""
    return _named(_first(organisation.get("department"), ids), ids)


def _kinds(values: dict[str, Any], ids: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The kinds of employment; one text may name several: "FULL_TIME, PART_TIME"."""
    for kind in _many(values.get("employmentType")):
        yield from (part.strip() for part in re.split(r"[,;|]", _text(kind, ids)))


def _several(values: dict[str, Any], ids: dict[str, dict[str, Any]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a job holds one of and the posting gives several, that say different things; with all but the first."""
    for key, name in _SINGLE.items():
        told = dict.fromkeys(filter(None, (_text(one, ids) for one in _many(values.get(key)))))
        if len(told) > 1:
            yield name, tuple(told)[1:]


def _address(value: Any) -> str:
    return value if isinstance(value, str) and value.startswith(("https://", "http://")) else ""


def _identifier(thing: Any, ids: dict[str, dict[str, Any]]) -> str:
    if isinstance(thing, dict):
        return _text(thing.get("value"), ids) or _text(thing.get("@id"), ids)
    return _text(thing, ids)


def _place(values: dict[str, Any], ids: dict[str, dict[str, Any]]) -> str:
    """ "Seattle, Washington", "Remote, Germany or Austria", "Leeds; York; Hull; and 2 more"."""
    sites = dict.fromkeys(
        filter(None, (_site(_first(place, ids), ids) for place in _many(values.get("jobLocation"))))
    )
    shown = list(sites)[:_MOST_PLACES]
    if len(sites) > _MOST_PLACES:
        shown.append(f"and {len(sites) - _MOST_PLACES} more")
    remote = any("TELECOMMUTE" in _text(kind, ids).upper() for kind in _many(values.get("jobLocationType")))
    if not remote:
        return "; ".join(shown)
    areas = (_named(_first(area, ids), ids) for area in _many(values.get("applicantLocationRequirements")))
    names = [_country(area) for area in dict.fromkeys(filter(None, areas))][:_MOST_PLACES]
    where = "Remote" + (f", {' or '.join(names)}" if names else "")
    return f"{where}; or {'; '.join(shown)}" if shown else where


def _site(place: Any, ids: dict[str, dict[str, Any]]) -> str:
    if not isinstance(place, dict):
        return _text(place, ids)
    address = _first(
        place.get("address", place if "addressLocality" in place or "addressCountry" in place else None), ids
    )
    if not isinstance(address, dict):
        return _text(address, ids) or _text(place.get("name"), ids)
    town, region = _text(address.get("addressLocality"), ids), _text(address.get("addressRegion"), ids)
    country = _country(_text(address.get("addressCountry"), ids))
    return site(town, region, country) or _text(place.get("name"), ids)


def site(town: str, region: str, country: str) -> str:
    """A place as addresses are read: the region's name says the country in the United States."""
    if region and country == "United States":
        country = ""
    return ", ".join(dict.fromkeys(part for part in (town, region, country) if part))


def _country(name: str) -> str:
    key = country_key(name)
    return name if country_name(key) == key else country_name(key)


def _pay(values: dict[str, Any], ids: dict[str, dict[str, Any]], currency: str) -> Pay:
    """From baseSalary; several that differ are all told in words, since none of them is the pay."""
    outer = _text(values.get("salaryCurrency"), ids) or currency
    told = {pay.words: pay for pay in _amounts(values.get("baseSalary"), outer, ids) if pay.words}
    if len(told) > 1:
        return Pay(None, " / ".join(told), SEVERAL)
    return next(iter(told.values()), Pay())


def _amounts(base: Any, currency: str, ids: dict[str, dict[str, Any]]) -> Iterator[Pay]:
    """MonetaryAmounts or PriceSpecifications, whose values may be QuantitativeValues; numbers; texts."""
    for one in (_first(one, ids) for one in _many(base)):
        if not isinstance(one, dict):
            yield pay_of(words=_text(one, ids), currency=currency)
            continue
        for value in _many(one.get("value")) or [None]:
            yield _amount(one, _first(value, ids), currency, ids)


def _amount(around: dict[str, Any], value: Any, currency: str, ids: dict[str, dict[str, Any]]) -> Pay:
    inner = value if isinstance(value, dict) else {"value": value}

    def said(*keys: str) -> str:
        return next((text for key in keys if (text := _said(inner, around, key, ids))), "")

    return pay_of(
        words=said("value"), low=said("minValue"), high=said("maxValue"), period=said("unitText", "unitCode"),
        currency=said("currency") or currency,
    )  # fmt: skip


def _said(inner: dict[str, Any], outer: dict[str, Any], key: str, ids: dict[str, dict[str, Any]]) -> str:
    """What the value says under a key or, if that is silent, what the amount says around it."""
    other = _PRICES.get(key, key)
    around = outer.get(key) if key != "value" else None
    found = (inner.get(key), inner.get(other), around, outer.get(other))
    return next((text for one in found if (text := _text(one, ids))), "")
