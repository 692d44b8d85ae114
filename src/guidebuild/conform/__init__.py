"""What makes the typeset pages a good PDF: metadata, output intent, identifiers, the check before the label.

Comes in: a `Typeset`. Goes out: an `Artifact`: a tagged file for reading (`finish`), or a file for a press (`press`).
Refuses: to label a file that the check objects to, with `NotConforming`.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebuild.conform.artifact import Artifact, NotConforming
from guidebuild.diagnostics import Diagnostic
from guidebuild.typeset.result import Typeset


def conform(typeset: Typeset, *, warnings: Sequence[Diagnostic] = ()) -> Artifact:
    """The finished file. `warnings` of earlier stages travel with it."""
    if typeset.press:
        from guidebuild.conform.press import finish_for_press

        return finish_for_press(typeset, typeset.press, warnings)
    from guidebuild.conform.finish import finish

    return finish(typeset, warnings)


__all__ = ["Artifact", "NotConforming", "conform"]
