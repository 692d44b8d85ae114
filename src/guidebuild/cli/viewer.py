"""Open a finished file with the platform's own viewer.

Comes in: a path. Goes out: whether a viewer was started. A missing viewer is worth a
warning, since the PDF itself is there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def open_file(path: Path) -> bool:
    """Start the viewer and do not wait for it; False when there is none."""
    if sys.platform == "win32":
        os.startfile(path)
        return True
    command = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if command is None:
        return False
    quiet = subprocess.DEVNULL
    try:
        subprocess.Popen(
            [command, str(path.resolve())], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError:
        return False
    return True
