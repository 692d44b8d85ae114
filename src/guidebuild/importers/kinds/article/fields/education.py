"""What an article says about education as degrees, fields, coursework and certificates.

Comes in: bullets and sentences about the education for one role. Goes out: the lists, and a summary in the article's
own sentences where the lists would not carry all of it. Refuses: to drop a qualification like "preferred": what is no
mere filler keeps its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from guidebuild.importers.kinds.article.roles.names import Names
from guidebuild.importers.kinds.article.words.prose import items, sentences
from guidebuild.importers.meaning.wording import ended, raised
from guidebuild.model.sameness import same_key

# In rising order, by the name of each here; the second says more than the degree (BSN): its sentence is kept.
_DEGREES: tuple[tuple[str, str, str], ...] = (
    ("High-school diploma", r"high[- ]school (?:diplomas?|degrees?|education)(?: or (?:equivalent|GED))?|"
                            r"secondary education", ""),
    ("Apprenticeship", r"apprenticeships?", ""),
    ("Diploma", r"(?<!school )(?<!School )diplomas?", ""),
    ("Associate’s", r"associate[’'](?:s|)(?: degrees?)?|associates? degrees?",
     r"\b(?:ADN|AAS)\b|[Aa]ssociate of [A-Z]\w+"),
    ("Bachelor’s", r"bachelor[’']?s?(?: degrees?)?|undergraduate degrees?|\bB\.?Sc?\.?(?= |,|$)|\bB\.?A\.?(?= |,|$)",
     r"[Bb]achelor of [A-Z]\w+(?: [A-Z]\w+)*|\b(?:BSN|BEng|BCom|BFA|BBA)\b"),
    ("Master’s", r"master[’']s?(?: degrees?)?|masters(?: degrees?)?|master degrees?|graduate degrees?|"
                 r"\bM\.?Sc\.?(?= |,|$)|\bM\.S\.(?= |,|$)",
     r"[Mm]aster of [A-Z]\w+(?: [A-Z]\w+)*|\b(?:MSN|MBA|MPAS|MEng|MFA|MPA|MSW)\b"),
    ("PhD", r"\bPh\.?\s?D\.?s?(?= |,|;|$|\))|doctorates?|doctoral degrees?", ""),
)  # fmt: skip
_PATTERNS = tuple(
    (name, re.compile(plain, re.IGNORECASE), re.compile(more) if more else None)
    for name, plain, more in _DEGREES
)
_OWN_NAME = re.compile(r"\b[Dd]octor of [A-Z]\w+(?: [A-Z]\w+){0,3}|\b(?:DNP|JD|MD|PharmD|DPT|DVM)\b")
_MASTER_OF = re.compile(r"(?:bachelor|master|doctor|associate) of ", re.IGNORECASE)
# Where a list of fields or courses ends.
_STOP = (
    r"(?=\.(?!\w)|[;()]|$|,?\s+(?:with|from|plus|followed|is|are|was|helps?|will|can|may|usually|often|though|but|while|which|"
    r"that|before|as|because|where|although)\s|,?\s+and\s+(?:an?|at|pass|then|must|often|usually|may|some|many|most|is|"
    r"are|have|has|hold)\s)"
)
_FIELDS = re.compile(
    rf"\b(?:degrees?|diplomas?|qualifications?|bachelor[’']?s|master[’']?s|ph\.?\s?d\.?|doctorate|"
    rf"background|majors?)\s+in\s+(?:(?:an? |the |any )?(?:fields?|subjects?|areas?|disciplines?|"
    rf"majors?) (?:such as|like|including) )?(?P<list>(?:[^.;()]|\.(?=\w))+?){_STOP}",
    re.IGNORECASE,
)
_COURSES = re.compile(
    rf"\b(?:(?:relevant |typical |key |the )?(?:coursework|courses|classes|course ?work|subjects|"
    rf"modules|curriculum|curricula|education|stud(?:y|ies)|programs?|programmes?|degree programs?)"
    rf"\b[^.:;@]{{0,30}}?\s(?:includes?|including|covers?|covering|focus(?:es)? on|focusing on|"
    rf"emphasi[sz]es?|such as|in))\s+(?P<list>(?:[^.;()]|\.(?=\w))+?){_STOP}"
    r"|\b(?:coursework|courses|classes|subjects|modules)\s*:\s*(?P<after>(?:[^.;()]|\.(?=\w))+)",
    re.IGNORECASE,
)
_CERTIFICATES = re.compile(
    rf"\b(?:(?:professional |industry |common |relevant |popular )?(?:certifications?|certificates?|"
    rf"credentials?|licen[sc]es?)"
    rf"(?:\s+(?:such as|like|including|include|in))\s*|certifications?\s*:\s*)(?P<list>(?:[^.;]|\.(?=\w))+?){_STOP}",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    """a an the or and of in to for with on at as by is are be was has have hold holds usually typically often generally
    commonly normally most many degree degrees require requires required need needs needed may might can will education
    educational level they their you s people it also who role roles position positions job jobs become becoming
    entry-level candidates professionals employers expect look study studies include includes field fields discipline
    area background backgrounds either both these this requirement requirements typical common earn earned complete
    completed getting pursue must should coursework courses relevant focus focuses around start starts begin
    certifications certification such like including qualification qualifications university college
    """.split()  # noqa: SIM905 -- words are read more easily without quotes
)
_ANSWERED = re.compile(r":\s+(?:often|usually|mostly|typically)$", re.IGNORECASE)  # "Degree needed: often"
_QUALITY = re.compile(
    r"(?:an? )?(?:good|strong|great|sharp|steady|keen|solid|some|little|love (?:of|for)|liking|head for|eye for|"
    r"sense of|talent for|feel for|interest in|knack for|passion for|attention to)\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][\w’'.-]*")


@dataclass(slots=True)
class Schooling:
    """As `schema.Education` has it, in the words of the article; `ranked` are its degrees by the name of their rank."""

    ranked: dict[str, str] = field(default_factory=dict)
    fields: list[str] = field(default_factory=list)
    coursework: list[str] = field(default_factory=list)
    certificates: list[str] = field(default_factory=list)
    summary: str = ""

    @property
    def degrees(self) -> list[str]:
        """In rising order; those of a name of their own come last."""
        ranks = [name for name, _, _ in _PATTERNS]
        order = sorted(self.ranked, key=lambda rank: ranks.index(rank) if rank in ranks else len(ranks))
        return [self.ranked[rank] for rank in order]


def education_in(texts: Sequence[str], certificates: Sequence[str], names: Names) -> Schooling:
    """What the texts say; `certificates` are bullets that each name one. The names of the roles say nothing more."""
    found = Schooling()
    whole = [sentence for text in texts for sentence in sentences(text)]
    complete = [_read(sentence, found, names) for sentence in whole]
    for words in certificates:
        _add(found.certificates, [words.strip().rstrip(".")])
    if not all(complete):
        found.summary = " ".join(raised(ended(sentence)) for sentence in whole)
    return found


def speaks_of_degrees(text: str) -> bool:
    told = any(plain.search(text) or (more and more.search(text)) for _, plain, more in _PATTERNS)
    return told or bool(_OWN_NAME.search(text))


def beside_degrees(text: str) -> list[str]:
    """What a list asks for besides degrees: "a good memory" in "a master's degree in law, a good memory and tact"."""
    listed = items(text)
    asked = [part for part in listed if _QUALITY.match(part) and _is_field(part)] if len(listed) > 1 else []
    return [re.sub(r"^(?:a little|some)\s+", "", part) for part in asked]


def _read(sentence: str, found: Schooling, names: Names) -> bool:
    """Fills the lists from one sentence; says whether they now hold all of it."""
    spans = [(mention.start, mention.end) for mention in names.mentions(sentence)]
    complete = not _ANSWERED.search(sentence)
    for name, plain, more in _PATTERNS:
        special = list(more.finditer(sentence)) if more else []
        matches = [m for m in plain.finditer(sentence) if not _MASTER_OF.match(sentence, m.start())]
        if told := special or matches:
            words = told[0][0].strip()
            found.ranked.setdefault(name, raised(words if "." in words[:-1] else words.rstrip(".")))
        complete = complete and not special
        spans += [match.span() for match in matches]
    own = list(_OWN_NAME.finditer(sentence))
    for title in [match[0] for match in own if " " in match[0]] or [match[0] for match in own]:
        found.ranked.setdefault(same_key(title), raised(title))
    spans += [match.span() for match in own if " " in match[0] or len(own) == 1]
    for pattern, target in (
        (_CERTIFICATES, found.certificates),
        (_FIELDS, found.fields),
        (_COURSES, found.coursework),
    ):
        for match in pattern.finditer(sentence):
            if any(
                start <= match.start() < end and target is not found.fields
                for start, end in spans
                if end - start > 40
            ):
                continue
            words = match["list"] or (match.groupdict().get("after") or "")
            listed = items(words)
            if target is found.fields:
                kept = list(takewhile(lambda part: _is_field(part) and not _QUALITY.match(part), listed))
                complete = complete and len(kept) == len(listed)
                listed = items(kept[0]) if len(kept) == 1 else kept
            named = listed if target is found.certificates else [_field(part) for part in listed]
            if any(len(name.split()) > 6 for name in named):
                complete = False
                continue
            if target is found.coursework and speaks_of_degrees(words):
                continue
            _add(target, [name for name in named if name])
            spans.append(match.span())
    return complete and not _left(sentence, spans)


def _left(sentence: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The words that no list has taken and that are no fillers."""
    chars = list(sentence)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return [word for word in _WORD.findall("".join(chars)) if word.casefold().strip(".’'") not in _FILLERS]


def _field(words: str) -> str:
    """A field without an article before it; "a related field" is none, and reads better with it."""
    words = re.sub(r"^(?i:an?|the)\s+(?!related|similar)(?=[a-z])", "", words.strip(" ,").rstrip(" ,."))
    return re.sub(r"\s*\betc\.$", "", words)


def _is_field(words: str) -> bool:
    """Whether an item of a list of fields is one, and not the next degree or a time of practice."""
    return not speaks_of_degrees(words) and not re.search(
        r"\d|\b(?:years?|years?’|months?|hours?|experience|practice|exams?|examinations?|licen[sc]es?|certificat\w+|courses?|training|internships?|residency)\b",
        words,
    )


def _add(target: list[str], words: Sequence[str]) -> None:
    known = {word.casefold() for word in target}
    target += [word for word in dict.fromkeys(words) if word and word.casefold() not in known]
