"""Which brand file is meant: the one that was asked for, else the one that the guide names, else the project's.

Comes in: what was asked for and what a guide says. Goes out: a file, or None for the brand that ships. Refuses, with
`GuideError`, names that lead out of the project or to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.model.project import find_project
from guidebuild.sources import shown


@dataclass(frozen=True, slots=True)
class Meant:
    """What a guide says of its brand: the `name` of a file, from its `folder`, and the place where it says so."""

    name: str
    place: Span | None
    folder: Path

    def home(self, start: Path) -> Path:
        """The folder that the brand belongs to: the guide's own project, else the one that the user is in."""
        if self.folder != sources.bundled("content").parent:
            return self.folder
        return find_project(start) or start

    def file(self, asked: str, start: Path) -> Path | None:
        """The brand file as messages show it. What is asked for begins at `start`, where the user is.

        Raises `GuideError` for one that is not to be had.
        """
        if asked:
            return Path(shown(start / asked))
        if self.name:
            return Path(shown(self._named()))
        home = self.home(start)
        own = home / "_brand.yml"
        if not own.is_file():
            return None
        try:
            sources.require_within(home, own)
        except sources.RefusedError as err:
            raise GuideError([err.diagnostic(Span(shown(own)))]) from err
        return Path(shown(own))

    def _named(self) -> Path:
        try:
            file = sources.confine(self.folder, self.name)
        except sources.RefusedError as err:
            raise GuideError([err.diagnostic(self.place)]) from err
        if not file.is_file():
            message = f"there is no brand file '{self.name[:120]}'"
            hint = "give its path from the folder of the project"
            raise GuideError([Diagnostic("error", "missing-file", message, self.place, (hint,))])
        return file
