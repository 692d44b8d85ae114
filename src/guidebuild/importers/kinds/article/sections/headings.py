"""Headings told from other lines, and the words that a block opens with.

Comes in: blocks, and the names of the roles. Goes out: `Mark`s: what a heading, a line in bold or a phrase before a
list ("A nurse is responsible for:") says about what follows. Refuses: to guess: a line of plain text is a heading only
if it speaks of a topic and nothing else, or is the name of a role.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guidebuild.importers.kinds.article.page.block import Block
from guidebuild.importers.kinds.article.roles.names import Names
from guidebuild.importers.kinds.article.words.topics import LONGEST, Topic, alone, topic_of
from guidebuild.importers.meaning.wording import raised

CLOSING: frozenset[Topic] = frozenset(
    {"tips", "conclusion", "faq", "jobs", "related", "site", "contents", "reading", "compare", "fit", "intro"}
)
_BOTH: Topic = "skills and tools"
IN_BOLD = 7
PLAIN = 8  # the level of a line of text that is a heading by its words alone
LEAD_IN = 20  # deeper than any heading
_LABEL = re.compile(r"(?P<label>[^:–—.!?]{2,70}?)\s*(?::|\s[–—-])\s+(?P<rest>\S.*)", re.DOTALL)
_LEAD_WORDS = frozenset(
    """responsible include includes including following follows are is for a an the as you will would need needs
    should have has typically usually often these to and or of in on at with main key common most some generally
    must they their can may might expect expected do does be able day each both role roles job who want wants
    become use uses using used work works tasked charged commonly here what required requires require rely
    relies working find hold spend spends time share list such like day-to-day daily it s what’s regularly
    normally mainly mostly primarily several many areas things from start""".split()  # noqa: SIM905 -- words are read more easily without quotes
)
_EVERYONE = re.compile(
    r"\b(?:both|all three|all four|each role|every role|either role|shared|in common)\b", re.IGNORECASE
)


_RUN_IN = re.compile(r"(?:^|(?<=[.;!?])\s+|\n\s*)(?P<label>[A-Z][^:.;!?\n]{1,50}?)\s*:\s+")
_SAID_AT_ONCE: frozenset[Topic | None] = frozenset(
    {"tips", "conclusion"}
)  # "My tip: ...", "Bottom line: ..."
_MIXED: frozenset[Topic] = frozenset({"definition", "intro", "other", "compare", "setting"})
_SWITCHES: frozenset[tuple[Topic, Topic | None]] = frozenset(
    {
        ("education", "certificates"), ("certificates", "education"), ("outlook", "pay"), ("pay", "outlook"),
        (_BOTH, "skills"), (_BOTH, "tools"),
    }
)  # fmt: skip
_FEW_WORDS, _SHORT_WORD = 5, 3
_SPARE = 2  # words that a label in bold may have besides: "Tools I see most"
_NO_RUN_INS: frozenset[Topic] = frozenset({"tips", "faq", "jobs", "related", "site", "contents", "reading"})


@dataclass(frozen=True, slots=True)
class RunIn:
    """A part of a paragraph that has a heading of its own: "Cons: late nights"."""

    topic: Topic | None
    roles: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A block as a heading: its topic, its roles and how deep it stands."""

    topic: Topic | None
    roles: tuple[int, ...]
    level: int
    label: str = ""
    strict: bool = True


class Headings:
    """Tells headings and labels, knowing the roles."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.everyone = tuple(range(len(names.roles)))

    def mark(self, blocks: Sequence[Block], place: int) -> Mark | None:
        """The block as a heading, or None; what stands next to it tells a numbered heading from an item."""
        block = blocks[place]
        lone = block.kind == "item" and (_stands_alone(blocks, place) or _is_ticked(blocks, place))
        if block.kind == "row" or (block.kind == "item" and not lone):
            return None
        text = block.text.strip()
        sure = block.kind == "heading"
        in_bold = (
            block.kind == "text" and bool(block.strong) and block.strong.rstrip(": ") == text.rstrip(": ")
        )
        level = block.level if sure else IN_BOLD if in_bold else PLAIN
        short = len(text) <= LONGEST or sure
        if short and (mark := self._heading(text, level, sure=sure, bold=in_bold)):
            return mark
        if text.endswith(":") and block.kind == "text":
            return self.lead_in(text)
        return Mark("other", (), PLAIN, text, strict=False) if self._stands_over(blocks, place) else None

    def _stands_over(self, blocks: Sequence[Block], place: int) -> bool:
        """Whether a few words without a full stop stand by themselves between sentences or lists: "Keep in mind"."""
        block = blocks[place]
        words = block.text.split()
        if block.kind != "text" or not 0 < place < len(blocks) - 1 or len(words) > _FEW_WORDS:
            return False
        before, after = blocks[place - 1], blocks[place + 1]
        if self._over_roles(block, after):
            return True
        apart = block.line - before.last > 1 and after.line - block.last > 1
        titled = all(word[:1].isupper() for word in words if len(word) > _SHORT_WORD)
        return (
            len(words) > 1
            and (apart or titled)
            and bool(re.fullmatch(r"[A-Z][\w’'&/ -]*", block.text))
            and not self.names.named(block.text)
            and (before.kind == "item" or _is_sentence(before.text) or len(before.text.split()) > _FEW_WORDS)
            and (after.kind == "item" or _is_sentence(after.text))
        )

    def _over_roles(self, block: Block, after: Block) -> bool:
        """Whether the name of a role comes next, before a colon: so begins a section, whatever it is called."""
        label = after.text.partition(":")[0] if after.kind in ("text", "item") else ""
        apart = after.line - block.last > 1
        worded = bool(re.fullmatch(r"[A-Z][\w’'&/ -]*", block.text)) and not self.names.named(block.text)
        return apart and worded and ":" in after.text and self.names.exactly(label) is not None

    def _heading(self, text: str, level: int, *, sure: bool, bold: bool) -> Mark | None:
        exact = self.names.exactly(text.rstrip(": "))
        if exact is not None:
            return Mark(None, (exact,), level)
        named = self.names.named(text)
        bare = self.names.without(text.rstrip(": "))
        strict = alone(self._beside_a_role(text) or bare)
        topic = strict or (topic_of(bare) if sure else None)
        roles = named if len(named) == 1 else self.everyone if _EVERYONE.search(text) and topic else ()
        if topic:
            return Mark(topic, roles, level, text.rstrip(": "), strict is not None)
        if sure:
            return Mark(None, roles, level, text)
        if bold and not text.endswith("."):
            return Mark(None, roles, level, text.rstrip(": "))
        return None

    def _beside_a_role(self, text: str) -> str:
        """What stands after the name of a role and a colon: "Nurse: Skills" is a heading, "Nurse: low income" none."""
        match = _LABEL.match(text)
        return match["rest"] if match and self.names.exactly(match["label"]) is not None else ""

    def lead_in(self, text: str) -> Mark | None:
        """ "A nurse is responsible for:": says whose the list is that follows, and what it is about."""
        words = re.findall(r"[\w’'-]+|@", self.names.without(text).casefold())
        named = self.names.named(text)
        topic = topic_of(self.names.without(text)) if len(text) <= 160 else None
        heavy = [
            w for w in words if w not in _LEAD_WORDS and w != "@" and not (topic and topic_of(w) == topic)
        ]
        roles = (
            named if len(named) == 1 else self.everyone if len(named) > 1 or _EVERYONE.search(text) else ()
        )
        if len(heavy) > (3 if roles else 2):
            return None
        if not roles and not topic:
            return Mark(None, (), LEAD_IN, text.rstrip(": ")) if len(text) <= 60 else None
        return Mark(topic, roles, LEAD_IN)

    # Words that a block opens with

    def run_ins(self, text: str, topic: Topic) -> list[RunIn]:
        """The parts of a paragraph with several headings in it ("Pros: ... Cons: ..."); none if it has but one."""
        found = [(match, self._run_in(match["label"])) for match in _RUN_IN.finditer(text)]
        marks = [(match, *own) for match, own in found if own]
        if topic in _NO_RUN_INS or len(marks) < 2:
            return []
        before = text[: marks[0][0].start()].strip()
        parts = [RunIn(None, (), before)] if before else []
        ends = [match.start() for match, _, _ in marks[1:]]
        for (match, own, roles), end in zip(marks, [*ends, len(text)], strict=True):
            if said := text[match.end() : end].strip():
                parts.append(RunIn(own, roles, said))
        return parts

    def _run_in(self, label: str) -> tuple[Topic | None, tuple[int, ...]] | None:
        exact = self.names.exactly(label)
        if exact is not None:
            return None, (exact,)
        named, own = self.names.named(label), alone(self.names.without(label))
        return (own, named if len(named) == 1 else ()) if own and own not in CLOSING else None

    def head_of_list(self, block: Block, topic: Topic) -> tuple[tuple[int, ...], Topic] | None:
        """Whether an item is but the name of a role or a topic, over a list of its own."""
        text = block.text.rstrip(": ")
        exact = self.names.exactly(text)
        if exact is not None:
            return (exact,), topic
        own = alone(self.names.without(text))
        if (
            own
            and own not in CLOSING
            and topic in ("definition", "intro", "other", "compare", "setting", _BOTH)
        ):
            return (), own
        return None

    def labelled(self, block: Block, topic: Topic) -> tuple[tuple[int, ...], Topic | None, str] | None:
        """The role or topic that a block opens with: "Nurse: cares for ...", "Education: a degree ..."."""
        match = _LABEL.match(block.text)
        label, rest = (match["label"], match["rest"]) if match else ("", "")
        if block.strong and block.text.startswith(block.strong):
            label, rest = block.strong, block.text[len(block.strong) :].lstrip(" :–—→-")
        if not label or not rest:
            return None
        label = label.strip("*_ :.")
        exact = self.names.exactly(label)
        if exact is not None:
            runs_on = block.strong[-1:].isalnum() and re.match(r"\s+[a-z]", block.text[len(block.strong) :])
            return (exact,), None, block.text if runs_on else rest
        if _EVERYONE.fullmatch(label.casefold()) or label.casefold() in ("both roles", "both"):
            return self.everyone, None, rest
        named = self.names.named(label)
        runs_in = block.kind == "text" and topic not in _NO_RUN_INS and topic not in CLOSING
        own = alone(self.names.without(label), spare=_SPARE if runs_in and block.strong else 0)
        if own == "setting":
            rest = block.text  # "Hours: early mornings" is no more than "early mornings" without its label
        switches = runs_in or topic in _MIXED or (topic, own) in _SWITCHES
        at_once = block.kind == "text" and topic not in _NO_RUN_INS
        at_once = at_once or (topic == "tips" and own == "conclusion" and block.kind == "text")
        if own in _SAID_AT_ONCE and at_once and len(label.split()) <= 4:
            return named if len(named) == 1 else (), own, raised(rest)
        if own and own not in CLOSING and (switches or named):
            return named if len(named) == 1 else (), own, rest
        return None


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?"))


def _stands_alone(blocks: Sequence[Block], place: int) -> bool:
    """Whether a numbered line is a heading ("1. Definitions") and no item: no other item is next to it."""
    block = blocks[place]
    near = [*blocks[max(0, place - 1) : place], *blocks[place + 1 : place + 2]]
    return (
        block.ordered
        and not block.level
        and not any(other.text.endswith(":") for other in blocks[max(0, place - 1) : place])
        and not any(other.kind == "item" and other.ordered for other in near)
    )


def _is_ticked(blocks: Sequence[Block], place: int) -> bool:
    """Whether an item by itself over a paragraph is a heading with a sign before it: "✅ Conclusion"."""
    if not 0 < place < len(blocks) - 1:
        return False
    before, block, after = blocks[place - 1 : place + 2]
    apart = before.kind != "item" or block.line - before.last > 1
    return apart and after.kind == "text" and alone(block.text, spare=-1) in CLOSING | {"definition"}


def by_role(marks: Iterable[Mark]) -> tuple[bool, frozenset[Topic]]:
    """Whether sections are about roles: each role has one heading, and topics come again within.

    With that go the topics of one section only, where others come again for each role.
    """
    marks = list(marks)
    roles = Counter(mark.roles for mark in marks if mark.roles and not mark.topic and mark.level < LEAD_IN)
    untold = CLOSING | {"other"}
    topics = Counter(
        mark.topic for mark in marks if mark.topic and not mark.roles and mark.topic not in untold
    )
    if not roles or max(roles.values()) > 1:
        return False, frozenset()
    once = frozenset(topic for topic, count in topics.items() if topic and count == 1)
    return bool(topics) and max(topics.values()) > 1, once
