"""What stands beside the text of a profile: the other jobs, whom it suits, related jobs, words; and questions to ask.

Comes in: the plan and a role. Goes out: asides of the outer column and the callout that closes the profile. Refuses: an
aside without words.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose.document import Aside, Callout, plain
from guidebuild.compose.inline import first_sentence, flat, inline
from guidebuild.compose.plan import Plan
from guidebuild.model.schema import Role
from guidebuild.words.numbers import and_more, cut, number_of, opened

CLASSIFICATIONS = {"isco": "ISCO-08", "esco": "ESCO"}
TERMS = 5
QUESTIONS = 3
RELATED = 8


def asides(plan: Plan, i: int, id: str) -> Iterator[Aside]:
    role = plan.roles[i]
    yield from _beside_others(plan, i, id)
    likes = tuple(inline(words, role.at("fits", n)) for n, words in enumerate(role.fits))
    if likes:
        yield Aside(f"{id}-like", "aside", "If you like", bullets=likes, role=i)
    doubts = tuple(inline(words, role.at("think_twice", n)) for n, words in enumerate(role.think_twice))
    if doubts:
        yield Aside(f"{id}-twice", "aside", "Think twice if", bullets=doubts)
    if role.related:
        names, more = cut(
            [plain(flat(name), role.at("related", n)) for n, name in enumerate(role.related)], RELATED
        )
        further = plain(f"and {number_of(more)} more") if more else ()
        yield Aside(f"{id}-related", "aside", "Related jobs", bullets=tuple(names), closing=further)
    known = {term.id: term for term in plan.guide.terms}
    terms = [known[name] for name in role.terms if name in known][:TERMS]
    if terms:
        items = tuple((flat(t.term), inline(t.gist or first_sentence(t.definition), t.at())) for t in terms)
        closing = plan.see("All terms: glossary, page\u00a0", "glossary")
        yield Aside(f"{id}-words", "aside", "Words to know", terms=items, closing=closing)
    yield from _codes(role, id)


def _codes(role: Role, id: str) -> Iterator[Aside]:
    """Its numbers in the classifications: 'O*NET-SOC 15-2051.00'; one without a fraction is of the SOC itself."""
    if role.codes:
        names = {"soc": "O*NET-SOC" if "." in role.codes.get("soc", "") else "SOC", **CLASSIFICATIONS}
        codes = tuple(
            plain(f"{names[kind]} {flat(code)}", role.at("codes", kind)) for kind, code in role.codes.items()
        )
        yield Aside(f"{id}-codes", "aside", "In the classifications", paragraphs=codes)


def _beside_others(plan: Plan, i: int, id: str) -> Iterator[Aside]:
    others = [j for j in plan.everyone if j != i]
    closing = plan.see("Line by line on page\u00a0", "compare", bold=True)
    if len(others) == 1:
        title, lines = _one_other(plan, i, others[0])
        if title or lines:
            texts = tuple(plain(line, plan.roles[i].at("skills")) for line in lines)
            yield Aside(f"{id}-next", "aside", "Next to the other job", title, texts, closing=closing, role=i)
        return
    mine = len(plan.comparison.of(i))
    shared = [(j, len(plan.comparison.between(i, j))) for j in others if plan.comparison.of(j)]
    if mine and shared:
        bullets = tuple(plain(f"{plan.short(j)}: {count} of {mine}") for j, count in shared)
        paragraph = plain("How many of this job’s skills each other job lists:")
        yield Aside(
            f"{id}-next", "aside", "Next to the others", "", (paragraph,), bullets, closing=closing, role=i
        )


def _one_other(plan: Plan, i: int, j: int) -> tuple[str, list[str]]:
    """What the other job does instead, and examples of the skills on either side."""
    role, other = plan.roles[i], plan.roles[j]
    title = f"The other {flat(other.essence).rstrip('.')}" if role.essence and other.essence else ""
    lines = []
    here = ("Only in this list", "Only in that list") if plan.in_part else ("Only here", "Only there")
    for words, k in zip(here, (i, j), strict=True):
        names = [skill.brief for skill in plan.comparison.only(k)]
        if names and plan.comparison.of(i) and plan.comparison.of(j):
            lines.append(f"{words}: {and_more(plan.casing.listed(names), 3)}.")
    return title, lines


def questions(plan: Plan, i: int, id: str) -> Iterator[Callout]:
    role = plan.roles[i]
    asked = tuple(
        inline(words, role.at("questions", n)) for n, words in enumerate(role.questions[:QUESTIONS])
    )
    if asked:
        count = len(asked)
        title = f"{opened(count)} good question{'' if count == 1 else 's'} about this job"
        label = f"Ask at {plan.place}" if plan.place else "Ask an employer"
        given = plan.booth != plan.booth.upper()
        yield Callout(f"{id}-ask", "foot", label, title, items=asked, role=i, as_written=given)
