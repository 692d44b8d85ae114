"""Font families: the bundled ones by name, files by path, and the nearest bundled one for all others.

Comes in: the name of a family and the font files that a brand lists for it. Goes out: `Faces`. Refuses:
nothing for good; a family that cannot be had is replaced by its nearest relation, and a warning says how to
supply files.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guidebuild import diagnostics, sources
from guidebuild.brand.theme import Faces
from guidebuild.brand.truetype import truetype
from guidebuild.diagnostics import EnvironmentFault
from guidebuild.fonts import Face, metrics

DEFAULT = "Source Sans 3"
# Families of the rendercv-fonts package: first those with TrueType outlines, then those that have to be converted.
BUNDLED = (
    "EB Garamond", "Gentium Book Plus", "Lato", "Mukta", "Noto Sans", "Noto Sans JP", "Noto Sans KR",
    "Noto Sans SC", "Open Sans", "Open Sauce Sans", "Poppins", "Raleway", "Roboto", "Source Sans 3", "Ubuntu",
)  # fmt: skip
CONVERTED = ("Fontin", "XCharter")
STYLES = ("regular", "bold", "italic", "bold_italic")
_STEMS = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}

# Which bundled family stands in for which others: the first row with a word of the name decides.
_RELATIONS = (
    ("Source Sans 3", r"source sans|myriad|fira|ibm plex (?!serif)|pt sans|work sans|public sans"),
    ("Noto Sans SC", r"(?:noto sans|source han sans) (?:cjk )?(?:sc|tc|hk)"),
    ("Noto Sans JP", r"(?:noto sans|source han sans) (?:cjk )?jp"),
    ("Noto Sans KR", r"(?:noto sans|source han sans) (?:cjk )?kr"),
    ("Noto Sans", r"noto sans|segoe|verdana|tahoma|martel sans|hind"),
    ("Open Sans", r"open sans|droid|frutiger|calibri|nunito|cabin|titillium|asap"),
    ("Roboto", r"roboto(?! slab| serif)|helvetica|arial|inter\b|arimo|liberation sans|sf pro|rubik|dm sans"),
    ("Poppins", r"poppins|montserrat|futura|century gothic|avenir|gotham|proxima|quicksand|outfit|jost"),
    ("Raleway", r"raleway|josefin|questrial|didact"),
    ("Lato", r"lato|carlito|gill|optima|candara|trebuchet"),
    ("Ubuntu", r"ubuntu|(?:\S+ )*mono\b|(?:\S+ )*code\b|consol|courier|menlo|monaco"),
    ("Mukta", r"mukta|devanagari"),
    (
        "Gentium Book Plus",
        r"(?:\S+ )*slab|rockwell|zilla|arvo|bitter|x?charter|merriweather|cambria|georgia",
    ),
    (
        "EB Garamond",
        r"garamond|times|(?:\S+ )*serif|playfair|palatino|baskerville|caslon|bodoni|didot",
    ),
)


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file that a brand names: weight from 100 to 900; `data` is what it was converted to, or nothing."""

    path: Path
    weight: int
    italic: bool
    data: bytes = b""


def key(name: str) -> str:
    """Names are compared without case, spaces and hyphens."""
    return re.sub(r"[\s_-]+", "", name).casefold()


def bundled_name(name: str) -> str | None:
    """The bundled family of that name, as we spell it."""
    return {key(family): family for family in (*BUNDLED, *CONVERTED)}.get(key(name))


def meant(name: str) -> str | None:
    """The bundled family of which the name is a slip of the pen."""
    keys = {key(family): family for family in (*BUNDLED, *CONVERTED)}
    near = diagnostics.nearest(key(name), keys, cutoff=0.85)
    return keys[near] if near else None


def nearest(name: str) -> str:
    """The bundled family that looks most like the one named."""
    own = bundled_name(name) or meant(name)
    if own:
        return own
    plain = re.sub(r"\bsans[- ]serif\b", "sans", name.casefold())
    for family, words in _RELATIONS:
        if re.match(words, plain):
            return family
    return DEFAULT


def fonts_folder() -> Path:
    """Where the bundled fonts lie. Raises `EnvironmentFault` when the package is missing."""
    spec = importlib.util.find_spec("rendercv_fonts")
    if spec is None or spec.origin is None:
        raise EnvironmentFault("the package 'rendercv-fonts' is not installed", "install guidebuild again")
    return Path(spec.origin).parent


def bundled(name: str) -> Faces:
    """The faces of a bundled family; a family without italics repeats the upright ones.

    Raises `EnvironmentFault` where the installation lacks a file.
    """
    folder = fonts_folder() / ("Noto Sans" if name.startswith("Noto Sans") else name)
    stem = name.replace(" ", "")
    faces: dict[str, Face] = {}
    for style in STYLES:
        file = folder / f"{stem}-{_STEMS[style]}.ttf"
        if file.is_file():
            faces[style] = Face(f"{stem}-{_STEMS[style]}", str(file))
        elif (file := file.with_suffix(".otf")).is_file():
            data = truetype(sources.read_bytes(file, limit=sources.FONT_LIMIT))
            faces[style] = Face(f"{stem}-{_STEMS[style]}", str(file), data)
    if "regular" not in faces:
        raise EnvironmentFault(
            f"the bundled font {name} is missing from {folder}", "install guidebuild again"
        )
    return _complete(name, faces)


def supply(chars: str) -> str:
    """What to do about characters that the faces of a guide lack, as a hint."""
    having = [name for name in BUNDLED if _draws(bundled(name), chars)][:3]
    if having:
        listed = "', '".join(having)
        return (
            f"bundled families that have them: '{listed}'; name one in the brand file under typography.base"
        )
    return "no bundled family has them: use other characters, or list a font that has under typography.fonts"


def _draws(faces: Faces, chars: str) -> bool:
    four = dict.fromkeys((faces.regular, faces.bold, faces.italic, faces.bold_italic))
    return all(metrics(face).has(char) for face in four for char in chars)


def _complete(name: str, faces: Mapping[str, Face]) -> Faces:
    regular = faces["regular"]
    bold = faces.get("bold", regular)
    return Faces(name, regular, bold, faces.get("italic", regular), faces.get("bold_italic", bold))


def from_files(name: str, files: list[FontFile]) -> tuple[Faces | None, tuple[str, ...]]:
    """The faces of a family from files, each the nearest in weight, and the styles without a file of their own.

    None without an upright file.
    """
    stem = re.sub(r"[^A-Za-z0-9]", "", name) or "Brand"
    faces: dict[str, Face] = {}
    for style, wanted in (("regular", 400), ("bold", 700), ("italic", 400), ("bold_italic", 700)):
        fitting = [
            file
            for file in files
            if file.italic == ("italic" in style) and (file.weight >= 600) == (wanted == 700)
        ]
        if fitting:
            file = min(fitting, key=lambda file: (abs(file.weight - wanted), str(file.path)))
            faces[style] = Face(f"{stem}-{_STEMS[style]}", str(file.path), file.data)
    missing = tuple(style for style in ("regular", "bold", "italic") if style not in faces)
    if "regular" not in faces and "bold" in faces:
        faces["regular"] = faces["bold"]
    return (_complete(name, faces) if "regular" in faces else None), missing
