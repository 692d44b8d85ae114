"""The parts that a role is made of: duties, skills, education, tools, industries, outlook, pay and the rest.

Comes in and goes out: as in `model.schema`, which puts the parts together. Refuses: unknown keys, wrong types,
percentiles that fall.
"""

# No postponed annotations here: see `schema`.
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from guidebuild.yamlfile.node import (
    CURRENCY_PATTERN,
    SAYS_NOTHING,
    UTM_PATTERN,
    Id,
    Line,
    Node,
    Prose,
    Statement,
    Url,
)

Aspect = Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)]
"""The subject by which duties of several roles meet: any word. `guidebuild.compose.duties` orders the known ones."""
Listed = Literal["responsibilities", "skills", "tools"]
Ground = Literal["importance", "essential", "demand"]
"""By what a source orders a list: how important each entry is, essential before optional, or in demand before not."""
PayKind = Literal["reports", "statistics", "scale"]
"""What people reported of themselves, what official statistics found, or what a published pay scale grants."""
Percentile = Literal["p10", "p25", "p50", "p75", "p90"]
PERCENTILES: tuple[Percentile, ...] = ("p10", "p25", "p50", "p75", "p90")
Trend = Literal["rising", "steady", "falling", "mixed"]


class Responsibility(Node):
    """One duty: a short imperative title, a sentence of detail, and the aspect that aligns it across roles.

    A plain string in YAML becomes a `detail` alone. `importance` is the source's own rating, on the source's scale.
    """

    noun: ClassVar[str] = "a responsibility"
    shorthand: ClassVar[str] = "detail"
    title: Line | None = None
    detail: Statement | None = None
    aspect: Aspect | None = None
    importance: Annotated[float, Field(ge=0, le=1000)] | None = None


class SkillUse(Node):
    """A skill as a role needs it. A plain string is a skill id, a label, an alias or free text.

    `importance` is the source's own rating, on the source's scale.
    """

    noun: ClassVar[str] = "a skill of a role"
    shorthand: ClassVar[str] = "skill"
    skill: Line
    level: Literal["core", "useful"] = "core"
    note: Line | None = None
    importance: Annotated[float, Field(ge=0, le=1000)] | None = None


class KnownSkill(SkillUse):
    """A use whose words name a canonical skill, `canonical`. It is made at load and never written by an author."""

    canonical: Id


class Education(Node):
    """`degrees` in rising order (["Bachelor's", "Master's"]); `fields` are subjects; lists may be empty."""

    noun: ClassVar[str] = "an education block"
    degrees: tuple[Line, ...] = ()
    fields: tuple[Line, ...] = ()
    coursework: tuple[Line, ...] = ()
    certificates: tuple[Line, ...] = ()
    summary: Prose | None = None


class Tool(Node):
    """A product by name, with what it is used for. A plain string in YAML is the name.

    `demand` is what a source says of it: often asked for in this job (`in-demand`), or in all jobs (`hot`).
    """

    noun: ClassVar[str] = "a tool"
    shorthand: ClassVar[str] = "name"
    name: Line
    note: Line | None = None
    demand: Literal["in-demand", "hot"] | None = None


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
            needed = "needs a 'trend', a 'headline' or a 'summary'"
            raise PydanticCustomError(
                SAYS_NOTHING, needed, {"hint": "write one of the three, or remove the block"}
            )
        return self


class Percentiles(Node):
    """Pay at five percentiles in whole currency units, of `n` reports, or of the `n` jobs that statistics stand for.

    `at_least` names the percentiles whose value is only known to be that much or more (top-coded), the highest ones.
    """

    noun: ClassVar[str] = "a set of percentiles"
    n: Annotated[int, Field(ge=1, le=100_000_000)] | None = None
    p10: Annotated[float, Field(ge=0, le=1e9)]
    p25: Annotated[float, Field(ge=0, le=1e9)]
    p50: Annotated[float, Field(ge=0, le=1e9)]
    p75: Annotated[float, Field(ge=0, le=1e9)]
    p90: Annotated[float, Field(ge=0, le=1e9)]
    at_least: tuple[Percentile, ...] = ()

    @model_validator(mode="after")
    def _rising(self) -> Self:
        values = (self.p10, self.p25, self.p50, self.p75, self.p90)
        if list(values) != sorted(values):
            raise ValueError("the percentiles must not fall from p10 to p90")
        open_ended = [name in self.at_least for name in PERCENTILES]
        if open_ended != sorted(open_ended):
            raise ValueError(
                "'at_least' names the highest percentiles: every one above the first that it names"
            )
        return self


class Pay(Node):
    """What a job pays. `overall` covers all levels; `reports` lists each value of a sample under 30.

    `kind` says where the figures come from, and with that what may be said of them; only reports need an `n`.
    `note` is a sentence on how they were counted ("Pools two job titles"), printed where the pay is. `counts` is what
    `kind` was called before ("jobs" for statistics); it is still read.
    """

    noun: ClassVar[str] = "a pay block"
    in_words: ClassVar[str] = "what is known of pay in words stands under another key: 'pay_said: {words}'"
    currency: Annotated[str, StringConstraints(pattern=CURRENCY_PATTERN)] = "USD"
    period: Literal["year", "month", "hour"] = "year"
    region: Line
    years: tuple[int, int]
    source: Id
    overall: Percentiles
    levels: dict[Literal["entry", "mid", "senior", "executive"], Percentiles] = Field(default_factory=dict)
    reports: tuple[Annotated[float, Field(ge=0, le=1e9)], ...] = ()
    note: Line | None = None
    counts: Literal["reports", "jobs"] | None = None
    kind: PayKind = Field(default="", validate_default=True)

    @field_validator("kind", mode="before")
    @classmethod
    def _renamed(cls, value: object, known: ValidationInfo) -> object:
        """Nothing said, an older file may say it under `counts`."""
        return value or ("statistics" if known.data.get("counts") == "jobs" else "reports")

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
        if self.kind == "reports" and any(at.n is None for at in (self.overall, *self.levels.values())):
            raise ValueError(
                "pay of the kind 'reports' needs an 'n', the number of reports, wherever it has figures"
            )
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
    """How much preparation a job takes: O*NET's job zone, 1 (little) to 5 (extensive), and what it says of it.

    `name` is what the source calls that much ("Considerable"); `lowest` is the lowest zone that it counts as one with
    this, as newer releases do with 1 and 2.
    """

    noun: ClassVar[str] = "a preparation block"
    zone: Annotated[int, Field(ge=1, le=5)]
    name: Line | None = None
    lowest: Annotated[int, Field(ge=1, le=5)] | None = None
    experience: Prose | None = None
    training: Prose | None = None
