"""What was collected from an article, as the facts of entries, in the shape of the YAML.

Comes in: texts with their lines. Goes out: trees of `Fact`s for roles, tips, jobs, the source and the guide. Refuses:
to print markup of others: every text is made literal, and what is over the limit is cut and told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guidebuild.importers.draft import Fact, Tree
from guidebuild.importers.kinds.article.fields.education import education_in
from guidebuild.importers.kinds.article.fields.outlook import trend_of
from guidebuild.importers.kinds.article.fields.skills import Use, merged
from guidebuild.importers.kinds.article.found import Collected, RoleText
from guidebuild.importers.kinds.article.page.block import Ledger, Page
from guidebuild.importers.kinds.article.roles.names import Names, Role
from guidebuild.importers.kinds.article.sections.attribution import nearest_to_a_definition
from guidebuild.importers.kinds.article.sections.openings import Opening, job_ids
from guidebuild.importers.kinds.article.words.prose import clause, sentences
from guidebuild.importers.meaning.aspects import aspect_of
from guidebuild.importers.meaning.wording import (
    LINE,
    PROSE,
    STATEMENT,
    TITLE,
    clean,
    ended,
    fitted,
    literal,
    raised,
    slug,
)
from guidebuild.model.sameness import same_key
from guidebuild.model.selection import roles_title

Lines = Sequence[tuple[str, int]]
# Emoji and the marks that join and colour them: no font of text has them.
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0e\ufe0f\u200d\u20e3]")
_LEAD = 320  # characters over the cards at a glance: with more they leave their page
_CHECK = 3  # skills of its own that each role needs for the self-check to be printed


@dataclass(frozen=True, slots=True)
class Desk:
    """Makes facts: the name of the file for their places, the ledger for what is to be told, the day."""

    file: str
    ledger: Ledger
    on: dt.date

    def at(self, line: int) -> str:
        return f"{self.file}:{line}"

    def text(self, words: str, line: int, limit: int = LINE) -> str:
        """Literal words within the limit; a cut is told."""
        kept, cut = fitted(_PICTURES.sub("", words), limit)
        if cut:
            self.ledger.tell(
                line, "cut", f"a text of more than {limit} characters was cut: '{clean(words)[:50]}…'"
            )
        return kept

    def fact(self, words: str, line: int, limit: int = LINE) -> Fact:
        return Fact(self.text(words, line, limit), self.at(line))

    def prose(self, lines: Lines, between: str = "\n\n") -> Fact:
        """Paragraphs, or sentences of one, with the place of the first."""
        kept: list[str] = []
        for words, line in lines:
            text = self.text(ended(words) if between == " " else words, line, PROSE)
            if len(between.join([*kept, text])) > PROSE:
                self.ledger.tell(
                    line, "cut", f"a text of more than {PROSE} characters was cut: '{clean(words)[:50]}…'"
                )
                break
            kept.append(text)
        return Fact(between.join(kept), self.at(lines[0][1]) if lines else "")


def _unique(lines: Lines) -> list[tuple[str, int]]:
    return list({clean(words).casefold(): (words, line) for words, line in reversed(lines)}.values())[::-1]


# Roles


def role_facts(desk: Desk, names: Names, number: int, found: Collected, source: str) -> Mapping[str, Tree]:
    """A role by its number, with the fields that the article fills."""
    role, text = names.roles[number], found.roles[number]
    facts: dict[str, Tree] = {"title": Fact(desk.text(role.title, 1, TITLE), desk.at(1))}
    if role.aliases:
        facts["aliases"] = tuple(Fact(alias, desk.at(1)) for alias in role.aliases)
    pay, beyond = _told_pay(text)
    facts["definition"] = _definition(desk, names, number, found, beyond)
    if text.focus:
        facts["focus"] = desk.fact(*text.focus)
    facts["reviewed"] = Fact(desk.on)
    lists: dict[str, Tree] = {
        "responsibilities": tuple(_duty(desk, *duty) for duty in _unique_duties(text)),
        "skills": _skills(desk, text),
        "education": _education(desk, role, text),
        "tools": _tools(desk, text),
        "industries": _industries(desk, text),
        "outlook": _outlook(desk, text, source),
        "pay_said": _pay_said(desk, pay),
        "fits": tuple(desk.fact(words, line) for words, line in _unique(text.fits)),
        "think_twice": tuple(desk.fact(words, line) for words, line in _unique(text.doubts)),
        "links": tuple(
            Fact({"label": desk.text(label, line), "url": url}, desk.at(line))
            for label, url, line in _links(found)
        ),
    }
    facts.update({key: tree for key, tree in lists.items() if tree})
    facts["sources"] = (Fact(source),)
    return facts


def _definition(desk: Desk, names: Names, number: int, found: Collected, more: Lines) -> Fact:
    """What the article says that the job is, else the nearest it comes to saying so; and what has no other field."""
    role, text = names.roles[number], found.roles[number]
    own = _unique([*text.definition, *text.more, *more])
    if text.definition:
        return desk.prose(own)
    if opening := text.opening() or text.said_whole():
        return desk.prose([*opening, *own])
    told = [(detail, line) for title, detail, line in text.duties if not title]
    near = nearest_to_a_definition(names, number, (*text.more, *told, *found.intro, *found.conclusion))
    first = near or [(detail or title, line) for title, detail, line in text.duties[:1]]
    first = [said for said in own if first and first[0][0] in said[0]] or first
    lines = [*first, *(said for said in own if said not in first)] or [(role.title, 1)]
    message = f"the article does not say by itself what the job of '{role.title}' is; look at its definition"
    mild = bool(near) or bool(first and names.named(first[0][0]) == (number,))
    desk.ledger.tell(lines[0][1], "no-definition", message, mild=mild)
    return desk.prose(lines)


def _unique_duties(text: RoleText) -> list[tuple[str, str, int]]:
    """The duties, each once, without the sentences before them that say what the job is."""
    told = [] if text.definition else text.opening()
    duties = {(title.casefold(), detail.casefold()): (title, detail, line)
              for title, detail, line in reversed(text.duties) if (detail, line) not in told}  # fmt: skip
    return list(duties.values())[::-1]


def _duty(desk: Desk, title: str, detail: str, line: int) -> Fact:
    duty: dict[str, object] = {}
    if title:
        duty["title"] = desk.text(raised(title), line)
    if detail:
        duty["detail"] = desk.text(raised(ended(detail)), line, STATEMENT)
    if aspect := aspect_of(title) or aspect_of(detail):
        duty["aspect"] = aspect
    return Fact(_plainly(duty, "detail"), desk.at(line))


def _plainly(made: Mapping[str, object], shorthand: str) -> object:
    """What says one thing, as authors write it: `python`, not `{skill: python}`."""
    return made[shorthand] if list(made) == [shorthand] else made


def _skills(desk: Desk, text: RoleText) -> tuple[Fact, ...]:
    lines = {same_key(use.skill): line for use, line in reversed(text.skills)}
    return tuple(
        Fact(_use(desk, use, lines[same_key(use.skill)]), desk.at(lines[same_key(use.skill)]))
        for use in merged([use for use, _ in text.skills])
    )


def _use(desk: Desk, use: Use, line: int) -> object:
    made: dict[str, object] = {"skill": desk.text(use.skill, line)}
    if use.level != "core":
        made["level"] = use.level
    if use.note:
        made["note"] = desk.text(use.note, line)
    return _plainly(made, "skill")


def _education(desk: Desk, role: Role, text: RoleText) -> Mapping[str, Tree]:
    lines = _unique(text.education)
    if not lines and not text.certificates:
        return {}
    short = role.title.rpartition(" ")[2]  # "assistants" says no more than the whole name does
    names = Names((Role(role.title, (*role.aliases, short)),))
    found = education_in([words for words, _ in lines], [name for name, _ in text.certificates], names)
    line = (lines or text.certificates)[0][1]
    made: dict[str, Tree] = {
        key: tuple(desk.fact(word, line) for word in values)
        for key, values in (
            ("degrees", found.degrees),
            ("fields", found.fields),
            ("coursework", found.coursework),
            ("certificates", found.certificates),
        )
        if values
    }
    if found.summary:
        made["summary"] = desk.fact(found.summary, line, PROSE)
    return made


def _tools(desk: Desk, text: RoleText) -> Mapping[str, Tree]:
    groups: dict[str, dict[str, Fact]] = {}
    for tool, line in text.tools:
        made: dict[str, object] = {"name": desk.text(tool.name, line)}
        if tool.note:
            made["note"] = desk.text(tool.note, line)
        group = groups.setdefault(desk.text(tool.group, line), {})
        old = group.get(same_key(tool.name))
        if old is None or (tool.note and isinstance(old.value, str)):
            group[same_key(tool.name)] = Fact(_plainly(made, "name"), desk.at(line))
    return {name: tuple(held.values()) for name, held in groups.items()}


def _industries(desk: Desk, text: RoleText) -> tuple[Fact, ...]:
    found: dict[str, tuple[str, list[str], int]] = {}
    for industry, line in text.industries:
        name, examples, _ = found.setdefault(same_key(industry.name), (industry.name, [], line))
        examples += [example for example in industry.examples if example not in examples]
    made = []
    for name, examples, line in found.values():
        value: dict[str, object] = {"name": desk.text(name, line)}
        if examples:
            value["examples"] = [desk.text(example, line) for example in examples]
        made.append(Fact(_plainly(value, "name"), desk.at(line)))
    return tuple(made)


def _outlook(desk: Desk, text: RoleText, source: str) -> Mapping[str, Tree]:
    lines = _unique(text.outlook)
    if not lines:
        return {}
    made: dict[str, Tree] = {}
    if trend := trend_of(" ".join(words for words, _ in text.outlook)):
        made["trend"] = Fact(trend, desk.at(lines[0][1]))
    made["summary"] = desk.prose(lines, " ")
    made["sources"] = (Fact(source),)
    return made


def _told_pay(text: RoleText) -> tuple[Lines, Lines]:
    """The sentences about pay, as many as one line has room for, and the others."""
    told = [(said, line) for words, line in _unique(text.pay) for said in sentences(words)]
    told = [(ended(said), line) for said, line in told] if len(told) > 1 else told
    count, length = 0, -1
    for words, _ in told:
        length += 1 + len(literal(clean(words)))
        if count and length > LINE:
            break
        count += 1
    return told[:count], told[count:]


def _pay_said(desk: Desk, lines: Lines) -> tuple[()] | Fact:
    return desk.fact(raised(" ".join(words for words, _ in lines)), lines[0][1]) if lines else ()


def _links(found: Collected) -> list[tuple[str, str, int]]:
    return list({url: (label, url, line) for label, url, line in reversed(found.links)}.values())[::-1]


# Tips, jobs, the source


def tip_entries(desk: Desk, found: Collected, ids: Sequence[str]) -> dict[str, Mapping[str, Tree]]:
    """The tips by id. Ids end in the roles' initials, so that tips of different articles do not meet."""
    made: dict[str, Mapping[str, Tree]] = {}
    counts: Counter[str] = Counter()
    ending = "-".join("".join(part[0] for part in id.split("-")) for id in ids)
    for tip, named, line in found.tips:
        head = tip.title if tip.why else clause(tip.title)
        id = f"{slug(head, fallback='tip')[:50].strip('-')}-{ending}"[:80].strip("-")
        counts[id] += 1
        id = id if counts[id] == 1 else f"{id[:72]}-{counts[id]}"
        facts: dict[str, Tree] = {"title": desk.fact(tip.title, line)}
        if tip.why:
            facts["why"] = desk.fact(tip.why, line, PROSE)
        if tip.step:
            facts["step"] = desk.fact(tip.step, line)
        facts["roles"] = tuple(Fact(ids[i]) for i in sorted(named or range(len(ids))))
        made[id] = facts
    return made


def job_entries(
    desk: Desk, jobs: Sequence[Opening], ids: Sequence[str], source: str, date: dt.date | None
) -> dict[str, Mapping[str, Tree]]:
    made: dict[str, Mapping[str, Tree]] = {}
    for id, job in zip(job_ids(jobs), jobs, strict=True):
        at = desk.at(job.line)
        facts: dict[str, Tree] = {
            "title": desk.fact(job.title, job.line),
            "employer": desk.fact(job.employer, job.line),
            "place": desk.fact(job.place, job.line),
            "employment": Fact(job.employment, at),
        }
        if job.level:
            facts["level"] = Fact(job.level, at)
        if job.salary:
            facts["salary"] = Fact(dict(job.salary), at, whole=True)
        if job.url and len(job.url) <= 500:
            facts["url"] = Fact(job.url, at)
        if date:
            facts["posted"] = Fact(date, at)
        facts["source"] = Fact(source)
        facts["roles"] = tuple(Fact(id) for id in ids)
        made[id] = facts
    return made


def source_facts(
    desk: Desk, titles: Sequence[str], page: Page, url: str, publisher: str, date: dt.date | None
) -> Mapping[str, Tree]:
    """The article itself."""
    title = titles[0] if titles else desk.file
    facts: dict[str, Tree] = {"title": Fact(f"“{desk.text(title, 1, LINE - 2)}”", desk.at(1))}
    if publisher or page.said.get("publisher"):
        facts["publisher"] = desk.fact(publisher or page.said["publisher"], 1)
    if date:
        facts["date"] = Fact(date, desk.at(1))
    facts["accessed"] = Fact(desk.on)
    address = url or page.said.get("url", "")
    if re.fullmatch(r"https?://[^\s<>\"]{1,480}", address):
        facts["url"] = Fact(address, desk.at(1))
    facts["note"] = Fact("An article, imported as it was published.")
    return facts


# The guide


def guide_facts(
    desk: Desk,
    roles: Sequence[Role],
    ids: Sequence[str],
    found: Collected,
    subtitle: str,
    tips: Sequence[str],
    jobs: Sequence[str],
) -> Mapping[str, Tree]:
    """The guide that sets the roles side by side. Introduction and conclusion lead its sections."""
    facts: dict[str, Tree] = {"title": Fact(desk.text(roles_title(list(roles)), 1), desk.at(1))}  # type: ignore[arg-type]
    if subtitle:
        facts["subtitle"] = desk.fact(raised(subtitle), 1)
    facts["roles"] = tuple(Fact(id) for id in ids)
    last = "fit" if _has_check(found) else "back"
    leads = (
        ("glance", found.intro),
        ("compare", found.compare),
        (last, found.conclusion),
        ("tips", found.tips_lead),
    )
    sections = {name: {"lead": desk.prose(_unique(lines), " ")} for name, lines in leads if lines}
    if sections:
        facts["sections"] = sections
    if tips:
        facts["tips"] = tuple(Fact(id) for id in tips)
    if jobs:
        facts["jobs"] = tuple(Fact(id) for id in jobs)
    return facts


def _over_the_cards(lines: Lines) -> tuple[Lines, Lines]:
    """As many sentences as stand over the cards of one page, and the rest, which goes to the back of the guide."""
    told = [(sentence, line) for words, line in _unique(lines) for sentence in sentences(words)]
    count = 0
    while count < len(told) and len(" ".join(words for words, _ in told[: count + 1])) <= _LEAD:
        count += 1
    count = max(count, 1)
    return told[:count], told[count:]


def _has_check(found: Collected) -> bool:
    """Whether the guide will have a self-check, which is made of skills that one role alone needs."""
    sets = [{same_key(use.skill) for use, _ in text.skills} for text in found.roles]
    for i, own in enumerate(sets):
        others = set[str]().union(*(other for j, other in enumerate(sets) if j != i))
        if len(own - others) < _CHECK:
            return False
    return True
