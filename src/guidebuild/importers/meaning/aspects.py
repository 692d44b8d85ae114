"""The aspect of a duty, told from the verbs that it opens with.

Comes in: a duty as a sentence that begins with what is done ("Design and test circuits ..."). Goes out: one of the
aspects by which duties are set side by side across roles, or None. Refuses: to guess. Verbs that are used for all
kinds of things ("perform", "provide") count only before a noun that settles it, and verbs that disagree ("design or
coordinate") say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

KNOWN = ("together", "build", "improve", "data", "research", "quality", "operate", "explain", "plan")
"""The aspects that can be told; what else an author may call one is in no list of verbs."""

_ALONE: dict[str, str] = {
    "together": "collaborate confer cooperate discuss liaise negotiate",
    "build": "assemble build code construct create design develop devise engineer fabricate implement integrate "
    "program prototype",
    "improve": "automate correct debug enhance improve modernize modify optimize redesign reengineer refactor refine "
    "reformulate revise simplify streamline tune upgrade",
    "data": "aggregate calculate compute digitize tabulate",
    "research": "analyse analyze explore investigate research study",
    "quality": "audit ensure inspect proofread test validate verify troubleshoot",
    "operate": "calibrate configure deploy install lubricate operate repair",
    "explain": "advise brief demonstrate document educate explain inform instruct lecture publish recommend teach "
    "testify train",
    "plan": "allocate assign budget coordinate delegate direct hire lead manage organize oversee plan prioritize "
    "schedule supervise",
}  # fmt: skip
_PAPERS = (
    "articles documentation documents manuals papers presentations proposals publications report reports"
)
_NEAR: tuple[tuple[str, str, str], ...] = (
    ("communicate consult coordinate interact meet partner work", "with", "together"),
    ("create develop devise design establish implement prepare set",
     "budget budgets goals guidelines objectives plan plans policies policy priorities procedures schedule schedules "
     "strategies strategy", "plan"),
    ("collect compile enter extract gather maintain obtain process record retrieve update",
     "data database databases dataset datasets information measurements observations record records samples "
     "specimens statistics", "data"),
    ("conduct perform", "analyses analysis experiments interviews investigations research studies survey surveys",
     "research"),
    ("conduct perform", "audits checks inspections test testing tests", "quality"),
    ("monitor maintain administer", "equipment hardware machinery machines network networks server servers software "
     "system systems", "operate"),
    ("compile prepare write", _PAPERS, "explain"),
    ("write", "code program programs scripts software", "build"),
    ("conduct give offer present provide", "advice classes consultation guidance instruction instructions lectures "
     "presentations seminars training workshops " + _PAPERS, "explain"),
)  # fmt: skip
_REACH = 6  # words after the verbs in which the noun must come
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*|,")


def _verbs(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OF_VERB: dict[str, str] = {verb: aspect for aspect, verbs in _ALONE.items() for verb in verbs.split()}
_BEFORE_NOUN = tuple((_verbs(verbs), _verbs(nouns), aspect) for verbs, nouns, aspect in _NEAR)


def aspect_of(detail: str) -> str | None:
    """The aspect of a duty: that of its first verb, if the verbs joined to it do not speak for another."""
    words = _WORD.findall(detail[:200].casefold())
    verbs = tuple(_opening(words))
    rest = frozenset(words[len(verbs) : len(verbs) * 2 + _REACH])
    said = [_said(verb, rest) for verb in verbs]
    if not said or said[0] is None:
        return None
    return said[0] if all(aspect in (None, said[0]) for aspect in said) else None


def _opening(words: list[str]) -> Iterator[str]:
    """The verbs that a sentence opens with: of "plan, design, or build bridges" the first three."""
    place, joined = 0, True
    while joined and place < len(words):
        yield words[place]
        place += 1
        joined = False
        while place < len(words) and words[place] in (",", "and", "or"):
            place += 1
            joined = True


def _said(verb: str, rest: frozenset[str]) -> str | None:
    for verbs, nouns, aspect in _BEFORE_NOUN:
        if verb in verbs and nouns & rest:
            return aspect
    return _OF_VERB.get(verb)
