"""The parts that a role is made of: duties, skills, education, tools, industries, outlook, pay and the rest.

Comes in and goes out: as in `model.schema`, which puts the parts together. Refuses: unknown keys, wrong types,
percentiles that fall.
"""

# No postponed annotations here: see `schema`.
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError

from guidebuild.model.node import CURRENCY_PATTERN, UTM_PATTERN, Id, Line, Node, Prose, Statement, Url

SAYS_NOTHING = "says_nothing"  # a kind of complaint that pydantic does not have
Aspect = Literal["together", "build", "improve", "data", "research", "quality", "operate", "explain", "plan"]
Trend = Literal["rising", "steady", "falling", "mixed"]


class Responsibility(Node):
    """One duty: a short imperative title, a sentence of detail, and the aspect that aligns it across roles.

    A plain string in YAML becomes a `detail` alone.
    """

    noun: ClassVar[str] = "a responsibility"
    shorthand: ClassVar[str] = "detail"
    title: Line | None = None
    detail: Statement | None = None
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
    """`headline` is a few words ("Rising, perhaps strongly"), `reason` a half sentence, `summary` prose.

    `why` is the reason as a whole clause, for the comparison; without it one is made of headline and reason.
    Without a `trend` nothing claims a direction, and `headline` or `summary` must say what there is to say.
    """

    noun: ClassVar[str] = "an outlook"
    trend: Trend | None = None
    headline: Line | None = None
    reason: Line | None = None
    why: Line | None = None
    summary: Prose | None = None
    sources: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.trend or self.headline or self.summary):
            raise PydanticCustomError(SAYS_NOTHING, "it needs a 'trend', a 'headline' or a 'summary'")
        return self


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
    `counts` says what `n` counts: people's own reports, or jobs that an employer survey stands for.
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
    counts: Literal["reports", "jobs"] = "reports"

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


UtmWord = Annotated[str, StringConstraints(pattern=UTM_PATTERN, min_length=1, max_length=40)]


class Tracking(Node):
    """What the QR codes of guide and event add to their addresses, so that visits can be counted by fair and booth.

    `utm: true` makes the parameters from the guide, the event and the booth; a mapping says them itself, and what it
    does not say is not added.
    """

    noun: ClassVar[str] = "a utm block"
    shorthand: ClassVar[str] = "on"
    on: bool = True
    source: UtmWord | None = None
    medium: UtmWord | None = None
    campaign: UtmWord | None = None
    content: UtmWord | None = None
    term: UtmWord | None = None

    def said(self) -> dict[str, str]:
        """The parameters that the author has given, by the names that they have in an address."""
        given = (("source", self.source), ("medium", self.medium), ("campaign", self.campaign),
                 ("content", self.content), ("term", self.term))  # fmt: skip
        return {f"utm_{name}": word for name, word in given if word}


class SelfCheck(Node):
    """A first-person statement that fits this role; `aspect` pairs it with the other role's statement."""

    noun: ClassVar[str] = "a self-check"
    aspect: Literal["curiosity", "study", "pace", "habit", "breadth", "field", "degree"]
    says: Line


class Preparation(Node):
    """How much preparation a job takes: O*NET's job zone, 1 (little) to 5 (extensive), and what it says of it."""

    noun: ClassVar[str] = "a preparation block"
    zone: Annotated[int, Field(ge=1, le=5)]
    experience: Prose | None = None
    training: Prose | None = None
