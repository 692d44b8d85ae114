"""From blocks to passages: what every piece of an article is about, and whose it is.

Comes in: the blocks of an article without debris, and the names of its roles. Goes out: `Passage`s: topic, roles and
words of each piece, in order. Refuses: nothing; what speaks of no role is handed on as such.

Sections may be ordered by topic (and in each a heading, a phrase or a paragraph per role), or by role (and in each a
heading per topic). The level of a heading says how it is; where all headings look alike, what repeats stands lower.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from guidebuild.importers.article.attribution import Said, attributed
from guidebuild.importers.article.block import Block, Ledger
from guidebuild.importers.article.closing import opens_as_the_last_word
from guidebuild.importers.article.headings import CLOSING, IN_BOLD, LEAD_IN, PLAIN, Headings, Mark, RunIn
from guidebuild.importers.article.implied import parted_by_topic, says_nothing, topics_of_lists
from guidebuild.importers.article.names import Names
from guidebuild.importers.article.outlook import is_imperative
from guidebuild.importers.article.passage import Passage
from guidebuild.importers.article.prose import sentences
from guidebuild.importers.article.questions import answer, asked_about, is_bare, parted
from guidebuild.importers.article.tables import Setting, table_passages
from guidebuild.importers.article.topics import Topic

LEFT_OUT: dict[Topic | None, str] = {
    "related": "related articles", "site": "a part of the web site", "contents": "the table of contents",
    "reading": "the article’s own sources",
}  # fmt: skip
_AS_ONE: frozenset[Topic] = frozenset(
    {"conclusion", "tips", "contents", "related", "site", "reading", "jobs", "intro", "compare"}
)
_QUESTION = 3
"""Questions stand below all headings of their level."""
_ENDING: frozenset[Topic] = frozenset({"conclusion", "faq", "jobs"})


@dataclass(frozen=True, slots=True)
class _Level:
    key: tuple[int, int]
    topic: Topic | None
    roles: tuple[int, ...]
    label: str
    block: Block | None = None
    answers: bool = False  # whether what stands here answers a question of a section of questions


class Outline:
    """The way through an article: `passages` first; `settle` when all of them have been used."""

    def __init__(self, blocks: Sequence[Block], names: Names, ledger: Ledger) -> None:
        self.blocks, self.names, self.ledger = blocks, names, ledger
        self.everyone = tuple(range(len(names.roles)))
        self.headings = Headings(names)
        self.marks = {
            block.number: mark for i, block in enumerate(blocks) if (mark := self.headings.mark(blocks, i))
        }
        # Topics of one section only, where others come again for each role.
        self.once: frozenset[Topic] = frozenset()
        self.role_first = self._is_by_role()
        structure = (b.number for b in blocks if b.kind != "text" or b.number in self.marks)
        self.last_structure = max(structure, default=-1)
        self.stack: list[_Level] = []
        self.running: tuple[int, ...] = ()
        self.after_list = False
        self.implied = topics_of_lists(blocks)
        self.told: set[int] = set()  # roles of which the text has begun to tell
        # Whether nothing but running text says what is about what.
        self.plain = not any(m.roles or (m.topic and m.topic not in CLOSING) for m in self.marks.values())
        self.under: dict[int, list[int]] = {}  # for each heading the numbers of the blocks under it

    def passages(self) -> Iterator[Passage]:
        for passage in self._all():
            for level in self.stack:
                if level.block:
                    self.under[level.block.number].append(passage.block.number)
            yield passage

    def settle(self) -> None:
        """A heading goes where that goes which stands under it; if nothing does, it is left out."""
        for block in self.blocks:
            if block.number not in self.under:
                continue
            below = self.under[block.number]
            mark = self.marks.get(block.number)
            left_out = LEFT_OUT.get(mark.topic) if mark else None
            if left_out or not below:
                nothing = "a heading with nothing under it" if mark else "a question without an answer"
                self.ledger.drop(block, left_out or nothing)
            elif any(number in self.ledger.placed for number in below):
                self.ledger.place(block, "heading")
            elif all(number in self.ledger.dropped for number in below):
                self.ledger.drop(block, self.ledger.dropped[below[0]])
        self._gather()

    def _gather(self) -> None:
        """What found no place under one heading, and that heading, are reported together; so are all questions."""
        for block in self.blocks:
            mark = self.marks.get(block.number)
            asks = mark is not None and mark.topic == "faq"
            if block.number in self.under and (asks or self.ledger.lost(block)):
                for number in (*self.under[block.number], block.number):
                    self.ledger.together.setdefault(number, block.number)
                first = min(self.under[block.number], default=block.number)
                self.ledger.together[block.number] = self.ledger.together[first]

    def _all(self) -> Iterator[Passage]:
        place = 0
        while place < len(self.blocks):
            block = self.blocks[place]
            mark = self.marks.get(block.number)
            if block.kind == "row":
                rows = self._rows(place)
                here = Setting(self.names, self.topic or "compare", self.roles, self.ledger)
                yield from table_passages(rows, here)
                place += len(rows)
                continue
            if mark:
                self._enter(block, mark)
            elif block.kind == "item":
                children = self._children(place)
                if asked := self._question(block):
                    yield from self._answered(block, *asked)
                    for child in children:
                        yield from self._item(child, [])
                else:
                    yield from self._item(block, children)
                place += len(children)
            else:
                yield from self._text(block)
            self.after_list = block.kind == "item"
            place += 1

    # Where we are

    @property
    def topic(self) -> Topic | None:
        return next((level.topic for level in reversed(self.stack) if level.topic), None)

    @property
    def roles(self) -> tuple[int, ...]:
        return next((level.roles for level in reversed(self.stack) if level.roles), ())

    @property
    def label(self) -> str:
        return self.stack[-1].label if self.stack else ""

    def _enter(self, block: Block, mark: Mark, *, concluding: bool = False) -> None:
        key = self._key(mark)
        if self._is_asked(block, mark):
            self._ask(block, block.text, (mark.level, _QUESTION))
            return
        while self.stack and self.stack[-1].key >= key:
            self.stack.pop()
        if mark.topic and mark.topic not in LEFT_OUT and self._is_part(mark, key):
            mark = replace(mark, topic=None)
        elif mark.topic:
            mark = replace(mark, label="")
        if mark.label and mark.topic is None and not mark.roles and self._is_new_section(mark, key):
            mark = replace(mark, topic="other")
        self.stack.append(_Level(key, mark.topic, mark.roles, mark.label, None if concluding else block))
        self.running = ()
        if not concluding:
            self.under[block.number] = []

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

    def _ask(self, block: Block, question: str, key: tuple[int, int]) -> None:
        """What follows is about the topic of a question, where a field holds it; else it stays among the questions."""
        while self.stack and self.stack[-1].key >= key:
            self.stack.pop()
        named, topic = self.names.named(question), asked_about(self.names.without(question))
        roles = named if len(named) == 1 else ()
        self.stack.append(_Level(key, topic or "faq", roles, question, block, answers=topic is not None))
        self.running = ()
        self.under[block.number] = []

    def _question(self, block: Block) -> tuple[str, str] | None:
        """Question and answer of a line right under the heading of the questions, or after another such line."""
        last = self.stack[-1] if self.stack else None
        among = last and ((last.topic == "faq" and not last.label) or last.key == (PLAIN, _QUESTION))
        return parted(block.text) if among else None

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
            below = 0 if self.role_first else 1
        else:
            below = 0 if mark.topic else 2
        return (mark.level, below)

    def _is_by_role(self) -> bool:
        """Whether sections are about roles: each role has one heading, and topics come again within."""
        marks = list(self.marks.values())
        roles = Counter(
            mark.roles for mark in marks if mark.roles and not mark.topic and mark.level < LEAD_IN
        )
        topics = Counter(
            mark.topic for mark in marks if mark.topic and not mark.roles and mark.topic not in CLOSING
        )
        if not roles or max(roles.values()) > 1:
            return False
        self.once = frozenset(topic for topic, count in topics.items() if topic and count == 1)
        return bool(topics) and max(topics.values()) > 1

    # Words

    def _children(self, place: int) -> list[Block]:
        level = self.blocks[place].level
        found = []
        for block in self.blocks[place + 1 :]:
            if block.kind != "item" or block.level <= level or block.number in self.marks:
                break
            found.append(block)
        return found

    def _item(self, block: Block, children: list[Block]) -> Iterator[Passage]:
        topic, roles, label = self._here()
        if roles and not self.topic:
            topic = self.implied.get(block.number, topic)
        text = block.text
        if not children and (parts := self.headings.run_ins(text, topic)):
            yield from self._run_in(block, parts, roles, "item")
            return
        found = self.headings.labelled(block, topic)
        if found:
            roles, topic, text = found[0] or roles, found[1] or topic, found[2]
        if children and (whose := self.headings.head_of_list(block, topic)):
            for child in children:
                yield Passage(whose[1], whose[0] or roles, child.text, child, "item", label)
            self.ledger.place(block, "heading")
            return
        inner = tuple(child.text for child in children)
        if topic in ("intro", "contents") and not found:
            inner = ()
        if not roles and topic not in ("tips", "faq", "contents", "related", "site", "reading", "jobs"):
            named = self.names.named(text)
            roles = named if len(named) == 1 else self.everyone
        if topic == "education" and block.ordered and len(roles) != 1 and _is_step(block, text):
            topic = "tips"  # steps under "How to become ..." that are for everybody
        yield Passage(topic, roles, text, block, "item", label, inner)
        for child in children:
            self.ledger.place(child, topic)

    def _here(self) -> tuple[Topic, tuple[int, ...], str]:
        topic: Topic = self.topic or ("definition" if self.roles else "intro")
        return topic, self.roles, self.label

    def _text(self, block: Block) -> Iterator[Passage]:
        while self.stack and self.stack[-1].key[0] == LEAD_IN and self.after_list:
            self.stack.pop()
        topic, roles, label = self._here()
        if (
            not self.names.named(block.text)
            and not self.headings.labelled(block, topic)
            and says_nothing(block.text, topic)
        ):
            self.ledger.leave(block)
            return
        if self._concludes(block, topic):
            self._enter(block, Mark("conclusion", (), min(self._section_level(), PLAIN)), concluding=True)
            topic, roles, label = self._here()
        if asked := self._question(block):
            yield from self._answered(block, *asked)
            return
        if self.stack and self.stack[-1].answers and is_bare(block.text, topic):
            self.stack[-1] = replace(self.stack[-1], topic="faq", answers=False)
            topic = "faq"
        block, lead = self._without_lead_in(block)
        yield from self._attributed(block, topic, roles, label)
        if lead:
            self.stack.append(_Level((LEAD_IN, 0), lead.topic, lead.roles or self.running, lead.label))

    def _answered(self, block: Block, question: str, said: str) -> Iterator[Passage]:
        """A question in a line of text, perhaps with its answer behind it."""
        self._ask(block, question, (PLAIN, _QUESTION))
        if said and is_bare(said, self._here()[0]):
            self.stack[-1] = replace(self.stack[-1], topic="faq", answers=False)
        if said:
            yield from self._attributed(replace(block, text=said), *self._here())

    def _without_lead_in(self, block: Block) -> tuple[Block, Mark | None]:
        """A paragraph may end in "They usually:", which is about the list that follows."""
        *said, last = sentences(block.text) or [""]
        lead = self.headings.lead_in(last) if said and last.endswith(":") else None
        return (replace(block, text=" ".join(said)), lead) if lead else (block, None)

    def _attributed(
        self, block: Block, topic: Topic, roles: tuple[int, ...], label: str
    ) -> Iterator[Passage]:
        if parts := self.headings.run_ins(block.text, topic):
            yield from self._run_in(block, parts, roles, "text")
            return
        found = self.headings.labelled(block, topic)
        if found:
            self.running = found[0] or roles
            yield Passage(found[1] or topic, self.running, found[2], block, "text", label)
            return
        if (roles and self.topic in (None, "other")) or (self.plain and not self.stack):
            yield from self._told(block, topic, roles, label)
            return
        if roles or topic in _AS_ONE:
            yield Passage(topic, roles, block.text, block, "text", label)
            return
        text, answers = block.text, any(level.answers for level in self.stack)
        for said in attributed(answer(text) if answers else text, self.names, self.running):
            self.running = said.roles
            whose = said.roles or (self.everyone if answers else ())
            yield Passage(topic, whose, said.text, block, "text", label)

    def _run_in(
        self, block: Block, parts: Sequence[RunIn], roles: tuple[int, ...], kind: Literal["item", "text"]
    ) -> Iterator[Passage]:
        """A paragraph in which words before colons are its headings: "Pros: ... Cons: ..."."""
        topic: Topic = self._here()[0]
        for part in parts:
            roles, topic = part.roles or roles or self.running, part.topic or topic
            yield Passage(
                topic, roles or self.everyone, part.text, replace(block, text=part.text, strong=""), kind
            )

    def _told(self, block: Block, topic: Topic, roles: tuple[int, ...], label: str) -> Iterator[Passage]:
        """A paragraph under no heading but the name of a role, if that: each sentence says what it is about."""
        parts = [Said(roles, block.text)] if roles else attributed(block.text, self.names, self.running)
        opens = parts[0].roles if parts else ()
        for part in parts:
            self.running = part.roles
            one = len(part.roles) == 1
            own: Topic = "definition" if one and part.roles == opens else topic
            for about, text in parted_by_topic(
                part.text, self.names, first=bool(set(part.roles) - self.told)
            ):
                whose = part.roles if about or own != "intro" else ()
                yield Passage(about or own, whose, text, block, "text", label)
            self.told |= set(part.roles) if one else set()

    def _section_level(self) -> int:
        return self.stack[0].key[0] if self.stack else PLAIN

    def _concludes(self, block: Block, topic: Topic) -> bool:
        """Whether a paragraph is the last word although no heading says so: after a list of tips, or at the end."""
        if topic == "intro" and not (self.plain and block.number == self.blocks[-1].number):
            return False
        if topic in ("conclusion", "contents", "related", "site", "jobs") or len(block.text) < 80:
            return False
        opens = opens_as_the_last_word(block.text)
        named = len(self.names.named(block.text)) > 1
        if topic == "tips" and self.after_list:
            return opens or named
        last = block.number > self.last_structure
        return (
            last
            and opens
            and (named or self.plain or topic in ("tips", "faq", "fit", "outlook", "compare", "pay"))
        )

    def _rows(self, place: int) -> list[Block]:
        first = self.blocks[place]
        rows = []
        for block in self.blocks[place:]:
            if block.kind != "row" or block.table != first.table:
                break
            rows.append(block)
        return rows


def _is_step(block: Block, text: str) -> bool:
    return bool(block.strong) or is_imperative(text)
