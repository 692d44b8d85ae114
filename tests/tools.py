"""Programs of the Debian packages ghostscript and poppler-utils, which look at our files with other eyes than ours.

`run("gs", ...)` gives what the program prints. On a machine without it the test is passed over, and the summary of
the run says so; where GUIDEBUILD_TEST_TOOLS is "required", as in .ci/run, it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

PACKAGES = {
    "gs": "ghostscript",
    "pdffonts": "poppler-utils",
    "pdfimages": "poppler-utils",
    "pdftotext": "poppler-utils",
}


def run(program: str, *arguments: object) -> str:
    """The standard output of a program, which must succeed and have nothing to complain of."""
    if shutil.which(program) is None:
        message = f"{program} is not installed (on Debian: apt-get install {PACKAGES[program]})"
        if os.environ.get("GUIDEBUILD_TEST_TOOLS") == "required":
            pytest.fail(message)
        pytest.skip(message)
    done = subprocess.run(
        [program, *map(str, arguments)], capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stderr == ""
    return done.stdout
