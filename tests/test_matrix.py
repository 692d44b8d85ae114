"""Editions, papers and profiles: each together with each, from one of the bundled guides; veraPDF sees a third of them.

`python tests/matrix.py` judges every one of every guide.
"""

from __future__ import annotations

import pytest

from guidebuild.brand.theme import PROFILES
from matrix import ALL, GUIDES, Edition, builds, faults

TAGGED = ("screen", "print", "gray")


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize("edition", ALL, ids="-".join)
def test_every_edition_on_every_paper_for_every_profile_is_sound(edition: Edition) -> None:
    index = ALL.index(edition)
    for turn, profile in enumerate(PROFILES):
        guide = GUIDES[(index + turn) % len(GUIDES)]
        (built,) = builds(guide, edition, (profile,))
        seen = profile == TAGGED[index % len(TAGGED)]
        assert (guide, profile, [*faults(built, profile, verapdf_too=seen)]) == (guide, profile, [])


def test_there_is_something_to_judge() -> None:
    assert len(ALL) == 14
    assert {edition.layout for edition in ALL} == {"guide", "handout", "poster", "booklet"}
