"""The words that stand around a skill in a bullet: lead-ins, what makes it a plus, examples, what it is for.

Comes in: nothing. Goes out: patterns and sets of words for `skills`.
"""

from __future__ import annotations

import re

# These alone are no part of a name, as "deep" is of "deep learning".
_PRAISE = (
    "strong|solid|good|excellent|great|exceptional|outstanding|superior|proven|well-developed|effective|robust|"
    "sharp|keen"
)
_ADJECTIVES = (
    f"{_PRAISE}|deep|in-depth|thorough|advanced|working|hands-on|practical|sound|firm|extensive|broad|prior|clear|basic|"
    "general|some|fundamental|demonstrated|high|expert|intermediate"
)
_NOUNS = (
    "proficien(?:cy|t)|understanding|experienced?|knowledge(?:able)?|familiar(?:ity)?|expertise|"
    "skills?|skilled|mastery|command|"
    "grasp|background|fluen(?:cy|t)|competen(?:ce|cy|t)|comfort(?:able)?|exposure|awareness|"
    "foundations?|expert|versed|"
    "well-versed|capable|adept"
)
LEAD = re.compile(
    rf"(?:(?:an?|the|have|has|having|possess(?:es|ing)?|be|being|are|is|must|should|also|ideally|"
    rf"level of|degree of|"
    rf"{_ADJECTIVES}),?\s+(?:and\s+)?)*(?:{_NOUNS})(?:\s+(?:and|or)\s+(?:{_NOUNS}))?\s+"
    rf"(?:in|of|with|to|using|for|on|about|around|at|working with|working in)\s+(?:(?:using|"
    rf"working with|the use of)\s+)?",
    re.IGNORECASE,
)
ADJECTIVE = re.compile(rf"(?:(?:{_PRAISE})(?:,\s*|\s+(?:and\s+)?))+(?=\S)", re.IGNORECASE)
QUANTIFIED = re.compile(
    r"(?:at least one|one or more|one|various|several|a range of|different|multiple|common|popular|the)\s+",
    re.IGNORECASE,
)
USEFUL = re.compile(
    r"\b(?:familiar(?:ity)?|exposure|awareness of|nice[- ]to[- ]have|(?:is|are|be) (?:a |an )?(?:big |"
    r"huge |definite |real )?"
    r"(?:plus|bonus|advantage|asset)|a plus|a bonus|optional|preferred|desirable|advantageous|bonus|"
    r"would be helpful|is helpful|"
    r"are helpful|useful)\b",
    re.IGNORECASE,
)
PREDICATE = re.compile(
    r"[\s,(–—-]*(?:(?:is|are|would be|can be|will be)\s+)?(?:also\s+)?(?:a (?:big |huge |definite |"
    r"real )?(?:plus|bonus)|"
    r"an (?:advantage|asset)|nice[- ]to[- ]have|preferred|optional|desirable|helpful|advantageous|"
    r"beneficial|useful|(?:(?:equally|also|just as|very|especially|particularly|highly) )?(?:important|essential|"
    r"crucial|vital|key|valued|necessary|required|needed))\)?$",
    re.IGNORECASE,
)
PREFIX = re.compile(
    r"(?:nice[- ]to[- ]have|bonus|optional|preferred|useful)(?: skills?)?\s*[:–—-]\s*", re.IGNORECASE
)
SUBJECT = re.compile(
    r"(?:[^.;:@]{0,40}@s?(?:\s+and\s+@)?|they|he|she|the (?:job|role|work)|"
    r"both(?: roles| jobs| professions)?|all (?:two|three|four|of them)|everyone|you|candidates|it|"
    r"each(?: role)?|success(?: in [^,]{3,30})?)(?!\w)"
    r"[^.;:@]{0,40}?\b(?:need(?:s|ed|ing)?|requires?|must(?: also)? (?:have|be|know|possess|bring)|"
    r"should(?: also)? (?:have|be|know|bring)|ha(?:ve|s)|rel(?:y|ies)(?: heavily)? on|benefits? from|"
    r"knows?|masters?|possess(?:es)?|"
    r"calls? for|demands?|brings?|lean(?:s)?(?: heavily)? on)\s+(?:to (?:have|be|know|understand|"
    r"master|possess|bring)\s+)?",
    re.IGNORECASE,
)
AGAIN = re.compile(r",?\s+and\s+(?:also\s+)?(?:have|possess|need|require)\s+(?=\S)", re.IGNORECASE)
"""Where a second verb asks for more: "... be able to take criticism and have basic knowledge of CSS"."""
EXAMPLES = re.compile(
    r",?\s+(?:such as|including|like|e\.g\.,?|for example,?|for instance,?|especially|particularly|"
    r"namely)\s+",
    re.IGNORECASE,
)
LIKING = re.compile(r"\b(?:not|would|do|does|who|you|they|people|to|and|or|that|i)\s+like\s+$", re.IGNORECASE)
EG = re.compile(
    r"(?:e\.?g\.?,?|i\.e\.,?|such as|like|including|for example,?|for instance,?|especially|namely)\s+",
    re.IGNORECASE,
)
PURPOSE = re.compile(
    r",?\s+(?=(?:for|to|in order to|so that|when|across|while|that|which|using|because|as|under|"
    r"within|on)\s)",
    re.IGNORECASE,
)
WIDER_PURPOSE = re.compile(r",?\s+(?=(?:with|in|at|through|by|from|between|among)\s)", re.IGNORECASE)
AND_SO_ON = re.compile(
    r"(?:and |or )?(?:similar|others?|other (?:similar )?\w+|etc\.?|more|so on|the like|equivalents?|"
    r"comparable \w+|related \w+)"
    r"(?: (?:tools?|languages?|frameworks?|software|ones?|platforms?|technologies|systems))?",
    re.IGNORECASE,
)
GENERIC = frozenset(
    ("programming languages", "programming language", "languages", "tools", "software", "technologies", "frameworks",
     "libraries", "platforms", "skills", "technical skills", "soft skills", "hard skills", "programs", "applications",
     "systems", "areas", "topics", "techniques", "methods", "concepts", "technical", "key skills", "core skills",
     "interpersonal skills", "other skills", "required skills", "essential skills", "software tools", "packages",
     "core competencies", "competencies", "knowledge", "abilities", "qualities", "traits", "personal qualities")
)  # fmt: skip
TAILS = re.compile(
    r"\s+(?:techniques?|skills?|programming|practices|principles|concepts|methods|"
    r"basics|fundamentals|abilit(?:y|ies)|knowledge)$",
    re.IGNORECASE,
)
# What is asked of people, and stands for itself on either side of an "and": "patience and clear speech".
QUALITIES = frozenset(
    """accuracy balance calm calmness charm compassion composure concentration confidence courage courtesy creativity
    curiosity dedication dexterity diligence diplomacy discipline discretion drive empathy endurance energy enthusiasm
    fitness flair flexibility focus friendliness honesty humour humor imagination initiative integrity intuition
    judgement judgment kindness leadership memory numeracy optimism passion patience perseverance persistence politeness
    precision punctuality reliability resilience responsibility rigour rigor scepticism self-discipline sensitivity
    skepticism speed stamina strength tact teamwork tenacity thoroughness tolerance versatility warmth""".split()  # noqa: SIM905 -- words are read more easily without quotes
)
ACRONYMS = re.compile(r"[A-Z][A-Z0-9+#]{1,5}")  # "HTML and CSS" are two
ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&/+.-]{0,9}")
