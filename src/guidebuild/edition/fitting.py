"""What goes with what, and what is usual: papers with layouts and type sizes, papers with locales, words with sizes.

Names of layouts, type sizes, papers and locales come in, names of what suits them go out. A `KeyError` is raised for a
name that is in no registry.
"""

from __future__ import annotations

from collections.abc import Iterable

from guidebuild.edition.layouts import LAYOUTS
from guidebuild.edition.papers import ISO, PAPERS, TRADES, Trade
from guidebuild.edition.profiles import PROFILES, Inks
from guidebuild.edition.type_sizes import TYPE_SIZES

USUAL_SIZE = next(iter(TYPE_SIZES))


def fitting(type_size: str = USUAL_SIZE) -> dict[str, tuple[str, ...]]:
    """The layouts that can be set in a size of type, each with its papers: first those that are usual."""
    return {
        name: _papers(name, TYPE_SIZES[type_size].narrowest)
        for name, layout in LAYOUTS.items()
        if type_size in layout.type_sizes
    }


def _papers(layout: str, narrowest: float) -> tuple[str, ...]:
    suitable = [
        paper for paper in PAPERS.values() if LAYOUTS[layout].use in paper.uses and paper.width >= narrowest
    ]
    usual = [next((paper.name for paper in suitable if paper.trade == trade), "") for trade in TRADES]
    return tuple(dict.fromkeys([*filter(None, usual), *(paper.name for paper in suitable)]))


def usual_paper(papers: Iterable[str], trade: Trade) -> str:
    """The one of the papers, the usual ones first, that is usual in a trade; the first where none is of it."""
    names = tuple(papers)
    return next((name for name in names if PAPERS[name].trade == trade), names[0])


def trade_of(locale: str) -> Trade:
    """Whose papers the offices use where a locale such as en-US is spoken."""
    territory = locale.replace("_", "-").rpartition("-")[2]
    return next((trade for trade in TRADES if territory in trade.territories), ISO)


def profile_in(inks: Inks) -> str:
    """The first profile that is made in these inks."""
    return next(profile.name for profile in PROFILES.values() if profile.inks == inks)
