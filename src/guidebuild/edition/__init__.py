"""What a guide can be made as: on which papers, in which layouts, for what, in how large a type.

papers       `PAPERS`: sizes, margins, and what is usual where a paper is cut
layouts      `LAYOUTS`: what is on the sheets, which papers and type sizes that takes, the room for charts
profiles     `PROFILES`: what the pages are printed with, or read on
type_sizes   `TYPE_SIZES`: the sizes of type; people who order a guide call this choice its edition (`--edition`)
fitting      what goes with what, and what is usual where a locale is spoken
form         the page that follows from all of these

Nothing comes in: these are the facts that all other rooms ask for. Names and measures stand here and nowhere else, so
that a paper is added in one file, a profile in two (its palette is in `guidebuild.brand.fitted`), and a layout in
two (its sections are in `guidebuild.compose.layouts`), or three with page designs of its own, which
`guidebuild.typeset.sheets` lists. This room imports no other.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidebuild.edition.fitting import fitting
from guidebuild.edition.form import Form, form_of
from guidebuild.edition.layouts import LAYOUTS, Layout
from guidebuild.edition.measures import INCH, MM, Margins
from guidebuild.edition.papers import PAPERS, Paper
from guidebuild.edition.profiles import PROFILES, Inks, Profile
from guidebuild.edition.type_sizes import TYPE_SIZES, TypeSize

USUAL_PAPER = next(iter(PAPERS))


@dataclass(frozen=True, slots=True)
class Edition:
    """Which of a guide's editions this is, by the names of its layout, profile and type size; the usual ones."""

    layout: str = next(iter(LAYOUTS))
    profile: str = next(iter(PROFILES))
    type_size: str = next(iter(TYPE_SIZES))

    def suffix(self) -> str:
        """What a file's name says after the guide's id: "-handout-gray"; nothing for the usual edition."""
        usual = Edition()
        pairs = (
            (self.layout, usual.layout),
            (self.type_size, usual.type_size),
            (self.profile, usual.profile),
        )
        return "".join(f"-{name}" for name, common in pairs if name != common)

    def form(self, paper: Paper) -> Form:
        """How the edition is set on a paper."""
        return form_of(LAYOUTS[self.layout], TYPE_SIZES[self.type_size], paper)


__all__ = [
    "INCH",
    "LAYOUTS",
    "MM",
    "PAPERS",
    "PROFILES",
    "TYPE_SIZES",
    "USUAL_PAPER",
    "Edition",
    "Form",
    "Inks",
    "Layout",
    "Margins",
    "Paper",
    "Profile",
    "TypeSize",
    "fitting",
    "form_of",
]
