"""Where a reader of an article is: the headings that are open, what they are about and whose.

Comes in: the blocks of an article, its roles, and headings one by one. Goes out: topic, roles and label of what stands
under them; for each heading the numbers of the blocks under it. Refuses: to open a section for a line that only looks
like a heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from guidebuild.importers.kinds.article.page.block import Block
from guidebuild.importers.kinds.article.roles.names import Names
from guidebuild.importers.kinds.article.sections.headings import (
    CLOSING,
    IN_BOLD,
    PLAIN,
    Headings,
    Mark,
    by_role,
)
from guidebuild.importers.kinds.article.sections.questions import asked_about, is_lettered, parted
from guidebuild.importers.kinds.article.words.topics import Topic, alone

LEFT_OUT: dict[Topic | None, str] = {
    "related": "related articles", "site": "a part of the web site", "contents": "the table of contents",
    "reading": "the article’s own sources",
}  # fmt: skip
QUESTION = 3
"""Questions stand below all headings of their level."""
_ENDING: frozenset[Topic] = frozenset({"conclusion", "faq", "jobs"})


@dataclass(frozen=True, slots=True)
class Level:
    key: tuple[int, int]
    topic: Topic | None
    roles: tuple[int, ...]
    label: str
    block: Block | None = None
    answers: bool = False  # whether what stands here answers a question of a section of questions


class Sections:
    """The open headings, as a stack; `running` are the roles that the text under them spoke of last."""

    def __init__(self, blocks: Sequence[Block], names: Names, headings: Headings) -> None:
        self.names = names
        self.marks = {
            block.number: mark for i, block in enumerate(blocks) if (mark := headings.mark(blocks, i))
        }
        self.hanging = {
            block.number
            for before, block, after in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False)
            if before.number not in self.marks
            and block.line - before.last == 1
            and (after is None or after.line - block.last > 1)
        }
        self.role_first, self.once = by_role(self.marks.values())
        self.stack: list[Level] = []
        self.running: tuple[int, ...] = ()
        self.under: dict[int, list[int]] = {}  # for each heading the numbers of the blocks under it

    @property
    def topic(self) -> Topic | None:
        return next((level.topic for level in reversed(self.stack) if level.topic), None)

    @property
    def roles(self) -> tuple[int, ...]:
        return next((level.roles for level in reversed(self.stack) if level.roles), ())

    @property
    def label(self) -> str:
        return self.stack[-1].label if self.stack else ""

    def enter(self, block: Block, mark: Mark, *, concluding: bool = False) -> None:
        key = self._key(mark)
        if self._is_asked(block, mark):
            self.ask(block, block.text, (mark.level, QUESTION))
            return
        while self.stack and self.stack[-1].key >= key:
            self.stack.pop()
        if mark.topic and mark.topic not in LEFT_OUT and self._is_part(mark, key):
            mark = replace(mark, topic=None)
        elif mark.topic:
            mark = replace(mark, label="")
        if mark.label and mark.topic is None and not mark.roles and self._is_new_section(mark, key):
            mark = replace(mark, topic="other")
        self.stack.append(Level(key, mark.topic, mark.roles, mark.label, None if concluding else block))
        self.running = ()
        if not concluding:
            self.under[block.number] = []

    def is_content(self, block: Block, mark: Mark) -> bool:
        """Whether a line only looks like a heading: "Knowledge of the law" is a skill where skills are listed."""
        if mark.level == PLAIN and mark.topic == "other" and not self.stack:
            del self.marks[block.number]  # a name or a tag before the first section
            return True
        worded = mark.level == PLAIN and not mark.roles and mark.topic is not None
        if (
            worded
            and block.number in self.hanging
            and alone(self.names.without(block.text), spare=-1) is None
        ):
            del self.marks[block.number]  # the last line of a list without bullets
            return True
        same = mark.level == PLAIN and not mark.roles and mark.topic is not None and mark.topic == self.topic
        if same and alone(self.names.without(block.text), spare=-1) is None:
            del self.marks[block.number]
            return True
        return False

    def _is_asked(self, block: Block, mark: Mark) -> bool:
        """Whether a heading is a question of a section of questions."""
        faq = next(
            (level for level in reversed(self.stack) if level.topic == "faq" and not level.label), None
        )
        if faq is None or not block.text.rstrip(" *_").endswith("?"):
            return False
        if mark.level > faq.key[0] or mark.level >= PLAIN:
            return True
        answered = asked_about(self.names.without(block.text)) is not None
        return mark.level == IN_BOLD and (answered or mark.topic not in CLOSING)

    def ask(self, block: Block, question: str, key: tuple[int, int]) -> None:
        """What follows is about the topic of a question, where a field holds it; else it stays among the questions."""
        while self.stack and self.stack[-1].key >= key:
            self.stack.pop()
        named, topic = self.names.named(question), asked_about(self.names.without(question))
        roles = named if len(named) == 1 else ()
        self.stack.append(Level(key, topic or "faq", roles, question, block, answers=topic is not None))
        self.running = ()
        self.under[block.number] = []

    def question(self, block: Block) -> tuple[str, str] | None:
        """Question and answer of a line right under the heading of the questions, or after another such line."""
        last = self.stack[-1] if self.stack else None
        among = last and ((last.topic == "faq" and not last.label) or last.key == (PLAIN, QUESTION))
        return parted(block.text) if among or is_lettered(block.text) else None

    def _is_part(self, mark: Mark, key: tuple[int, int]) -> bool:
        """Whether a heading is that of a tip, or of a part of a section, though its words could name a topic."""
        above = [level.topic for level in self.stack if level.topic and level.key[0] < key[0]]
        return (
            bool(above)
            and not mark.roles
            and (not mark.strict or (above[-1] in ("tips", "faq") and mark.topic not in _ENDING))
        )

    def _is_new_section(self, mark: Mark, key: tuple[int, int]) -> bool:
        """A heading that says nothing we know is one of a part of a section, if it stands lower than the section."""
        return not any(level.topic and level.key[0] < key[0] for level in self.stack) and mark.level < 7

    def _key(self, mark: Mark) -> tuple[int, int]:
        if mark.topic and not mark.roles:
            closing = mark.topic in CLOSING and not (mark.topic == "intro" and self.roles)
            below = 1 if self.role_first and not closing and mark.topic not in self.once else 0
        elif mark.roles and not mark.topic:
            # "Nurse" may be a part of "Skills"; "Nurses on the night shift" beside it is a section of its own.
            below = 0 if self.role_first or mark.label else 1
        else:
            below = 0 if mark.topic else 2
        return (mark.level, below)

    def here(self) -> tuple[Topic, tuple[int, ...], str]:
        topic: Topic = self.topic or ("definition" if self.roles else "intro")
        return topic, self.roles, self.label

    def section_level(self) -> int:
        return self.stack[0].key[0] if self.stack else PLAIN
