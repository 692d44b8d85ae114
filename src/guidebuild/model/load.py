"""From files to one validated `Guide`: the first stage.

Comes in: a folder to start from, and the name or path of a guide, or roles, or both. Goes out: `Loaded`:
the guide with everything it refers to, warnings, every text with its place, the folder that a brand
reference starts from, and the files that were read. Refuses, with `GuideError` and all that is wrong at
once: content with errors, names that nothing has. `find_project`, `load_library` and `check` are here for
the commands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, GuideError, Span, sort_key
from guidebuild.model import selection
from guidebuild.model.check import check
from guidebuild.model.entry import Entry
from guidebuild.model.library import Library, load_library
from guidebuild.model.markup import unknown_markup
from guidebuild.model.openings import Openings
from guidebuild.model.project import SUFFIXES, find_project, own_id
from guidebuild.model.references import all_problems, dangling, idle_tracking, past_event, unknown
from guidebuild.model.remarks import pay_remarks, skill_remarks, title_remarks
from guidebuild.model.schema import Category, Guide, GuideSpec, Question, Role, Skill, Source, Term, Tip
from guidebuild.yamlfile.tree import YamlMap, place, texts, under

__all__ = ["ContentError", "Loaded", "check", "find_project", "load", "load_guide", "load_library"]

DEFAULT_GUIDE = "dl-vs-mlse"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A guide, and what the later stages need to know about where it came from.

    `own` says that it is a project's, not one of those that come with the program.
    """

    guide: Guide
    warnings: tuple[Diagnostic, ...]
    texts: tuple[tuple[Span, str], ...]
    folder: Path
    files: tuple[Path, ...]
    own: bool = False


class ContentError(GuideError):
    """Content that is wrong, with what could be read of it, so that the later stages can look at that as well.

    `texts` are those of the guide and its roles with their places, `brand` the brand file that the guide names and
    `brand_at` where, `folder` where its path starts.
    """

    def __init__(
        self,
        diagnostics: Iterable[Diagnostic],
        texts: tuple[tuple[Span, str], ...] = (),
        brand: str = "",
        brand_at: Span | None = None,
        folder: Path = Path(),
    ) -> None:
        super().__init__(diagnostics)
        self.texts, self.brand, self.brand_at, self.folder = texts, brand, brand_at, folder

    def __reduce__(self) -> tuple[Any, ...]:
        return (ContentError, (self.diagnostics, self.texts, self.brand, self.brand_at, self.folder))


def load(start: Path = Path(), *, guide: str = "", roles: Sequence[str] = ()) -> Loaded:
    """The guide that a user means: of the project around `start` (or its file's), else a bundled one.

    A path in `guide` begins at `start`.
    """
    named = _as_path(guide) if guide else None
    if named is None:
        return load_guide(load_library(find_project(start)), guide or None, roles=roles)
    file = start / named
    return load_guide(load_library(find_project(file.parent)), str(file.absolute()), roles=roles)


def load_guide(library: Library, name_or_path: str | None = None, *, roles: Sequence[str] = ()) -> Loaded:
    """One guide of the library.

    Without a name: the project's guide, else the bundled default. With `roles` and no guide: a new one about
    these. With both: the guide, told about these roles instead of its own.
    Raises `ContentError` with all that is wrong.
    """
    problems = _role_problems(library, roles)
    entry = _chosen(library, name_or_path, bool(roles), problems)
    if entry is not None:
        problems += [*dangling(library, "guides", entry.tree), *idle_tracking(entry), *past_event(entry)]
    elif not roles or name_or_path:
        problems += _role_problems_of_broken(library)
        raise _refusal(
            problems, library, next((tree for kind, tree in library.broken if kind == "guides"), None)
        )
    ids = tuple(roles) or (entry.node.roles if entry else ())
    members = _entries(library, ids)
    scale = _entries(library, (i for i in entry.node.scale if i not in ids) if entry else ())
    for member in (*members, *scale):
        problems += dangling(library, "roles", member.tree)
    _raise_errors(problems, library, entry)
    spec = _spec(entry, members, library)
    return _assembled(library, spec, entry, members, scale, problems)


@dataclass(frozen=True, slots=True)
class _Picked:
    """The entries that are printed besides the roles."""

    skills: list[Entry[Skill]]
    categories: list[Entry[Category]]
    tips: list[Entry[Tip]]
    openings: Openings
    questions: list[Entry[Question]]
    terms: list[Entry[Term]]
    sources: list[Entry[Source]]

    def trees(self) -> list[YamlMap]:
        return [
            *(entry.tree for entry in self.skills),
            *(entry.tree for entry in self.categories),
            *(entry.tree for entry in self.tips),
            *(entry.tree for entry in self.openings.printed),
            *(entry.tree for entry in self.questions),
            *(entry.tree for entry in self.terms),
            *(entry.tree for entry in self.sources),
        ]


def _picked(
    library: Library,
    spec: GuideSpec,
    members: Sequence[Entry[Role]],
    roles: Sequence[Role],
    scale: Sequence[Role],
    date: dt.date,
) -> _Picked:
    skills = selection.used_skills(library, roles)
    labels = {skill.node.id: skill.node.label for skill in skills}
    named = {role.id: [labels[skill] for skill in selection.known_skills(role)] for role in roles}
    used = {skill.node.category for skill in skills}
    openings = selection.openings(library.jobs, spec.jobs, roles, date)
    return _Picked(
        skills=skills,
        categories=[category for category in library.categories if category.node.id in used],
        tips=selection.fitting(library.tips, spec.tips, spec.roles),
        openings=openings,
        questions=selection.fitting(library.questions, None, spec.roles) if spec.questions is None else [],
        terms=selection.occurring_terms(library, members, named, spec.vocabulary),
        sources=selection.cited_sources(library, roles, scale, [job.node for job in openings.printed]),
    )


def _assembled(
    library: Library,
    spec: GuideSpec,
    entry: Entry[GuideSpec] | None,
    members: Sequence[Entry[Role]],
    scale: Sequence[Entry[Role]],
    problems: list[Diagnostic],
) -> Loaded:
    names = {
        member.node.id: library.names(selection.fields_of(library, member.node, spec.vocabulary))
        for member in (*members, *scale)
    }
    roles = tuple(selection.with_known_skills(member.node, names[member.node.id]) for member in members)
    scaled = tuple(selection.with_known_skills(member.node, names[member.node.id]) for member in scale)
    date = _date(spec, roles, problems)
    picked = _picked(library, spec, members, roles, scaled, date)
    problems += picked.openings.remarks(spec.span if spec.span.file else None)
    for member in members:
        problems += skill_remarks(library, names[member.node.id], member)
        problems += pay_remarks(member)
    problems += title_remarks(members)
    for job in picked.openings.printed:
        problems += dangling(library, "jobs", job.tree)
    for skill in picked.skills:
        problems += dangling(library, "skills", skill.tree)
    for term in picked.terms:
        problems += dangling(library, "terms", term.tree)
    guide = _guide(spec, roles, scaled, picked, date)
    titles = [under(member.tree, ("title", "short")) for member in scale]
    trees = [*([entry.tree] if entry else []), *(member.tree for member in members), *picked.trees(), *titles]
    printed = tuple(text for tree in trees for text in texts(tree))
    problems += unknown_markup(printed)
    _raise_errors(problems, library, entry)
    return Loaded(
        guide=guide,
        warnings=tuple(sorted({*problems, *library.diagnostics}, key=sort_key)),
        texts=printed,
        folder=_folder(library, entry),
        files=tuple(sorted(library.read)),
        own=entry.origin == "project" if entry else any(one.origin == "project" for one in library.layers),
    )


def _guide(
    spec: GuideSpec, roles: tuple[Role, ...], scale: tuple[Role, ...], picked: _Picked, date: dt.date
) -> Guide:
    """All parts are validated already, so the whole is put together without doing it again."""
    asked = tuple(entry.node for entry in picked.questions)
    return Guide.model_construct(
        span=spec.span,
        spec=spec,
        roles=roles,
        scale=scale,
        skills={entry.node.id: entry.node for entry in picked.skills},
        categories=tuple(entry.node for entry in picked.categories),
        tips=tuple(entry.node for entry in picked.tips),
        terms=tuple(entry.node for entry in picked.terms),
        jobs=tuple(entry.node for entry in picked.openings.printed),
        openings=picked.openings.suiting,
        titled=picked.openings.titled,
        questions=spec.questions if spec.questions is not None else asked,
        sources={entry.node.id: entry.node for entry in picked.sources},
        date=date,
    )


def _role_problems_of_broken(library: Library) -> list[Diagnostic]:
    """What is wrong with the roles of a guide that is itself wrong, so that both are mended in one go."""
    wanted = [tree.get("roles") for kind, tree in library.broken if kind == "guides"]
    ids = [role for roles in wanted if isinstance(roles, tuple) for role in roles if isinstance(role, str)]
    return [one for entry in _entries(library, ids[:6]) for one in dangling(library, "roles", entry.tree)]


def _raise_errors(problems: Sequence[Diagnostic], library: Library, entry: Entry[GuideSpec] | None) -> None:
    if any(problem.severity == "error" for problem in (*problems, *library.diagnostics)):
        raise _refusal(problems, library, entry.tree if entry else None)


def _refusal(problems: Sequence[Diagnostic], library: Library, guide: YamlMap | None) -> ContentError:
    """All that is wrong with the content, and what the brand and the fonts may still say to it."""
    roles = [tree for file in library.read if file.parent.name == "roles" and (tree := library.tree(file))]
    seen = tuple(text for tree in (guide, *roles) if tree is not None for text in texts(tree))
    brand = guide.get("brand") if guide is not None else None
    return ContentError(
        all_problems(library, problems),
        seen,
        brand.strip() if isinstance(brand, str) else "",
        place(guide, ("brand",)) if brand else None,
        library.project or library.layers[0].folder.parent,
    )


def _role_problems(library: Library, roles: Sequence[str]) -> list[Diagnostic]:
    """What is wrong with roles that were asked for by name."""
    problems = [unknown(library, "roles", role) for role in dict.fromkeys(roles) if role not in library.roles]
    twice = sorted({role for role in roles if roles.count(role) > 1})
    problems += [
        Diagnostic("error", "duplicate-id", f"the role '{role}' is asked for twice") for role in twice
    ]
    if roles and not 2 <= len(roles) <= 6:
        message = f"a guide compares two to six roles, not {len(roles)}"
        problems.append(Diagnostic("error", "wrong-count", message))
    return problems


def _as_path(name: str) -> Path | None:
    return Path(name) if "/" in name or "\\" in name or name.endswith(SUFFIXES) else None


def _chosen(
    library: Library, name: str | None, with_roles: bool, problems: list[Diagnostic]
) -> Entry[GuideSpec] | None:
    """The guide that is meant. With roles and no name only the project's own `guide.yml` counts."""
    guides = library.guides
    if name is None:
        own = "guide" if "guide" in guides else None
        if with_roles:
            return guides.get(own) if own else None
        of_project = [key for key in guides.ids() if guides.origin(key) == "project"]
        name = own or (of_project[0] if of_project and DEFAULT_GUIDE not in of_project else DEFAULT_GUIDE)
    path = _as_path(name)
    if path is not None:
        return library.entry("guides", path, "project")
    if name not in guides or guides.origin(name) == "bundled":
        name = "guide" if library.project and name == own_id(library.project) else name
    if name not in guides:
        problems.append(unknown(library, "guides", name))
    return guides.get(name)


def _entries(library: Library, ids: Iterable[str]) -> list[Entry[Role]]:
    return [entry for role in dict.fromkeys(ids) if (entry := library.roles.get(role))]


def _spec(entry: Entry[GuideSpec] | None, members: Sequence[Entry[Role]], library: Library) -> GuideSpec:
    roles = [member.node for member in members]
    if entry is not None:
        return selection.for_roles(entry.node, roles, library, shipped=entry.origin == "bundled")
    ids = tuple(role.id for role in roles)
    title = selection.roles_title(roles)
    return GuideSpec(id=selection.roles_id(ids), title=title, roles=ids)


def _date(spec: GuideSpec, roles: Sequence[Role], problems: list[Diagnostic]) -> dt.date:
    """The guide's date, else SOURCE_DATE_EPOCH, else the latest review, else (with a warning) the clock."""
    ordered = sources.build_date()  # asked for first: a bad value is refused whether it counts or not
    reviewed = max((role.reviewed for role in roles if role.reviewed), default=None)
    date = spec.date or ordered or reviewed
    if date is None:
        message = (
            "neither the guide nor its roles have a date, so today's is printed and no two builds are equal"
        )
        hint = "give the guide a 'date', or its roles 'reviewed'"
        problems.append(
            Diagnostic("warning", "no-date", message, spec.span if spec.span.file else None, (hint,))
        )
        return sources.today()
    return date


def _folder(library: Library, entry: Entry[GuideSpec] | None) -> Path:
    """Where a path in the guide starts: at its project, at the bundled files, or beside a lone file."""
    if entry is not None and entry.origin == "project":
        file = entry.file.resolve()
        inside = library.project is not None and file.is_relative_to(library.project.resolve())
        return library.project if inside and library.project else file.parent
    if entry is None and library.project is not None:
        return library.project
    return library.layers[0].folder.parent
