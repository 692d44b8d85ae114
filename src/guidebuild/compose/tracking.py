"""Tracking parameters for the addresses of the guide's own QR codes: utm_source, utm_medium and so on.

Comes in: the guide and an address that belongs to it. Goes out: the address with the parameters that `event.utm` asks
for, and everything else in it as it was. Refuses: to mark an e-mail address, and to say a parameter twice.
"""

from __future__ import annotations

import re
import unicodedata

from guidebuild.compose.inline import flat
from guidebuild.model.schema import GuideSpec
from guidebuild.yamlfile.address import is_web

LONGEST = 40  # characters of a parameter that is made here
MEDIUM = "qr"


def tracked(address: str, spec: GuideSpec) -> str:
    """The address as a QR code says it: 'https://example.edu/robots?utm_source=robots&utm_medium=qr'."""
    asked = spec.event.utm if spec.event else None
    if not asked or not asked.on or not is_web(address):
        return address
    return with_parameters(address, asked.said() or _made(spec))


def with_parameters(address: str, parameters: dict[str, str]) -> str:
    """The address with those parameters that it does not have; they stand before the fragment (RFC 3986, 3.4).

    Values are plain ASCII words: nothing has to be encoded.
    """
    whole, hash_, fragment = address.partition("#")
    path, mark, query = whole.partition("?")
    there = {part.partition("=")[0].casefold() for part in re.split("[&;]", query)}
    added = "&".join(f"{name}={word}" for name, word in parameters.items() if name not in there)
    if not added:
        return address
    if not mark and "/" not in path.partition("://")[2]:
        path += "/"
    join = "&" if query and not query.endswith("&") else ""
    return f"{path}?{query}{join}{added}{hash_}{fragment}"


def _made(spec: GuideSpec) -> dict[str, str]:
    """From what the guide says: its id as the source, the event and its year as the campaign, the booth as content."""
    event = spec.event
    assert event
    year = str(event.date.year) if event.date else ""
    name = _word(flat(event.name), LONGEST - len(year) - 1)
    campaign = name if name.endswith(year) else "-".join(filter(None, (name, year)))
    made = {
        "utm_source": _word(spec.id),
        "utm_medium": MEDIUM,
        "utm_campaign": campaign,
        "utm_content": _word(flat(event.booth or "")),
    }
    return {name: word for name, word in made.items() if word}


def _word(text: str, longest: int = LONGEST) -> str:
    """'Spring Career Fair' as 'spring-career-fair', cut between words; nothing is left of scripts without a-z."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    word = re.sub("[^a-z0-9]+", "-", plain).strip("-")
    if len(word) <= longest:
        return word
    cut, _, rest = word[: longest + 1].rpartition("-")
    return cut or rest[:longest]
