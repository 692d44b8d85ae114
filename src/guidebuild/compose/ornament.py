"""What the rings of covers and profiles are drawn from.

Comes in: how many skills roles list and share. Goes out: `Rings`. Refuses: more rings than an eye can tell apart; of
long lists a ring stands for several skills, since the rings are decoration and count nothing.
"""

from __future__ import annotations

from guidebuild.compose.blocks import Rings
from guidebuild.compose.text import Members

MOST = 24


def rings(id: str, slot: str, counts: tuple[int, ...], shared: int, roles: Members) -> Rings:
    """A ring per skill up to twenty-four in the longest list; beyond, fewer in the same proportion."""
    by = max(1.0, max(counts) / MOST)
    drawn = tuple(max(1, round(count / by)) if count else 0 for count in counts)
    crossed = min(max(1, round(shared / by)) if shared else 0, *drawn)
    return Rings(id, slot, drawn, crossed, roles)
