"""Whether the files of a project are sound, before an import changes them and after.

Comes in: a draft, the library as it is, and the library as it will be. Goes out: nothing where all is sound. Refuses,
with `GuideError` and everything that is wrong at once: files that cannot be read or hold mistakes and would have to be
changed, links out of the project, and entries that would not pass `check` once they are merged.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.draft import Draft, Entry
from guidebuild.importers.merging.places import NOUN, Planned, file_of, has_own_file, record_file
from guidebuild.model.entry import Entry as Written
from guidebuild.model.library import Library
from guidebuild.model.references import dangling, unknown


def refuse_broken(draft: Draft, library: Library, folder: Path) -> None:
    """What is wrong with the files that were read for the import, and with those that it would change.

    Raises `GuideError` with it.
    """
    problems = [problem for entry in draft.entries for problem in _in_the_way(entry, library, folder)]
    problems += _twice(draft)
    problems += library.diagnostics
    if any(problem.severity == "error" for problem in problems):
        raise GuideError(problems)


def _in_the_way(entry: Entry, library: Library, folder: Path) -> Iterator[Diagnostic]:
    """Reads the file of an entry, if there is one; what is wrong with it is then known to the library."""
    shelf = library.shelf(entry.kind)
    try:
        file = file_of(folder, entry.kind, entry.id)
        record_file(folder, entry.kind, entry.id)
    except sources.RefusedError as error:
        yield error.diagnostic(Span(f"content/{entry.kind}/{entry.id}.yml"))
        return
    if not has_own_file(entry.kind):
        shelf.ids()
    elif file.exists():
        shelf.get(key_of(entry, file))
        library.roles.forget(key_of(entry, file))
    elif entry.adds and entry.id not in shelf:
        yield unknown(library, entry.kind, entry.id)
    elif entry.adds:
        shelf.get(entry.id)


def _twice(draft: Draft) -> Iterator[Diagnostic]:
    seen: set[tuple[str, str]] = set()
    for entry in draft.entries:
        if (entry.kind, entry.id) in seen:
            message = f"the {NOUN[entry.kind]} '{entry.id}' is imported twice in one go"
            yield Diagnostic("error", "duplicate-id", message)
        seen.add((entry.kind, entry.id))


def key_of(entry: Entry, file: Path) -> str:
    """What a shelf calls an entry: the project's own guide goes by the name of its file."""
    return "guide" if entry.kind == "guides" and file.stem == "guide" else entry.id


def refuse_wrong(
    draft: Draft,
    planned: Planned,
    changed: Collection[Path],
    look: Callable[[int, Entry, Written[Any] | None], None],
) -> None:
    """What `check` would say against the entries of the draft and the files that change.

    `look` is given each entry of the draft with its number, and as it will be (None: it cannot be read); a role is then
    forgotten. Raises `GuideError` with it.
    """
    problems: list[Diagnostic] = []
    for number, entry in enumerate(draft.entries):
        file = file_of(planned.folder, entry.kind, entry.id)
        there = planned.shelf(entry.kind).get(key_of(entry, file))
        problems += dangling(planned, entry.kind, there.tree) if there else ()
        look(number, entry, there)
        if entry.kind == "roles":
            planned.roles.forget(entry.id)
    problems += [problem for problem in planned.diagnostics if _is_about(problem, changed)]
    if errors := [problem for problem in problems if problem.severity == "error"]:
        raise GuideError(_of_plan(error, changed) for error in errors)


def _is_about(problem: Diagnostic, files: Collection[Path]) -> bool:
    return problem.span is not None and Path(problem.span.file).resolve() in files


def _of_plan(problem: Diagnostic, changed: Collection[Path]) -> Diagnostic:
    """A problem of a text that nobody has seen: its lines would lead astray."""
    if problem.span is None or not _is_about(problem, changed):
        return problem
    where = f" (at {problem.span.path})" if problem.span.path else ""
    hint = "the import would make it so; nothing was written"
    return replace(
        problem, message=problem.message + where, span=Span(problem.span.file), hints=(*problem.hints, hint)
    )
