"""A role's profile: what the job is, what you would do, know and use, and who it suits.

Comes in: the plan and a role. Goes out: the section. Refuses: a heading without a body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guidebuild.compose.alignment import tool_place
from guidebuild.compose.comparison import SMALL, SharedSkill
from guidebuild.compose.document import (
    Aside,
    Block,
    Callout,
    Definitions,
    Duties,
    Fact,
    Heading,
    Pairs,
    Paragraph,
    Rings,
    Section,
    SkillColumn,
    SkillColumns,
    Text,
    plain,
)
from guidebuild.compose.inline import first_sentence, flat, inline, paragraphs
from guidebuild.compose.numbers import (
    and_more,
    brief_money,
    capital,
    counted,
    cut,
    joined,
    lowered,
    named,
    number_of,
    opened,
    opened_count,
    sample,
    spelled,
)
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.sections.glance import degrees, outlook_words, pay_words
from guidebuild.model.parts import Education, Industry, Pay, Tool
from guidebuild.model.schema import Role

DUTIES = 8
TOOLS = 12
GROUPS = 8
TERMS = 5
QUESTIONS = 3
LEVELS = {"entry": "entry", "mid": "mid", "senior": "senior", "executive": "executive"}


def section(plan: Plan, slot: Slot) -> Section:
    assert slot.role is not None, "a profile belongs to a role"
    role = plan.roles[slot.role]
    blocks = _blocks(plan, slot.role, slot.id)
    return plan.section(slot, flat(role.title), flat(role.title), blocks, "profiles")


def _blocks(plan: Plan, i: int, id: str) -> Iterator[Block]:
    role = plan.roles[i]
    own = plan.guide.spec.sections.get("profiles")
    tagline = flat((own.lead if own and own.lead else "") or role.tagline or role.focus or "")
    if tagline:
        yield Paragraph(f"{id}-lead", "lead", inline(tagline), "lead")
    if count := len(plan.comparison.of(i)):
        shared = count - len(plan.comparison.only(i))
        yield Rings(f"{id}-rings", "rings", (count,), shared, (i,))
    yield from _facts(plan, i, id)
    yield from _job(role, i, id)
    yield from _knowledge(plan, i, id)
    yield from _workplace(role, id)
    yield from _asides(plan, i, id)
    yield from _questions(plan, i, id)


# Facts


def _facts(plan: Plan, i: int, id: str) -> Iterator[Fact]:
    role = plan.roles[i]
    value, note = pay_words(role.pay)
    if role.pay and value:
        counted_how = f" {flat(role.pay.note).rstrip('.')}." if role.pay.note else ""
        text: Text = (*plain(f"{note}.{counted_how}"), *plan.see(" See page ", "pay", "."))
        yield Fact(
            f"{id}-pay", "facts", "Median pay reported", value, text, money=True, range=plan.role_range(i)
        )
        yield from _levels(role.pay, id)
    if degree := degrees(role):
        fields = named([flat(word) for word in role.education.fields], 4, "or") if role.education else ""
        yield Fact(f"{id}-degree", "facts", "Usual degree", degree, plain(capital(fields)))
    value, note = outlook_words(role)
    if value:
        summary = role.outlook.summary if role.outlook else None
        text = inline(summary) if summary else plain(capital(note))
        yield Fact(f"{id}-outlook", "facts", "Outlook", value, text)
    yield from _skill_fact(plan, i, id)
    if role.works_with:
        who, why = role.works_with.who, role.works_with.why or ""
        yield Fact(f"{id}-beside", "facts", "Works beside", capital(flat(who)), inline(why))
    if role.industries:
        names = named([flat(entry.name) for entry in role.industries], 6)
        count = counted(len(role.industries), "industry", "industries")
        yield Fact(f"{id}-industries", "facts", "Hires in", capital(count), plain(names))


def _levels(pay: Pay, id: str) -> Iterator[Fact]:
    """Medians by experience, each with its number of reports; levels of few reports stay out."""
    levels = [(LEVELS[name], at) for name, at in pay.levels.items() if at.n >= SMALL]
    if len(levels) > 1:
        low, high = levels[0][1].p50, levels[-1][1].p50
        value = f"{brief_money(low, pay.currency)} to {brief_money(high, pay.currency)}"
        said = [f"{name} {brief_money(at.p50, pay.currency)} ({sample(at.n)})" for name, at in levels]
        yield Fact(f"{id}-levels", "facts", "Median by experience", value, plain(capital(joined(said))))


def _skill_fact(plan: Plan, i: int, id: str) -> Iterator[Fact]:
    count = len(plan.comparison.of(i))
    if not count:
        return
    own = len(plan.comparison.only(i))
    shared = count - own
    other = "both" if len(plan.roles) == 2 else "shared"
    note = f"Dark: this job only. Light: {other}." if shared and own else ""
    value = f"{count}, of which {shared} shared" if shared else f"{count}, none shared"
    yield Fact(f"{id}-skills", "facts", "Skills listed", value, plain(note), dots=(own, shared))


# The job


def _job(role: Role, i: int, id: str) -> Iterator[Block]:
    yield Heading(f"{id}-what", "main", "What the job is")
    for number, text in enumerate(paragraphs(role.definition), 1):
        yield Paragraph(f"{id}-what-{number}", "main", text)
    if role.responsibilities:
        duties = [(flat(duty.title or ""), inline(duty.detail or "")) for duty in role.responsibilities]
        kept, more = cut(duties, DUTIES)
        words = f"and {number_of(more)} more" if more else ""
        yield Heading(f"{id}-do", "main", "What you would do")
        yield Duties(f"{id}-duties", "main", tuple(kept), i, words)
    if ways := _way_in(role.education):
        yield Heading(f"{id}-in", "main", "How people get in")
        for number, text in enumerate(ways, 1):
            yield Paragraph(f"{id}-in-{number}", "main", text)


def _way_in(education: Education | None) -> tuple[Text, ...]:
    """The author's summary, or sentences made from the lists."""
    if not education:
        return ()
    if education.summary:
        return paragraphs(education.summary)
    degree = joined([flat(word) for word in education.degrees], "or")
    fields = and_more([lowered(flat(word)) for word in education.fields], 6, "or")
    words = []
    if degree or fields:
        words.append(f"Usual degree: {' in '.join(part for part in (degree, fields) if part)}.")
    if courses := and_more([lowered(flat(word)) for word in education.coursework], 8):
        words.append(f"Courses that count: {courses}.")
    if certificates := and_more([flat(word) for word in education.certificates], 6):
        words.append(f"Certificates: {certificates}.")
    return (plain(" ".join(words)),) if words else ()


# Skills, tools, industries


def _knowledge(plan: Plan, i: int, id: str) -> Iterator[Block]:
    columns = tuple(_columns(plan, i))
    if columns:
        yield Heading(f"{id}-know", "main", "What you need to know")
        yield Paragraph(f"{id}-know-1", "main", plain(_carry(plan, i)))
        yield SkillColumns(f"{id}-know-skills", "main", columns, len(plan.roles))
    role = plan.roles[i]
    if role.tools:
        listed = sorted(
            ((flat(group), tools) for group, tools in role.tools.items() if tools), key=tool_place
        )
        groups, more = cut([(group, _tool_words(tools)) for group, tools in listed], GROUPS)
        further = [group for group, _ in listed][-more:] if more else []
        items = (*groups, *([("Also", plain(named(further, GROUPS)))] if further else []))
        yield Heading(f"{id}-use", "main", "What you would use")
        yield Definitions(f"{id}-tools", "main", items)


def _carry(plan: Plan, i: int) -> str:
    """How many of the skills carry over, and where to."""
    count = len(plan.comparison.of(i))
    shared = count - len(plan.comparison.only(i))
    first = f"{opened_count(count, 'skill')} {'comes' if count == 1 else 'come'} up."
    if len(plan.roles) == 2:
        other = flat(plan.roles[1 - i].title)
        if not plan.comparison.of(1 - i):
            return first
        if not shared:
            return f"{first} None of them is listed for the {other} role."
        return f"{first} {_of_them(shared, count)} over if you later move to the {other} role."
    if not shared:
        return f"{first} None of them is listed for another role in this guide."
    return f"{first} {_of_them(shared, count)} over to at least one other role in this guide."


def _of_them(shared: int, count: int) -> str:
    if shared == count:
        return "All of them carry" if count > 1 else "It carries"
    return f"{opened(shared)} of them {'carries' if shared == 1 else 'carry'}"


def _columns(plan: Plan, i: int) -> Iterator[SkillColumn]:
    """This role only, then what it shares: by partner up to three roles, for more by how many share."""
    regions = [region for region in plan.comparison.regions if i in region.members and region.skills]
    for region in regions:
        if region.members == (i,):
            yield SkillColumn("This role only", region.members, _items(region.skills, i))
        elif len(plan.roles) <= 3:
            label = _column_label(plan, i, region.members)
            yield SkillColumn(label, region.members, _items(region.skills, i))
    if len(plan.roles) > 3:
        yield from _by_number(plan, i, [skill for region in regions for skill in region.skills])


def _by_number(plan: Plan, i: int, skills: list[SharedSkill]) -> Iterator[SkillColumn]:
    """What all share, what some share and what two share. Only the first has a mark: the others are no one set."""
    every = len(plan.roles)
    for least, most in ((every, every), (3, every - 1), (2, 2)):
        found = [skill for skill in skills if least <= len(skill.members) <= most]
        if found:
            members = plan.everyone if least == every else ()
            yield SkillColumn(_number_label(least, most, every), members, _items(found, i))


def _number_label(least: int, most: int, every: int) -> str:
    """'All six', 'Shared by three to five', 'Shared by two'."""
    if least == every:
        return f"All {spelled(every)}"
    if least == most:
        return f"Shared by {spelled(least)}"
    between = "or" if most - least == 1 else "to"
    return f"Shared by {spelled(least)} {between} {spelled(most)}"


def _items(skills: Iterable[SharedSkill], i: int) -> tuple[Text, ...]:
    """The skills of a column; what this role needs at its core stands before what is useful."""
    return tuple(_skill_words(skill, i) for skill in sorted(skills, key=lambda s: s.level(i) == "useful"))


def _column_label(plan: Plan, i: int, members: tuple[int, ...]) -> str:
    if len(plan.roles) == 2:
        return "Shared"
    if members == plan.everyone:
        return f"All {spelled(len(members))}"
    return f"With {plan.names(tuple(j for j in members if j != i))}"


def _skill_words(skill: SharedSkill, i: int) -> Text:
    """A skill as this role needs it: 'Python', 'R (useful)', 'SQL (useful, for reports)'."""
    more = ["useful"] if skill.level(i) == "useful" else []
    more += [note] if (note := skill.note(i)) else []
    return plain(skill.label + (f" ({', '.join(more)})" if more else ""))


def _tool_words(tools: tuple[Tool, ...]) -> Text:
    """'NumPy for arrays, Docker (packaging)'; 'scikit-learn; TensorFlow and PyTorch, to integrate models'."""
    kept, more = cut(tools, TOOLS)
    notes: dict[str, list[str]] = {}
    for tool in kept:
        name, note = flat(tool.name), flat(tool.note or "").rstrip(".")
        notes.setdefault(note or f"={name}", []).append(name)
    parts = [_tool(names, note) for note, names in notes.items()]
    between = "; " if any(len(names) > 1 for names in notes.values()) else ", "
    return plain(between.join(parts) + (f" and {number_of(more)} more" if more else ""))


def _tool(names: list[str], note: str) -> str:
    """One tool with its note, or several that share a note."""
    if note.startswith("="):
        return ", ".join(dict.fromkeys(names))
    if not note.startswith(("for ", "to ", "with ", "as ")):
        return f"{joined(names)} ({lowered(note)})"
    return f"{joined(names)}{',' if len(names) > 1 else ''} {note}"


def _workplace(role: Role, id: str) -> Iterator[Block]:
    if role.industries:
        items = tuple((flat(entry.name), plain(_examples(entry))) for entry in role.industries)
        yield Heading(f"{id}-work", "main", "Where you would work")
        yield Pairs(f"{id}-places", "main", items)


def _examples(entry: Industry) -> str:
    """'Medical imaging, diagnosis'."""
    names = [flat(words) for words in entry.examples]
    return capital(", ".join([*names[:1], *map(lowered, names[1:])]))


# The outer column


def _asides(plan: Plan, i: int, id: str) -> Iterator[Aside]:
    role = plan.roles[i]
    yield from _beside_others(plan, i, id)
    likes = tuple(inline(words) for words in role.fits)
    if likes:
        yield Aside(f"{id}-like", "aside", "If you like", bullets=likes, role=i)
    doubts = tuple(inline(words) for words in role.think_twice)
    if doubts:
        yield Aside(f"{id}-twice", "aside", "Think twice if", bullets=doubts)
    known = {term.id: term for term in plan.guide.terms}
    terms = [known[name] for name in role.terms if name in known][:TERMS]
    if terms:
        items = tuple((flat(t.term), inline(t.gist or first_sentence(t.definition))) for t in terms)
        closing = plan.see("All terms: glossary, page ", "glossary")
        yield Aside(f"{id}-words", "aside", "Words to know", terms=items, closing=closing)


def _beside_others(plan: Plan, i: int, id: str) -> Iterator[Aside]:
    others = [j for j in plan.everyone if j != i]
    closing = plan.see("Line by line on page ", "compare", bold=True)
    if len(others) == 1:
        title, lines = _one_other(plan, i, others[0])
        if title or lines:
            texts = tuple(plain(line) for line in lines)
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
    for words, k in (("Only here", i), ("Only there", j)):
        names = [skill.brief for skill in plan.comparison.only(k)]
        if names and plan.comparison.of(i) and plan.comparison.of(j):
            lines.append(f"{words}: {named(names, 3)}.")
    return title, lines


def _questions(plan: Plan, i: int, id: str) -> Iterator[Callout]:
    questions = plan.roles[i].questions[:QUESTIONS]
    if questions:
        count = len(questions)
        title = f"{opened(count)} good question{'' if count == 1 else 's'} about this job"
        label = f"Ask at {plan.place}" if plan.place else "Ask an employer"
        yield Callout(f"{id}-ask", "foot", label, title, items=tuple(map(inline, questions)), role=i)
