"""`guidebuild check`: look for mistakes and write nothing.

Comes in: files and folders, or nothing for the project around the working directory. Goes out: every
diagnostic about their content, and about guides and brands what only shows when they are put together.
Refuses: nothing but paths that are not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidebuild.cli.options import reporting
from guidebuild.cli.reporter import Reporter, count
from guidebuild.diagnostics import Diagnostic, GuideError

if TYPE_CHECKING:
    from guidebuild.build import Order


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@reporting
def check(reporter: Reporter, paths: tuple[Path, ...]) -> None:
    """Look for mistakes in content and brands; write nothing.

    PATHS are files or folders; without any, the project that you are in is checked.
    """
    from guidebuild.model.load import check as check_content

    found = list(check_content(paths, start=Path.cwd()))
    if not any(problem.severity == "error" for problem in found):
        found += _guides_put_together(paths)
    problems = reporter.sound(found)
    reporter.report(problems)
    reporter.say(count(problems) or "No mistakes found.")


def _guides_put_together(paths: tuple[Path, ...]) -> Iterator[Diagnostic]:
    """What the brand and the fonts say to each guide that is meant."""
    from guidebuild.build import prepare
    from guidebuild.cache import Cache, default_folder

    cache = Cache(default_folder())
    for order in _orders(paths):
        try:
            yield from prepare(order, progress=lambda _stage: None, cache=cache).warnings
        except GuideError as err:
            yield from err.diagnostics


def _orders(paths: tuple[Path, ...]) -> Iterator[Order]:
    """The builds that the paths are about: guides, brand files, and every guide of a folder."""
    from guidebuild.build import Order
    from guidebuild.model.library import read_file

    for path in paths or (Path.cwd(),):
        if path.is_dir():
            yield from _orders_of_folder(path)
        elif path.name.startswith("_brand."):
            yield Order(brand=str(path.absolute()), folder=path.parent)
        elif "roles" in read_file(path):
            yield Order(guide=str(path.absolute()), folder=path.parent)


def _orders_of_folder(folder: Path) -> Iterator[Order]:
    """The guides of the project that the folder lies in; without a project, the bundled ones."""
    from guidebuild.build import Order
    from guidebuild.model.load import find_project, load_library

    project = find_project(folder)
    guides = load_library(project).guides
    own = [id_ for id_ in guides.ids() if project is None or guides.origin(id_) == "project"]
    for id_ in own or [""]:  # a project of roles and a brand alone is tried with the default guide
        yield Order(guide=id_, folder=folder)
