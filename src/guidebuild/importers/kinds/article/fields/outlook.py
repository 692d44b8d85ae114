"""Which way demand goes, told from the words; and tips as a title, a reason and a first step.

Comes in: sentences of an outlook, or one tip. Goes out: a trend or None; a `Tip`. Refuses: to tell a trend from words
that do not speak of one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guidebuild.importers.kinds.article.words.prose import clause, is_cut, sentences
from guidebuild.importers.meaning.wording import raised

_RISING = re.compile(
    r"\b(?:on the rise|ris(?:e|es|ing)|grow(?:s|n|ing|th)?|increas(?:e|es|ed|ing)|surg(?:e|es|ing)|"
    r"expand(?:s|ing)?|booming|soar(?:s|ing)?|"
    r"climb(?:s|ing)?|(?:strong|high|higher|robust|excellent|bright|growing|great) (?:demand|outlook|"
    r"prospects?|future)|in (?:high |strong |great )?demand|"
    r"faster than|sought[- ]after|shortage|outlook is (?:strong|bright|excellent|good|positive|promising))\b",
    re.IGNORECASE,
)
_FALLING = re.compile(
    r"\b(?:declin(?:e|es|ed|ing)|shrink(?:s|ing)?|fall(?:s|ing)?|fewer|drop(?:s|ped|ping)?|"
    r"decreas(?:e|es|ed|ing)|diminish(?:es|ing)?|"
    r"in decline|contract(?:s|ing) by|los(?:e|ing) jobs)\b",
    re.IGNORECASE,
)
_STEADY = re.compile(
    r"\b(?:steady|stable|as fast as (?:the )?average|little (?:or no )?change|constant|unchanged|flat|"
    r"consistent|holds? up|average growth|(?:stays?|remains?) (?:high|strong|healthy|good|low))\b",
    re.IGNORECASE,
)
_SLOW = re.compile(
    r"\b(?:as fast as (?:the )?average|slower than|little (?:or no )?change|more slowly|slow(?:ing|ed|er)? "
    r"(?:growth|demand|hiring)|(?:growth|demand|hiring|market) (?:has |have |is |was |will )?(?:be )?"
    r"slow(?:s|ed|ing|er)?)\b",
    re.IGNORECASE,
)
# What grows here is no demand.
_NOT = re.compile(
    r"\b(?:not|no|never|hardly|without|competition(?: for \w+)?)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
_IMPERATIVE = frozenset(
    """add apply arrange ask attend begin bookmark build buy call check choose complete compare consider contact
    contribute create design develop do document draw draft earn enrol enroll experiment explore find finish
    follow gather get go improve install interview invest join keep learn list look make master meet network
    observe offer organise organize participate pick plan play practice practise prepare publish pursue read
    record research save schedule seek set shadow share sign solve speak spend start study subscribe take talk
    teach test track train try tutor update use visit volunteer watch work write""".split()  # noqa: SIM905 -- words are read more easily without quotes
)
_WHEN = re.compile(
    r"(?:(?:before|after|when|once|while|if) [^,.]{3,60},|first,?|then,?|finally,|also,?|and)\s+",
    re.IGNORECASE,
)
LONGEST_TITLE = 60
_GOAL = re.compile(
    r"(?:to (?:get started|begin|start|become|break in)|if you (?:want|wish|plan|hope) to (?:become|be|work)|"
    r"aspiring)\b[^,.:]{0,60},\s+(?=\S)",
    re.IGNORECASE,
)
"""For whom a tip is: its roles say so."""
_LABEL = re.compile(r"(?P<title>[^:.!?–—]{2,90}?)\s*(?::|\s[–—-])\s+(?P<rest>\S.*)", re.DOTALL)


def trend_of(text: str) -> str | None:
    """ "rising", "steady", "falling", "mixed" where it speaks of both, or None."""
    up, down = _told(_RISING, text), _told(_FALLING, text)
    if up and down:
        return "mixed"
    if up and _SLOW.search(text) and not down:
        return "steady"
    if up or down:
        return "rising" if up else "falling"
    return "steady" if _told(_STEADY, text) else None


def _told(pattern: re.Pattern[str], text: str) -> bool:
    return any(not _NOT.search(text[: match.start()][-40:]) for match in pattern.finditer(text))


@dataclass(frozen=True, slots=True)
class Tip:
    title: str
    why: str = ""
    step: str = ""


def tip_of(text: str, title: str = "", longest_step: int = 300) -> Tip | None:
    """A tip: its title is what stands before the colon, else its only sentence if it is short, else the
    head of its first one.

    The first sentence that tells the reader to do something becomes the step, if another is left to say why.
    """
    text = raised(_GOAL.sub("", text.strip(), count=1))
    if not title and (match := _LABEL.match(text)):
        title, text = match["title"], match["rest"]
    said = sentences(text)
    if not said:
        return Tip(title.strip()) if title.strip() else None
    if not title and len(said) > 1 and len(said[0]) <= LONGEST_TITLE:
        title, said = said[0], said[1:]
    if not title and len(said) == 1 and len(said[0]) <= LONGEST_TITLE + 1:
        return Tip(raised(said[0].rstrip(" .:")))
    head = clause(said[0])
    title = title.strip(" .:") or (f"{head}…" if is_cut(said[0], head) else head)
    step = next((s for s in said if is_imperative(s) and len(s) <= longest_step), "") if len(said) > 1 else ""
    why = " ".join(sentence for sentence in said if sentence is not step)
    return Tip(raised(title), raised(why), raised(step))


def is_advice(text: str) -> bool:
    """Whether each of several sentences tells the reader to do something: "Before you choose, ask. Talk to both"."""
    said = [_WHEN.sub("", sentence) for sentence in sentences(text)]
    return len(said) > 1 and all(map(is_imperative, said))


def is_imperative(sentence: str) -> bool:
    words = re.findall(r"[\w’']+", sentence.casefold())
    return bool(words) and words[0] in _IMPERATIVE and words[1:2] not in (["is"], ["are"], ["can"], ["will"])
