"""The files that a brand names, confined to its folder.

Comes in: a reference as written ("logos/mark.svg") and where it is written. Goes out: the path of an
existing regular file inside the root. Refuses: absolute paths, `..` and links that leave the root, `file:`
and `data:` addresses, and logos on the web. Fonts on the web and missing files are warnings: a near relation of
the font, or the name in words, stands in for them.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from guidebuild import sources
from guidebuild.brand.tree import SETTING, Tree
from guidebuild.diagnostics import Diagnostic, Span, nearest

MOST_FILES = 2000  # in the folder of a brand; among more, no name is guessed
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")


@dataclass
class References:
    """Resolves references; `looked_at` keeps every file that was asked for, there or not, for the cache.

    What the brand file names is relative to its own folder and lies in `root`; what a setting names is
    relative to `project` and lies in it.
    """

    tree: Tree
    folder: Path
    root: Path
    project: Path
    looked_at: list[Path] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    def resolve(self, text: str, path: Iterable[str | int], what: str, instead: str) -> Path | None:
        """The file, or None with a problem noted. `what` is "logo" or "font"; `instead` says what happens."""
        path = tuple(path)
        span = self.tree.span(path)
        scheme = _SCHEME.match(text)
        if scheme and scheme[1].lower() in ("http", "https"):
            hint = f"download the file, put it beside the brand file and name it here: '{_last(text, what)}'"
            if what == "logo":
                self._note("error", "remote-file", "a logo on the web is not fetched", span, hint)
            else:
                message = f"a {what} on the web is not fetched; {instead}"
                self._note("warning", "remote-file", message, span, hint)
            return None
        if scheme or "\0" in text or "\\" in text:
            hint = "give the path of a file beside the brand file, with forward slashes"
            self._note("error", "file-outside", f"'{text[:80]}' is not a path of a {what} file", span, hint)
            return None
        base, root = (self.project,) * 2 if span.file == SETTING else (self.folder, self.root)
        try:
            file = (base / text).resolve()
            inside = not Path(text).is_absolute() and file.is_relative_to(root.resolve())
            there = inside and file.is_file()
        except (OSError, ValueError, RuntimeError):  # a name too long, a loop of links
            file, inside, there = base, True, False
        if not inside:
            message, hint = f"'{text[:80]}' leads out of the project", ""
            if text.startswith("/"):
                message += ": a path must be relative to the brand file"
                hint = f"write '{self.meant(text) or text.lstrip('/')}'"
            hint = hint or f"put the file into {root.name or 'the project'} and name it from there"
            self._note("error", "file-outside", message, span, hint)
            return None
        self.looked_at.append(file)
        if not there:
            near = self.meant(text)
            hints = (f"write '{near}'",) if near and near != text else ()
            self._note(
                "warning", "missing-file", f"there is no {what} file '{text[:80]}'; {instead}", span, *hints
            )
            return None
        return file

    def meant(self, text: str) -> str:
        """The file beside the brand file, or below it, that a path most likely means: as it is to be written, or "".

        An empty path means a picture that is called a logo.
        """
        with contextlib.suppress(OSError, ValueError):
            files = [name for name, _ in sources.files_below(self.folder, depth=3, most=MOST_FILES)]
            wanted = PurePosixPath(text.lower())
            by_name = {name: PurePosixPath(name.lower()).name for name in files}
            if not wanted.name:
                endings = (".svg", ".png", ".jpg", ".jpeg")
                return next(
                    (n for n, last in by_name.items() if "logo" in last and last.endswith(endings)), ""
                )
            alike = [name for name, last in by_name.items() if last == wanted.name]
            alike.sort(
                key=lambda name: name.lower() != text.lower().lstrip("/")
            )  # the path as it stands comes first
            near = nearest(wanted.name, by_name.values(), cutoff=0.8)
            return next(iter(alike), "") or next((name for name, last in by_name.items() if near == last), "")
        return ""

    def _note(self, severity: str, code: str, message: str, span: Span, *hints: str) -> None:
        self.problems.append(
            Diagnostic("error" if severity == "error" else "warning", code, message, span, hints)
        )


def _last(address: str, what: str) -> str:
    name = re.split(r"[?#]", address)[0].rstrip("/").rpartition("/")[2]
    return name[:80] or what
