"""Every content file looked at, also those that no guide uses.

Comes in: files and folders, or none for the project around the working directory (else the bundled
content). Goes out: all diagnostics, in the order of files and lines. Refuses: nothing; what is not
content is reported as that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from guidebuild.diagnostics import Diagnostic, Span, did_you_mean, sort_key
from guidebuild.model.library import Library, load_library
from guidebuild.model.matching import SkillNames
from guidebuild.model.project import LISTS, SUFFIXES, Kind, Layer, find_project, shown
from guidebuild.model.references import dangling, dangling_of_broken, skill_warnings
from guidebuild.model.yaml_tree import YamlMap

KINDS: tuple[Kind, ...] = (
    "roles", "guides", "skills", "categories", "tips", "terms", "jobs", "questions", "sources",
)  # fmt: skip


def check(paths: Sequence[Path] = (), *, start: Path = Path()) -> list[Diagnostic]:
    """All that is wrong with the given files and folders, or with the project around `start`."""
    if not paths:
        return _ordered(_library_problems(load_library(find_project(start))))
    found: list[Diagnostic] = []
    for path in paths:
        found += _path_problems(path)
    return _ordered(found)


def _ordered(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(set(found), key=sort_key)


def _library_problems(library: Library) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for kind in KINDS:
        for entry in library.shelf(kind):
            found += dangling(library, kind, entry.tree)
    names = SkillNames(skill.node for skill in library.skills)
    for role in library.roles:
        found += skill_warnings(names, role)
    found += _clashes(library, names)
    for layer in library.layers:
        found += _strange_files(layer)
    return [*found, *dangling_of_broken(library), *library.diagnostics]


def _clashes(library: Library, names: SkillNames) -> Iterator[Diagnostic]:
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


def _path_problems(path: Path) -> list[Diagnostic]:
    if not path.exists():
        return [Diagnostic("error", "cannot-read", "there is no such file or folder", Span(shown(path)))]
    project = find_project(path)
    layer = _layer_around(path)
    if project is not None and (path.is_dir() or _belongs(path, project)):
        return _below(path, _library_problems(load_library(project)))
    if layer is not None:
        library = load_library(None)
        return _below(path, _library_problems(Library([*library.layers, layer])))
    if path.is_dir():
        return [_nothing(path, "this folder holds no guide.yml and no content/ folder")]
    return _lone_file(path, load_library(project))


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
    root = path.resolve()
    return [one for one in found if one.span and Path(one.span.file).resolve().is_relative_to(root)]


def _lone_file(path: Path, library: Library) -> list[Diagnostic]:
    """A role or a guide that stands alone, told by its keys."""
    if path.name.startswith("_brand."):
        return []
    tree = library.tree(path)
    if tree is None:
        return list(library.diagnostics)
    keys = set(tree) if isinstance(tree, YamlMap) else set()
    if "roles" in keys:
        guide = library.entry("guides", path, "project")
        found = list(dangling(library, "guides", guide.tree)) if guide else []
    elif keys & {"definition", "responsibilities", "skills", "focus"}:
        role = library.entry("roles", path, "project")
        found = list(dangling(library, "roles", role.tree)) if role else []
        if role:
            found += skill_warnings(SkillNames(skill.node for skill in library.skills), role)
    else:
        words = "this file is neither a role nor a guide nor a list of skills, tips, jobs or sources"
        return [_nothing(path, words)]
    return [*dangling_of_broken(library), *_below(path, library.diagnostics), *found]


def _nothing(path: Path, message: str) -> Diagnostic:
    return Diagnostic("error", "not-content", message, Span(shown(path)))
