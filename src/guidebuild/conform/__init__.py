"""What makes the typeset pages a good PDF: metadata, output intent, identifiers, the check before the label.

Comes in: a `Typeset`. Goes out: an `Artifact`: a tagged file for reading (`finish`), a file for a press (`press`), or
sheets to fold (`imposition`).
Refuses: to label a file that the check objects to, with `NotConforming`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from guidebuild.conform.artifact import Artifact, NotConforming
from guidebuild.diagnostics import Diagnostic
from guidebuild.typeset.result import Typeset

if TYPE_CHECKING:
    from guidebuild.conform.imposition import Fold


def conform(typeset: Typeset, *, warnings: Sequence[Diagnostic] = (), fold: Fold | None = None) -> Artifact:
    """The finished file, imposed for sheets that are folded so. `warnings` of earlier stages travel with it."""
    if typeset.press:
        from guidebuild.conform.press import finish_for_press

        return finish_for_press(typeset, typeset.press, warnings)
    from guidebuild.conform.finish import finish

    artifact = finish(typeset, warnings)
    if fold is None:
        return artifact
    from guidebuild.conform.imposition import impose

    return impose(artifact, typeset, fold)


__all__ = ["Artifact", "NotConforming", "conform"]
