"""Which edition is made on which paper: what was asked for, else what the guide says, else what is usual.

Comes in: what a guide says, and what was asked for on top of that. Goes out: the names of layout, edition and paper,
which go together. Refuses, with `GuideError`, what is unknown and what does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from guidebuild.diagnostics import Diagnostic, GuideError, Span, did_you_mean
from guidebuild.edition import LAYOUTS, PAPERS, TYPE_SIZES, Edition, fitting
from guidebuild.edition.fitting import trade_of, usual_paper

if TYPE_CHECKING:
    from guidebuild.model.schema import GuideSpec


def choose(
    spec: GuideSpec, *, layout: str = "", type_size: str = "", paper: str = ""
) -> tuple[str, str, str]:
    """Layout, type size and paper."""
    chosen = _known(layout or spec.layout or Edition().layout, LAYOUTS, "layout")
    size = _size(spec, chosen, layout, type_size)
    return chosen, size, _paper(spec, (chosen, size), (layout, type_size, paper))


def _known(name: str, known: Mapping[str, object], what: str) -> str:
    if name not in known:
        hints = did_you_mean(name, known) or (f"one of {', '.join(known)}",)
        message = f"there is no {what} '{name[:40]}'"
        raise GuideError([Diagnostic("error", f"unknown-{what}", message, None, hints)])
    return name


def _size(spec: GuideSpec, layout: str, asked: str, size: str) -> str:
    """A guide's own edition that its layout has not is a mistake, unless another layout was asked for."""
    usual = Edition().type_size
    chosen = _known(size or spec.edition or usual, TYPE_SIZES, "edition")
    if layout in fitting(chosen):
        return chosen
    if asked and not size:
        return usual
    message = f"the layout '{layout}' has no edition '{chosen}'"
    hint = f"the edition '{chosen}' is one of the layout '{next(iter(fitting(chosen)))}'"
    where = None if size else spec.at("edition")
    raise GuideError([Diagnostic("error", "unfit-edition", message, where, (hint,))])


def _paper(spec: GuideSpec, chosen: tuple[str, str], asked: tuple[str, str, str]) -> str:
    """The paper that was asked for, else the guide's, else the one that is usual where its locale is spoken.

    A guide's own paper that its layout cannot be set on is a mistake, unless another layout or edition was asked for:
    then it only says what kind of paper is at hand.
    """
    layout, size, paper = asked
    papers = fitting(chosen[1])[chosen[0]]
    if paper:
        if paper in papers or paper not in PAPERS:
            return paper
        own = (("layout", spec.layout and not layout), ("edition", spec.edition and not size))
        raise _unfit(paper, *chosen, next((spec.at(key) for key, said in own if said), None))
    if spec.paper and spec.paper in papers:
        return spec.paper
    if spec.paper and not layout and not size:
        raise _unfit(spec.paper, *chosen, spec.at("paper"))
    return usual_paper(papers, PAPERS[spec.paper].trade if spec.paper else trade_of(spec.locale))


def _unfit(paper: str, layout: str, size: str, place: Span | None) -> GuideError:
    """No page of the layout is made for this paper, or none in so large a type."""
    papers, fits = fitting(size)[layout], paper in fitting()[layout]
    whose = f"the edition '{size}'" if fits else f"the layout '{layout}'"
    message = f"{whose} cannot be set on the paper '{paper}'"
    hint = f"take {', '.join(papers[:-1])} or {papers[-1]}"
    other = next((name for name, others in fitting().items() if paper in others and not fits), "")
    also = (f"'{paper}' is a paper for the layout '{other}'",) if other else ()
    return GuideError([Diagnostic("error", "unfit-paper", message, place, (hint, *also))])
