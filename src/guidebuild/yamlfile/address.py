"""Addresses of links: which there are, and the form in which a PDF can hold them.

Comes in: an address as an author writes it, or a text with links in Markdown. Goes out: the same in ASCII, as a URI
action asks for (ISO 32000-1, 12.6.4.7): host names by IDNA, all else by percent signs, the scheme in small letters.
Every address of content, brand, command line and imports is checked here. Refuses, with `ValueError` in words that
complete a sentence about the address: other schemes than https, http, mailto and tel, hosts and ports that no computer
has, and names or passwords of users.
"""

from __future__ import annotations

import re

_KEPT = "%/?#[]@!$&'()*+,;=:~"  # reserved characters (RFC 3986, 2.2), and what is encoded already
_PARTS = re.compile(
    r"(?P<scheme>https?)://(?P<user>[^/?#@]*@)?(?P<host>\[[^\]]*\]|[^/?#:]*)(?P<port>:[^/?#]*)?(?P<rest>[/?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
_IN_TEXT = re.compile(
    r"(?P<before>\]\(\s*<?)(?P<address>(?:https?://|mailto:|tel:)(?:[^\s<>\"()]|\([^\s<>\"()]*\))+)",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(r"[\s<>\"]")
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*\.?|\[[0-9a-f:.]+\]", re.IGNORECASE)
_MAILBOX = re.compile(r"[^@\s,;]+@[^@\s,;]+")
_NUMBER = re.compile(r"\+?[0-9](?:[-.()]*[0-9]){1,24}[)]?(?:;[a-z0-9-]+=[^\s;]+)*", re.IGNORECASE)  # RFC 3966


def checked(address: str) -> str:
    """The address of a link in ASCII; a sound one that is so already keeps all but the case of its scheme.

    Raises `ValueError`, whose words tell what an address is.
    """
    if _FORBIDDEN.search(address):
        raise ValueError("an address holds no spaces, quotes or angle brackets")
    scheme, colon, rest = address.partition(":")
    match scheme.lower() if colon else "":
        case "http" | "https":
            return _checked_web(address)
        case "mailto":
            mailboxes = rest.partition("?")[0]
            if not all(_MAILBOX.fullmatch(mailbox) for mailbox in mailboxes.split(",")):
                raise ValueError(f"'{rest[:60]}' is not an e-mail address")
            return f"mailto:{ascii_address(rest)}"
        case "tel":
            if not _NUMBER.fullmatch(rest):
                raise ValueError(f"'{rest[:60]}' is not a telephone number, as in tel:+44-20-7946-0000")
            return f"tel:{rest}"
    raise ValueError("an address begins with https://, http://, mailto: or tel:")


def checked_web(address: str) -> str:
    """The same for addresses of pages alone. Raises `ValueError`."""
    if not is_web(address):
        raise ValueError("the address of a page begins with https:// or http://")
    return checked(address)


def is_web(address: str) -> bool:
    """Whether it is the address of a page: one that a QR code can open, and that may take parameters."""
    return address[:8].lower().startswith(("https://", "http://"))


def is_sound(address: str) -> bool:
    """Whether it can be the address of a link."""
    try:
        checked(address)
    except ValueError:
        return False
    return True


def _checked_web(address: str) -> str:
    parts = _PARTS.fullmatch(address)
    if parts is None:
        raise ValueError("an address of a page has // and a host after its scheme, as in https://example.org")
    if parts["user"] is not None:
        raise ValueError(
            "an address that everybody reads names no user: leave out what stands before the '@'"
        )
    host = _host(parts["host"])
    if not _HOST.fullmatch(host):
        raise ValueError(f"'{parts['host'][:60]}' is not a name that a computer can have")
    port = parts["port"]
    if port is not None and not (re.fullmatch(r":[0-9]{1,5}", port) and 0 < int(port[1:]) < 65536):
        raise ValueError(f"'{port[1:61]}' is not the number of a port, which are 1 to 65535")
    return f"{parts['scheme'].lower()}://{host}{port or ''}{_quoted(parts['rest'] or '')}"


def ascii_address(address: str) -> str:
    """An e-mail address in ASCII; one that is so already stays as it is."""
    if address.isascii():
        return address
    mailbox, at, rest = address.partition("@")
    host = re.match(r"[^?]*", rest)
    domain = host[0] if host else ""
    return f"{_quoted(mailbox)}{at}{_host(domain)}{_quoted(rest[len(domain) :])}"


def with_checked_links(text: str) -> str:
    """A text of which the Markdown links have been checked, and have addresses in ASCII."""
    if "](" not in text:
        return text
    return _IN_TEXT.sub(lambda found: found["before"] + checked(found["address"]), text)


def _host(name: str) -> str:
    if name.isascii():
        return name
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ValueError(f"'{name[:60]}' is not a name that a computer can have") from error


def _quoted(part: str) -> str:
    if part.isascii():
        return part
    from urllib.parse import quote  # dear at start-up, and seldom needed

    return quote(part, safe=_KEPT)
