"""What a section of an article is about, told from its heading.

Comes in: a heading with its roles replaced by "@". Goes out: a `Topic`, or None. Refuses: to take a line of a list for
a heading: `alone` asks that nearly all words of a line speak of its topic.
"""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from typing import Literal

Topic = Literal[
    "definition", "responsibilities", "skills", "skills and tools", "education", "certificates", "tools", "industries",
    "outlook", "pay", "tips", "conclusion", "intro", "faq", "jobs", "fit", "good", "bad", "setting", "compare",
    "useful skills", "related", "reading", "contents", "site", "other",
]  # fmt: skip

# The first that matches counts, so what is said more exactly stands before what is said more broadly.
_WHOLE: tuple[tuple[Topic, str], ...] = (
    ("contents", """(?:table of )?contents|in this (?:article|guide|post)|on this page|jump to|quick links|
        what you will learn|what’s inside"""),
    ("related", """related (?:articles?|posts?|reading|content|stories|guides?|careers?|comparisons?)(?: ?total.*)?|
        you (?:may|might) (?:also )?(?:like|enjoy)|recommended(?: (?:for you|articles?|reading|posts?))?|
        suggested (?:articles?|reading|posts?)|read (?:next|more|also)|more (?:from .*|articles?|stories|
        comparisons?)|
        recommended from .*|keep reading|up next|popular (?:posts?|articles?)|trending(?: now)?|
        latest (?:posts?|articles?|news)|
        explore more.*|see also|people also (?:read|viewed)"""),
    ("site", """(?:leave|post|write|add) a (?:comment|reply).*|(?:\\d+ )?(?:comments?|responses|
        replies)(?: \\(?\\d+\\)?)?|
        about the (?:author|writer)s?.*|join the (?:discussion|conversation).*|(?:join|subscribe to|sign up for) .*|
        (?:our )?newsletter.*|subscribe|follow (?:us|me).*|share|share (?:this|on|via|with).*|tags|categories|
        advertisements?|sponsored.*|(?:we use )?cookies?(?: .*)?|privacy.*|stay (?:in touch|connected).*|
        get in touch|contact us|
        like this article.*"""),
    ("reading", """(?:sources?|references|bibliography|citations?|works cited)(?: (?:and|used).*)?|
        further (?:reading|resources)|(?:useful|helpful|additional|more) (?:links|resources)|resources|
        learn more|links"""),
    ("jobs", """(?:featured|open|current|latest|available|hot) (?:jobs?|positions?|vacanc(?:y|ies)|openings?|
        roles?)(?: .*)?|
        job (?:openings?|listings?|board|postings?|ads?)|vacanc(?:y|ies)|openings?|(?:we are|we’re) hiring.*|jobs"""),
    ("outlook", """where (?:is|are) (?:it|they|this|things|the \\w+) (?:going|headed|heading)|
        what(?:’s| comes| is| lies) (?:next|ahead)"""),
    ("definition", """(?:the |main |core |primary )?role|the job|what it is|in (?:a|one) (?:sentence|line)|
        (?:the )?(?:short|quick) (?:version|answer|summary)"""),
    ("industries", "where|where to|who(?: is|’s|se) hiring"),
    ("intro", "(?:an? |the )?(?:introduction|intro|overview|background|preface|foreword)(?: to the .*)?"),
)  # fmt: skip
_SKILLS = "(?:skills?|skillsets?|competenc(?:e|es|y|ies)|abilities|knowledge|expertise|proficienc(?:y|ies))"
_TOOLS = (
    "(?:tools|software|technolog(?:y|ies)|tech(?:nology)? stack|platforms|equipment|toolkit|toolbox|programs)"
)
_AND = r"(?: (?:needed|required|used|you need))?(?: ?(?:&|\+|/) ?| and |, (?:and |& )?)(?:\w+ ){0,2}"
_WITHIN: tuple[tuple[Topic, str], ...] = (
    ("faq", "faqs?|frequently asked(?: questions)?|common questions|q ?& ?a|questions and answers"),
    ("tips", """tips?|advice|next steps|(?:\\d+ )?things to (?:do|try)|to[- ]do(?:s| list)?|checklist|
        what to do (?:next|now|first)|action plan|first steps|get(?:ting)? started|how to (?:start|begin|prepare)|
        (?:steps?|ways?) to|break(?:ing)? in(?:to)?|where to (?:start|begin)|preparing for|start(?:ing)? your|
        how to get in(?:to)?|what (?:we|i)(?:’d| would) (?:do|recommend|suggest|advise)|
        recommendations?|launch(?:ing)? your"""),
    ("conclusion", """conclusions?|concluding|summary|summing up|to sum up|final (?:thoughts?|words?|verdict)|
        wrap(?:ping)?[ -]up|(?:key )?takeaways?|bottom line|in (?:short|brief|closing|a nutshell)|
        closing (?:thoughts?|words?)|verdict|last words?|tl;? ?dr|the upshot"""),
    ("useful skills", rf"""(?:nice[- ]to[- ]haves?|good[- ]to[- ]haves?)(?: {_SKILLS})?|
        (?:bonus|preferred|desirable|optional)(?: (?:{_SKILLS}|qualifications?|experience|extras|points))"""),
    ("skills and tools", rf"""{_SKILLS}{_AND}{_TOOLS}|{_TOOLS}{_AND}{_SKILLS}"""),
    ("tools", """tools?(?: of the trade)?|software(?: used)?|technolog(?:y|ies)|tech(?:nical|nology)? stack|
        platforms?|
        equipment|instruments?|toolkit|toolbox|toolset|programs? used|frameworks|apps"""),
    ("skills", """skills?|skillsets?|competenc(?:e|es|y|ies)|abilit(?:y|ies)|strengths|traits|qualities|expertise|
        know[- ]?how|what you need to know|what (?:it|the job|the work) takes|(?:what )?(?:you(?:’ll| will)?|
        they) need|
        must[- ]?haves?|(?:need to be )?good at|proficienc(?:y|ies)|knowledge|aptitudes?"""),
    ("education", """how to become(?: an? @)?|
        how (?:do|can|does|would) (?:you|i|one|someone|people|they) become|
        how (?:to|you) get there|getting there|
        ways? in|
        education(?:al)?(?: paths?| routes?)?|degrees?|academic|schooling|
        qualif(?:ications?|y|ying)|becoming an? @|(?:entry|academic|degree) requirements?|what to study|study|studies|
        pathways?|training|background|entry routes?|routes? in|prerequisites?|coursework|requirements"""),
    ("certificates", """certificat(?:es?|ions?)|certified|licen[sc](?:e|es|ing|ure|ures)|credentials?|
        accreditations?"""),
    ("setting", """work(?:ing)? (?:environment|conditions|life|culture|hours|schedules?|style)|pros (?:and|&|
        vs\\.?) cons|
        advantages (?:and|&) disadvantages|work[- ]life(?: balance)?|schedules?|environment|hours|lifestyle|
        reporting lines?|team structure"""),
    ("outlook", "job outlook|career outlook|employment outlook|outlooks?"),
    ("pay", """salar(?:y|ies)|pays?|payscale|earn(?:s|ings?)?|compensation|wages?|income|remuneration|how much|money|
        (?:day|hourly|typical|usual|going|freelance) rates?|
        what (?:do|does|can|will) .* make|what @ make"""),
    ("responsibilities", """responsibilit(?:y|ies)|responsible|duty|duties|day[- ]to[- ]day|daily|tasks?|
        (?:every ?day|typical) work|(?:what|things) (?:do|does|will|would) (?:an? |the )?(?:@|they|each|both|
        you)[^?]* do|
        (?:a )?day in(?: the life)?|what (?:the|a|this|your) (?:work|job|day|week|role) (?:looks|is|feels) like|
        what (?:they|each one|@) (?:makes?|builds?|handles?|treats?|fix(?:es)?|works? on)|typical (?:work)?(?:day|
        week)|job descriptions?|
        what (?:an? |the )?(?:@|they|each(?: of them)?|each \\w+|you|
        you’ll)(?: will| would)?(?: actually| really)? do(?:es)?|
        what .* do all day|on the job|job (?:functions?|scope)|scope of (?:work|practice)|activities|key functions|
        roles? (?:and|&) (?:responsibilities|duties)|(?:the )?work itself"""),
    ("fit", """which (?:one|role|career|job|path|is|of|should|@)|right for (?:you|me)|(?:how to )?choos(?:e|ing)|
        should (?:you|i)|who should|suits? you|(?:a )?good fit|is it for you|(?:best|better|good|ideal|perfect) for|
        deciding|decision|
        making (?:the|your) choice|personalit(?:y|ies)|best suited|thrives?|who is (?:it|this) for|how to decide|
        pick(?:ing)?"""),
    ("industries", """industr(?:y|ies)(?: served)?|places?(?: of work)?|sectors?|employers?|work ?places?|
        work settings?|settings?|
        where (?:do|does|can|will|would|to|an?|the|they|@|you)[^?]* works?|where (?:they|@|you)|
        who (?:hires|employs)|companies|fields of (?:work|application)|areas of (?:work|application)|domains?|
        applications?"""),
    ("outlook", """demand|future|chances|job (?:market|growth|prospects|security)|prospects?|trends?|growth|
        career (?:paths?|progression|advancement|opportunities|development|trajector(?:y|ies)|ladder)|advancement|
        progression|opportunities|hiring trends|market"""),
    ("good", "pros?|advantages|benefits|upsides?|perks|rewards|what people like"),
    ("bad", "cons?|disadvantages|drawbacks?|downsides?|challenges|difficulties|what people dislike"),
    ("compare", """differences?|differs?|similarit(?:y|ies)|in common|compar(?:ed|ing|isons?|e)|overlaps?|
        head[- ]to[- ]head|side[- ]by[- ]side|versus|vs|contrasts?|shared|work together|collaborat\\w+|
        at a glance"""),
    ("definition", """definitions?|defin(?:ed|ing)|what (?:they|these \\w+|each (?:one|role|job)) (?:are|is|
        means?)|what (?:is|are|’s)|who (?:is|are)|what @ means|meet the|
        roles? (?:overview|explained|descriptions?|summary|defined)|(?:overview|description|explanation) of|
        about (?:the )?@|understanding(?! of)|explained|the (?:two |three )?roles?|job overview|introducing|meaning|
        career overview|the basics|purpose|focus|overview|introduction to"""),
)  # fmt: skip


def _joined(text: str) -> str:
    return "".join(line.strip() for line in text.split("\n"))


_EXACT = tuple((topic, re.compile(_joined(text))) for topic, text in _WHOLE)
_INSIDE = tuple((topic, re.compile(rf"\b(?:{_joined(text)})(?!\w)")) for topic, text in _WITHIN)

# The words that a heading may hold besides those of its topic, when it is a mere line of text.
_FILLERS = frozenset(
    """a an the of for in to and or your you do does s is are be by on at with as key main common typical primary
    core required necessary essential important needed need needs used use using usual their each both every role
    roles job jobs career careers work comparison compared overview practical professional general specific top best
    what which who how it they most popular day life about vs versus between two three these this new aspiring
    relevant my our quick pro everyday usual favourite favorite popular modern average good great basic core
    formal minimum entry level technical soft hard also more where much can will would make involved covered
    list final insights insight information info data details expectations range ranges breakdown guide typically
    usually employment related me right used in hiring hire hires hired personal ideal
    """.split()  # noqa: SIM905 -- a list of eighty words in quotes is harder to read
)
_USUAL = (
    "definitions", "responsibilities", "required skills", "skills required", "educational background",
    "educational backgrounds", "education", "tools and software used", "tools and technologies", "common industries",
    "industries", "outlook", "outlooks", "job outlook", "career outlook", "practical tips for getting started",
    "conclusion", "salary", "certifications", "qualifications", "introduction", "frequently asked questions",
    "key responsibilities", "work environment",
)  # fmt: skip
_USUAL_WORDS = sorted({word for phrase in _USUAL for word in phrase.split() if len(word) > 4})
_SITE: frozenset[Topic] = frozenset({"contents", "related", "site", "jobs", "reading"})
_TOKENS = re.compile(r"[\w’@&+/-]+")
_EDGES = re.compile(r"^[^\w@]+|[^\w@)]+$")
_NUMBERED = re.compile(
    r"^(?:(?:step|part|section|chapter)\s+)?(?:\(?\d{1,2}[.):]?|[ivx]{1,4}[.)]|[a-z][.)])\s+"
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|can|may|should|must|will)\b")
_ASKS = re.compile(r"(?:what|who|where|how|which|is|are|why|when|should|do|does|can)\b")
LONGEST = 90
"""Characters that a heading has at most."""


def normal(heading: str) -> str:
    """Folded, without numbering, marks and pictures at either end; straight apostrophes are curled."""
    words = " ".join(heading.casefold().replace("'", "’").split())
    return _NUMBERED.sub("", _EDGES.sub("", words))


@lru_cache(maxsize=4_000)
def _found(words: str) -> tuple[Topic, str] | None:
    """The topic of a normal heading, and the words of it that do not name the topic."""
    if not words or len(words) > 160:
        return None
    for topic, pattern in _EXACT:
        if pattern.fullmatch(words):
            return topic, ""
    for topic, pattern in _INSIDE:
        if match := pattern.search(words):
            return topic, f"{words[: match.start()]} {words[match.end() :]}"
    near = difflib.get_close_matches(words, _USUAL, n=1, cutoff=0.86)
    return _found(near[0]) if near else None


def topic_of(heading: str) -> Topic | None:
    """The topic of what is surely a heading; one whose words are misspelt is compared with the usual ones."""
    found = _found(normal(heading))
    return found[0] if found else None


def alone(heading: str, *, spare: int = 0) -> Topic | None:
    """The topic of a line that may be a heading: if all its words but few (and those to spare) speak of it."""
    words, shown = normal(heading), heading.strip()
    found = _found(words)
    if found is None or len(words) > LONGEST or len(words.split()) > 10 or shown.endswith((".", ",", ";")):
        return None
    topic, rest = found
    if topic in _SITE:
        return topic if len(words.split()) <= 6 else None
    left = [word for word in _TOKENS.findall(rest) if not (word in _FILLERS or "@" in word or _speaks(word))]
    if shown.endswith("?") or _ASKS.match(words):
        return topic if shown.endswith("?") or len(words.split()) <= 6 or not left else None
    allowed = max(0, spare + (0 if len(words.split()) <= 2 else 1))
    return topic if len(left) <= allowed and not _VERB.search(rest) else None


@lru_cache(maxsize=4_000)
def _speaks(word: str) -> bool:
    """Whether a word by itself names a topic, or is a near spelling of a word of the usual headings."""
    if any(pattern.fullmatch(word) for _, pattern in _INSIDE):
        return True
    return bool(difflib.get_close_matches(word, _USUAL_WORDS, n=1, cutoff=0.85))
