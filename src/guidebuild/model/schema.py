"""What an author writes, as frozen pydantic models: roles, guides, skills, tips, terms, jobs, sources.

Comes in: what `model.yaml_tree` has read from a file, or plain mappings. Goes out: validated, immutable
nodes. Refuses: unknown keys, wrong types, empty or over-long text, percentiles that fall. Every text is
plain, with a small Markdown subset (`*emphasis*`, `**strong**`, `` `code` ``, `[label](https://...)`);
none of it is markup. Schemas are built at first use (`defer_build`) and spans are not validated: a cold
start is quicker for both.
"""

# No postponed annotations here: pydantic would evaluate every one of them from text, 10 ms of each cold start.
import datetime as dt
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from guidebuild.model.node import (
    CURRENCY_PATTERN,
    Email,
    Id,
    Line,
    Locale,
    Node,
    Prose,
    ShortTitle,
    Title,
    Url,
)

Aspect = Literal["together", "build", "improve", "data", "research", "quality", "operate", "explain", "plan"]
Trend = Literal["rising", "steady", "falling", "mixed"]
SectionName = Literal[
    "cover", "contents", "glance", "profiles", "compare", "skills", "pay", "jobs", "fit",
    "tips", "questions", "glossary", "sources", "back",
]  # fmt: skip


class Responsibility(Node):
    """One duty: a short imperative title, a sentence of detail, and the aspect that aligns it across roles.

    A plain string in YAML becomes a `detail` alone.
    """

    noun: ClassVar[str] = "a responsibility"
    shorthand: ClassVar[str] = "detail"
    title: Line | None = None
    detail: Line | None = None
    aspect: Aspect | None = None


class SkillUse(Node):
    """A skill as a role needs it. A plain string is a skill id, a label, an alias or free text."""

    noun: ClassVar[str] = "a skill of a role"
    shorthand: ClassVar[str] = "skill"
    skill: Line
    level: Literal["core", "useful"] = "core"
    note: Line | None = None


class Education(Node):
    """`degrees` in rising order (["Bachelor's", "Master's"]); `fields` are subjects; lists may be empty."""

    noun: ClassVar[str] = "an education block"
    degrees: tuple[Line, ...] = ()
    fields: tuple[Line, ...] = ()
    coursework: tuple[Line, ...] = ()
    certificates: tuple[Line, ...] = ()
    summary: Prose | None = None


class Tool(Node):
    """A product by name, with what it is used for. A plain string in YAML is the name."""

    noun: ClassVar[str] = "a tool"
    shorthand: ClassVar[str] = "name"
    name: Line
    note: Line | None = None


class Industry(Node):
    """An industry with examples of the work there. A plain string in YAML is the name."""

    noun: ClassVar[str] = "an industry"
    shorthand: ClassVar[str] = "name"
    name: Line
    examples: tuple[Line, ...] = ()


class Outlook(Node):
    """`headline` is a few words ("Rising, perhaps faster"), `reason` a half sentence, `summary` prose.

    `why` is the reason as a whole clause, for the comparison; without it one is made of headline and reason.
    """

    noun: ClassVar[str] = "an outlook"
    trend: Trend
    headline: Line | None = None
    reason: Line | None = None
    why: Line | None = None
    summary: Prose | None = None
    sources: tuple[Id, ...] = ()


class Percentiles(Node):
    """Pay at five percentiles in whole currency units, of `n` reports."""

    noun: ClassVar[str] = "a set of percentiles"
    n: Annotated[int, Field(ge=1, le=100_000_000)]
    p10: Annotated[float, Field(ge=0, le=1e9)]
    p25: Annotated[float, Field(ge=0, le=1e9)]
    p50: Annotated[float, Field(ge=0, le=1e9)]
    p75: Annotated[float, Field(ge=0, le=1e9)]
    p90: Annotated[float, Field(ge=0, le=1e9)]

    @model_validator(mode="after")
    def _rising(self) -> Self:
        values = (self.p10, self.p25, self.p50, self.p75, self.p90)
        if list(values) != sorted(values):
            raise ValueError("the percentiles must not fall from p10 to p90")
        return self


class Pay(Node):
    """What people reported. `overall` covers all levels; `reports` lists each value of a sample under 30.

    `note` is a sentence on how the reports were counted ("Pools two job titles"), printed where the pay is.
    """

    noun: ClassVar[str] = "a pay block"
    currency: Annotated[str, StringConstraints(pattern=CURRENCY_PATTERN)] = "USD"
    period: Literal["year", "month", "hour"] = "year"
    region: Line
    years: tuple[int, int]
    source: Id
    overall: Percentiles
    levels: dict[Literal["entry", "mid", "senior", "executive"], Percentiles] = Field(default_factory=dict)
    reports: tuple[Annotated[float, Field(ge=0, le=1e9)], ...] = ()
    note: Line | None = None

    @field_validator("years", mode="before")
    @classmethod
    def _one_year(cls, value: object) -> object:
        return (value, value) if isinstance(value, int) and not isinstance(value, bool) else value

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.reports and len(self.reports) != self.overall.n:
            raise ValueError(
                f"'reports' lists {len(self.reports)} values but 'overall.n' is {self.overall.n}"
            )
        if self.years[0] > self.years[1]:
            raise ValueError("'years' must run from the earlier to the later year")
        return self


class WorksWith(Node):
    """The people this role works beside, and what for ("to agree what a project needs")."""

    noun: ClassVar[str] = "a works_with block"
    shorthand: ClassVar[str] = "who"
    who: Line
    why: Line | None = None


class Link(Node):
    noun: ClassVar[str] = "a link"
    label: Line
    url: Url


class SelfCheck(Node):
    """A first-person statement that fits this role; `aspect` pairs it with the other role's statement."""

    noun: ClassVar[str] = "a self-check"
    aspect: Literal["curiosity", "study", "pace", "habit", "breadth", "field", "degree"]
    says: Line


class Role(Node):
    """One job role, from `content/roles/<id>.yml`. Only title and definition are compulsory.

    `sources` are those of its texts; the outlook and the pay name their own.
    """

    noun: ClassVar[str] = "a role"
    id: Id
    title: Title
    short: ShortTitle | None = None
    aliases: tuple[Line, ...] = ()
    definition: Prose
    focus: Line | None = None
    tagline: Line | None = None
    essence: Line | None = None
    reviewed: dt.date | None = None
    responsibilities: tuple[Responsibility, ...] = ()
    skills: tuple[SkillUse, ...] = ()
    education: Education | None = None
    tools: dict[Line, tuple[Tool, ...]] = Field(default_factory=dict)
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

    noun: ClassVar[str] = "a skill"
    id: Id
    label: Line
    brief: Line | None = None
    aliases: tuple[Line, ...] = ()
    category: Id


class Category(Node):
    noun: ClassVar[str] = "a category"
    id: Id
    label: Line


class Tip(Node):
    """A practical tip: imperative title, why it helps, one first step; `roles` it counts most for."""

    noun: ClassVar[str] = "a tip"
    id: Id
    title: Line
    why: Prose
    step: Line
    roles: tuple[Id, ...] = ()


class Term(Node):
    """A glossary entry; `gist` is five words for the margin, `definition` a sentence or two."""

    noun: ClassVar[str] = "a glossary term"
    id: Id
    term: Line
    gist: Line | None = None
    definition: Prose


class Salary(Node):
    noun: ClassVar[str] = "a salary"
    low: Annotated[float, Field(ge=0, le=1e9)]
    high: Annotated[float, Field(ge=0, le=1e9)] | None = None
    currency: Annotated[str, StringConstraints(pattern=CURRENCY_PATTERN)] = "USD"
    period: Literal["year", "month", "hour"] = "year"

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.high is not None and self.high < self.low:
            raise ValueError("'high' must not be below 'low'")
        return self


class Job(Node):
    """A featured opening; `roles` it suits, empty for any guide."""

    noun: ClassVar[str] = "a job"
    id: Id
    title: Line
    employer: Line
    place: Line
    employment: Literal[
        "full-time", "part-time", "internship", "full-time internship", "contract", "temporary"
    ] = "full-time"
    level: Literal["entry", "mid", "senior", "executive"] | None = None
    salary: Salary | None = None
    note: Line | None = None
    url: Url | None = None
    posted: dt.date | None = None
    source: Id | None = None
    roles: tuple[Id, ...] = ()


class Source(Node):
    """Where facts come from. `credit` is a line that a licence asks to be printed word for word."""

    noun: ClassVar[str] = "a source"
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

    noun: ClassVar[str] = "a question"
    shorthand: ClassVar[str] = "ask"
    ask: Line
    roles: tuple[Id, ...] = ()


class Event(Node):
    noun: ClassVar[str] = "an event"
    name: Line
    date: dt.date | None = None
    place: Line | None = None
    booth: Line | None = None
    url: Url | None = None


class ContactBlock(Node):
    noun: ClassVar[str] = "a contact block"
    name: Line | None = None
    lines: tuple[Line, ...] = ()
    email: Email | None = None
    phone: Line | None = None
    url: Url | None = None


class SectionSetting(Node):
    """Switches a section, and overrides its title (the finding) and lead."""

    noun: ClassVar[str] = "a section setting"
    shorthand: ClassVar[str] = "on"
    on: bool = True
    title: Line | None = None
    lead: Prose | None = None


class GuideSpec(Node):
    """One guide, from `content/guides/<id>.yml` or `guide.yml`.

    `scale` names roles whose pay is drawn beside the guide's own, as a yardstick; one of fewer than thirty reports
    is left out.
    """

    noun: ClassVar[str] = "a guide"
    id: Id
    title: Line | None = None
    subtitle: Line | None = None
    kicker: Line = "Career guide"
    roles: Annotated[tuple[Id, ...], Field(min_length=2, max_length=6)]
    date: dt.date | None = None
    version: Line | None = None
    sections: dict[SectionName, SectionSetting] = Field(default_factory=dict)
    order: tuple[SectionName, ...] = ()
    event: Event | None = None
    contact: ContactBlock | None = None
    url: Url | None = None
    brand: Line | None = None
    paper: Literal["a4", "letter"] | None = None
    locale: Locale = "en-GB"
    tips: tuple[Id, ...] | None = None
    jobs: tuple[Id, ...] | None = None
    questions: tuple[Question, ...] | None = None
    scale: tuple[Id, ...] = ()

    @field_validator("paper", mode="before")
    @classmethod
    def _small_letters(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("order")
    @classmethod
    def _each_once(cls, order: tuple[str, ...]) -> tuple[str, ...]:
        if twice := sorted({name for name in order if order.count(name) > 1}):
            raise ValueError(f"'order' names {' and '.join(repr(name) for name in twice)} twice")
        return order


class Guide(Node):
    """A guide with everything it refers to: the input of `compose`.

    `skills` maps id to canonical skill; `terms` holds the glossary entries that the guide's roles use, by the
    alphabet; `scale` the further roles whose pay is shown for scale.
    """

    spec: GuideSpec
    roles: tuple[Role, ...]
    scale: tuple[Role, ...] = ()
    skills: dict[str, Skill] = Field(default_factory=dict)
    categories: tuple[Category, ...] = ()
    tips: tuple[Tip, ...] = ()
    terms: tuple[Term, ...] = ()
    jobs: tuple[Job, ...] = ()
    questions: tuple[Question, ...] = ()
    sources: dict[str, Source] = Field(default_factory=dict)
    date: dt.date
