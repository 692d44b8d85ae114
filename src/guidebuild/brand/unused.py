"""What a brand file says to other programs, and not to us.

Comes in: the tree of a validated brand file. Goes out: one note that lists the keys of the brand.yml convention that
guidebuild does not use, or nothing. Refuses: nothing. `defaults` is addressed to other programs by name, and the
family of headings has a note of its own, so neither is listed.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.brand.tree import SETTINGS, Path, Tree, dotted
from guidebuild.diagnostics import Diagnostic

MOST_SHOWN = 8
_COLOURS = ("palette", *(name[6:] for name in SETTINGS if name.count(".") == 1 and name.startswith("color.")))


def note(tree: Tree) -> list[Diagnostic]:
    """The note, at the first of the keys."""
    paths = list(_unused(tree))
    if not paths:
        return []
    listed = ", ".join(dotted(path) for path in paths[:MOST_SHOWN])
    more = f" and {len(paths) - MOST_SHOWN} more" if len(paths) > MOST_SHOWN else ""
    message = f"guidebuild does not use {listed}{more}"
    return [Diagnostic("note", "not-used", message, tree.span(paths[0], key=True))]


def _unused(tree: Tree) -> Iterator[Path]:
    yield from _beside(tree, ("meta",), ("name",))
    yield from _beside(tree, ("color",), _COLOURS)
    yield from _beside(tree, ("typography",), ("fonts", "base", "headings"))
    yield from _beside(tree, ("typography", "base"), ("family",))
    yield from _beside(tree, ("typography", "headings"), ("family",))


def _beside(tree: Tree, path: Path, used: tuple[str, ...]) -> Iterator[Path]:
    """The keys of a mapping that are not among those in use; a plain value has none."""
    data = tree.get(path)
    if isinstance(data, dict):
        yield from ((*path, key) for key, value in data.items() if key not in used and value is not None)
