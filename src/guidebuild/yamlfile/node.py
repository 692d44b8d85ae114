"""What all entries of content share: where they stand in a file, and what a text of each kind may be.

What `yamlfile.tree` has read comes in, or plain mappings; `Node`, the base of every schema, and kinds of text go out.
pydantic's `ValidationError` is raised for keys that are not fields, and for texts of the wrong length or form.
"""

# No postponed annotations here: see `model.schema`.
import re
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SkipValidation,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from guidebuild.diagnostics import Span
from guidebuild.yamlfile.address import ascii_address, checked, with_checked_links
from guidebuild.yamlfile.tree import YamlMap, YamlText, place

OURS = ("span", "tree")  # fields of every node that are no keys for authors
OUR_KEY = "guidebuild-our-key"
INVISIBLE = "invisible"  # kinds of complaint that pydantic does not have
NO_TERRITORY = "no_territory"
SAYS_NOTHING = "says_nothing"  # with what is needed as the message, and a hint
_BREAKS = re.compile(r"[ \t]*[\n\t]\s*")
# The soft hyphen, spaces of all widths, joiners and marks of direction.
_BLANKS = "".join(map(chr, (0xAD, *range(0x2000, 0x2010), *range(0x2060, 0x2065))))
_MARKS = "*_`\t\n \u00a0\u202f" + _BLANKS
_DOUBTFUL = re.compile(r"\]\(|^[" + _MARKS + "]")
_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*<?(?:https?://|mailto:|tel:)(?:[^()]|\([^()]*\))*\)", re.IGNORECASE)


def _visible(text: str) -> str:
    """A text of which something is left to read without its Markdown, with addresses that a PDF can hold."""
    if _DOUBTFUL.search(text):
        if not _LINK.sub(r"\1", text).strip(_MARKS):
            raise PydanticCustomError(INVISIBLE, "nothing of it can be seen")
        return with_checked_links(text)
    return text


def _one_line(text: str) -> str:
    """A text that an author broke over several lines of YAML, as one line."""
    return _visible(_BREAKS.sub(" ", text) if "\n" in text or "\t" in text else text)


def _known_territory(locale: str) -> str:
    if locale[3:] and locale[3:] not in TERRITORIES:
        raise PydanticCustomError(NO_TERRITORY, "English is not known there")
    return locale


LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Z]{2})?$"
ID_PATTERN = r"^[a-z0-9][a-z0-9-]*$"
URL_PATTERN = r"^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:)[^\s<>\"]+$"
EMAIL_PATTERN = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"
CURRENCY_PATTERN = r"^[A-Z]{3}$"
UTM_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
LOCALE_PATTERN = r"^en([-_][A-Z]{2})?$"
# Where Babel, which writes dates and numbers, knows how English is written.
_TERRITORIES = (
    "AE AG AI AS AT AU BB BE BI BM BS BW BZ CA CC CH CK CM CX CY CZ DE DG DK DM EE ER ES FI FJ FK FM FR GB "
    "GD GE GG GH GI GM GS GU GY HK HU ID IE IL IM IN IO IT JE JM JP KE KI KN KY LC LR LS LT LV MG MH MO MP MS MT MU "
    "MV MW MY NA NF NG NL NO NR NU NZ PG PH PK PL PN PR PT PW RO RW SB SC SD SE SG SH SI SK SL SS SX SZ "
    "TC TK TO TT TV TZ UA UG UM US VC VG VI VU WS ZA ZM ZW "
)
TERRITORIES = frozenset(_TERRITORIES.split())

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Line = Annotated[
    str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True), AfterValidator(_one_line)
]
Statement = Annotated[
    str, StringConstraints(min_length=1, max_length=600, strip_whitespace=True), AfterValidator(_one_line)
]
Title = Annotated[
    str, StringConstraints(min_length=1, max_length=160, strip_whitespace=True), AfterValidator(_one_line)
]
ShortTitle = Annotated[
    str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True), AfterValidator(_one_line)
]
Prose = Annotated[
    str, StringConstraints(min_length=1, max_length=5_000, strip_whitespace=True), AfterValidator(_visible)
]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=500), AfterValidator(checked)]
Email = Annotated[
    str, StringConstraints(pattern=EMAIL_PATTERN, max_length=200), AfterValidator(ascii_address)
]
Locale = Annotated[str, StringConstraints(pattern=LOCALE_PATTERN), AfterValidator(_known_territory)]


class Node(BaseModel):
    """A mapping in an author's file; `span` is its place, and `tree` knows those of its values.

    Neither takes part in comparison of content. `noun` names the thing in messages; `shorthand` is the field that a
    plain text or switch stands for; `in_words` is the hint for whoever wrote `{words}` instead of the mapping.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)
    noun: ClassVar[str] = "this entry"
    shorthand: ClassVar[str] = ""
    in_words: ClassVar[str] = ""
    span: SkipValidation[Span] = Field(default=Span(""), exclude=True, repr=False)
    tree: SkipValidation[Any] = Field(default=None, exclude=True, repr=False)

    def at(self, *steps: str | int) -> Span | None:
        """Where a value stands (`role.at("fits", 2)`), or the nearest thing around it; None for what no file holds."""
        span = place(self.tree, steps) if self.tree is not None else self.span
        return span if span.file else None

    @model_validator(mode="before")
    @classmethod
    def _from_yaml(cls, value: Any) -> Any:
        """Take the place along, spell shorthands out, and treat a key with nothing after it as absent."""
        if isinstance(value, YamlMap):
            given = {
                key: item for key, item in value.items() if item is not None or key not in cls.model_fields
            }
            if ours := next((key for key in OURS if key in given), None):
                raise PydanticCustomError(OUR_KEY, "{key}", {"key": ours})
            return {**given, "span": value.span, "tree": value}
        if cls.shorthand and isinstance(value, YamlText):
            return {cls.shorthand: value, "span": value.span}
        if cls.shorthand and isinstance(value, str | bool):
            return {cls.shorthand: value}
        return value

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        ours, theirs = dict(self.__dict__), dict(other.__dict__)
        return all(ours[name] == theirs[name] for name in ours if name not in OURS)

    def __hash__(self) -> int:
        return hash((type(self).__name__, repr(self)))
