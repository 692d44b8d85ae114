"""Where links lead: to a place of the document, or out of it to an address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a node, by its id."""

    node: str


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the web, or of a mailbox."""

    url: str


Target = Place | Address
