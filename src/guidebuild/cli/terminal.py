"""What a stream can show: whether it is a terminal, whether colour is welcome, and which characters are safe.

Comes in: a stream or a text from a file. Goes out: yes or no, or a text without control characters.
"""

from __future__ import annotations

import os
import re
from typing import IO, Any

_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def is_lively(stream: IO[Any] | None) -> bool:
    """Whether the stream is a terminal on which colour and moving text are welcome (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream is not None and stream.isatty()


def printable(text: str) -> str:
    """Control characters as escapes, since a text from a file must not steer the reader's terminal."""
    return _CONTROLS.sub(lambda found: found.group().encode("unicode_escape").decode(), text)
