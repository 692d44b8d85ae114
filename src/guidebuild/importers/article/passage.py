"""`Passage`: words of an article with what they are about and whose they are.

Comes in: nothing. Goes out: the type. Refuses: nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guidebuild.importers.article.block import Block
from guidebuild.importers.article.topics import Topic


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with a topic. `roles` is empty where they speak of none in particular. `label` is what stood over or before
    them; `children` are the items of a list inside an item.
    """

    topic: Topic
    roles: tuple[int, ...]
    text: str
    block: Block
    kind: Literal["item", "text", "cell"]
    label: str = ""
    children: tuple[str, ...] = ()
