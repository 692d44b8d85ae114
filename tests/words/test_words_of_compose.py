"""What the program says stands in `words`; composers say nothing of their own.

The move is under way: `STILL` are the modules of `compose` whose sentences have not moved yet. A module leaves the
list when it holds none, and none may come in.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import guidebuild.compose

ROOM = Path(guidebuild.compose.__file__).parent
MODULES = sorted(str(file.relative_to(ROOM)) for file in ROOM.rglob("*.py"))
TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,;:.]?\s[^\W\d_]{2,}")
STILL = frozenset(
    {
        "alignment.py",
        "amounts.py",
        "basis.py",
        "choice.py",
        "duties.py",
        "layouts/facts.py",
        "layouts/handout.py",
        "layouts/poster.py",
        "layouts/unsaid.py",
        "layouts/worth.py",
        "plan.py",
        "sections/compare_tables.py",
        "sections/contents.py",
        "sections/glance.py",
        "sections/jobs.py",
        "sections/pay.py",
        "sections/profile.py",
        "sections/profile_asides.py",
        "sections/profile_facts.py",
        "sections/profile_knowledge.py",
        "sections/skills.py",
        "sections/skills_table.py",
        "sections/sources.py",
        "specs.py",
        "titles.py",
    }
)


def sentences(module: Path) -> Iterator[str]:
    """Every string of two words or more that is no docstring and no message of an exception."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise | ast.Assert):
            silent |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield from [node.value] if TWO_WORDS.search(node.value) else ()


@pytest.mark.parametrize("module", MODULES)
def test_composers_hold_no_sentence(module: str) -> None:
    assert bool([*sentences(ROOM / module)]) == (module in STILL)
