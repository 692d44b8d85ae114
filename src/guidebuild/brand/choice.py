"""Which edition is made on which paper: what was asked for, else what the guide says, else what is usual.

Comes in: what a guide says, and what was asked for on top of that. Goes out: the names of layout, edition and paper,
which go together. Refuses, with `GuideError`, what is unknown and what does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebuild.brand.theme import EDITIONS, LAYOUTS, PAPERS
from guidebuild.diagnostics import Diagnostic, GuideError, Span, did_you_mean

if TYPE_CHECKING:
    from guidebuild.model.schema import GuideSpec


def choose(spec: GuideSpec, *, layout: str = "", size: str = "", paper: str = "") -> tuple[str, str, str]:
    """Layout, edition and paper."""
    chosen = _known(layout or spec.layout or "guide", LAYOUTS, "layout")
    edition = _size(spec, chosen, layout, size)
    return chosen, edition, _paper(spec, (chosen, edition), (layout, size, paper))


def _known(
    name: str, known: dict[str, tuple[str, ...]] | dict[str, dict[str, tuple[str, ...]]], what: str
) -> str:
    if name not in known:
        hints = did_you_mean(name, known) or (f"one of {', '.join(known)}",)
        message = f"there is no {what} '{name[:40]}'"
        raise GuideError([Diagnostic("error", f"unknown-{what}", message, None, hints)])
    return name


def _size(spec: GuideSpec, layout: str, asked: str, size: str) -> str:
    """A guide's own edition that its layout has not is a mistake, unless another layout was asked for."""
    chosen = _known(size or spec.edition or "standard", EDITIONS, "edition")
    if layout in EDITIONS[chosen]:
        return chosen
    if asked and not size:
        return "standard"
    message = f"the layout '{layout}' has no edition '{chosen}'"
    hint = f"the edition '{chosen}' is one of the layout '{next(iter(EDITIONS[chosen]))}'"
    where = None if size else spec.at("edition")
    raise GuideError([Diagnostic("error", "unfit-edition", message, where, (hint,))])


def _paper(spec: GuideSpec, chosen: tuple[str, str], asked: tuple[str, str, str]) -> str:
    """The paper that was asked for, else the guide's, else the one that is usual where its locale is spoken.

    A guide's own paper that its layout cannot be set on is a mistake, unless another layout or edition was asked for:
    then it only says what kind of paper is at hand.
    """
    layout, size, paper = asked
    papers = EDITIONS[chosen[1]][chosen[0]]
    if paper:
        if paper in papers or paper not in PAPERS:
            return paper
        own = (("layout", spec.layout and not layout), ("edition", spec.edition and not size))
        raise _unfit(paper, *chosen, next((spec.at(key) for key, said in own if said), None))
    if spec.paper and spec.paper in papers:
        return spec.paper
    if spec.paper and not layout and not size:
        raise _unfit(spec.paper, *chosen, spec.at("paper"))
    letter = spec.paper in ("letter", "tabloid") if spec.paper else _cuts_letter(spec.locale)
    return papers[1 if letter else 0]


def _cuts_letter(locale: str) -> bool:
    """Whether offices where this locale is spoken use Letter rather than A4."""
    return locale.replace("_", "-").endswith(("-US", "-CA", "-PH"))


def _unfit(paper: str, layout: str, size: str, place: Span | None) -> GuideError:
    """No page of the layout is made for this paper, or none in so large a type."""
    papers, fits = EDITIONS[size][layout], paper in LAYOUTS[layout]
    whose = f"the edition '{size}'" if fits else f"the layout '{layout}'"
    message = f"{whose} cannot be set on the paper '{paper}'"
    hint = f"take {', '.join(papers[:-1])} or {papers[-1]}"
    other = next((name for name, fitting in LAYOUTS.items() if paper in fitting and not fits), "")
    also = (f"'{paper}' is a paper for the layout '{other}'",) if other else ()
    return GuideError([Diagnostic("error", "unfit-paper", message, place, (hint, *also))])
