"""What a brand says to a press, under `defaults.guidebuild`: inks, profile, bleed, marks and standard.

Comes in: the mapping of a brand file (or `--set` settings) with its places, the folder for files, the finished
palette and the paper. Goes out: `PressWishes`, checked in every profile so that `guidebuild check` finds mistakes,
and from these the `Press` of a press edition. Refuses: bleeds, inks, profiles and conditions that no press has, each
with its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from guidebuild import sources
from guidebuild.brand import separation
from guidebuild.brand.references import References
from guidebuild.brand.separation import MOST_INK, Cmyk, Convert
from guidebuild.brand.theme import Palette, Press
from guidebuild.brand.tree import Tree
from guidebuild.diagnostics import Diagnostic, did_you_mean
from guidebuild.drawing import Colour
from guidebuild.edition.papers import BLEEDS, Paper

KEYS = ("cmyk", "icc", "bleed", "crop_marks", "output_condition", "pdfx")
STANDARDS: dict[str, Literal["PDF/X-1a:2003", "PDF/X-4"]] = {"x1a": "PDF/X-1a:2003", "x4": "PDF/X-4"}
# Names in the registry of the ICC (https://registry.color.org/cmyk-registry/), and what each means.
CONDITIONS = {
    "FOGRA39": "Offset on coated paper, ISO 12647-2:2004/Amd 1, paper types 1 and 2",
    "FOGRA47": "Offset on uncoated paper, ISO 12647-2:2004/Amd 1, paper type 4",
    "FOGRA51": "Offset on premium coated paper, ISO 12647-2:2013, PC1",
    "FOGRA52": "Offset on wood-free uncoated paper, ISO 12647-2:2013, PC5",
    "CGATS TR 001": "Web offset on coated paper, SWOP",
    "CGATS TR 003": "Web offset on coated paper, SWOP 2006, grade 3",
    "CGATS TR 005": "Web offset on coated paper, SWOP 2006, grade 5",
    "CGATS TR 006": "Offset on premium coated paper, GRACoL 2006",
    "JC200103": "Offset on coated paper, Japan Color 2001",
}
ICC_LIMIT = 8_000_000
OURS = ("defaults", "guidebuild")
_TOKENS = re.compile(r"primary|accent|role-[1-6]")


@dataclass(frozen=True, slots=True)
class PressWishes:
    """What is written, checked: empty where the paper or the usual decides. `cmyk` maps names to inks."""

    cmyk: tuple[tuple[str, Cmyk], ...] = ()
    icc: str = ""
    bleed: float = 0.0
    crop_marks: bool = True
    condition: str = ""
    standard: Literal["PDF/X-1a:2003", "PDF/X-4"] = "PDF/X-1a:2003"


@dataclass(frozen=True, slots=True)
class Named:
    """The colours that a brand names: `colours` maps their names to "#rrggbb".

    `written` has the names by which it refers to them for "primary", "accent" and "role-1" to "role-6".
    """

    colours: Mapping[str, str]
    written: Mapping[str, tuple[str, ...]]


def wishes(ours: Mapping[str, Any], tree: Tree, problems: list[Diagnostic]) -> PressWishes:
    """The settings, without a look at files."""
    reader = _Reader(ours, tree, problems)
    wanted = PressWishes(
        cmyk=reader.cmyk(),
        icc=reader.words("icc"),
        bleed=reader.bleed(),
        crop_marks=reader.switch("crop_marks"),
        condition=reader.condition(),
        standard=STANDARDS[reader.choice("pdfx", STANDARDS) or "x1a"],
    )
    if wanted.standard == "PDF/X-4" and not wanted.icc and ours.get("icc") is None:
        hint = "name the profile of the press under defaults.guidebuild.icc, or choose x1a, which needs none"
        problems.append(
            tree.error("missing-key", "PDF/X-4 holds the profile of its press", (*OURS, "pdfx"), hint)
        )
    return wanted


class _Reader:
    """Reads one key after another; what is wrong is noted, and counts as not written."""

    def __init__(self, ours: Mapping[str, Any], tree: Tree, problems: list[Diagnostic]) -> None:
        self.ours, self.tree, self.problems = ours, tree, problems

    def wrong(self, code: str, message: str, key: str, *hints: str, step: str = "") -> None:
        path = (*OURS, key, step) if step else (*OURS, key)
        self.problems.append(self.tree.error(code, message, path, *hints))

    def words(self, key: str) -> str:
        value = self.ours.get(key)
        if value is None:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.wrong("wrong-type", f"'defaults.guidebuild.{key}' must be text", key)
            return ""
        return value.strip()

    def choice(self, key: str, known: Mapping[str, object]) -> str:
        """One of the names, in any case."""
        words = self.words(key)
        found = next((name for name in known if _plain(name) == _plain(words)), "")
        if words and not found:
            hints = did_you_mean(words, known) or (f"one of {', '.join(known)}",)
            self.wrong("unknown-value", f"'{key}' cannot be '{words[:60]}'", key, *hints)
        return found

    def condition(self) -> str:
        return self.choice("output_condition", CONDITIONS)

    def bleed(self) -> float:
        value = self.ours.get("bleed")
        if value is None:
            return 0.0
        words = "".join(value.lower().split()) if isinstance(value, str) else ""
        if words not in BLEEDS:
            self.wrong(
                "unknown-value",
                f"'bleed' cannot be '{str(value)[:40]}'",
                "bleed",
                "write 3mm or 0.125in: these are what print shops ask for",
            )
        return BLEEDS.get(words, 0.0)

    def switch(self, key: str) -> bool:
        value = self.ours.get(key)
        if isinstance(value, str) and value.strip().lower() in ("true", "false"):
            return value.strip().lower() == "true"
        if value is not None and not isinstance(value, bool):
            self.wrong("wrong-type", f"'{key}' is true or false, not '{str(value)[:40]}'", key)
        return value is not False

    def cmyk(self) -> tuple[tuple[str, Cmyk], ...]:
        value = self.ours.get("cmyk")
        if value is None:
            return ()
        if not isinstance(value, dict):
            hint = "as in cmyk: {primary: [80, 0, 54, 82]}"
            self.wrong("wrong-type", "'cmyk' maps names of colours to their inks", "cmyk", hint)
            return ()
        named = self.tree.get(("color", "palette"))
        palette = tuple(named) if isinstance(named, dict) else ()
        found = []
        for name, inks in value.items():
            if name not in palette and not _TOKENS.fullmatch(name):
                known = ("primary", "accent", "role-1", "role-2", *palette)
                hints = did_you_mean(name, known) or (f"one of {', '.join(known[:12])}",)
                message = f"'{name[:60]}' is neither primary, accent, a role nor a colour of the palette"
                self.wrong("unknown-key", message, "cmyk", *hints, step=name)
            elif numbers := self._inks(name, inks):
                found.append((name, numbers))
        return tuple(found)

    def _inks(self, name: str, value: Any) -> Cmyk | None:
        parts = value.replace(",", " ").split() if isinstance(value, str) else value
        try:
            if not isinstance(parts, list | tuple) or any(isinstance(part, bool) for part in parts):
                raise ValueError
            cyan, magenta, yellow, black = (float(str(part).rstrip("%")) for part in parts)
        except ValueError:
            hint = f"four percentages, as in {name}: [80, 0, 54, 82]"
            message = f"the inks of '{name}' are cyan, magenta, yellow and black, each from 0 to 100"
            self.wrong("bad-value", message, "cmyk", hint, step=name)
            return None
        inks = (cyan, magenta, yellow, black)
        if not all(0 <= ink <= 100 for ink in inks):
            message = f"the inks of '{name}' are cyan, magenta, yellow and black, each from 0 to 100"
            self.wrong("bad-value", message, "cmyk", step=name)
            return None
        if sum(inks) > MOST_INK:
            message = f"the inks of '{name}' add up to {sum(inks):g} %, more than paper dries"
            hint = f"keep to {MOST_INK:g} % in all: replace a part of the colours by black"
            self.wrong("too-much-ink", message, "cmyk", hint, step=name)
            return None
        return inks


def _plain(words: str) -> str:
    return "".join(char for char in words.lower() if char.isalnum())


def read_profile(wanted: PressWishes, references: References, problems: list[Diagnostic]) -> bytes:
    """The bytes of the ICC profile that the brand names, checked; b"" when it names none or a bad one."""
    if not wanted.icc:
        return b""
    path = (*OURS, "icc")
    file = references.resolve(wanted.icc, path, "colour profile", "print shops offer theirs for download")
    if file is None:  # without it the inks would be others than those asked for
        references.problems[-1] = replace(references.problems[-1], severity="error")
        return b""
    try:
        data = sources.read_bytes(file, limit=ICC_LIMIT)
        separation.profile(data)
        return data
    except (OSError, ValueError) as err:
        hint = "use the CMYK profile that your print shop offers, such as PSOcoated_v3.icc"
        problems.append(
            references.tree.error("bad-icc", f"{wanted.icc[:80]} {sources.reason(err)}", path, hint)
        )
    return b""


def press(wanted: PressWishes, icc: bytes, palette: Palette, named: Named, paper: Paper) -> Press:
    """The press of an edition; what is not said follows from the paper."""
    condition = wanted.condition or (_condition_of(icc) if icc else paper.trade.condition)
    convert: Convert = separation.profile(icc) if icc else separation.formula
    return Press(
        bleed=wanted.bleed or paper.trade.bleed,
        crop_marks=wanted.crop_marks,
        standard=wanted.standard,
        condition=condition,
        icc=icc,
        given=tuple(sorted(_given(wanted, palette, named, convert).items())),
    )


def _condition_of(icc: bytes) -> str:
    """The registered condition that a profile names in its description, else none."""
    description = _plain(separation.profile(icc).description)
    return next((name for name in CONDITIONS if _plain(name) in description), "")


def _given(wanted: PressWishes, palette: Palette, named: Named, convert: Convert) -> dict[str, Cmyk]:
    """Colours with the inks that the brand gives, by name, and the tones made from them.

    A colour that is given none has those of the first one that looks like it; so it is with colours without a name.
    """
    given, found = dict(wanted.cmyk), dict[str, Cmyk]()
    alike = {named.colours[name]: inks for name, inks in reversed(wanted.cmyk) if name in named.colours}
    families: list[tuple[Colour, tuple[Colour, ...]]] = [
        (palette.primary, (palette.primary2, palette.primary3, palette.primary_tint)),
        (palette.accent, ()),
        *((role.fill, (role.tint1, role.tint2, role.tint3)) for role in palette.roles),
    ]
    for base, tones in families:
        written = (name for name in named.written.get(base.name, ()) if named.colours.get(name) == base.rgb)
        inks = next((given[name] for name in (base.name, *written) if name in given), alike.get(base.rgb))
        if inks:
            for colour, made in ((base, inks), *((tone, _tone(tone, base, inks, convert)) for tone in tones)):
                found[colour.name] = made
                alike.setdefault(colour.rgb, made)
    return found | alike


def _tone(tone: Colour, base: Colour, inks: Cmyk, convert: Convert) -> Cmyk:
    """A tone of a colour whose inks are given: as converted, and moved as the colour was, by its share of ink."""
    own, whole = convert(tone.rgb), convert(base.rgb)
    share = min(1.0, sum(own) / sum(whole)) if sum(whole) else 0.0
    cyan, magenta, yellow, black = (
        one + share * (wanted - usual) for one, usual, wanted in zip(own, whole, inks, strict=True)
    )
    return separation.limited((cyan, magenta, yellow, black))
