"""What all entries of content share: where they stand in a file, and what a text of each kind may be.

Comes in: what `model.yaml_tree` has read, or plain mappings. Goes out: `Node`, the base of the schema,
and its types of text. Refuses: keys that are not fields, texts of the wrong length or form.
"""

# No postponed annotations here: see `schema`.
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

from guidebuild.diagnostics import Span
from guidebuild.model.yaml_tree import YamlMap, YamlText

SPAN_KEY = "guidebuild-span-key"
_BREAKS = re.compile(r"[ \t]*[\n\t]\s*")


def _one_line(text: str) -> str:
    """A text that an author broke over several lines of YAML, as one line."""
    return _BREAKS.sub(" ", text) if "\n" in text or "\t" in text else text


ID_PATTERN = r"^[a-z0-9][a-z0-9-]*$"
URL_PATTERN = r"^(https?://|mailto:)[^\s<>\"]+$"
EMAIL_PATTERN = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"
CURRENCY_PATTERN = r"^[A-Z]{3}$"
LOCALE_PATTERN = r"^en([-_][A-Z]{2})?$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Line = Annotated[
    str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True), AfterValidator(_one_line)
]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=5_000, strip_whitespace=True)]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=500)]
Email = Annotated[str, StringConstraints(pattern=EMAIL_PATTERN, max_length=200)]


class Node(BaseModel):
    """A mapping in an author's file; `span` is its place and takes no part in comparison of content.

    `noun` names the thing in messages; `shorthand` is the field that a plain text or switch stands for.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)
    noun: ClassVar[str] = "this entry"
    shorthand: ClassVar[str] = ""
    span: SkipValidation[Span] = Field(default=Span(""), exclude=True, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _from_yaml(cls, value: Any) -> Any:
        """Take the place along, spell shorthands out, and treat a key with nothing after it as absent."""
        if isinstance(value, YamlMap):
            given = {
                key: item for key, item in value.items() if item is not None or key not in cls.model_fields
            }
            if "span" in given:  # a field of ours, not a key for authors
                raise ValueError(SPAN_KEY)
            return {**given, "span": value.span}
        if cls.shorthand and isinstance(value, YamlText):
            return {cls.shorthand: value, "span": value.span}
        if cls.shorthand and isinstance(value, str | bool):
            return {cls.shorthand: value}
        return value

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        ours, theirs = dict(self.__dict__), dict(other.__dict__)
        ours.pop("span", None), theirs.pop("span", None)
        return ours == theirs

    def __hash__(self) -> int:
        return hash((type(self).__name__, repr(self)))
