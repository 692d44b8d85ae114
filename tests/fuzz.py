"""How many examples the fuzz tests try: 300, always the same, or as many new ones as GUIDEBUILD_EXAMPLES says."""

from __future__ import annotations

import os

TRIES = int(os.environ.get("GUIDEBUILD_EXAMPLES", "300"))
