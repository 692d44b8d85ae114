"""How a guide is set on a paper: on which page it is laid out, how much larger that is printed, in how many columns.

A layout, a type size and a paper come in, the `Form` of the pages goes out, and nothing is raised. Lengths are points.
Pages are laid out in the type sizes of the page specification; where they are to be larger, all of the page is: a page
of the proportions of the paper, drawn larger by one factor, so that type, rules, marks and codes keep to each other.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from guidebuild.edition.layouts import Layout
from guidebuild.edition.measures import Margins
from guidebuild.edition.papers import Paper
from guidebuild.edition.type_sizes import TypeSize

READABLE = 7.5  # the smallest type of a chart, as it is drawn


@dataclass(frozen=True, slots=True)
class Form:
    """The page of the layout, the factor by which it is drawn larger, and the margins in the layout's own points.

    `linear` pages have one column; with `pairs`, short blocks stand two beside each other in it. No type of the layout
    is smaller than `least`, and charts are magnified by `magnify`, so that theirs is not either.
    """

    paper: Paper
    scale: float = 1.0
    margins: Margins = field(default_factory=Margins)
    linear: bool = False
    pairs: bool = False
    least: float = 0.0

    @property
    def magnify(self) -> float:
        return max(1.0, self.least / READABLE)

    @property
    def chart_width(self) -> float:
        """How wide charts are drawn: magnified, they fill the width between the margins."""
        return (self.paper.width - (self.margins.inner + self.margins.outer)) / self.magnify


def form_of(layout: Layout, size: TypeSize, paper: Paper) -> Form:
    """The form of a layout in a size of type on a paper that suits both."""
    if not layout.adapted:
        return Form(paper)
    scale = size.scale * paper.enlarged
    page = replace(paper, width=paper.width / scale, height=paper.height / scale)
    linear = size.linear or paper.narrow
    return Form(page, scale, size.margins or paper.margins, linear, linear and not size.linear, size.least)
