"""The resources that a content stream names, each looked up once.

Comes in: a resource dictionary (ISO 32000-1, 7.8.3). Goes out: spaces, fonts and plain objects by name. Refuses:
nothing; what is not there is an unknown space, no font, or None.
"""

from __future__ import annotations

from typing import Any

from guidebuild.preflight.colour import Space, space_of
from guidebuild.preflight.fonts import NO_FONT, Font, font_of
from guidebuild.preflight.objects import Id, entry, identity
from guidebuild.preflight.pictures import Picture, picture_of
from guidebuild.preflight.streams import Instructions

_KEPT, _KEPT_STEPS = 500, 2_000  # of content streams; together about 300 MB at the worst


class Shared:
    """What the pages of a file have in common: a font or a form of many pages is read once."""

    def __init__(self) -> None:
        self.fonts: dict[Id, Font] = {}
        self.parsed: dict[Id, Instructions] = {}
        self._pictures: dict[Id, Picture | None] = {}
        self._resources: dict[Id, Resources] = {}

    def picture(self, image: Any, resources: Resources) -> Picture | None:
        """An image; None where it has no size. One of many pages is looked at once."""
        id_ = identity(image)
        if id_ is None:
            return picture_of(image, resources.given)
        if id_ not in self._pictures:
            self._pictures[id_] = picture_of(image, resources.given)
        return self._pictures[id_]

    def resources_of(self, thing: Any, outer: Resources) -> Resources:
        """Those of a form or the like; where it has none those of what it stands in (ISO 32000-1, 7.8.3)."""
        own, id_ = entry(thing, "Resources"), identity(thing)
        if own is None:
            return outer
        if id_ is None:
            return Resources(own, self)
        if id_ not in self._resources:
            self._resources[id_] = Resources(own, self)
        return self._resources[id_]

    def keep(self, id_: Id, found: Instructions) -> None:
        """Remember what a content stream says, while that is little and few do."""
        if len(self.parsed) < _KEPT and len(found.steps) <= _KEPT_STEPS:
            self.parsed[id_] = found

    def font(self, value: Any) -> Font:
        id_ = identity(value)
        if id_ is None:
            return font_of(value)
        if id_ not in self.fonts:
            self.fonts[id_] = font_of(value)
        return self.fonts[id_]


class Resources:
    """The names of one content stream."""

    def __init__(self, given: Any, shared: Shared) -> None:
        self.given, self.shared = given, shared
        self._spaces: dict[str, Space] = {}
        self._fonts: dict[str, Font] = {}

    def space(self, value: Any, called: str) -> Space:
        if called not in self._spaces:
            self._spaces[called] = space_of(value, self.given)
        return self._spaces[called]

    def font(self, called: str) -> Font:
        if called not in self._fonts:
            found = entry(self.given, "Font", called)
            self._fonts[called] = NO_FONT if found is None else self.shared.font(found)
        return self._fonts[called]

    def named(self, kind: str, called: str) -> Any:
        """The entry of the dictionary "XObject", "ExtGState", "Pattern", "Shading"."""
        return entry(self.given, kind, called)
