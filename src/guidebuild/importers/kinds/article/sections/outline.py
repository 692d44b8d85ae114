"""From blocks to passages: what every piece of an article is about, and whose it is.

Comes in: the blocks of an article without debris, and the names of its roles. Goes out: `Passage`s: topic, roles and
words of each piece, in order. What speaks of no role is handed on as such.

Sections may be ordered by topic (and in each a heading, a phrase or a paragraph per role), or by role (and in each a
heading per topic). The level of a heading says how it is; where all headings look alike, what repeats stands lower.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from guidebuild.importers.kinds.article.fields.duties import begins_a_duty
from guidebuild.importers.kinds.article.fields.outlook import is_advice, is_imperative
from guidebuild.importers.kinds.article.page.block import Block, Ledger
from guidebuild.importers.kinds.article.roles.names import Names
from guidebuild.importers.kinds.article.sections.attribution import Said, attributed
from guidebuild.importers.kinds.article.sections.headings import (
    CLOSING,
    LEAD_IN,
    PLAIN,
    Headings,
    Mark,
    RunIn,
)
from guidebuild.importers.kinds.article.sections.implied import (
    is_quoted,
    parted_by_topic,
    says_nothing,
    says_the_same,
    topic_of_phrase,
    topics_of_lists,
)
from guidebuild.importers.kinds.article.sections.passage import Passage
from guidebuild.importers.kinds.article.sections.questions import answer, is_bare, without_letters
from guidebuild.importers.kinds.article.sections.stack import LEFT_OUT, QUESTION, Level, Sections
from guidebuild.importers.kinds.article.sections.tables import Setting, table_passages
from guidebuild.importers.kinds.article.words.closing import opens_as_the_last_word
from guidebuild.importers.kinds.article.words.prose import sentences
from guidebuild.importers.kinds.article.words.topics import Topic

_AS_ONE: frozenset[Topic] = frozenset(
    {"conclusion", "tips", "contents", "related", "site", "reading", "jobs", "intro", "compare"}
)


class Outline:
    """The way through an article: `passages` first; `settle` when all of them have been used."""

    def __init__(self, blocks: Sequence[Block], names: Names, ledger: Ledger) -> None:
        blocks = without_letters(blocks)
        self.blocks, self.names, self.ledger = blocks, names, ledger
        self.everyone = tuple(range(len(names.roles)))
        self.headings = Headings(names)
        self.at = Sections(blocks, names, self.headings)
        structure = (b.number for b in blocks if b.kind != "text" or b.number in self.at.marks)
        self.last_structure = max(structure, default=-1)
        self.after_list = False
        self.implied = topics_of_lists(blocks)
        self.told: set[int] = set()  # roles of which the text has begun to tell
        # Whether nothing but running text says what is about what.
        told = [m for m in self.at.marks.values() if m.roles or m.topic not in CLOSING | {"other", None}]
        self.plain = not told

    def passages(self) -> Iterator[Passage]:
        for passage in self._all():
            for level in self.at.stack:
                if level.block:
                    self.at.under[level.block.number].append(passage.block.number)
            yield passage

    def settle(self) -> None:
        """A heading goes where that goes which stands under it; if nothing does, it is left out."""
        for block in self.blocks:
            if block.number not in self.at.under:
                continue
            below = self.at.under[block.number]
            mark = self.at.marks.get(block.number)
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
            mark = self.at.marks.get(block.number)
            asks = mark is not None and mark.topic == "faq"
            if block.number in self.at.under and (asks or self.ledger.lost(block)):
                for number in (*self.at.under[block.number], block.number):
                    self.ledger.together.setdefault(number, block.number)
                first = min(self.at.under[block.number], default=block.number)
                self.ledger.together[block.number] = self.ledger.together[first]

    def _all(self) -> Iterator[Passage]:
        place = 0
        while place < len(self.blocks):
            block = self.blocks[place]
            mark = self.at.marks.get(block.number)
            if mark and self.at.is_content(block, mark):
                mark = None
            if block.kind == "row":
                rows = self._rows(place)
                here = Setting(self.names, self.at.topic or "compare", self.at.roles, self.ledger)
                yield from table_passages(rows, here)
                place += len(rows)
                continue
            if mark:
                self.at.enter(block, mark)
            elif block.kind == "item":
                children = self._children(place)
                if asked := self.at.question(block):
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

    # Words

    def _children(self, place: int) -> list[Block]:
        level = self.blocks[place].level
        found = []
        for number in range(place + 1, len(self.blocks)):  # a slice would copy the rest for each item
            block = self.blocks[number]
            if block.kind != "item" or block.level <= level or block.number in self.at.marks:
                break
            found.append(block)
        return found

    def _item(self, block: Block, children: list[Block]) -> Iterator[Passage]:
        topic, roles, label = self.at.here()
        implied = self.implied.get(block.number, topic)
        if roles and (not self.at.topic or (topic in ("setting", "other") and implied in ("good", "bad"))):
            topic = implied
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
            nobody = topic == "other" and not named  # of whom an unknown heading speaks is not known
            roles = named if len(named) == 1 else () if nobody else self.everyone
        if len(roles) > 1 and not children and (halves := self._contrasted(text)):
            yield from (Passage(topic, said.roles, said.text, block, "text", label) for said in halves)
            return
        if topic == "education" and block.ordered and len(roles) != 1 and _is_step(block, text):
            topic = "tips"  # steps under "How to become ..." that are for everybody
        yield Passage(topic, roles, text, block, "item", label, inner)
        for child in children:
            self.ledger.place(child, topic)

    def _text(self, block: Block) -> Iterator[Passage]:
        while self.at.stack and self.at.stack[-1].key[0] == LEAD_IN and self.after_list:
            self.at.stack.pop()
        topic, roles, label = self.at.here()
        if (
            not self.names.named(block.text)
            and not self.headings.labelled(block, topic)
            and (says_nothing(block.text, topic) or is_quoted(block.text, topic))
        ):
            self.ledger.leave(block)
            return
        if self._concludes(block, topic):
            self.at.enter(block, Mark("conclusion", (), min(self.at.section_level(), PLAIN)), concluding=True)
            topic, roles, label = self.at.here()
        if asked := self.at.question(block):
            yield from self._answered(block, *asked)
            return
        if self.at.stack and self.at.stack[-1].answers and is_bare(block.text, topic):
            self.at.stack[-1] = replace(self.at.stack[-1], topic="faq", answers=False)
            topic = "faq"
        block, lead = self._without_lead_in(block)
        yield from self._attributed(block, topic, roles, label)
        if lead:
            self.at.stack.append(Level((LEAD_IN, 0), lead.topic, lead.roles or self.at.running, lead.label))

    def _answered(self, block: Block, question: str, said: str) -> Iterator[Passage]:
        """A question in a line of text, perhaps with its answer behind it."""
        self.at.ask(block, question, (PLAIN, QUESTION))
        if said and is_bare(said, self.at.here()[0]):
            self.at.stack[-1] = replace(self.at.stack[-1], topic="faq", answers=False)
        if said:
            yield from self._attributed(replace(block, text=said), *self.at.here())

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
            self.at.running = found[0] or roles
            if topic == "other":
                topic = topic_of_phrase(found[2]) or topic
            halves = [] if self.at.running else self._contrasted(found[2])
            for said in halves or [Said(self.at.running, found[2])]:
                yield Passage(found[1] or topic, said.roles, said.text, block, "text", label)
            return
        untold = self.at.topic == "other" or (roles and not self.at.topic)
        if untold or (self.plain and not self.at.stack):
            if is_advice(block.text):
                yield Passage("tips", (), block.text, block, "item")
                return
            yield from self._told(block, topic, roles, label)
            return
        if roles or topic in _AS_ONE:
            yield Passage(topic, roles, block.text, block, "text", label)
            return
        text, answers = block.text, any(level.answers for level in self.at.stack)
        for said in attributed(answer(text) if answers else text, self.names, self.at.running):
            self.at.running = said.roles
            whose = said.roles or (self.everyone if answers else ())
            yield Passage(topic, whose, said.text, block, "text", label)

    def _run_in(
        self, block: Block, parts: Sequence[RunIn], roles: tuple[int, ...], kind: Literal["item", "text"]
    ) -> Iterator[Passage]:
        """A paragraph in which words before colons are its headings: "Pros: ... Cons: ..."."""
        topic: Topic = self.at.here()[0]
        for part in parts:
            roles, topic = part.roles or roles or self.at.running, part.topic or topic
            yield Passage(
                topic, roles or self.everyone, part.text, replace(block, text=part.text, strong=""), kind
            )

    def _contrasted(self, text: str) -> list[Said]:
        """What is said of each role by itself, where a text sets them against one another; else nothing."""
        parts = attributed(text, self.names)
        return parts if len(parts) > 1 and all(len(said.roles) == 1 for said in parts) else []

    def _told(self, block: Block, topic: Topic, roles: tuple[int, ...], label: str) -> Iterator[Passage]:
        """A paragraph under no heading but the name of a role, if that: each sentence says what it is about."""
        said = [Said(roles, block.text)] if roles else attributed(block.text, self.names, self.at.running)
        opens = said[0].roles if said else ()
        last: Topic | None = None
        for part in said:
            self.at.running = part.roles
            one = len(part.roles) == 1
            new = part.roles == opens or not set(part.roles) <= self.told
            own: Topic = "definition" if one and new and topic != "other" else topic
            for about, text in parted_by_topic(
                part.text, self.names, first=bool(set(part.roles) - self.told)
            ):
                about = last = last if says_the_same(text) else about
                whose = part.roles if about or own != "intro" else ()
                yield Passage(about or own, whose, text, block, "text", label)
            self.told |= set(part.roles) if one else set()

    def _concludes(self, block: Block, topic: Topic) -> bool:
        """Whether a paragraph is the last word although no heading says so: after a list of tips, or at the end."""
        at_end = block.number == self.blocks[-1].number
        if at_end and topic == "intro" and not self.at.stack and 0 <= self.last_structure < block.number:
            return True  # after a table, or a list, that had no heading
        if topic == "intro" and not (self.plain and at_end):
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
    return bool(block.strong) or is_imperative(text) or (text.endswith(".") and begins_a_duty(text))
