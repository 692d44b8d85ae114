"""The content that there is: what ships with the program, and what a project adds to it or puts in its place.

Comes in: the folder of a project, or none. Goes out: `Library`, with shelves of roles, guides, skills,
categories, tips, terms, jobs, questions and sources; each entry knows its file, its place and whether it
is bundled. A shelf reads a file when somebody asks for what is in it, so that a build reads only what it
needs. What is wrong with a file is kept in `Library.diagnostics`, and its
entries are then missing from the shelves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, Literal

from pydantic import ValidationError

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.model import schema
from guidebuild.model.entry import MODELS, Entry, N
from guidebuild.model.lists import read_list
from guidebuild.model.matching import SkillNames
from guidebuild.model.project import Kind, Layer, Origin, guide_file, peek, twins
from guidebuild.sources import shown
from guidebuild.yamlfile.problems import in_plain_words
from guidebuild.yamlfile.read import read_file
from guidebuild.yamlfile.tree import YamlMap, YamlSeq, place

CHECKOUT = "src/guidebuild/__init__.py"
"""The file that tells a checkout of this program from a project of somebody's."""


class Library:
    """All content; see the module's docstring. `layers` run from bundled to project.

    `read` lists the files that were read, `broken` the entries that are no entries, for what else is wrong with them.
    """

    def __init__(self, layers: Iterable[Layer], project: Path | None = None) -> None:
        self.layers = tuple(layers)
        self.project = project
        self._found: list[Diagnostic] = []
        self.read: list[Path] = []
        self.broken: list[tuple[Kind, YamlMap]] = []
        self.roles: FileShelf[schema.Role] = FileShelf(self, "roles")
        self.guides: FileShelf[schema.GuideSpec] = FileShelf(self, "guides")
        self.skills: ListShelf[schema.Skill] = ListShelf(self, "skills", "skills")
        self.categories: ListShelf[schema.Category] = ListShelf(self, "skills", "categories")
        self.tips: ListShelf[schema.Tip] = ListShelf(self, "tips", "tips")
        self.terms: ListShelf[schema.Term] = ListShelf(self, "glossary", "terms")
        self.jobs: ListShelf[schema.Job] = ListShelf(self, "jobs", "jobs")
        self.questions: ListShelf[schema.Question] = ListShelf(self, "questions", "questions")
        self.sources: ListShelf[schema.Source] = ListShelf(self, "sources", "sources")
        self._trees: dict[Path, Any] = {}
        self._names: dict[frozenset[str], SkillNames] = {}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The fields of work that `skills.yml` of the project names for all its roles."""
        named = (tree.get("vocabulary") for tree in self.skill_files())
        return frozenset(str(word) for words in named if isinstance(words, YamlSeq) for word in words)

    def skill_files(self) -> Iterator[YamlMap]:
        """The project's `skills.yml`, where it has one that is a mapping."""
        for layer in self.layers:
            file = layer.list_file("skills") if layer.origin == "project" else None
            if file and isinstance(tree := self.tree(file), YamlMap):
                yield tree

    def fields(self) -> frozenset[str]:
        """Every field of work that skills or terms belong to."""
        shelves: tuple[ListShelf[Any], ...] = (self.skills, self.terms)
        return frozenset(entry.node.field for shelf in shelves for entry in shelf if entry.node.field)

    def names(self, fields: frozenset[str]) -> SkillNames:
        """The one matcher of skills for words of these fields: the project's own go before those of a field."""
        if fields not in self._names:
            heard = [entry for entry in self.skills if entry.node.field in (None, *fields)]
            own = [entry.node for entry in heard if entry.origin == "project"]
            beneath = [entry.node for entry in heard if entry.origin == "bundled"]
            self._names[fields] = SkillNames(own, beneath)
        return self._names[fields]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was wrong with the files that have been read so far."""
        return tuple(self._found)

    def shelf(self, kind: Kind) -> FileShelf[Any] | ListShelf[Any]:
        found: FileShelf[Any] | ListShelf[Any] = getattr(self, kind)
        return found

    def report(self, problems: Iterable[Diagnostic]) -> None:
        self._found.extend(problems)

    def tree(self, file: Path) -> Any:
        """The tree of a file, read once; None, and a report, where it cannot be read."""
        if file not in self._trees:
            self.read.append(file)
            self._trees[file] = None
            try:
                self._require_own(file)
                self._trees[file] = read_file(file, self._found)
            except sources.RefusedError as error:
                self.report([error.diagnostic(Span(shown(file)))])
            except GuideError as error:
                self.report(error.diagnostics)
        return self._trees[file]

    def _require_own(self, file: Path) -> None:
        """What stands in a project lies in it, like what its files name. Raises `RefusedError`."""
        for layer in self.layers:
            if layer.origin == "project":
                sources.require_within(self.project or layer.folder, file)

    def drop(self, file: Path) -> None:
        """Let go of the tree of a file."""
        self._trees.pop(file, None)

    def entry(self, kind: Literal["roles", "guides"], file: Path, origin: Origin) -> Entry[Any] | None:
        """The role or guide of a file, or None, and a report, where it is not one."""
        tree = self.tree(file)
        if tree is None:
            return None
        noun = MODELS[kind].noun
        if not isinstance(tree, YamlMap):
            span = getattr(tree, "span", Span(shown(file), 1, 1))
            self.report([Diagnostic("error", "wrong-type", f"{noun} is a mapping of keys and values", span)])
            return None
        given, stem = tree.get("id"), file.stem
        if isinstance(given, str) and given != stem and stem != "guide":
            message = f"the id '{given[:80]}' differs from the name of the file"
            hint = f"rename the file to {given[:80]}.yml, or remove the id"
            self.report([Diagnostic("error", "id-and-name", message, place(tree, ("id",)), (hint,))])
            return None
        if given is None:
            tree["id"] = stem
        return self.validated(kind, tree, origin, file)

    def validated(self, kind: Kind, tree: YamlMap, origin: Origin, file: Path) -> Entry[Any] | None:
        model = MODELS[kind]
        try:
            return Entry(model.model_validate(tree, strict=True), tree, origin, file)
        except ValidationError as error:
            self.report(in_plain_words(error, tree, model))
            self.broken.append((kind, tree))
            return None


@dataclass(slots=True)
class FileShelf(Generic[N]):
    """Entries with a file each, found by the file's name; a file is read when its entry is asked for."""

    library: Library
    kind: Literal["roles", "guides"]
    _files: dict[str, tuple[Path, Origin]] | None = None
    _entries: dict[str, Entry[N] | None] = field(default_factory=dict)

    def _known(self) -> dict[str, tuple[Path, Origin]]:
        if self._files is None:
            self._files = {}
            for layer in self.library.layers:
                files = layer.files(self.kind)
                self._refuse_twins(files)
                self._files |= {file.stem: (file, layer.origin) for file in files}
                if self.kind == "guides" and layer.guide:
                    self.library.report(_twins(layer.guide.parent, "guide"))
                    self._refuse_own_twin(layer.guide, files)
                    self._files["guide"] = (layer.guide, layer.origin)
        return self._files

    def _refuse_twins(self, files: list[Path]) -> None:
        """`a.yml` beside `a.yaml`: one would silently win."""
        seen: dict[str, Path] = {}
        for file in files:
            if file.stem in seen:
                message = f"the id '{file.stem}' is taken by {seen[file.stem].name} too"
                self.library.report([Diagnostic("error", "duplicate-id", message, Span(shown(file)))])
            seen[file.stem] = file

    def _refuse_own_twin(self, guide: Path, files: list[Path]) -> None:
        """A `guide.yml` that calls itself what a file of `content/guides/` is called."""
        own = peek(guide, "id")
        if own and own in {file.stem for file in files}:
            message = f"the id '{own}' is taken by a file in content/guides/ too"
            span, hints = Span(shown(guide)), ("give one of the two another id",)
            self.library.report([Diagnostic("error", "duplicate-id", message, span, hints)])

    def ids(self) -> tuple[str, ...]:
        return tuple(sorted(self._known()))

    def __contains__(self, key: object) -> bool:
        return key in self._known()

    def get(self, key: str) -> Entry[N] | None:
        """The entry, or None where there is none or its file is wrong (which is then reported)."""
        if key not in self._entries and key in self._known():
            file, origin = self._known()[key]
            self._entries[key] = self.library.entry(self.kind, file, origin)
        return self._entries.get(key)

    def forget(self, key: str) -> None:
        """Let go of an entry and its tree: thousands of roles would not fit in memory. Asked for again, it is read."""
        if self._entries.pop(key, None):
            self.library.drop(self.file(key))

    def origin(self, key: str) -> Origin:
        return self._known()[key][1]

    def file(self, key: str) -> Path:
        return self._known()[key][0]

    def __iter__(self) -> Iterator[Entry[N]]:
        return (entry for key in self.ids() if (entry := self.get(key)))


@dataclass(slots=True)
class ListShelf(Generic[N]):
    """Entries that share a file; the file is read when the shelf is first used.

    Order: as in the bundled file, then what the project adds. A project's entry replaces the bundled one.
    """

    library: Library
    name: str
    kind: Kind
    _entries: dict[str, Entry[N] | None] | None = None

    def _known(self) -> dict[str, Entry[N] | None]:
        if self._entries is None:
            self._entries = {}
            for layer in self.library.layers:
                file = layer.list_file(self.name)
                if file is not None:
                    self.library.report(_twins(layer.folder, self.name))
                    self._entries |= read_list(self.library, self.kind, file, layer.origin)
        return self._entries

    def ids(self) -> tuple[str, ...]:
        return tuple(self._known())

    def __contains__(self, key: object) -> bool:
        return key in self._known()

    def origin(self, key: str) -> Origin:
        """Where an entry comes from; one that is wrong stands in a file of the project."""
        entry = self._known()[key]
        return entry.origin if entry else "project"

    def get(self, key: str) -> Entry[N] | None:
        """The entry, or None where there is none or it is wrong (which is then reported)."""
        return self._known().get(key)

    def __iter__(self) -> Iterator[Entry[N]]:
        return (entry for entry in self._known().values() if entry)


def _twins(folder: Path, name: str) -> Iterator[Diagnostic]:
    """`sources.yml` beside `sources.yaml`."""
    first, *others = twins(folder, name) or (folder,)
    for other in others:
        message = f"the place of this file is taken by {first.name}, which stands beside it"
        hint = "keep one of the two"
        yield Diagnostic("error", "duplicate-file", message, Span(shown(other)), (hint,))


def load_library(project: Path | None) -> Library:
    """The bundled content, and above it the project's."""
    layers = [Layer("bundled", sources.bundled("content"))]
    if project is not None:
        folder = project / "content"
        own = Layer("project", folder, guide_file(project))
        # In the program's own checkout the project's content is the bundled content: it counts once, also where
        # another copy of it was installed.
        ours = folder.is_dir() and (folder.samefile(layers[0].folder) or (project / CHECKOUT).is_file())
        layers = [Layer("bundled", folder, own.guide)] if ours else [*layers, own]
    return Library(layers, project)
