"""Short forms: what is listed for a role in as few words as a card or a column of a poster has room for.

Comes in: the plan and a role. Goes out: facts with a value and what stands behind it. Refuses: to cut within a word;
what had to be cut ends in "…", and what is left of a list is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from guidebuild.compose.amounts import in_money, middle_half
from guidebuild.compose.aptitude import about, interests, level_words, zone_words
from guidebuild.compose.basis import few, in_full, in_short, median_label
from guidebuild.compose.casing import raised
from guidebuild.compose.document import Fact, plain
from guidebuild.compose.inline import flat
from guidebuild.compose.plan import Plan
from guidebuild.compose.sections.glance import (
    degrees,
    fact_place,
    focus,
    outlook_words,
    skills_of,
    tool_names,
    within,
)
from guidebuild.model.schema import Role
from guidebuild.words.numbers import and_more, joined, number_of, period_words, spelled

# Where a sentence may be parted into what a job is and what for, the best places first.
_PARTS = (re.compile(r", (?=so that )|: |; "), re.compile(r", (?=and |but |which |who )"), re.compile(r", "))
_LEAST, _MOST = 16, 60  # characters of the first part
_THAT = re.compile(r" (?=that |which |so that )")
_LOOSE = re.compile(r"[\s,;:–—-]+(?:and|or|of|for|in|the|a|an|with|to|that|as|by|on|at)?$", re.IGNORECASE)


def brief(words: str, longest: int) -> str:
    """The words, or as many as stand in so many characters, with an ellipsis; a word of any length is cut as well."""
    if len(words) <= longest:
        return words
    kept = words[:longest]
    if " " in kept[longest // 2 :]:
        kept = kept[: kept.rindex(" ")]
    return _LOOSE.sub("", kept).rstrip() + "…"


def parted(sentence: str) -> tuple[str, str]:
    """'Designs neural networks', 'so that software can see': a statement and what follows from it."""
    words = sentence.rstrip(".")
    for pattern in (_PARTS[0], _PARTS[1], _THAT, _PARTS[2]):
        least = 30 if pattern is _THAT else _LEAST
        for found in pattern.finditer(words):
            head, tail = words[: found.start()], words[found.end() :]
            if least <= len(head) <= _MOST and not _in_a_list(tail):
                return head, tail
    return words, ""


def _in_a_list(tail: str) -> bool:
    """Whether the words after a comma go on with a list: 'charts and reports'."""
    return len(re.split(r", | and | or ", tail, maxsplit=1)[0].split()) < 3


def card_facts(plan: Plan, i: int) -> tuple[Fact, ...]:
    """What a card of a handout may show, in the order in which it is read."""
    narrow, rows = len(plan.roles) > 2, len(plan.roles) > 3
    role = plan.roles[i]
    head, tail = parted(focus(role))
    facts = (
        ("focus", "Focus", brief(head, 110 if narrow else 150), brief(tail, 120)),
        ("pay", _pay_label(plan), *_pay(role, short=narrow)),
        ("education", "Education", *_education(plan, role, fields=not rows)),
        ("preparation", "Preparation", *_preparation(plan, role)),
        ("tools", "Tools", *_tools(role, 2 if narrow else 3, rest=not rows)),
        ("skills", "Skills", *_names(skills_of(plan, i), role.left_out.get("skills", 0), 2)),
        ("industries", "Industries", *_industries(plan, role)),
        ("outlook", "Outlook", *(brief(words.rstrip("."), 90) for words in outlook_words(role))),
        ("interests", "Interests it suits", *_interests(plan, role)),
    )
    return tuple(
        Fact(
            f"card-{role.id}-{key}",
            "fact",
            label,
            value,
            plain(note),
            money=key == "pay",
            place=fact_place(role, key),
            key=key,
        )
        for key, label, value, note in facts
    )


def _pay_label(plan: Plan) -> str:
    pays = [pay for role in plan.roles if (pay := role.pay)]
    return median_label(pays) if pays else ""


def _pay(role: Role, *, short: bool) -> tuple[str, str]:
    """The median, the middle half and what they rest on."""
    if not (pay := role.pay):
        return "", ""
    value = in_money(pay)
    value += "" if pay.period == "year" else f" {period_words(pay.period)}"
    half = f"middle half {middle_half(pay)}"
    if short:
        behind = "" if pay.kind == "reports" and not few(pay) else f"; {in_short(pay).split(',')[0]}"
        return value, half + behind
    return value, f"{half}; {'only ' if few(pay) else ''}{in_full(pay)}"


def _tools(role: Role, first: int, *, rest: bool) -> tuple[str, str]:
    names = tool_names(role)
    if not rest:
        return ", ".join(within([brief(name, 40) for name in names[:3]], 34)), ""
    return _names(names, role.left_out.get("tools", 0), first)


def _education(plan: Plan, role: Role, *, fields: bool) -> tuple[str, str]:
    if not role.education:
        return "", ""
    value = brief(degrees(role), 70)
    if value and not fields:
        return value, ""
    names = [plan.casing.within(flat(word)) for word in role.education.fields]
    shown = within(names[:3], 34)
    words = joined([*shown, *(["similar"] if len(shown) < len(names) else [])], "or")
    return (value, brief(words, 90)) if value else (brief(raised(words, role.education.fields), 90), "")


def _preparation(plan: Plan, role: Role) -> tuple[str, str]:
    preparation = role.preparation
    words = plan.words.aptitude
    return (zone_words(words, preparation), level_words(words, preparation)) if preparation else ("", "")


def _names(names: Sequence[str], left: int, first: int) -> tuple[str, str]:
    """The first names, some more, and how many are not named."""
    shown = within(list(names[:first]), 40)
    more = within(list(names[len(shown) : len(shown) + 5]), 42)
    rest = len(names) - len(shown) - len(more) + left
    words = [brief(name, 60) for name in more]
    if rest and words:
        return brief(", ".join(shown), 80), f"{', '.join(words)} and {number_of(rest)} more"
    return brief(", ".join(shown), 80), joined(words)


def _industries(plan: Plan, role: Role) -> tuple[str, str]:
    names = plan.casing.listed([brief(flat(industry.name), 50) for industry in role.industries])
    shown = within(names[:2], 34)
    return raised(", ".join(shown), names), and_more(names[len(shown) :], 3)


def _interests(plan: Plan, role: Role) -> tuple[str, str]:
    words = interests(role)[:2]
    value = ", ".join(words)
    return brief(value, 70), brief(about(plan.words.aptitude, words[0]), 90) if words else ""


def fitting(plan: Plan, i: int) -> tuple[str, ...]:
    """Whom a role suits, as the author says it; else its interests, else what its self-check says."""
    role = plan.roles[i]
    said = [flat(words).rstrip(".") for words in role.fits]
    if not said:
        said = [means for word in interests(role) if (means := about(plan.words.aptitude, word))]
    if not said:
        said = [f"“{flat(check.says).rstrip('.')}”" for check in role.self_check]
    return tuple(said)


def shared_words(count: int) -> str:
    """'the five shared skills'."""
    return "the one shared skill" if count == 1 else f"the {spelled(count)} shared skills"
