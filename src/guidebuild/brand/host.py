"""Who hands a guide out: what a project's guide could say of its host, and does not.

Comes in: a guide, its theme and where its brand stands. Goes out: a note. What the program's own guides say of theirs
(name, logo, contact) belongs to them and is never printed in its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.brand.theme import Contact, Theme
from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.model.schema import GuideSpec


def unsigned(spec: GuideSpec, theme: Theme, brand: str) -> Iterator[Diagnostic]:
    """A note on what stays blank; `brand` is the brand file as messages show it, or "" where there is none."""
    blank = []
    if not (theme.name or theme.logo.light):  # no cover is dark
        blank.append("name or logo of its host on the covers")
    if not spec.contact and theme.contact == Contact():
        blank.append("contact on the back cover")
    if blank:
        message = f"this guide has no {' and no '.join(blank)}"
        keys = "meta.name, logo and defaults.guidebuild.contact"
        hint = (
            f"{brand} may name them: {keys}" if brand else f"put a _brand.yml beside the guide, with {keys}"
        )
        place = spec.span if spec.span.file else Span(brand) if brand else None
        yield Diagnostic("note", "no-host", message, place, (hint,))
