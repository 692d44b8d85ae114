"""Words of a release within the limits of a field.

Comes in: words, a limit, a place. Goes out: clean words; what had to be cut is told. Refuses: nothing.
"""

from __future__ import annotations

from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.importers.wording import fitted


def fit(words: str, limit: int, span: Span, notes: list[Diagnostic]) -> str:
    """At most `limit` characters, printed as they stand; a note says where something was cut off."""
    text, was_cut = fitted(words, limit)
    if was_cut:
        message = (
            f"this text is longer than the {limit} characters that there is room for; its end was left out"
        )
        notes.append(Diagnostic("note", "shortened", message, span))
    return text
