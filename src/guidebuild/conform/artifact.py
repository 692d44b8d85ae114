"""`Artifact`, the finished file, and `NotConforming`, what is raised when a file must not be finished.

Comes in: nothing. Goes out: the two classes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guidebuild.diagnostics import Diagnostic
from guidebuild.edition import PROFILES, Edition


@dataclass(frozen=True, slots=True)
class Artifact:
    """Final bytes. `digest` is the SHA-256 of `pdf` in hex; `warnings` is what the stages before found.

    `page_count` counts pages as a reader does; `sheets` are those that a booklet is folded from, 0 for single pages.
    """

    pdf: bytes
    page_count: int
    title: str
    digest: str
    profile: str = Edition().profile
    conformance: tuple[str, ...] = ("PDF/UA-1", "PDF/A-2a")
    warnings: tuple[Diagnostic, ...] = ()
    sheets: int = 0

    @property
    def extent(self) -> str:
        """'20 pages', '20 pages on 5 sheets'."""
        pages = f"{self.page_count} page{'' if self.page_count == 1 else 's'}"
        return f"{pages} on {self.sheets} sheet{'' if self.sheets == 1 else 's'}" if self.sheets else pages

    @property
    def label(self) -> str:
        """What the file is made for, in a few words."""
        if self.sheets:
            return "to print on both sides, flipped on the short edge, and fold; not tagged"
        how = "for a press as" if PROFILES[self.profile].for_press else "tagged for"
        return f"{how} {' and '.join(self.conformance)}"


class NotConforming(Exception):  # noqa: N818 -- it names the file's state, and reads well where it is raised
    """The pages break a rule of PDF/UA or PDF/A. A bug of this program, never an author's mistake."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("the file may not be labelled PDF/UA or PDF/A:\n  " + "\n  ".join(self.problems))

    def __reduce__(self) -> tuple[type[NotConforming], tuple[tuple[str, ...]]]:
        return (NotConforming, (self.problems,))
