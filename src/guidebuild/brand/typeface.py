"""The families of a guide, from what a brand says about its type.

Comes in: a validated brand and the references that it may follow. Goes out: `Faces`, of one family or, where the brand
has another one for headings, of two. A family may be a stack as in CSS ("'Noto Sans', Aptos, sans-serif"): the first
that can be had is taken. What cannot be had is replaced by a bundled relation, and a
warning says why and what to do.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from guidebuild import sources
from guidebuild.brand import families
from guidebuild.brand.references import References
from guidebuild.brand.theme import Faces
from guidebuild.brand.truetype import described, truetype
from guidebuild.diagnostics import Diagnostic

Steps = tuple[str | int, ...]


def read(brand: Any, references: References, problems: list[Diagnostic]) -> Faces:
    """The family of running text, with the bold faces of the family of headings where that is another one."""
    reader = _Reader(brand.typography, references, problems)
    faces = reader.family("base") or families.bundled(families.DEFAULT)
    if reader.same("headings", "base"):
        return faces
    other = reader.family("headings")
    if other is None or other.family == faces.family:
        return faces
    return replace(faces, headings=other.family, heading=other.bold, heading_italic=other.bold_italic)


class _Reader:
    """Looks up the families that a brand names, one after the other."""

    def __init__(self, typography: Any, references: References, problems: list[Diagnostic]) -> None:
        self.typography, self.references, self.problems = typography, references, problems
        self.tree = references.tree

    def written(self, part: str) -> str:
        found = getattr(self.typography, part, None)
        return (found.family or "").strip() if found else ""

    def same(self, one: str, other: str) -> bool:
        return families.key(self.written(one)) == families.key(self.written(other))

    def family(self, part: str) -> Faces | None:
        """The faces for a part of the text; None where the brand names no family for it."""
        names = _stack(self.written(part))
        if not names:
            return None
        bundled = next((own for name in names if (own := families.bundled_name(name))), "")
        stand_in, told = bundled or families.nearest(names[0]), len(self._all())
        for number, name in enumerate(names):
            faces = self.own(name, stand_in)
            faces = faces or (families.bundled(stand_in) if families.bundled_name(name) else None)
            if faces:
                if number and len(self._all()) == told:
                    self.say(
                        "note",
                        f"'{names[0][:60]}' is not bundled; {faces.family}, named after it, is used",
                        part,
                    )
                return faces
        if len(self._all()) == told:
            self.not_bundled(names[0], part)
        return families.bundled(stand_in)

    def _all(self) -> list[Diagnostic]:
        return [*self.problems, *self.references.problems]

    def say(self, severity: str, message: str, part: str, *hints: str) -> None:
        path = ("typography", part, "family")
        said = self.tree.warning("font-replaced", message, path, *hints)
        self.problems.append(replace(said, severity="note") if severity == "note" else said)

    def not_bundled(self, wanted: str, part: str) -> None:
        """A slip of the pen, or a family that we do not have."""
        name, stand_in = wanted[:60], families.nearest(wanted)
        listed = "bundled are " + ", ".join((*families.BUNDLED, *families.CONVERTED))
        meant = families.meant(wanted)
        if meant:
            message = f"there is no family '{name}'; {stand_in} is used instead"
            self.say("warning", message, part, f"did you mean '{meant}'?", listed)
            return
        hint = (
            f"list its font files (.ttf, .otf or .woff2) under typography.fonts: family '{name}', source 'file', "
            "files with 'path', 'weight' and 'style'"
        )
        self.say(
            "warning", f"the family '{name}' is not bundled; {stand_in} is used instead", part, hint, listed
        )

    # Files

    def own(self, wanted: str, stand_in: str) -> Faces | None:
        """The faces from the files that the brand lists for a family; None when there are none that can be used."""
        given = [
            (index, font)
            for index, font in enumerate(self.typography.fonts)
            if families.key(font.family) == families.key(wanted) and font.source == "file"
        ]
        found = [
            self.file(("typography", "fonts", index, "files", number), entry, stand_in)
            for index, font in given
            for number, entry in enumerate(font.files)
        ]
        faces, missing = families.from_files(wanted, [file for file in found if file])
        if faces and missing:
            self.incomplete(wanted, missing, ("typography", "fonts", given[0][0], "files"))
        return faces

    def file(self, path: Steps, entry: Any, stand_in: str) -> families.FontFile | None:
        """One font file, converted if need be; None, and a warning, where it cannot be used."""
        whole = self.tree.get(path)
        path = (*path, "path") if isinstance(whole, dict) else path
        written = self.tree.get(
            path
        )  # brand_yml is given it without a leading slash, and with a small ending
        text = written if isinstance(written, str) else str(entry.path.root)
        file = self.references.resolve(text, path, "font", f"{stand_in} is used instead")
        if file is None:
            return None
        try:
            data = sources.read_bytes(file, limit=sources.FONT_LIMIT)
            font = truetype(data)
        except (OSError, ValueError) as err:
            hint = "supply a static font (.ttf, .otf or .woff2), one file for each weight and style"
            message = f"the font file {file.name} {sources.reason(err)}; {stand_in} is used instead"
            self.problems.append(self.tree.warning("font-unusable", message, path, hint))
            return None
        weight, italic = described(font)
        if isinstance(whole, dict) and whole.get("weight") is not None:
            weight = _weight(entry.weight.root)
        if isinstance(whole, dict) and whole.get("style") is not None:
            italic = entry.style == "italic"
        return families.FontFile(file, weight, italic, b"" if font is data else font)

    def incomplete(self, wanted: str, missing: tuple[str, ...], path: Steps) -> None:
        """Without a bold face headings look like text, without an italic one stress is not seen."""
        there = "bold" if "regular" in missing else "regular" if "bold" in missing else "upright"
        listed = " and no ".join(missing)
        message = f"the family '{wanted[:60]}' has no {listed} face; the {there} one stands in for it"
        wanted_too = {"regular": "weight: 400", "bold": "weight: 700", "italic": "style: italic"}
        hint = "list a file more for each: " + ", ".join(wanted_too[style] for style in missing)
        said = self.tree.warning("font-incomplete", message, path, hint)
        self.problems.append(said if "bold" in missing else replace(said, severity="note"))


def _stack(written: str) -> list[str]:
    """The names of a stack, without their quotes."""
    parts = re.findall(r"\"[^\"]*\"|'[^']*'|[^,]+", written)
    return [name for part in parts if (name := part.strip().strip("\"'").strip())]


def _weight(weight: object) -> int:
    """As a number; brand_yml leaves the names of two, and pairs for variable fonts."""
    if isinstance(weight, int):
        return weight
    return 700 if weight == "bold" else 400
