"""How many examples the fuzz tests try: 300, or as many as GUIDEBUILD_EXAMPLES says (2,000 by hand)."""

from __future__ import annotations

import os

TRIES = int(os.environ.get("GUIDEBUILD_EXAMPLES", "300"))
