"""Software of an occupation as groups of tools for print.

Comes in: rows of the technology table. Goes out: groups with short labels and clean names, the most wanted first, and
how many were left out. Refuses: to print whole lists; an occupation can have 400 products.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guidebuild.importers.onet.files import Row
from guidebuild.importers.onet.layout import plain_name
from guidebuild.importers.wording import LINE, clean, fitted

GROUPS, NAMES, ENOUGH = 6, 5, 8
_COMMON = ("Documents", "Office", "Operating systems")
"""Groups that nearly every occupation has; they stand last, though they may be chosen first."""

_LABELS = {
    "object or component oriented development": "Languages",
    "development environment": "Development",
    "web platform development": "Web development",
    "web page creation and editing": "Web pages",
    "data base management system": "Databases",
    "object oriented data base management": "Databases",
    "data base user interface and query": "Data and queries",
    "data base reporting": "Reports",
    "analytical or scientific": "Analysis",
    "business intelligence and data analysis": "Business intelligence",
    "data mining": "Data mining",
    "cloud based management": "Cloud",
    "cloud based data access and sharing": "Cloud",
    "cloud based protection or security": "Cloud",
    "operating system": "Operating systems",
    "office suite": "Office",
    "spreadsheet": "Office",
    "word processing": "Office",
    "presentation": "Office",
    "electronic mail": "Office",
    "document management": "Documents",
    "project management": "Project management",
    "computer aided design cad": "Design (CAD)",
    "computer aided manufacturing cam": "Manufacturing (CAM)",
    "graphics or photo imaging": "Graphics",
    "video creation and editing": "Video",
    "enterprise resource planning erp": "Business planning (ERP)",
    "customer relationship management crm": "Customers (CRM)",
    "enterprise application integration": "Integration",
    "enterprise system management": "System management",
    "transaction security and virus protection": "Security",
    "network security or virtual private network vpn management": "Security",
    "network security and virtual private network vpn equipment": "Security",
    "configuration management": "Configuration",
    "application server": "Servers",
    "program testing": "Testing",
    "file versioning": "Version control",
    "medical": "Medical records",
    "industrial control": "Industrial control",
    "point of sale pos": "Points of sale",
    "process mapping and design": "Diagrams",
    "content workflow": "Workflow",
    "geographic information system": "Maps (GIS)",
    "map creation": "Maps (GIS)",
    "computer based training": "Learning",
    "multi media educational": "Learning",
    "information retrieval or search": "Search",
    "network monitoring": "Networks",
    "switch or router": "Networks",
    "time accounting": "Time keeping",
    "materials requirements planning logistics and supply chain": "Supply chain",
    "requirements analysis and system architecture": "System design",
    "storage networking": "Storage",
    "backup or archival": "Backup",
    "desktop communications": "Communication",
    "internet browser": "Browsers",
    "helpdesk or call center": "Help desk",
}
_ACRONYM = re.compile(r"(?P<words>\S+(?: \S+)+) (?P<short>[A-Z][A-Z0-9]{1,6})\Z")
_PROPER = re.compile(r".[A-Z0-9]")
_KNOWN_AS = {"Oracle Java": "Java"}
_IN_OFFICE = frozenset({"microsoft access", "microsoft onenote", "google sheets", "google slides"})
_BARE = frozenset({"SQL", "HTML", "XML", "CSS", "AJAX", "JSON", "XSLT", "DHTML", "WSDL"})


@dataclass(frozen=True, slots=True)
class ToolGroup:
    label: str
    names: tuple[tuple[str, str], ...]
    """Name, and where it was read."""


def tool_groups(rows: Sequence[Row]) -> tuple[tuple[ToolGroup, ...], int]:
    """The groups to print, and how many products there are beyond them.

    Products that employers ask for come first; where there are enough of those (eight), the others stay out. The
    groups are those with most of what is asked for.
    """
    known: dict[str, Row] = {}
    for row in rows:
        if row["name"]:
            known.setdefault(plain_name(row["name"]) or row["name"], row)
    kept = sorted(known.values(), key=lambda row: -_asked_for(row))
    if sum(_asked_for(row) > 0 for row in kept) >= ENOUGH:
        kept = [row for row in kept if _asked_for(row)]
    groups: dict[str, list[Row]] = {}
    for row in kept:
        label = "Office" if plain_name(row["name"]) in _IN_OFFICE else label_of(row["group"])
        groups.setdefault(label, []).append(row)
    order = sorted(groups, key=lambda label: -sum(1 + 3 * _asked_for(row) for row in groups[label][:NAMES]))
    chosen = tuple(
        ToolGroup(label, tuple((tool_name(row["name"]), row.at) for row in groups[label][:NAMES]))
        for label in sorted(order[:GROUPS], key=_COMMON.__contains__)
    )
    return chosen, len(known) - sum(len(group.names) for group in chosen)


def _asked_for(row: Row) -> int:
    return 2 * row.yes("wanted") + row.yes("hot")


def label_of(group: str) -> str:
    """A short label: "Object or component oriented development software" is "Languages"."""
    words = clean(group).removesuffix(" software")
    known = _LABELS.get(plain_name(words))
    if known:
        return known
    return fitted(words.replace("Data base", "Database"), LINE)[0] or "Other"


def tool_name(words: str) -> str:
    """The name of a product: "Microsoft Office software" is "Microsoft Office", "Structured query language SQL" is
    "SQL", and "Amazon Web Services AWS" has its short form in brackets. "Accounting software" stays as it is."""
    name = clean(words).removeprefix("The MathWorks ")
    bare = name.removesuffix(" software")
    name = bare if _PROPER.search(bare) else name
    found = _ACRONYM.match(name)
    if found and _spells(found["short"], found["words"]):
        name = found["short"] if found["short"] in _BARE else f"{found['words']} ({found['short']})"
    return fitted(_KNOWN_AS.get(name, name), LINE)[0]


def _spells(short: str, words: str) -> bool:
    """Whether the letters of the short form come in this order in the words, the first one at the start of a word."""
    letters, words = re.sub(r"\d", "", short).casefold(), words.casefold()
    begin = re.search("" if short in _BARE else rf"\b{re.escape(letters[:1])}", words)
    if begin is None or not letters:
        return False
    rest = iter(words[begin.start() :])
    return all(letter in rest for letter in letters)
