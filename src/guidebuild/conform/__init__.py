"""What makes the typeset pages a good PDF: metadata, output intent, identifiers, the check before the label.

Comes in: a `Typeset`. Goes out: an `Artifact`. Refuses: to label a file that the check objects to, with
`NotConforming`.
"""

from guidebuild.conform.artifact import Artifact, NotConforming
from guidebuild.conform.finish import conform

__all__ = ["Artifact", "NotConforming", "conform"]
