"""Values of a parametrized test that are tried in the slow tier alone: one of a kind is enough for every run.

@pytest.mark.parametrize("count", [2, *slow(3, 4, 6)])
"""

from __future__ import annotations

from typing import Any

import pytest


def slow(*values: Any) -> list[Any]:
    """Each value with the mark; a tuple stands for several arguments."""
    return [
        pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=pytest.mark.slow)
        for value in values
    ]
