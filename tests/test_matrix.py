"""A spread of editions, papers and profiles, from one of the bundled guides each; veraPDF sees every second tagged one.

Every edition on every paper is built for two of the four profiles, so that each layout meets all of them.

`python tests/matrix.py` judges every one of every guide.
"""

from __future__ import annotations

import pytest

from guidebuild.edition import PROFILES
from matrix import ALL, GUIDES, Edition, builds, faults

PAIRS = (("screen", "gray"), ("print", "press"))


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize("edition", ALL, ids="-".join)
def test_every_edition_on_every_paper_is_sound(edition: Edition) -> None:
    index = ALL.index(edition)
    for turn, profile in enumerate(PAIRS[index % 2]):
        guide = GUIDES[(index + turn) % len(GUIDES)]
        (built,) = builds(guide, edition, (profile,))
        assert (guide, profile, [*faults(built, profile, verapdf_too=turn == 0)]) == (guide, profile, [])


def test_each_layout_meets_each_profile() -> None:
    assert {profile for pair in PAIRS for profile in pair} == set(PROFILES)
    for layout in ("guide", "handout", "poster", "booklet"):
        assert {index % 2 for index, edition in enumerate(ALL) if edition.layout == layout} == {0, 1}


def test_there_is_something_to_judge() -> None:
    assert len(ALL) == 14
    assert {edition.layout for edition in ALL} == {"guide", "handout", "poster", "booklet"}
