"""How articles begin their last paragraph where no heading says that it is the last.

Comes in: a paragraph. Goes out: whether it opens as a last word does. Refuses: to judge where it stands.
"""

from __future__ import annotations

import re

_CONCLUDES = re.compile(
    r"(?:in (?:conclusion|summary|short|the end|closing)|to (?:sum up|conclude|summari[sz]e)|"
    r"ultimately|overall|all in all|"
    r"by understanding|whether you|whichever|both (?:roles|jobs|careers|professions|paths)|"
    r"no matter which|finally,|"
    r"as you (?:can see|weigh|decide)|the (?:choice|decision) between|choosing between|"
    r"so,? (?:which|who|what|how)\b|which (?:one |role |job |career |path )?(?:should you|is right for you)|"
    r"understanding the (?:differences|distinctions))\b",
    re.IGNORECASE,
)


def opens_as_the_last_word(text: str) -> bool:
    return bool(_CONCLUDES.match(text))
