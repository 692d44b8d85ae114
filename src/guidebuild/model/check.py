"""Every content file looked at, also those that no guide uses.

Comes in: files and folders, or none for the project around the working directory (else the bundled
content). Goes out: `Survey`: all diagnostics, in the order of files and lines, which files were looked at,
and their texts. What is not content is reported as that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from guidebuild.diagnostics import Diagnostic, GuideError, Span, did_you_mean, sort_key
from guidebuild.model.library import Library, load_library
from guidebuild.model.markup import unknown_markup
from guidebuild.model.project import LISTS, SUFFIXES, Kind, Layer, find_project
from guidebuild.model.references import all_problems, dangling, idle_tracking, past_event
from guidebuild.model.remarks import role_remarks
from guidebuild.sources import shown
from guidebuild.yamlfile.read import read_file
from guidebuild.yamlfile.tree import YamlMap, texts

KINDS: tuple[Kind, ...] = (
    "roles", "guides", "skills", "categories", "tips", "terms", "jobs", "questions", "sources",
)  # fmt: skip
ROLE_KEYS = frozenset({"definition", "responsibilities", "skills", "focus"})
BRAND_KEYS = frozenset({"meta", "logo", "color", "typography", "defaults"})


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found: problems, the files that were looked at, and every text of them with its place."""

    problems: tuple[Diagnostic, ...] = ()
    files: tuple[Path, ...] = ()
    texts: tuple[tuple[Span, str], ...] = ()


def check(paths: Sequence[Path] = (), *, start: Path = Path()) -> list[Diagnostic]:
    """All that is wrong with the given files and folders, or with the project around `start`."""
    return list(survey(paths, start=start).problems)


def survey(paths: Sequence[Path] = (), *, start: Path = Path()) -> Survey:
    """A look at the given files and folders, or at the project around `start`."""
    project = find_project(start)
    # Where no project is, "." means what no path at all means: the content that comes with the program.
    if not paths or (project is None and all(_same(path, start) for path in paths)):
        library = load_library(project)
        problems = _library_problems(library)
        return _joined([_surveyed(library, problems, library.layers[-1].folder, project)])
    return _joined([_path_survey(path) for path in paths])


def _same(path: Path, other: Path) -> bool:
    return path.is_dir() and path.resolve() == other.resolve()


def _surveyed(library: Library, problems: Iterable[Diagnostic], *roots: Path | None) -> Survey:
    """What has been read, as far as it lies at or below one of the roots."""
    files = [file for file in library.read if any(root and _is_below(file, root) for root in roots)]
    found = tuple(text for file in files for text in texts(library.tree(file)))
    return Survey((*problems, *unknown_markup(found)), tuple(files), found)


def _joined(parts: Sequence[Survey]) -> Survey:
    return Survey(
        tuple(sorted({one for part in parts for one in part.problems}, key=sort_key)),
        tuple(sorted({file.absolute() for part in parts for file in part.files})),
        tuple(dict.fromkeys(text for part in parts for text in part.texts)),
    )


def _library_problems(library: Library) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for kind in KINDS:
        for entry in library.shelf(kind):
            found += dangling(library, kind, entry.tree)
    for role in library.roles:
        found += role_remarks(library, role)
    for guide in library.guides:
        found += [*idle_tracking(guide), *past_event(guide)]
    found += _clashes(library)
    for layer in library.layers:
        found += _strange_files(layer)
    return all_problems(library, found)


def _clashes(library: Library) -> Iterator[Diagnostic]:
    names = library.names(library.fields())
    for words, first, second in names.clashes:
        entry = library.skills.get(second)
        message = f"'{words}' names two skills, '{first}' and '{second}'; the first is taken"
        span = entry.span if entry else None
        yield Diagnostic("warning", "ambiguous-skill", message, span, ("remove it from one of the two",))


def _strange_files(layer: Layer) -> Iterator[Diagnostic]:
    """Files in content/ that nothing reads, most likely misspelt."""
    for file in layer.others():
        hints = did_you_mean(file.stem, LISTS) or (
            "files here are " + ", ".join(f"{name}.yml" for name in LISTS),
        )
        message = f"nothing reads '{file.name}' in this folder"
        yield Diagnostic("warning", "unknown-file", message, Span(shown(file)), hints)


def _path_survey(path: Path) -> Survey:
    if not path.exists():
        missing = "there is no such file or folder"
        return Survey((Diagnostic("error", "cannot-read", missing, Span(shown(path))),))
    project = find_project(path)
    layer = _layer_around(path)
    library = load_library(project)
    if project is not None and (path.is_dir() or _belongs(path, project)):
        found = _surveyed(library, _below(path, _library_problems(library)), path)
        if found.files or found.problems:
            return found
        return Survey((_nothing(path, f"this folder holds no content of the project {shown(project)}"),))
    if layer is not None:
        library = Library([*load_library(None).layers, layer])
        return _surveyed(library, _below(path, _library_problems(library)), path)
    if path.is_dir():
        return Survey((_nothing(path, "this folder holds no guide.yml and no content/ folder"),))
    return _surveyed(library, _lone_file(path, library), path)


def _belongs(path: Path, project: Path) -> bool:
    """Whether a file stands where the project's content is looked for."""
    try:
        inside = path.resolve().relative_to(project.resolve())
    except ValueError:
        return False
    parts = inside.parts
    known = parts[0] == "content" and (
        len(parts) == 2 or (len(parts) == 3 and parts[1] in ("roles", "guides"))
    )
    return path.suffix in SUFFIXES and (known or inside.stem == "guide")


def _layer_around(path: Path) -> Layer | None:
    """The content folder that a path looks to be in, outside of any project."""
    if path.is_dir():
        as_content = Layer("project", path)
        return as_content if as_content.holds_content() else None
    if path.stem in LISTS:
        return Layer("project", path.parent)
    return Layer("project", path.parent.parent) if path.parent.name in ("roles", "guides") else None


def _below(path: Path, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics about files at or below a path."""
    return [one for one in found if one.span and _is_below(Path(one.span.file), path)]


def _is_below(file: Path, path: Path) -> bool:
    return file.resolve().is_relative_to(path.resolve())


def _lone_file(path: Path, library: Library) -> list[Diagnostic]:
    """A role or a guide that stands alone, told by its keys; of a brand the stage that reads it tells."""
    if is_brand(path):
        return []
    tree = library.tree(path)
    if tree is None:
        return list(library.diagnostics)
    keys = set(tree) if isinstance(tree, YamlMap) else set()
    if "roles" in keys:
        guide = library.entry("guides", path, "project")
        found = (
            [*dangling(library, "guides", guide.tree), *idle_tracking(guide), *past_event(guide)]
            if guide
            else []
        )
    elif keys & ROLE_KEYS:
        role = library.entry("roles", path, "project")
        found = list(dangling(library, "roles", role.tree)) if role else []
        if role:
            found += role_remarks(library, role)
    else:
        words = "this file is neither a role nor a guide nor a list of skills, tips, jobs or sources"
        return [_nothing(path, words)]
    return _below(path, all_problems(library, found))


def is_brand(path: Path) -> bool:
    """Whether a file is a brand file, by its name or by its keys."""
    if path.name.startswith("_brand."):
        return True
    try:
        tree = read_file(path)
    except GuideError:
        return False
    keys = set(tree) if isinstance(tree, YamlMap) else set()
    return bool(keys & BRAND_KEYS) and not keys & {"roles", *ROLE_KEYS}


def _nothing(path: Path, message: str) -> Diagnostic:
    return Diagnostic("error", "not-content", message, Span(shown(path)))
