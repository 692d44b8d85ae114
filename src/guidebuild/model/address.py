"""Addresses of links in the form that a PDF can hold.

Comes in: an address as an author writes it, or a text with links in Markdown. Goes out: the same in ASCII, as a URI
action asks for (ISO 32000-1, 12.6.4.7): host names by IDNA, all else by percent signs. Refuses, with `ValueError`:
host names that have no such form.
"""

from __future__ import annotations

import re

_KEPT = "%/?#[]@!$&'()*+,;=:~"  # reserved characters (RFC 3986, 2.2), and what is encoded already
_PARTS = re.compile(r"(?P<scheme>https?://)(?P<user>[^/?#@]*@)?(?P<host>[^/?#:]*)(?P<rest>.*)", re.I | re.S)
_IN_TEXT = re.compile(
    r"(?P<before>\]\(\s*<?)(?P<address>(?:https?://|mailto:)(?:[^\s<>\"()]|\([^\s<>\"()]*\))+)", re.I
)


def ascii_address(address: str) -> str:
    """The address in ASCII; one that is so already stays as it is. Raises `ValueError`."""
    if address.isascii():
        return address
    if parts := _PARTS.fullmatch(address):
        user, rest = _quoted(parts["user"] or ""), _quoted(parts["rest"])
        return f"{parts['scheme']}{user}{_host(parts['host'])}{rest}"
    mailbox, at, rest = address.partition("@")
    host = re.match(r"[^?]*", rest)
    domain = host[0] if host else ""
    return f"{_quoted(mailbox)}{at}{_host(domain)}{_quoted(rest[len(domain) :])}"


def with_ascii_links(text: str) -> str:
    """A text of which the Markdown links have addresses in ASCII. Raises `ValueError`."""
    if text.isascii() or "](" not in text:
        return text
    return _IN_TEXT.sub(lambda found: found["before"] + ascii_address(found["address"]), text)


def _host(name: str) -> str:
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ValueError(f"'{name[:60]}' is not a name that a computer can have") from error


def _quoted(part: str) -> str:
    from urllib.parse import quote  # dear at start-up, and seldom needed

    return quote(part, safe=_KEPT)
