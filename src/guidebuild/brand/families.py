"""Font families: the bundled ones by name, files by path, and the nearest bundled one for all others.

Comes in: the name of a family and the font files that a brand lists for it. Goes out: `Faces`. Refuses:
nothing for good; a family that cannot be had is replaced by its nearest relation, and a warning says how to
supply files.
"""

from __future__ import annotations

import importlib.util
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guidebuild import diagnostics, sources
from guidebuild.brand.theme import Faces
from guidebuild.diagnostics import EnvironmentFault
from guidebuild.fonts import Face, metrics

DEFAULT = "Source Sans 3"
# Families of the rendercv-fonts package with TrueType outlines; Fontin and XCharter have CFF ones.
BUNDLED = (
    "EB Garamond", "Gentium Book Plus", "Lato", "Mukta", "Noto Sans", "Noto Sans JP", "Noto Sans KR",
    "Noto Sans SC", "Open Sans", "Open Sauce Sans", "Poppins", "Raleway", "Roboto", "Source Sans 3", "Ubuntu",
)  # fmt: skip
UNUSABLE = ("Fontin", "XCharter")
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
    """A font file that a brand names: weight from 100 to 900."""

    path: Path
    weight: int
    italic: bool


def key(name: str) -> str:
    """Names are compared without case, spaces and hyphens."""
    return re.sub(r"[\s_-]+", "", name).casefold()


def bundled_name(name: str) -> str | None:
    """The bundled family of that name, as we spell it."""
    return {key(family): family for family in BUNDLED}.get(key(name))


def meant(name: str) -> str | None:
    """The bundled family of which the name is a slip of the pen."""
    keys = {key(family): family for family in BUNDLED}
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
    """The faces of a bundled family; a family without italics repeats the upright ones."""
    folder = fonts_folder() / ("Noto Sans" if name.startswith("Noto Sans") else name)
    stem = name.replace(" ", "")
    faces: dict[str, Face] = {}
    for style in STYLES:
        file = folder / f"{stem}-{_STEMS[style]}.ttf"
        if file.is_file():
            faces[style] = Face(f"{stem}-{_STEMS[style]}", str(file))
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


def from_files(name: str, files: list[FontFile]) -> Faces | None:
    """The faces of a family from files, each the nearest in weight; None without an upright file."""
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
            faces[style] = Face(f"{stem}-{_STEMS[style]}", str(file.path))
    if "regular" not in faces and "bold" in faces:
        faces["regular"] = faces["bold"]
    return _complete(name, faces) if "regular" in faces else None


def unusable(file: Path) -> str | None:
    """Why a font file cannot be set, in words that complete "the font file ..."; None when it can."""
    try:
        data = sources.read_bytes(file, limit=sources.FONT_LIMIT)
    except (OSError, ValueError) as err:
        return f"cannot be read: {getattr(err, 'strerror', None) or err}"
    kind = data[:4]
    if kind in (b"wOFF", b"wOF2"):
        return "is a web font (WOFF), made for browsers only"
    if kind == b"OTTO":
        return "has outlines of a kind that cannot be embedded (CFF)"
    if kind == b"ttcf":
        return "is a collection of several fonts"
    if kind not in (b"\x00\x01\x00\x00", b"true"):
        return "is not a TrueType font"
    tables = _tables(data)
    if b"fvar" in tables:
        return "is a variable font"
    if b"glyf" not in tables:
        return "has no TrueType outlines"
    if _forbids_embedding(data, tables):
        return "does not permit embedding (its licence bits say 'restricted')"
    try:
        metrics(Face(file.stem, str(file)))
    except EnvironmentFault:
        return "is damaged"
    return None


def described(file: Path) -> tuple[int, bool]:
    """Weight, and whether it slopes, as a usable font file says of itself (OS/2 `usWeightClass`, `fsSelection`)."""
    data = sources.read_bytes(file, limit=sources.FONT_LIMIT)
    offset = _tables(data).get(b"OS/2")
    if offset is None or len(data) < offset + 64:
        return 400, False
    (weight,) = struct.unpack_from(">H", data, offset + 4)
    (selection,) = struct.unpack_from(">H", data, offset + 62)
    return weight, bool(selection & 1)


def _tables(data: bytes) -> dict[bytes, int]:
    """Tag and offset of the tables of a font file (OpenType specification, table directory)."""
    count = int.from_bytes(data[4:6], "big")
    rows = (data[12 + 16 * index : 28 + 16 * index] for index in range(count))
    return {row[:4]: int.from_bytes(row[8:12], "big") for row in rows if len(row) == 16}


def _forbids_embedding(data: bytes, tables: Mapping[bytes, int]) -> bool:
    """OS/2 `fsType`: value 2 in the low four bits is restricted licence embedding."""
    offset = tables.get(b"OS/2")
    if offset is None or len(data) < offset + 10:
        return False
    (kind,) = struct.unpack_from(">H", data, offset + 8)
    return bool(kind & 0x000F == 0x0002)
