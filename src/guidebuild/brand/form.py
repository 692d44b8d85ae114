"""How a guide is set on a paper: on which page it is laid out, how much larger that is printed, in how many columns.

Comes in: a theme. Goes out: its `Form`. Refuses: nothing. Lengths are points. Pages are laid out in the type sizes of
the page specification; where they are to be larger, all of the page is: a page of the proportions of the paper, drawn
larger by one factor, so that type, rules, marks and codes keep to each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidebuild.brand.theme import MM, PAPERS, Paper, Theme

LARGE_PRINT = 1.6  # 10 points of the layout, the smallest type in it, become 16
LEAST = 10.0
READABLE = 7.5  # the smallest type of a chart, as it is drawn


@dataclass(frozen=True, slots=True)
class Margins:
    """Around the text; `running` from the upper edge to the running head, `folio` from the lower one to the folio."""

    head: float = 20 * MM
    foot: float = 18 * MM
    inner: float = 20 * MM
    outer: float = 18 * MM
    running: float = 10.5 * MM
    folio: float = 12.5 * MM


@dataclass(frozen=True, slots=True)
class Form:
    """The page of the layout, the factor by which it is drawn larger, and the margins in the layout's own points.

    `linear` pages have one column; with `pairs`, short blocks stand two beside each other in it. No type of the layout
    is smaller than `least`, and charts are magnified by `magnify`, so that theirs is not either.
    """

    paper: Paper
    scale: float = 1.0
    margins: Margins = Margins()
    linear: bool = False
    pairs: bool = False
    least: float = 0.0

    @property
    def magnify(self) -> float:
        return max(1.0, self.least / READABLE)


_POCKET = Margins(16 * MM, 15 * MM, 14 * MM, 12 * MM, 8 * MM, 10 * MM)
_LARGE = Margins(17 * MM, 16 * MM, 12 * MM, 12 * MM, 8 * MM, 11 * MM)


def form_of(theme: Theme) -> Form:
    """The form of a theme's edition on its paper."""
    paper, edition = theme.paper, theme.edition
    if edition.layout != "guide":
        return Form(paper)
    grown = _growth(paper)
    if edition.size == "large-print":
        scale = LARGE_PRINT * grown
        return Form(_shrunk(paper, scale), scale, _LARGE, linear=True, least=LEAST)
    if paper.name == "a5":
        return Form(paper, 1.0, _POCKET, linear=True, pairs=True)
    return Form(_shrunk(paper, grown), grown) if grown > 1.0 else Form(paper)


def _growth(paper: Paper) -> float:
    """What is larger than Letter is Letter made as wide: on Tabloid all is 1.29 times as large."""
    return paper.width / PAPERS["letter"].width if paper.name == "tabloid" else 1.0


def _shrunk(paper: Paper, scale: float) -> Paper:
    return Paper(paper.name, paper.width / scale, paper.height / scale)
