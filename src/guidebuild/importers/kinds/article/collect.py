"""Passages to what each role is, what holds for all, and tips.

Comes in: passages, the names and the project's vocabulary. Goes out: a `RoleText` for each role with what its fields
are made of, the leads of the guide's sections, and tips. Refuses: passages of topics that no field holds (questions and
answers); these stay unplaced.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from guidebuild.importers.kinds.article.fields.duties import FEWEST, duties_of
from guidebuild.importers.kinds.article.fields.education import beside_degrees, speaks_of_degrees
from guidebuild.importers.kinds.article.fields.skills import skills_in, without_need
from guidebuild.importers.kinds.article.fields.tools import (
    industries_in,
    names_are_short,
    tools_in,
    without_subject,
)
from guidebuild.importers.kinds.article.found import Collected, RoleText
from guidebuild.importers.kinds.article.page.block import Ledger
from guidebuild.importers.kinds.article.roles.names import Names
from guidebuild.importers.kinds.article.sections.implied import (
    asks_for_a_licence,
    speaks_of_demand,
    speaks_of_pay,
)
from guidebuild.importers.kinds.article.sections.passage import (
    Passage,
    in_one,
    liked,
    lines_of,
    points,
    titled,
)
from guidebuild.importers.kinds.article.sections.signposts import without_signposts
from guidebuild.importers.kinds.article.sections.stack import LEFT_OUT
from guidebuild.importers.kinds.article.tips import tips_of
from guidebuild.importers.kinds.article.words.products import is_product
from guidebuild.importers.kinds.article.words.prose import has_commas, items, sentences
from guidebuild.importers.kinds.article.words.topics import topic_of
from guidebuild.importers.meaning.wording import raised
from guidebuild.model.matching import SkillNames

_FOCUS = re.compile(r"(?:main |core |primary |key )?focus", re.IGNORECASE)
_NAME = 4  # words of a certificate among others
_SENTENCE = 14  # a bullet of more words about certificates is no name


class Collector:
    """Takes passages one by one and puts each where it belongs."""

    def __init__(self, names: Names, vocabulary: SkillNames, ledger: Ledger) -> None:
        self.names, self.vocabulary, self.ledger = names, vocabulary, ledger
        self.found = Collected(tuple(RoleText() for _ in names.roles))

    def collect(self, passages: Iterable[Passage], before_lists: Container[int] = ()) -> Collected:
        """`before_lists` are the numbers of the blocks of text that a list follows."""
        passages = self._of_content(passages, before_lists)
        self._tips([passage for passage in passages if passage.topic == "tips"])
        for passage in map(self._of_the_one, passages):
            if passage.topic != "tips" and self._put(passage):
                self.ledger.place(passage.block, passage.topic)
        for role in self.found.roles:
            if not role.duties:
                self._duties_within(role)
        return self.found

    def _of_content(self, passages: Iterable[Passage], before_lists: Container[int]) -> list[Passage]:
        """The passages without the words that only lead through the article."""
        kept = []
        for passage in passages:
            told = without_signposts(passage, list_follows=passage.block.number in before_lists)
            if told is None:
                self.ledger.drop(passage.block, "words that lead through the article")
            else:
                kept.append(told)
        return kept

    def _is_said(self, passage: Passage) -> bool:
        """Whether the label of a cell says no more than its topic does."""
        label = passage.label.rstrip("? ")
        told = passage.topic == "education" and topic_of(label) in ("education", "certificates")
        return told or passage.text.startswith(label) or bool(_BARE.fullmatch(passage.label))

    def _duties_within(self, role: RoleText) -> None:
        """Where no section lists duties, sentences of the definition that string some together do."""
        kept: list[tuple[str, int]] = []
        for text, line in role.definition:
            first, *rest = sentences(text) or [text]
            found = {said: duties_of(said, self.names.without(said)) for said in rest}
            role.duties += [("", duty, line) for ds in found.values() if len(ds) >= FEWEST for duty in ds]
            kept.append((" ".join([first, *(said for said, ds in found.items() if len(ds) < FEWEST)]), line))
        role.definition = kept

    def _tips(self, passages: Sequence[Passage]) -> None:
        self.found.tips_lead, self.found.tips = tips_of(passages, self.names)
        for passage in passages:
            self.ledger.place(passage.block, "tips")

    def _of_the_one(self, passage: Passage) -> Passage:
        """In an article about one role everything is about it, and there is no guide to hold the rest."""
        if len(self.found.roles) > 1 or passage.topic in LEFT_OUT:
            return passage
        general = passage.topic in ("conclusion", "compare", "other", "fit")
        return replace(passage, roles=(0,), topic="other" if general else passage.topic)

    def _put(self, passage: Passage) -> bool:
        """Whether the passage has found a place."""
        topic = passage.topic
        if topic in LEFT_OUT:
            self._links(passage)
            self.ledger.drop(passage.block, LEFT_OUT[topic])
            return False
        if topic in ("faq", "jobs"):
            return False
        if topic == "conclusion" or (topic == "fit" and not self._of_one(passage)):
            self.found.conclusion += lines_of(passage)
            return True
        if topic == "intro" and not self._of_one(passage):
            self.found.intro += lines_of(passage)
            return True
        if topic == "compare" or not passage.roles:
            return self._for_all(passage)
        for role in passage.roles:
            self._role(passage, self.found.roles[role])
        return True

    def _of_one(self, passage: Passage) -> bool:
        return 0 < len(passage.roles) < len(self.found.roles) or len(self.found.roles) == 1

    def _for_all(self, passage: Passage) -> bool:
        """What is said of no role in particular: outlook and degrees are everybody's, the rest leads the comparison."""
        if passage.topic == "other":
            return False
        if passage.topic in ("outlook", "pay", "education", "certificates"):
            for role in self.found.roles:
                self._role(passage, role)
            return True
        target = self.found.intro if passage.topic == "definition" else self.found.compare
        target += lines_of(passage)
        return True

    # Fields of a role

    def _role(self, passage: Passage, role: RoleText) -> None:
        line = passage.block.line
        match passage.topic:
            case "definition" | "intro":
                if passage.kind == "cell" and _FOCUS.fullmatch(passage.label) and not role.focus:
                    role.focus = (passage.text, line)
                else:
                    role.definition += [(raised(text), at) for text, at in lines_of(passage)]
            case "responsibilities":
                duties = self._duties(passage)
                role.duties += duties
                if passage.kind == "cell" and len(duties) == 1 and _DO.fullmatch(passage.label):
                    role.whole.add(line)
                if passage.kind == "text" and len(duties) == len(sentences(passage.text)):
                    role.prose.add(line)
            case "skills":
                self._skills(passage, role)
            case "useful skills":
                self._skills(passage, role, useful=True)
            case "education":
                for text, line in self._spilled(passage):
                    self._schooling(text, line, role)
            case "certificates":
                self._certificates(passage, role)
            case "skills and tools":
                self._skills(passage, role)
                self._products(passage, role)
            case "tools":
                self._tools(passage, role)
            case "industries":
                self._industries(passage, role)
            case "outlook":
                role.outlook += self._spilled(passage)
            case "pay" if passage.kind == "text":
                self._pay(passage, role)
            case "pay":
                role.pay += self._spilled(passage)
            case "setting":
                self._setting(passage, role)
            case "fit" | "good":
                role.fits += [(liked(point), line) for point in points(passage)]
            case "bad":
                role.doubts += [(point, line) for point in points(passage)]
            case _:
                role.more += self._spilled(passage)

    def _spilled(self, passage: Passage) -> list[tuple[str, int]]:
        lines = lines_of(passage)
        if passage.kind == "cell" and passage.label and not self._is_said(passage):
            return [(f"{passage.label}: {lines[0][0]}", lines[0][1]), *lines[1:]]
        return lines

    def _pay(self, passage: Passage, role: RoleText) -> None:
        """ "Pay and prospects": what is said of demand alone is the outlook."""
        for text, line in lines_of(passage):
            said = sentences(text)
            demand = [one for one in said if speaks_of_demand(one)]
            role.outlook += [(one, line) for one in demand]
            rest = " ".join(one for one in said if one not in demand)
            if rest:
                (role.pay if speaks_of_pay(rest) else role.more).append((rest, line))

    def _duties(self, passage: Passage) -> list[tuple[str, str, int]]:
        line = passage.block.line
        if passage.children:
            return [(passage.text.rstrip(": "), in_one(passage.children), line)]
        if passage.kind == "cell" and ";" in passage.text:
            return [("", part, line) for part in items(passage.text) if part]
        own = passage.kind == "item" and passage.text.strip() == passage.block.text.strip()
        if own or (passage.kind == "item" and titled(passage)[0]):
            title, text = titled(passage)
            return [(title, text, line)]
        return [
            ("", duty, line)
            for sentence in ([passage.text] if passage.kind == "cell" else sentences(passage.text))
            for duty in duties_of(sentence, self.names.without(sentence))
        ]

    def _skills(self, passage: Passage, role: RoleText, *, useful: bool = False) -> None:
        line = passage.block.line
        texts = (
            [passage.text, *passage.children]
            if not passage.text.rstrip().endswith(":")
            else [*passage.children]
        )
        for text in texts or [passage.text]:
            if speaks_of_degrees(text):
                self._schooling(text, line, role)
                continue
            for part in sentences(text) if passage.kind == "text" else [text]:
                if asks_for_a_licence(part):
                    role.education.append((part, line))
                    continue
                if part.endswith("?"):
                    continue  # "What do you need?"
                found = skills_in(part, self.vocabulary, self.names.without(part))
                role.skills += [(replace(use, level="useful") if useful else use, line) for use in found]

    def _schooling(self, text: str, line: int, role: RoleText) -> None:
        """Degrees, and the qualities that a sentence asks for besides them."""
        role.education.append((text, line))
        for sentence in sentences(text) if speaks_of_degrees(text) else ():
            for asked in beside_degrees(without_need(sentence, self.names.without(sentence))):
                role.skills += [(use, line) for use in skills_in(asked, self.vocabulary)]

    def _certificates(self, passage: Passage, role: RoleText) -> None:
        line = passage.block.line
        short = len(passage.text.split()) <= _SENTENCE and passage.kind != "text"
        if not short:
            role.education += lines_of(passage)
            return
        listed = items(passage.text)
        are_names = has_commas(passage.text) and all(len(part.split()) <= _NAME for part in listed)
        names = listed if passage.kind == "cell" or are_names else [passage.text]
        role.certificates += [(name, line) for name in (*names, *passage.children)]

    def _tools(self, passage: Passage, role: RoleText) -> None:
        line = passage.block.line
        if passage.kind != "text":
            label = passage.label if passage.kind == "item" else ""
            role.tools += [(tool, line) for tool in tools_in(passage.text, label, passage.children)]
            return
        for sentence in sentences(passage.text):
            listed = without_subject(sentence, self.names.without(sentence)) or (
                sentence if self._is_list(sentence) else ""
            )
            found = tools_in(listed) if listed else []
            if found and names_are_short(found):
                role.tools += [(tool, line) for tool in found]
            else:
                role.more.append((sentence, line))

    def _products(self, passage: Passage, role: RoleText) -> None:
        """Of a list of skills and tools those that plainly are products, which are tools too."""
        texts = [passage.text, *passage.children] if passage.kind != "text" else sentences(passage.text)
        for text in texts:
            listed = without_subject(text, self.names.without(text)) or text
            role.tools += [(t, passage.block.line) for t in tools_in(listed) if is_product(t.name)]

    def _industries(self, passage: Passage, role: RoleText) -> None:
        line = passage.block.line
        if passage.kind != "text":
            role.industries += [
                (industry, line) for industry in industries_in(passage.text, passage.children)
            ]
            return
        for sentence in sentences(passage.text):
            listed = without_subject(sentence, self.names.without(sentence)) or (
                sentence if self._is_list(sentence) else ""
            )
            found = industries_in(listed) if listed else []
            if found and all(len(industry.name.split()) <= 6 for industry in found):
                role.industries += [(industry, line) for industry in found]
            else:
                role.more.append((sentence, line))

    def _setting(self, passage: Passage, role: RoleText) -> None:
        """Where people work is an industry; anything else about it belongs to what the job is."""
        for text, line in self._spilled(passage):
            for sentence in sentences(text):
                places = (
                    without_subject(sentence, self.names.without(sentence))
                    if _WORKS_IN.search(sentence)
                    else None
                )
                found = industries_in(places) if places else []
                if found and all(len(industry.name.split()) <= 5 for industry in found):
                    role.industries += [(industry, line) for industry in found]
                else:
                    role.more.append((sentence, line))

    def _is_list(self, sentence: str) -> bool:
        """Whether a sentence has no verb of its own: "Stand mixer, piping bags", "Frameworks: Keras"."""
        if _VERB.search(sentence) or self.names.named(sentence):
            return False
        short = len(sentence.split()) <= 5 and sentence[:1].isupper()
        return short or len(items(sentence)) > 1 or bool(re.match(r"[^:.]{2,60}:\s", sentence))

    # Links

    def _links(self, passage: Passage) -> None:
        if passage.topic == "reading":
            self.found.links += [
                (label, address, passage.block.line)
                for label, address in passage.block.links
                if label and re.match(r"https?://[^\s<>\"]+$", address) and len(address) <= 500
            ]


_WORKS_IN = re.compile(r"\bworks?\s(?:\w+\s)?(?:in|for|at)\s", re.IGNORECASE)
_DO = re.compile(r"what .{1,40} do(?:es)?|(?:the )?(?:job|role|work)", re.IGNORECASE)
_BARE = re.compile(
    r"(?:job |career |employment )?outlooks?|demand|future|pay|salary|salaries|wages?", re.IGNORECASE
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|use|uses|need|needs|can|may|will|must|work|works|they|you|(?-i:it|It))\b",
    re.IGNORECASE,
)
