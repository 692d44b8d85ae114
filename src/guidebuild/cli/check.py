"""`guidebuild check`: look for mistakes and write nothing.

Comes in: files and folders, or nothing for the project around the working directory. Goes out: every
diagnostic about their content, and of each guide and brand all that building it would say. A path
that is not there is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidebuild import sources
from guidebuild.cli.options import reporting
from guidebuild.cli.reporter import Reporter
from guidebuild.diagnostics import Diagnostic, GuideError

if TYPE_CHECKING:
    from guidebuild.brand.load import Branded
    from guidebuild.build import Order
    from guidebuild.cache import Cache
    from guidebuild.model.check import Survey


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@reporting()
def check(reporter: Reporter, paths: tuple[Path, ...]) -> None:
    """Look for mistakes in content and brands; write nothing.

    PATHS are files or folders; without any, the project that you are in is checked.
    """
    from guidebuild.model.check import survey

    seen = survey(paths, start=sources.working_folder())
    problems = reporter.sound(dict.fromkeys((*seen.problems, *_put_together(paths, seen))))
    reporter.report(problems)
    if all(problem.severity == "note" for problem in problems):
        reporter.say(f"{_looked_at(seen, paths)}: no mistakes found.")


def _looked_at(seen: Survey, paths: tuple[Path, ...]) -> str:
    from guidebuild.model.project import find_project
    from guidebuild.sources import shown

    project = find_project(sources.working_folder()) if not paths else None
    more = [path.absolute() for path in paths if path.is_file()]
    more += [project / "_brand.yml"] if project and (project / "_brand.yml").is_file() else []
    files = {*seen.files, *more}
    number = f"Looked at {len(files)} file" + ("s" if len(files) != 1 else "")
    bundled = sources.bundled("content")
    if files and all(file.is_relative_to(bundled) for file in files):
        return f"{number} that came with guidebuild"
    names = [shown(path) for path in paths] or ([str(project)] if project else [])
    return f"{number} of {', '.join(names)}" if names else number


def _put_together(paths: tuple[Path, ...], seen: Survey) -> Iterator[Diagnostic]:
    """What building says of each guide that is meant, and the fonts of the texts that no guide uses yet."""
    from guidebuild.build import missing_characters, read, rehearsed
    from guidebuild.cache import Cache, default_folder

    cache = Cache(default_folder())
    texts, known = dict.fromkeys(seen.texts), None
    for order in _orders(paths):
        try:
            loaded, branded = read(order, progress=lambda _stage: None, cache=cache)
        except GuideError as err:
            yield from err.diagnostics
            continue
        known = known or branded
        yield from rehearsed(loaded, branded, cache)
        for text in loaded.texts:
            texts.pop(text, None)
    if texts:
        known = known or _brand_around(paths, cache)
        yield from missing_characters(texts, known) if known else ()


def _brand_around(paths: tuple[Path, ...], cache: Cache) -> Branded | None:
    """The brand that a file which is no guide will be printed in; what is wrong with that brand is not asked here."""
    from guidebuild.build import Order, read

    folder = paths[0].parent if paths else sources.working_folder()
    try:
        return read(Order(folder=folder), progress=lambda _stage: None, cache=cache)[1]
    except GuideError:
        return None


def _orders(paths: tuple[Path, ...]) -> Iterator[Order]:
    """The builds that the paths are about: guides, brand files, and every guide of a folder."""
    from guidebuild.build import Order
    from guidebuild.model.check import is_brand

    for path in paths or (sources.working_folder(),):
        if path.is_dir():
            yield from _orders_of_folder(path)
        elif is_brand(path):
            yield Order(brand=str(path.absolute()), folder=path.parent)
        elif _is_guide(path):
            yield Order(guide=str(path.absolute()), folder=path.parent)


def _is_guide(path: Path) -> bool:
    """Whether a file names roles; what is wrong with it has been said."""
    from guidebuild.yamlfile.read import read_file

    try:
        return "roles" in read_file(path)
    except (GuideError, TypeError):
        return False


def _orders_of_folder(folder: Path) -> Iterator[Order]:
    """The guides of the project that the folder lies in; without a project, the bundled ones."""
    from guidebuild.build import Order
    from guidebuild.model.load import find_project, load_library

    project = find_project(folder)
    guides = load_library(project).guides
    own = [id_ for id_ in guides.ids() if project is None or guides.origin(id_) == "project"]
    for id_ in own or [""]:  # a project of roles and a brand alone is tried with the default guide
        yield Order(guide=id_, folder=folder)
