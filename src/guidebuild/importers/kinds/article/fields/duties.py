"""Duties that a sentence strings together: "Design the architecture; evaluate vendors; write records."

Comes in: one sentence about what people do, with its subject or without. Goes out: its duties, or the sentence whole.
Refuses: to split where a part
could be a thing and no duty: at commas each part must begin with a verb of duties and go on after it, as in "provision
networks, monitor costs, and migrate workloads".
"""

from __future__ import annotations

import re

from guidebuild.importers.kinds.article.words.prose import outside
from guidebuild.importers.meaning.wording import raised

_VERBS = frozenset(
    """achieve acquire adapt adjust administer advise advocate align allocate analyse analyze answer apply appraise
    approve arrange assemble assess assign assist attend audit author automate balance bill book brief budget build
    buy calculate calibrate care carry catalogue change check clean clear close coach code collaborate collect
    communicate compare compile compose conduct configure confirm connect consult contribute control convert cook
    coordinate correct counsel count create cultivate cut debug decide decorate define delegate deliver deploy derive
    design detect determine develop devise diagnose direct discuss dispense display distribute document draft draw
    drive edit educate elicit empower encourage enforce engage engineer enhance ensure enter escort establish estimate
    evaluate examine execute explain explore extract facilitate file find fit fix follow forecast formulate foster
    fulfil fulfill gather generate give greet grow guide handle harvest help hire identify implement improve inform
    initiate inspect install instruct integrate interpret interview introduce invent investigate issue join keep
    launch lead learn liaise list listen load log look maintain make manage map market measure mediate meet mend mentor
    migrate mix model moderate monitor motivate move negotiate observe obtain offer open operate optimise optimize
    order organise organize oversee pack paint participate perform photograph pick pilot plan plant play prepare
    prescribe present preserve prevent price print prioritise prioritize process procure produce program programme
    promote propose protect provide provision publish purchase raise read recommend reconcile record recruit reduce
    refactor refer refine register reinforce repair replace report represent research resolve respond restock retrieve
    review revise run safeguard sample scale schedule screen seal secure select sell send serve set shape ship sketch
    solve source stay stock store study submit supervise supply support survey take talk teach test tidy track train
    transcribe transform translate transport treat triage troubleshoot tune turn tutor uncover update upgrade use
    utilise utilize validate verify visit visualise visualize unblock unpack wash
    watch weigh weld wire work write see bake bind brew
    chair charge choose own hold pursue qualify nurture onboard comfort dress drain exploit feed grind groom grade
    host hunt iron lay mark mop mill mount operate pack patch pour press prune pull push rank remove restrain
    rotate sand saw scope sew shoot sit sort sow stack steer steam stitch strip swap tend tighten trace trim wrap
    chart chase escalate steward bathe walk ring count pitch stage style trade tile plaster render roast grill
    plate garnish barter""".split()  # noqa: SIM905 -- words are read more easily without quotes
)
# Before one other word these are things more often than not: "test plans", "design documents".
_THINGS = frozenset(
    """audit bill book brief budget change check code control design display document draft drive estimate file fit
    fix follow forecast guide help issue lead log look market model order paint pilot plan plant play present price
    process program programme record report research review sample scale schedule screen seal ship sketch source stock
    store study supply support survey test track train treat turn use visit watch wire work""".split()  # noqa: SIM905 -- words are read more easily without quotes
)
_COMMA = re.compile(r",\s+(?:and\s+|or\s+|then\s+|and then\s+)?|\s+and\s+(?:then\s+)?(?=\S)", re.IGNORECASE)
_SEMICOLON = re.compile(r";\s+(?:and\s+|or\s+)?", re.IGNORECASE)
_NO_DUTY = re.compile(
    r"(?:an?|the|they|he|she|it|you|we|this|that|these|those|there|however|while|others?|some|many|most|each|their|"
    r"who|which|but|so|yet|in|on|at|for|with|when|if|as)\b|@",
    re.IGNORECASE,
)
_DOER = re.compile(
    r"(?:(?:an?|the|most|many)\s)?(?:@s?|they|he|she|he or she|you)\s"
    r"(?:(?:also|then|typically|usually|often|mostly|mainly|generally|will|may|might|can)\s)*"
    r"(?P<charged>(?:is|are)\s(?:also\s)?(?:mainly\s|often\s)?(?:responsible for|in charge of|tasked with|charged with|"
    r"accountable for)\s|(?:duties|tasks|responsibilities) include\s)?",
    re.IGNORECASE,
)
_DOING = re.compile(r"\w{2,}ing\s\S")
FEWEST = 3
"""Duties between commas at least; of two, the second is more often a part of the first."""
NEAR = 80  # characters that are looked at to tell what an "and" joins


def duties_in(sentence: str, bare: str = "") -> list[str]:
    """The duties of a sentence; `bare` is the sentence with roles replaced by "@", which stand in no duty's place."""
    if stops := outside(sentence, _SEMICOLON):
        parts = _parts(sentence, [match.span() for match in stops])
        heads = _parts(bare, [match.span() for match in outside(bare, _SEMICOLON)]) if bare else parts
        if any(_NO_DUTY.match(part) or len(part.split()) < 2 for part in heads):
            return [sentence]
        begun = [_is_first(part) for part in parts]
        return parts if all(begun) or (begun[0] and len(parts) >= FEWEST) else [sentence]
    marks = [match.span() for match in outside(sentence, _COMMA) if _is_break(sentence, match)]
    parts = _parts(sentence, marks)
    # Without "and" before the last each is a phrase of its own: "write code, fix defects".
    begins = _begins if re.search(r",\s+(?:and|or|then)\s|\sand\s[^,]*$", sentence) else _is_first
    return (
        parts if len(parts) >= FEWEST and _is_first(parts[0]) and all(map(begins, parts[1:])) else [sentence]
    )


def duties_of(sentence: str, bare: str) -> list[str]:
    """Like `duties_in`, for a sentence that may have a subject: "He buys bread, sells milk, and cleans the shop"."""
    match = _DOER.match(bare)
    rest = bare[match.end() :] if match else ""
    if match is None or not rest or "@" in rest or not sentence.endswith(rest):
        return duties_in(sentence, bare)
    parts = duties_in(rest)
    if match["charged"] and len(parts) == 1:
        doing = _parts(
            rest, [found.span() for found in outside(rest, _COMMA) if _DOING.match(rest, found.end())]
        )
        parts = doing if all(map(_DOING.match, doing)) else parts
    return [raised(part) for part in parts] if len(parts) > 1 else [sentence]


def _is_break(sentence: str, match: re.Match[str]) -> bool:
    """A comma always; an "and" without one only before a duty: "and servers" stays with what it follows."""
    return match[0].startswith(",") or _begins(
        _COMMA.split(sentence[match.end() : match.end() + NEAR], maxsplit=1)[0]
    )


def _parts(text: str, marks: list[tuple[int, int]]) -> list[str]:
    edges = [0, *(edge for mark in marks for edge in mark), len(text)]
    return [text[a:b].strip(" .;,") for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _is_first(part: str) -> bool:
    """A sentence begins with a verb, or with what is none at all."""
    words = part.split()
    return len(words) > 1 and _verb(words[0]) in _VERBS


def _begins(part: str) -> bool:
    """Whether a part begins with a verb and goes on; after a word that may be a thing, by more than a word."""
    words = part.split()
    verb = _verb(words[0]) if len(words) > 1 else ""
    return verb in _VERBS and (verb not in _THINGS or len(words) > 2)


def _verb(word: str) -> str:
    """The plain form: "migrates" and "migrating" are "migrate"; "" for what is no verb that we know."""
    word = word.casefold()
    forms = [word, word.removesuffix("s"), word.removesuffix("es")]
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("ing") and len(word) > 5:
        stem = word[:-3]
        forms += [stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem]
    return next((form for form in forms if form in _VERBS), "")


def begins_a_duty(text: str) -> bool:
    """Whether a text begins with a verb of duties and goes on: "Clean data", "cleans data"."""
    return _begins(text.strip())
