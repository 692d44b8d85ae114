"""What was found in an article, before it is put into the shape of the YAML.

`RoleText` is what the article says of one role, `Collected` that of all of them, with the leads of the guide's sections
and the tips. Texts stand with the line that they come from.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from guidebuild.importers.kinds.article.fields.outlook import Tip
from guidebuild.importers.kinds.article.fields.skills import Use
from guidebuild.importers.kinds.article.fields.tools import Industry, Tool


@dataclass(slots=True)
class RoleText:
    """What an article says of one role, field by field, in its own order."""

    definition: list[tuple[str, int]] = field(default_factory=list)
    more: list[tuple[str, int]] = field(default_factory=list)
    focus: tuple[str, int] | None = None
    duties: list[tuple[str, str, int]] = field(default_factory=list)
    prose: set[int] = field(default_factory=set)  # lines of paragraphs among the duties
    whole: set[int] = field(default_factory=set)  # lines of cells that say what the job is: "What they do"
    skills: list[tuple[Use, int]] = field(default_factory=list)
    education: list[tuple[str, int]] = field(default_factory=list)
    certificates: list[tuple[str, int]] = field(default_factory=list)
    tools: list[tuple[Tool, int]] = field(default_factory=list)
    industries: list[tuple[Industry, int]] = field(default_factory=list)
    outlook: list[tuple[str, int]] = field(default_factory=list)
    pay: list[tuple[str, int]] = field(default_factory=list)
    fits: list[tuple[str, int]] = field(default_factory=list)
    doubts: list[tuple[str, int]] = field(default_factory=list)

    def said_whole(self) -> list[tuple[str, int]]:
        """What stands in a cell beside "What they do"."""
        return [(detail, line) for _, detail, line in self.duties if line in self.whole]

    def opening(self) -> list[tuple[str, int]]:
        """The sentences that stand before a list of duties: what the job is, where no section says so."""
        told = self.said_whole()
        if told and len(told) < len(self.duties):
            return told
        first = next((i for i, (_, _, line) in enumerate(self.duties) if line not in self.prose), 0)
        return [(detail, line) for _, detail, line in self.duties[:first]]


@dataclass(slots=True)
class Collected:
    """Everything that the passages say. The leads stand under the titles of sections of the guide."""

    roles: tuple[RoleText, ...]
    intro: list[tuple[str, int]] = field(default_factory=list)
    compare: list[tuple[str, int]] = field(default_factory=list)
    conclusion: list[tuple[str, int]] = field(default_factory=list)
    tips_lead: list[tuple[str, int]] = field(default_factory=list)
    tips: list[tuple[Tip, tuple[int, ...], int]] = field(default_factory=list)
    links: list[tuple[str, str, int]] = field(default_factory=list)
