"""References to pages: a number is never parted from the word that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

import pytest
from compose_guides import BAKER, CONFECTIONER, MILLER, guide, poor, theme

from guidebuild.compose.assemble import compose
from guidebuild.compose.document import PageRef, Run
from guidebuild.edition import Edition


def texts(node: Any) -> Iterator[tuple[Run | PageRef, ...]]:
    """Every inline text in a node."""
    if isinstance(node, tuple):
        if node and all(isinstance(part, Run | PageRef) for part in node):
            yield node
        else:
            for part in node:
                yield from texts(part)
    elif is_dataclass(node):
        for field in fields(node):
            yield from texts(getattr(node, field.name))


@pytest.mark.parametrize("layout", ["guide", "booklet"])
@pytest.mark.parametrize(
    "roles", [(BAKER, CONFECTIONER), (BAKER, CONFECTIONER, MILLER), (BAKER, CONFECTIONER, MILLER, poor(4))]
)
def test_no_line_breaks_between_the_word_page_and_its_number(roles: tuple[Any, ...], layout: str) -> None:
    found = 0
    look = replace(theme(), edition=Edition(layout))
    for text in texts(compose(guide(*roles), look).sections):
        for before, after in pairwise(text):
            if isinstance(after, PageRef) and isinstance(before, Run):
                found += 1
                assert before.text.endswith(("page\u00a0", "pages\u00a0", "Page\u00a0", "Pages\u00a0")), (
                    before
                )
    assert found > 5
