"""The poster: one page to be read from two metres.

Comes in: the plan. Goes out: one section. Refuses: small print; what cannot be said in a few words is not said.
"""

from __future__ import annotations

from guidebuild.compose.document import Section
from guidebuild.compose.plan import Plan


def sections(plan: Plan) -> tuple[Section, ...]:
    raise NotImplementedError
