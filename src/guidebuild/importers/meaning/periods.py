"""For how long a pay is, in words: "per annum", "Stunde", "měsíčně".

Comes in: what a table or a posting writes in its column of periods. Goes out: hour, day, week, month or year, or "".
Refuses: to find a word inside another one ("Jahr" holds "hr"), and to choose where two lengths are named.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from itertools import pairwise
from typing import Literal

Length = Literal["hour", "day", "week", "month", "year", ""]

_WORDS: Mapping[Length, str] = {
    "hour": """hour hours hourly hr hrs h hur stunde stunden stündlich stundenlohn std heure heures horaire
        ora ore orario oraria hora horas uur uurloon timme timmen timlön timen timeløn timelønn pr-time
        per-time tunti tunnissa tuntia tuntipalkka godzina godzinę godzinowo godzinowa godz hodina
        hodinu hodin hodinově hodinová hodinovo óra óránként órabér oră час часа ώρα ωριαίος ωριαία
        valanda valandą val stunda stundā tund tunnis sat satu satnica ura uro klukkustund tímann uair
        siegħa""",
    "day": """day days daily dai diem tag tage täglich tagessatz jour jours journalier día días diario dia
        dias diário giorno giornaliero dag dagar dagen dagelijks daglig dagligt päivä päivässä dzień
        dziennie den denně deň denne nap naponta zi zilnic ден дневно ημέρα diena päev dan dnevno dagur
        lá jum""",
    "week": """week weeks weekly wee wk wks biweekly fortnight fortnightly woche wochen wöchentlich semaine
        semaines hebdomadaire semana semanas semanal settimana settimanale weken wekelijks vecka veckan
        uge ugen uke uken viikko viikossa tydzień tygodniowo týden týdně týždeň týždenne hét heti
        hetente săptămână седмица εβδομάδα savaitė nedēļa nädal tjedan tjedno teden tedensko vika
        seachtain""",
    "month": """month months monthly mo mon mth mths monat monate monatlich monatsgehalt monatslohn mois
        mensuel mensuelle mes meses mensual mês mensal mese mesi mensile mensili maand maanden
        maandelijks månad månaden månadsvis månadslön måned måneden månedlig månedligt kuukausi
        kuukaudessa kk miesiąc miesięcznie mies měsíc měsíčně měsíční mesiac mesačne hónap havonta havi
        lună lunar месец месечно місяць μήνας μήνα μηνιαίος μηνιαία mėnuo mėn mėnesį mēnesis mēnesī kuu
        kuus mjesec mjesečno mesec mesečno mánuður mánuði mí xahar""",
    "year": """year years yearly yr yrs annual annually annum ann pa jahr jahre jahren jährlich jahresgehalt
        jahreslohn p-a année années annuel annuelle annuellement ans año años anual anualmente anno
        annuo annua annuale annui jaar jaren jaarlijks jaarsalaris år året årlig årligen årligt årslön
        årsløn årslønn vuosi vuodessa vuotta vuosipalkka rok roku rocznie roczne roczna ročně roční
        ročne ročný év évente éves évi година годишно рік έτος ετήσιος ετήσια χρόνο χρόνος metai metus
        metinis gads gadā aasta aastas godina godišnje leto letno ár árlega bliain bliana sena""",
}
_WEAK: Mapping[str, Length] = {"an": "year", "ano": "year", "time": "hour"}
"""Words of a length only where no other stands beside them: "par an", but "an hour"; "pr. time", but "time rate"."""
_UNCLEAR = frozenset(
    (
        "bi",
        "semi",
        "half",
        "bimonthly",
        "semimonthly",
        "semiannual",
        "biannual",
        "twice",
        "quarter",
        "quarterly",
    )
)
_APART = re.compile(r"[\W_\d]+")


def period_of(words: str) -> Length:
    """The one length that the words name, as whole words of any language of ESCO."""
    text = _folded(words.replace(".", ""))
    tokens = _APART.sub(" ", text).split()
    if "bi" in tokens and "week" in "".join(tokens):
        return "week"
    if _UNCLEAR & set(tokens):
        return ""
    pairs = [f"{one}-{other}" for one, other in pairwise(tokens)]
    known = _lengths()
    found = {known[word] for word in (*tokens, *pairs) if word in known}
    found = found or {_WEAK[word] for word in tokens[-1:] if word in _WEAK}
    return found.pop() if len(found) == 1 else ""


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


@functools.cache
def _lengths() -> Mapping[str, Length]:
    return {_folded(word): length for length, words in _WORDS.items() for word in words.split()}
