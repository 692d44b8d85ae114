"""The family of a guide, from what a brand says about its type.

Comes in: a validated brand and the references that it may follow. Goes out: `Faces`. Refuses: nothing for good;
what cannot be had is replaced by a bundled relation, and a warning says why and what to do.
"""

from __future__ import annotations

from typing import Any

from guidebuild.brand import families
from guidebuild.brand.references import References
from guidebuild.brand.theme import Faces
from guidebuild.diagnostics import Diagnostic

Steps = tuple[str | int, ...]


def read(brand: Any, references: References, problems: list[Diagnostic]) -> Faces:
    """The family of running text; a guide is set in one family throughout."""
    base = brand.typography.base if brand.typography else None
    wanted = base.family if base else None
    faces = _wanted(wanted, brand, references, problems) if wanted else families.bundled(families.DEFAULT)
    if brand.typography:
        _say_one_family(brand.typography.headings, wanted, faces, references, problems)
    return faces


def _wanted(wanted: str, brand: Any, references: References, problems: list[Diagnostic]) -> Faces:
    given = [
        (index, font)
        for index, font in enumerate(brand.typography.fonts)
        if families.key(font.family) == families.key(wanted) and font.source == "file"
    ]
    before = len(problems) + len(references.problems)
    faces = _own_faces(wanted, given, references, problems)
    if faces is not None:
        return faces
    told = len(problems) + len(references.problems) > before
    if families.bundled_name(wanted) is None and not told:
        problems.append(_not_bundled(wanted, references))
    return families.bundled(families.nearest(wanted))


def _not_bundled(wanted: str, references: References) -> Diagnostic:
    """A slip of the pen, a family whose files cannot be embedded, or one that we do not have."""
    path = ("typography", "base", "family")
    name, stand_in = wanted[:60], families.nearest(wanted)
    listed = "bundled are " + ", ".join(families.BUNDLED)
    meant = families.meant(wanted)
    if meant:
        message = f"there is no family '{name}'; {stand_in} is used instead"
        return references.tree.warning("font-replaced", message, path, f"did you mean '{meant}'?", listed)
    if families.key(wanted) in map(families.key, families.UNUSABLE):
        message = f"'{name}' cannot be used: its outlines are of a kind that cannot be embedded"
        message += f"; {stand_in} is used instead"
        return references.tree.warning("font-replaced", message, path, listed)
    hint = (
        f"list its static .ttf files under typography.fonts: family '{name}', source 'file', "
        "files with 'path', 'weight' and 'style'"
    )
    message = f"the family '{name}' is not bundled; {stand_in} is used instead"
    return references.tree.warning("font-replaced", message, path, hint, listed)


def _say_one_family(
    headings: Any, wanted: str | None, faces: Faces, references: References, problems: list[Diagnostic]
) -> None:
    other = headings.family if headings else None
    if not other or families.key(other) in (families.key(wanted or ""), families.key(faces.family)):
        return
    message = f"a guide is set in one family: headings are in '{faces.family}' too, not in '{other[:60]}'"
    span = references.tree.span(("typography", "headings", "family"))
    problems.append(Diagnostic("note", "one-family", message, span))


def _own_faces(
    wanted: str, given: list[Any], references: References, problems: list[Diagnostic]
) -> Faces | None:
    """The faces from the files that the brand names; None when none of them can be used."""
    files = []
    stand_in = families.nearest(wanted)
    for index, font in given:
        for number, entry in enumerate(font.files):
            path = ("typography", "fonts", index, "files", number)
            file = references.resolve(
                str(entry.path.root), (*path, "path"), "font", f"{stand_in} is used instead"
            )
            if file is None:
                continue
            reason = families.unusable(file)
            if reason:
                hint = "supply a static TrueType file (.ttf), one for each weight and style"
                message = f"the font file {file.name} {reason}; {stand_in} is used instead"
                problems.append(references.tree.warning("font-unusable", message, (*path, "path"), hint))
                continue
            weight, italic = families.described(file)
            if references.tree.get((*path, "weight")) is not None:
                weight = _weight(entry.weight.root)
            if references.tree.get((*path, "style")) is not None:
                italic = entry.style == "italic"
            files.append(families.FontFile(file, weight, italic))
    return families.from_files(wanted, files)


def _weight(weight: object) -> int:
    if isinstance(weight, int):
        return weight
    return 700 if weight == "bold" else 400
