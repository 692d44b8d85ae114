"""Whether words are the title of a job, told from their form.

Comes in: words of a title or a heading. Goes out: whether they may name a job. Refuses: sentences, counts ("128
reactions") and words that merely end as jobs do ("after", "paper").
"""

from __future__ import annotations

import re

from guidebuild.importers.meaning.number import singular

_ENDS_AS_JOBS_DO = re.compile(
    r"[a-z]{2,}(?:er|or|ist|ian|yst|ect|eer|ant|ent|cian|nurse|smith|wright|maid|man|woman|person|tech|therapist|"
    r"surgeon|ologist|master)$",
    re.IGNORECASE,
)
_JOBS = frozenset(
    """
    nurse chef pilot cook clerk judge coach mechanic surgeon attorney aide tech lead head officer specialist hygienist
    guard doctor physician midwife scientist paralegal rep representative executive secretary barista intern apprentice
    professional solicitor actor tutor author editor host hostess waitress actress stewardess steward concierge valet
    nanny bailiff sheriff marshal judge magistrate notary priest rabbi imam monk nun model athlete referee umpire
    medic paramedic orderly vet gp phlebotomist doula dietitian chaplain pharmacist orthodontist dentist
    admin temp analyst architect expert guru evangelist advocate associate fellow partner principal dean provost
    rector bursar buyer seller broker sommelier butler maid janitor porter bouncer dba sre ceo cfo cto
    sergeant corporal captain colonel soldier sailor marine detective constable police firefighter ranger jockey groom
    farrier potter weaver tailor cobbler florist mason roofer glazier welder machinist electrician plumber
    influencer copywriter translator interpreter""".split()  # noqa: SIM905 -- words are read more easily without quotes
)
_NO_JOBS = frozenset(
    """career number other winner answer order offer paper computer power software matter center centre customer
    further whether better major minor former latter chapter content environment management development
    employment equipment assessment important different department after under over never ever however together rather
    either neither consider deliver enter discover remember register administer cover gather prefer refer transfer
    follower reader subscriber member user visitor viewer comment moment document requirement achievement investment
    agreement statement payment treatment commitment involvement element segment experiment argument improvement
    per for nor or error factor sector color colour behavior behaviour labor labour door floor indoor outdoor
    senior junior superior prior interior exterior corner letter weather water summer winter october
    november december september newsletter footer header banner folder filter printer monitor meter quarter semester
    talent excellent present recent current urgent patient client student parent current significant relevant
    constant instant restaurant plant grant project subject aspect effect respect prospect object perfect correct direct
    collect connect protect select expect list exist assist persist resist twist checklist wishlist
    entertainment government tournament supplement implement dinner shower tower flower shoulder finger layer
    twitter tiktoker faster slower higher lower larger smaller longer shorter easier harder closer greater bigger older
    younger newer lighter wider deeper later earlier sooner another together forever whatever whoever
    wherever""".split()  # noqa: SIM905 -- as above
)
_NEVER_WITHIN = frozenset(
    """to the with your for from that and a an who which is are was do does can will my our their his her its this these
    by on at as or if when how why what you we they it vs versus than""".split()  # noqa: SIM905 -- as above
)
MOST_WORDS = 6


def ends_as_a_job(words: str) -> bool:
    """Whether the last word is one that titles of jobs end in."""
    last = singular(words).rpartition(" ")[2].casefold().strip(".,")
    last = last.rpartition("-")[2] or last
    return last in _JOBS or (last not in _NO_JOBS and bool(_ENDS_AS_JOBS_DO.fullmatch(last)))


def is_like_a_job(words: str) -> bool:
    """Whether words have the form of a title of a job: few, no figures, none that only sentences have."""
    parts = [part.casefold() for part in words.split()]
    if not parts or len(parts) > MOST_WORDS or any(char.isdigit() for char in words):
        return False
    return ends_as_a_job(words) and not any(part.strip(",.") in _NEVER_WITHIN for part in parts)
