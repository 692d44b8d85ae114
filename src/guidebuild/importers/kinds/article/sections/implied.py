"""What sentences and lists are about where no heading says so: "He earns £30,000 a year" is about pay.

Comes in: a sentence, or the items of a list, about a role; and the sentence with roles replaced by "@". Goes out: a
topic that a field of a role holds, or None. Refuses: to guess: what is not plainly about something else stays with
what the job is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from guidebuild.importers.kinds.article.fields.duties import begins_a_duty
from guidebuild.importers.kinds.article.fields.education import speaks_of_degrees
from guidebuild.importers.kinds.article.fields.outlook import trend_of
from guidebuild.importers.kinds.article.fields.tools import (
    industries_in,
    names_are_short,
    tools_in,
    without_subject,
)
from guidebuild.importers.kinds.article.page.block import Block
from guidebuild.importers.kinds.article.roles.names import Names
from guidebuild.importers.kinds.article.words.prose import sentences
from guidebuild.importers.kinds.article.words.topics import Topic
from guidebuild.importers.meaning.wording import raised

_MONEY = re.compile(
    r"[$£€¥₹₱₩₦]\s?\d|\d[\d,. ]*\s?(?:k|dollars|pounds|euros|rupees|lakhs?|USD|EUR|GBP|AUD|CAD|INR|CHF)\b"
)
_PAID = re.compile(
    r"\b(?:earn(?:s|ed|ings?)?|pays?|paid|salar(?:y|ies)|wages?|makes?|income|median|average|an hour|per hour|"
    r"a year|per year|a month|per month|hourly|annually|annum|starts? (?:at|on)|charges?|takes? home)\b",
    re.IGNORECASE,
)
_NEEDS = re.compile(
    r"\b(?:needs?|needed|requires?|required|must|holds?|has|have|completes?|earns?|earned|studies|study|typically|"
    r"usually|most|path|route|enter|become|train(?:s|ed)?)\b",
    re.IGNORECASE,
)
_LICENSED = re.compile(
    r"\b(?:licen[sc]ed?|licen[sc]es|certified|certification|certificates?|registration|registered with)\b"
)
_MORE_JOBS = re.compile(r"\b(?:more|fewer|new) (?:jobs|posts|openings|positions)\b|\bgrowth\b", re.IGNORECASE)
_PAPERS = re.compile(
    r"\b(?:needs?|requires?|must have|holds?)\s(?:\w+\s){0,3}(?:licen[sc]es?|permits?|background checks?|references)\b",
    re.IGNORECASE,
)
_DEMAND = re.compile(
    r"\b(?:demand|outlook|job growth|employment (?:is|of|in|will|for)|posts|openings|vacancies|prospects|shortage|"
    r"job market|(?:market|need) for|(?:jobs|roles|positions) (?:is|are|for|in|will)|projected|"
    r"expected to (?:grow|rise|fall|shrink|decline|increase|stay|hold))\b",
    re.IGNORECASE,
)
_EMPLOYED = re.compile(
    r"\b(?:works? (?:in|for|at|online|remotely|from home)|(?:finds?|found) (?:work|jobs) (?:in|at|with)|"
    r"employed (?:in|by|at)|hires?|employs?|recruits?)\s",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:schools|hospitals|offices|homes|clinics|companies|firms|agencies|factories|shops|stores|restaurants|hotels|"
    r"universities|colleges|laboratories|labs|studios|banks|governments?|industries|museums|libraries|workshops|farms)\W*$",
    re.IGNORECASE,
)
_USES = re.compile(r"\b(?:uses?|rel(?:y|ies) on|works? with)\s", re.IGNORECASE)
_SKILLED = re.compile(
    r"\b(?:(?<!the )needs?|requires?|must (?:have|be)|calls? for|skills? (?:include|such as)|good at|it takes)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?:(?:an?|the)\s)?(?:@s?|they|he|she|you)\s(?:(?:also|then|typically|usually|often|mostly|mainly)\s)?(?P<verb>\w+\s.+)",
    re.IGNORECASE | re.DOTALL,
)
_DAY = re.compile(
    r"\b(?:on a (?:normal|typical|usual) day|a (?:normal|typical) (?:day|week)|day[- ]to[- ]day|every day|"
    r"each day|most days|daily|(?:responsible|in charge) (?:of|for)|duties|(?:main|key) tasks?|"
    r"spends? (?:his|her|their|the|much|most|a))\b",
    re.IGNORECASE,
)
_AND = re.compile(r",\s+(?:and|but|while|though)\s+")
HALF = 0.5


def parted_by_topic(text: str, names: Names, *, first: bool) -> list[tuple[Topic | None, str]]:
    """A text about a role in parts, each with the topic of its sentences; `first` if nothing was said of it before."""
    parts: list[tuple[Topic | None, str]] = []
    for number, sentence in enumerate(one for said in sentences(text) for one in _apart(said, names)):
        topic = topic_of_sentence(sentence, names.without(sentence), first=first and not number)
        if parts and parts[-1][0] == topic:
            parts[-1] = (topic, f"{parts[-1][1]} {sentence}")
        else:
            parts.append((topic, sentence))
    return parts


def _apart(sentence: str, names: Names) -> list[str]:
    """A sentence in two, if its halves are plainly about two things: "He earns £900, and demand is rising"."""
    for match in _AND.finditer(sentence):
        left, right = sentence[: match.start()] + ".", raised(sentence[match.end() :])
        topics = {topic_of_sentence(half, names.without(half), first=True) for half in (left, right)}
        if None not in topics and len(topics) == 2:
            return [left, right]
    return [sentence]


def topic_of_sentence(sentence: str, bare: str, *, first: bool = False) -> Topic | None:
    """The topic of a sentence; the `first` about a role says what the job is, unless plainly about something else."""
    if _MONEY.search(sentence) and _PAID.search(sentence):
        return "pay"
    if (speaks_of_degrees(sentence) or _LICENSED.search(sentence)) and _NEEDS.search(sentence):
        return "education"
    if _DEMAND.search(sentence) and trend_of(sentence):
        return "outlook"
    if listed := without_subject(sentence, bare):
        industries = industries_in(listed)
        if (
            _EMPLOYED.search(sentence)
            and (len(industries) > 1 or _PLACE.search(listed))
            and all(len(i.name.split()) < 5 for i in industries)
        ):
            return "industries"
        tools = tools_in(listed)
        if _USES.search(sentence) and len(tools) > 1 and names_are_short(tools):
            return "tools"
    if first:
        return None
    if _SKILLED.search(sentence):
        return "skills"
    does = _DOES.match(bare)
    return "responsibilities" if _DAY.search(sentence) or (does and begins_a_duty(does["verb"])) else None


def topic_of_phrase(text: str) -> Topic | None:
    """The topic of what stands behind the name of a role where the section does not say: "$96,000", "7% more jobs"."""
    if _MONEY.search(text):
        return "pay"
    if speaks_of_degrees(text):
        return "education"
    return "outlook" if _DEMAND.search(text) or _MORE_JOBS.search(text) else None


def topics_of_lists(blocks: Sequence[Block]) -> dict[int, Topic]:
    """For the items of each list, by number, the topic of half of them: verbs are duties; crosses, cons."""
    found: dict[int, Topic] = {}
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        members = list(run) if kind == "item" else []
        if 0 < sum(block.crossed for block in members) < len(members):
            found |= {block.number: "bad" if block.crossed else "good" for block in members}
            continue
        duties = sum(
            begins_a_duty(block.text.removeprefix(block.strong).lstrip(" .:–—-")) for block in members
        )
        if members and duties >= HALF * len(members):
            found |= {block.number: "responsibilities" for block in members}
    return found


def speaks_of_demand(sentence: str) -> bool:
    """Whether a sentence is about demand, and not about money."""
    return bool(_DEMAND.search(sentence)) and bool(trend_of(sentence)) and not _MONEY.search(sentence)


def asks_for_a_licence(sentence: str) -> bool:
    """Whether what is needed is a paper, and no skill: "They need a licence and references"."""
    return bool(_PAPERS.search(sentence) and _SKILLED.search(sentence))


def speaks_of_pay(text: str) -> bool:
    return bool(re.search(r"\d", text) or _PAID.search(text))


def is_quoted(text: str, topic: Topic) -> bool:
    """Whether a paragraph is a saying in a section of lists: it is no duty and no skill."""
    listed = topic in (
        "responsibilities",
        "skills",
        "useful skills",
        "tools",
        "industries",
        "certificates",
        "education",
    )
    return listed and text[:1] in '“"«„' and text.rstrip(".")[-1:] in '”"»“'


def says_the_same(sentence: str) -> bool:
    """Whether a sentence is about what the one before it was: "For nurses the same figure holds"."""
    return bool(re.search(r"\bthe same\b", sentence)) and len(sentence.split()) <= 10


def says_nothing(text: str, topic: Topic) -> bool:
    """Whether a line is a mere word or two that tell nothing where it stands: a tag, a name, the label of a button."""
    if len(text.split()) > 2 or text.rstrip().endswith((".", "!", "?", "”", ":")) or re.search(r"\d", text):
        return False
    if topic == "outlook":
        return trend_of(text) is None
    return topic in ("definition", "intro", "pay", "compare", "conclusion", "other")
