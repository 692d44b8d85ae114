"""What an author writes, as frozen pydantic models: roles, guides, skills, tips, terms, jobs, sources.

Comes in: plain mappings that `model.load` has read from YAML, each with its `span`. Goes out: validated, immutable
nodes. Refuses: unknown keys, wrong types, empty or over-long text, percentiles that fall. Every text is plain, with
a small Markdown subset (`*emphasis*`, `**strong**`, `` `code` ``, `[label](https://...)`); none of it is markup.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from guidebuild.diagnostics import Span

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=5_000, strip_whitespace=True)]
Url = Annotated[str, StringConstraints(pattern=r"^(https?://|mailto:)[^\s<>\"]+$", max_length=500)]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=200)]
Aspect = Literal["together", "build", "improve", "data", "research", "quality", "operate", "explain", "plan"]
Trend = Literal["rising", "steady", "falling", "mixed"]
SectionName = Literal[
    "cover", "contents", "glance", "profiles", "compare", "skills", "pay", "jobs", "fit",
    "tips", "questions", "glossary", "sources", "back",
]  # fmt: skip


class Node(BaseModel):
    """A mapping in an author's file; `span` is its place and takes no part in comparison of content."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    span: Span = Field(default=Span(""), exclude=True, repr=False)


class Responsibility(Node):
    """One duty: a short imperative title, a sentence of detail, and the aspect that aligns it across roles.

    A plain string in YAML becomes a `detail` alone.
    """

    title: Line | None = None
    detail: Line | None = None
    aspect: Aspect | None = None


class SkillUse(Node):
    """A skill as a role needs it. A plain string is a skill id, a label, an alias or free text."""

    skill: Line
    level: Literal["core", "useful"] = "core"
    note: Line | None = None


class Education(Node):
    """`degrees` in rising order, as in ["Bachelor's", "Master's"]; `fields` are subjects; lists may be empty."""

    degrees: tuple[Line, ...] = ()
    fields: tuple[Line, ...] = ()
    coursework: tuple[Line, ...] = ()
    certificates: tuple[Line, ...] = ()
    summary: Prose | None = None


class Tool(Node):
    """A product by name, with what it is used for. A plain string in YAML is the name."""

    name: Line
    note: Line | None = None


class Industry(Node):
    """An industry with examples of the work there. A plain string in YAML is the name."""

    name: Line
    examples: tuple[Line, ...] = ()


class Outlook(Node):
    """`headline` is a few words ("Rising, possibly faster"), `reason` a half sentence, `summary` prose."""

    trend: Trend
    headline: Line | None = None
    reason: Line | None = None
    summary: Prose | None = None
    sources: tuple[Id, ...] = ()


class Percentiles(Node):
    """Pay at five percentiles in whole currency units, of `n` reports."""

    n: Annotated[int, Field(ge=1, le=100_000_000)]
    p10: Annotated[float, Field(ge=0, le=1e9)]
    p25: Annotated[float, Field(ge=0, le=1e9)]
    p50: Annotated[float, Field(ge=0, le=1e9)]
    p75: Annotated[float, Field(ge=0, le=1e9)]
    p90: Annotated[float, Field(ge=0, le=1e9)]

    @model_validator(mode="after")
    def _rising(self) -> Percentiles:
        values = (self.p10, self.p25, self.p50, self.p75, self.p90)
        if list(values) != sorted(values):
            raise ValueError("the percentiles must not fall from p10 to p90")
        return self


class Pay(Node):
    """What people reported. `overall` covers all levels; `reports` lists every value of a small sample (n < 30)."""

    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "USD"
    period: Literal["year", "month", "hour"] = "year"
    region: Line
    years: tuple[int, int]
    source: Id
    overall: Percentiles
    levels: dict[Literal["entry", "mid", "senior", "executive"], Percentiles] = {}
    reports: tuple[Annotated[float, Field(ge=0, le=1e9)], ...] = ()

    @field_validator("years", mode="before")
    @classmethod
    def _one_year(cls, value: object) -> object:
        return (value, value) if isinstance(value, int) else value

    @model_validator(mode="after")
    def _complete(self) -> Pay:
        if self.reports and len(self.reports) != self.overall.n:
            raise ValueError(f"'reports' lists {len(self.reports)} values but 'overall.n' is {self.overall.n}")
        if self.years[0] > self.years[1]:
            raise ValueError("'years' must run from the earlier to the later year")
        return self


class WorksWith(Node):
    """The people this role works beside, and what for ("to agree what a project needs")."""

    who: Line
    why: Line | None = None


class Link(Node):
    label: Line
    url: Url


class SelfCheck(Node):
    """A first-person statement that fits this role; `aspect` pairs it with the other role's statement."""

    aspect: Literal["curiosity", "study", "pace", "habit", "breadth", "field", "degree"]
    says: Line


class Role(Node):
    """One job role, from `content/roles/<id>.yml`. Only title and definition are compulsory."""

    id: Id
    title: Annotated[str, StringConstraints(min_length=1, max_length=160, strip_whitespace=True)]
    short: Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)] | None = None
    aliases: tuple[Line, ...] = ()
    definition: Prose
    focus: Line | None = None
    tagline: Line | None = None
    essence: Line | None = None
    reviewed: dt.date | None = None
    responsibilities: tuple[Responsibility, ...] = ()
    skills: tuple[SkillUse, ...] = ()
    education: Education | None = None
    tools: dict[Line, tuple[Tool, ...]] = {}
    industries: tuple[Industry, ...] = ()
    outlook: Outlook | None = None
    pay: Pay | None = None
    works_with: WorksWith | None = None
    fits: tuple[Line, ...] = ()
    think_twice: tuple[Line, ...] = ()
    questions: tuple[Line, ...] = ()
    self_check: tuple[SelfCheck, ...] = ()
    terms: tuple[Id, ...] = ()
    links: tuple[Link, ...] = ()
    sources: tuple[Id, ...] = ()

    @property
    def short_title(self) -> str:
        return self.short or self.title


class Skill(Node):
    """A canonical skill. `brief` is the label where space is narrow."""

    id: Id
    label: Line
    brief: Line | None = None
    aliases: tuple[Line, ...] = ()
    category: Id


class Category(Node):
    id: Id
    label: Line


class Tip(Node):
    """A practical tip: imperative title, why it helps (two lines), one concrete first step; `roles` it counts most for."""

    id: Id
    title: Line
    why: Prose
    step: Line
    roles: tuple[Id, ...] = ()


class Term(Node):
    """A glossary entry; `gist` is five words for the margin, `definition` a sentence or two."""

    id: Id
    term: Line
    gist: Line | None = None
    definition: Prose


class Salary(Node):
    low: Annotated[float, Field(ge=0, le=1e9)]
    high: Annotated[float, Field(ge=0, le=1e9)] | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "USD"
    period: Literal["year", "month", "hour"] = "year"

    @model_validator(mode="after")
    def _ordered(self) -> Salary:
        if self.high is not None and self.high < self.low:
            raise ValueError("'high' must not be below 'low'")
        return self


class Job(Node):
    """A featured opening."""

    id: Id
    title: Line
    employer: Line
    place: Line
    employment: Literal["full-time", "part-time", "internship", "contract", "temporary"] = "full-time"
    level: Literal["entry", "mid", "senior", "executive"] | None = None
    salary: Salary | None = None
    note: Line | None = None
    url: Url | None = None
    posted: dt.date | None = None
    source: Id | None = None


class Source(Node):
    """Where facts come from. `credit` is a line that a licence asks to be printed word for word."""

    id: Id
    title: Line
    publisher: Line | None = None
    date: dt.date | None = None
    accessed: dt.date | None = None
    url: Url | None = None
    licence: Line | None = None
    note: Prose | None = None
    credit: Prose | None = None


class Question(Node):
    """A question to ask at the booth; `roles` it is about, empty for all."""

    ask: Line
    roles: tuple[Id, ...] = ()


class Event(Node):
    name: Line
    date: dt.date | None = None
    place: Line | None = None
    booth: Line | None = None
    url: Url | None = None


class ContactBlock(Node):
    name: Line | None = None
    lines: tuple[Line, ...] = ()
    email: Email | None = None
    phone: Line | None = None
    url: Url | None = None


class SectionSetting(Node):
    """Switches a section, and overrides its title (the finding) and lead."""

    on: bool = True
    title: Line | None = None
    lead: Prose | None = None


class GuideSpec(Node):
    """One guide, from `content/guides/<id>.yml` or `guide.yml`."""

    id: Id
    title: Line | None = None
    subtitle: Line | None = None
    kicker: Line = "Career guide"
    roles: Annotated[tuple[Id, ...], Field(min_length=2, max_length=6)]
    date: dt.date | None = None
    version: Line | None = None
    sections: dict[SectionName, SectionSetting] = {}
    order: tuple[SectionName, ...] = ()
    event: Event | None = None
    contact: ContactBlock | None = None
    url: Url | None = None
    brand: Line | None = None
    paper: Literal["a4", "letter"] | None = None
    locale: Annotated[str, StringConstraints(pattern=r"^en([-_][A-Z]{2})?$")] = "en-GB"
    tips: tuple[Id, ...] | None = None
    jobs: tuple[Id, ...] | None = None
    questions: tuple[Question, ...] | None = None
    scale: tuple[Id, ...] = ()


class Guide(Node):
    """A guide with everything it refers to: the input of `compose`.

    `skills` maps id to canonical skill; `terms` holds the glossary entries that the guide's roles use, in order;
    `scale` the further roles whose pay is shown for scale.
    """

    spec: GuideSpec
    roles: tuple[Role, ...]
    scale: tuple[Role, ...] = ()
    skills: dict[str, Skill] = {}
    categories: tuple[Category, ...] = ()
    tips: tuple[Tip, ...] = ()
    terms: tuple[Term, ...] = ()
    jobs: tuple[Job, ...] = ()
    questions: tuple[Question, ...] = ()
    sources: dict[str, Source] = {}
    date: dt.date
