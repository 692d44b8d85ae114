"""One of a thing is told in the singular."""

from __future__ import annotations

import re
from typing import Any

from compose_guides import BAKER, CONFECTIONER, guide, theme

from guidebuild.compose import compose


def test_a_single_report_is_no_reports() -> None:
    overall = {"n": 1, "p10": 50_000, "p25": 50_000, "p50": 50_000, "p75": 50_000, "p90": 50_000}
    pay: dict[str, Any] = {**BAKER["pay"], "overall": overall, "levels": {}, "reports": [50_000]}
    document = str(compose(guide({**BAKER, "pay": pay}, {**CONFECTIONER, "pay": None}), theme()))
    assert "but only 1 report stands behind it." in document
    assert not re.search(r"\b1 (?:reports|jobs|years|levels)\b", document)
