"""What an author writes, as frozen pydantic models: roles, guides, skills, tips, terms, jobs, sources.

Comes in: what `yamlfile.tree` has read from a file, or plain mappings. Goes out: validated, immutable
nodes. Refuses: unknown keys, wrong types, empty or over-long text, percentiles that fall. Every text is
plain, with a small Markdown subset (`*emphasis*`, `**strong**`, `` `code` ``, `[label](https://...)`);
none of it is markup. Schemas are built at first use (`defer_build`) and spans are not validated: a cold
start is quicker for both.
"""

# No postponed annotations here: pydantic would evaluate every one of them from text, 10 ms of each cold start.
import datetime as dt
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from guidebuild.edition import LAYOUTS, PAPERS, PROFILES, TYPE_SIZES
from guidebuild.model.parts import (
    Aspect,
    Education,
    Ground,
    Industry,
    Link,
    Listed,
    Outlook,
    Pay,
    Preparation,
    Responsibility,
    SelfCheck,
    SkillUse,
    Tool,
    Tracking,
    WorksWith,
)
from guidebuild.yamlfile.node import (
    CURRENCY_PATTERN,
    LANGUAGE_PATTERN,
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

if TYPE_CHECKING:  # which names there are is known when the registries are
    LayoutName = str
    TypeSizeName = str
    PaperName = str
    ProfileName = str
else:
    LayoutName, TypeSizeName = Literal[tuple(LAYOUTS)], Literal[tuple(TYPE_SIZES)]
    PaperName, ProfileName = Literal[tuple(PAPERS)], Literal[tuple(PROFILES)]
SectionName = Literal[
    "cover", "contents", "glance", "profiles", "compare", "skills", "pay", "jobs", "fit",
    "tips", "questions", "glossary", "sources", "back",
]  # fmt: skip


class Role(Node):
    """One job role, from `content/roles/<id>.yml`. Only title and definition are compulsory.

    `sources` are those of its texts; the outlook and the pay name their own. `codes` are its numbers in the
    classifications (O*NET-SOC code, ISCO-08 group, ESCO code), `related` the titles of jobs close to it. `left_out`
    tells how many more of a list the source holds than the role lists. `ranked_by` says by what a list is ordered,
    where its source ranks it, and `criteria` in a few words which entries of the source stand in a list ("rated 3 of 5
    or more for importance"). `pay_said` is what a source says of pay in words, where there are no figures of a
    sample; it is printed, but never ranked or drawn. `vocabulary` names the fields of work whose canonical skills and
    terms its words mean. `language` is that of its texts (BCP 47), where it is not the guide's.
    """

    noun: ClassVar[str] = "a role"
    id: Id
    language: Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)] | None = None
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
    pay_said: Line | None = None
    works_with: WorksWith | None = None
    fits: tuple[Line, ...] = ()
    think_twice: tuple[Line, ...] = ()
    questions: tuple[Line, ...] = ()
    self_check: tuple[SelfCheck, ...] = ()
    terms: tuple[Id, ...] = ()
    links: tuple[Link, ...] = ()
    sources: tuple[Id, ...] = ()
    codes: dict[Literal["soc", "isco", "esco"], Line] = Field(default_factory=dict)
    preparation: Preparation | None = None
    interests: tuple[Line, ...] = ()
    related: tuple[Line, ...] = ()
    left_out: dict[Listed, Annotated[int, Field(ge=1, le=100_000)]] = Field(default_factory=dict)
    ranked_by: dict[Listed, Ground] = Field(default_factory=dict)
    criteria: dict[Listed, Line] = Field(default_factory=dict)
    vocabulary: tuple[Id, ...] = ()

    @property
    def short_title(self) -> str:
        return self.short or self.title


class Skill(Node):
    """A canonical skill. `brief` is the label where space is narrow; `category` an id of a category, or any word.

    `field` is the field of work whose words it knows; without one it counts for every role of the project.
    """

    noun: ClassVar[str] = "a skill"
    id: Id
    label: Line
    brief: Line | None = None
    aliases: tuple[Line, ...] = ()
    category: Aspect
    field: Id | None = None


class Category(Node):
    noun: ClassVar[str] = "a category"
    id: Id
    label: Line


class Tip(Node):
    """A practical tip: imperative title, why it helps, one first step if there is one; `roles` it counts most for.

    A tip that is one short sentence is a title and nothing else.
    """

    noun: ClassVar[str] = "a tip"
    id: Id
    title: Line
    why: Prose | None = None
    step: Line | None = None
    roles: tuple[Id, ...] = ()


class Term(Node):
    """A glossary entry; `gist` is five words for the margin, `definition` a sentence or two.

    `roles` are those in whose texts the word means this; empty for any. "Training" is another thing to a nurse.
    `field` is the field of work that the word belongs to; without one it counts for every role of the project.
    """

    noun: ClassVar[str] = "a glossary term"
    id: Id
    term: Line
    gist: Line | None = None
    definition: Prose
    roles: tuple[Id, ...] = ()
    field: Id | None = None


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
    """A featured opening; `roles` it suits, empty for any guide. After the day `closes` it is marked as closed."""

    noun: ClassVar[str] = "a job"
    id: Id
    title: Line
    employer: Line
    place: Line
    employment: (
        Literal["full-time", "part-time", "internship", "full-time internship", "contract", "temporary"]
        | None
    ) = None
    level: Literal["entry", "mid", "senior", "executive"] | None = None
    salary: Salary | None = None
    note: Line | None = None
    url: Url | None = None
    posted: dt.date | None = None
    closes: dt.date | None = None
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
    """A fair or an evening; `until` is its last day where it takes several, `time` any text ("10 am to 4 pm")."""

    noun: ClassVar[str] = "an event"
    name: Line
    date: dt.date | None = None
    until: dt.date | None = None
    time: Line | None = None
    place: Line | None = None
    booth: Line | None = None
    url: Url | None = None
    utm: Tracking | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.until and not self.date:
            raise ValueError("'until' is the last day of an event, which needs its first one, 'date', too")
        if self.until and self.date and self.until < self.date:
            raise ValueError("'until' must not be before 'date'")
        return self


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


class Booklet(Node):
    """How a guide becomes a booklet; `paper_thickness` in millimetres is that of one sheet.

    `imposed` puts two pages on a side of a sheet to fold, or leaves single pages in order; nothing said, they are
    imposed for an office printer and left alone for a press.
    """

    noun: ClassVar[str] = "a booklet"
    paper_thickness: Annotated[float, Field(ge=0.02, le=0.5)] = 0.1
    imposed: bool | None = None


class GuideSpec(Node):
    """One guide, from `content/guides/<id>.yml` or `guide.yml`.

    `scale` names roles whose pay is drawn beside the guide's own, as a yardstick; one of fewer than thirty reports
    is left out. `vocabulary` names the fields of work whose skills and terms the words of all its roles mean.
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
    layout: LayoutName | None = None
    edition: TypeSizeName | None = None
    paper: PaperName | None = None
    profile: ProfileName | None = None
    booklet: Booklet | None = None
    locale: Locale = "en-GB"
    tips: tuple[Id, ...] | None = None
    jobs: tuple[Id, ...] | None = None
    questions: tuple[Question, ...] | None = None
    scale: tuple[Id, ...] = ()
    vocabulary: tuple[Id, ...] = ()

    @field_validator("layout", "edition", "paper", "profile", mode="before")
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
    alphabet; `scale` the further roles whose pay is shown for scale. Of `openings` that suit the guide, `titled` of
    them with a title of its roles, `jobs` are those to print.
    """

    spec: GuideSpec
    roles: tuple[Role, ...]
    scale: tuple[Role, ...] = ()
    skills: dict[str, Skill] = Field(default_factory=dict)
    categories: tuple[Category, ...] = ()
    tips: tuple[Tip, ...] = ()
    terms: tuple[Term, ...] = ()
    jobs: tuple[Job, ...] = ()
    openings: int = 0
    titled: int = 0
    questions: tuple[Question, ...] = ()
    sources: dict[str, Source] = Field(default_factory=dict)
    date: dt.date
