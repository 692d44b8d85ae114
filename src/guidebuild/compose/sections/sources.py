"""Sources and further reading, and the back cover.

Comes in: the plan. Goes out: two sections. Refuses: to shorten a credit line that a licence asks for, to
promise an edition that does not exist, and to call a file "compliant".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidebuild.brand.theme import Contact
from guidebuild.compose.document import Aside, Block, LinkGroup, Run, Section, SourceItem, Text, plain
from guidebuild.compose.inline import flat, inline
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.sections.compare_tables import sources_of, text_sources
from guidebuild.compose.sections.cover import code, event_code, event_fields
from guidebuild.model.parts import PayKind
from guidebuild.model.schema import Source
from guidebuild.words.english import spelt
from guidebuild.words.numbers import capital, day, joined, month, number_of, short_address, years


def section(plan: Plan, slot: Slot) -> Section:
    return plan.section(slot, "Sources and notes", "Where the facts come from", _sources(plan), "sources")


def _sources(plan: Plan) -> Iterator[Block]:
    yield from plan.lead("sources", _reviewed(plan))
    for source in plan.guide.sources.values():
        yield SourceItem(
            f"source-{source.id}",
            "sources",
            flat(source.title),
            _about(plan, source),
            source.url or "",
            place=source.at("title"),
        )
    for i, role in enumerate(plan.roles):
        if role.links:
            links = tuple((flat(link.label), link.url) for link in role.links)
            title, place = f"Read on: {plan.short(i)}", role.links[0].at("url")
            yield LinkGroup(f"links-{role.id}", "links", title, i, links, place=place)


def _reviewed(plan: Plan) -> str:
    """When the role texts were last read against their sources."""
    dates = sorted(role.reviewed for role in plan.roles if role.reviewed)
    if len(dates) < len(plan.roles):
        return ""
    first, last = month(dates[0]), month(dates[-1])
    when = f"in {first}" if first == last else f"between {first} and {last}"
    return f"The role texts were last reviewed {when}."


def _about(plan: Plan, source: Source) -> Text:
    """Publisher, dates, licence, the author's note, and the credit line word for word."""
    locale = plan.guide.spec.locale
    parts = [flat(source.publisher or "")]
    parts.append(day(source.date, locale) if source.date else "")
    parts.append(flat(source.licence or ""))
    parts.append(f"read on {day(source.accessed, locale)}" if source.accessed else "")
    words = ", ".join(part for part in parts if part)
    text: Text = plain(words + ("" if not words or words.endswith(".") else "."))
    note = inline(source.note or "", source.at("note"))
    credit = plain(source.credit or "", source.at("credit"))
    for more in (plain(_uses(plan, source.id)), note, credit):
        text = (*text, *((Run(" "),) if text and more else ()), *more)
    return text


def _uses(plan: Plan, id: str) -> str:
    """'Used for: the role texts of Data Engineer, the outlook and the openings.'"""
    texts = tuple(i for i in plan.everyone if id in text_sources(plan.roles[i]))
    uses = []
    if texts:
        uses.append("all role texts" if texts == plan.everyone else f"the texts on {plan.names(texts)}")
    ids = {"the outlook": "outlook", "pay": "pay", "the openings": "job"}
    uses += [words for words, what in ids.items() if any(id == s.id for s in sources_of(plan, what))]
    return f"Used for: {joined(uses)}." if uses else ""


# Back cover


def back(plan: Plan, slot: Slot) -> Section:
    title = (
        "Where this comes from, and who to talk to" if _reachable(_contact(plan)) else "Where this comes from"
    )
    return plan.section(slot, "Back cover", title, _back(plan), "back")


def _back(plan: Plan) -> Iterator[Block]:
    own = plan.guide.spec.sections.get("back")
    if own and own.lead:
        yield Aside("back-lead", "left", "About this guide", paragraphs=(inline(own.lead, own.at("lead")),))
    yield from _short_sources(plan)
    yield _accessibility(plan)
    yield from _who(plan)
    yield _credits(plan)
    yield _edition(plan)
    codes = [*code(plan, "back-qr"), *event_code(plan, "back-qr")]
    # Where a front cover leads to the guide, the code here leads to the event, if that has an address.
    shown = codes[-1:] if plan.slot("cover") else codes[:1]
    yield from shown
    yield from event_fields(plan, "back-event", coded=shown == codes[-1:])


def _short_sources(plan: Plan) -> Iterator[Aside]:
    told: dict[str, list[str]] = {}
    for label, what in (("the roles", "role"), ("outlook", "outlook"), ("openings", "job"), ("pay", "pay")):
        if found := sources_of(plan, what):
            words = "; ".join(_short(plan, source) for source in found)
            told.setdefault(f"{words}.{_reports(plan) if what == 'pay' else ''}", []).append(label)
    paragraphs: list[Text] = [
        (Run(f"{capital(joined(labels))}:", bold=True), Run(f" {words}")) for words, labels in told.items()
    ]
    if see := plan.see("Full list on page\u00a0", "sources", "."):
        paragraphs.append(see)
    if paragraphs:
        yield Aside("back-sources", "left", "Sources", paragraphs=tuple(paragraphs))


def _short(plan: Plan, source: Source) -> str:
    date = f", {day(source.date, plan.guide.spec.locale)}" if source.date else ""
    return flat(source.title) + date + (f" ({flat(source.licence)})" if source.licence else "")


def _reports(plan: Plan) -> str:
    """' Reports, 2022–2023: Deep Learning Engineer 12, Data Engineer 15.' and what else pay rests on."""
    paid = {i: pay for i in plan.comparison.pay.roles if (pay := plan.roles[i].pay)}
    words = ""
    labels: dict[PayKind, str] = {
        "reports": "Reports", "statistics": "Jobs in the statistics", "scale": "Pay scale",
    }  # fmt: skip
    for kind, label in labels.items():
        of = {i: pay for i, pay in paid.items() if pay.kind == kind}
        if kind == "statistics" and not all(pay.overall.n for pay in of.values()):
            label = "Official statistics"
        counts = {i: f" {number_of(n)}" for i, pay in of.items() if (n := pay.overall.n) and kind != "scale"}
        said = [f"{plan.short(i)}{counts.get(i, '')}" for i in of]
        if said:
            span = (min(pay.years[0] for pay in of.values()), max(pay.years[1] for pay in of.values()))
            words += f" {label}, {years(span)}: {', '.join(said)}."
    return words


def _accessibility(plan: Plan) -> Aside:
    charts = "Every chart has a text description and a table; " if _has_charts(plan) else ""
    rest = spelt("no meaning rests on colour alone.")
    first = f"{charts}{rest}" if charts else capital(rest)
    second = "Set as tagged PDF (PDF/UA-1, PDF/A-2a). The program that made it is tested with veraPDF: no failures."
    # The file of a print shop, or of sheets to fold, is none that a reader should be sent to.
    if not plan.theme.tagged or plan.theme.layout.folded:
        second = "The edition for screens is a tagged PDF (PDF/UA-1, PDF/A-2a)."
    if _contact(plan).email:
        second += " If something does not work for you, write to us and we will send it in another form."
    elif plan.place:
        second += f" If something does not work for you, tell us at {plan.place}."
    return Aside("back-access", "left", "Accessibility", paragraphs=(plain(first), plain(second)))


def _has_charts(plan: Plan) -> bool:
    return plan.slot("skills") is not None or plan.slot("pay") is not None


def _contact(plan: Plan) -> Contact:
    """The guide's contact where it gives one, the brand's for the rest."""
    own, brand = plan.guide.spec.contact, plan.theme.contact
    if not own:
        return brand
    return Contact(
        own.name or brand.name,
        own.lines or brand.lines,
        own.email or brand.email,
        own.phone or brand.phone,
        own.url or brand.url,
    )


def _reachable(contact: Contact) -> bool:
    return any((contact.name, contact.lines, contact.email, contact.phone, contact.url))


def _who(plan: Plan) -> Iterator[Aside]:
    contact = _contact(plan)
    if not _reachable(contact):
        return
    lines = contact_lines(plan)
    closing = plain("Tell us what is wrong or missing: the next edition is built from your notes.")
    yield Aside(
        "back-contact", "right", "Contact", paragraphs=tuple(lines), closing=closing if contact.email else ()
    )


def contact_lines(plan: Plan) -> list[Text]:
    """Name, address, e-mail, telephone and web address, as far as they are known."""
    contact = _contact(plan)
    lines: list[Text] = [plain(flat(line)) for line in (contact.name, *contact.lines) if line]
    if contact.email:
        lines.append((Run(contact.email, link=f"mailto:{contact.email}"),))
    if contact.phone:
        lines.append((Run(flat(contact.phone), link=_dialled(contact.phone)),))
    if contact.url:
        lines.append((Run(short_address(contact.url), link=contact.url),))
    return lines


def _dialled(phone: str) -> str:
    """The address that calls a number (RFC 3966), or "" for one with words in it."""
    number = re.sub(r"[\s().\-/\u2010-\u2015]", "", phone.replace("(0)", ""))
    return f"tel:{number}" if re.fullmatch(r"\+?[0-9]{5,15}", number) else ""


def _credits(plan: Plan) -> Aside:
    faces = plan.theme.faces
    family = f"{faces.family} and {faces.headings}" if faces.headings else faces.family
    licence = f" {flat(plan.theme.credit)}" if plan.theme.credit else ""
    words = licence.strip() if family in licence else f"Set in {family}.{licence}"
    charts = "; every chart is drawn from the data it cites" if _has_charts(plan) else ""
    made = plain(f"Composed with guidebuild from plain text files{charts}.")
    return Aside("back-credits", "right", "Credits", paragraphs=(plain(words), made))


def _edition(plan: Plan) -> Aside:
    version = f", version {flat(plan.guide.spec.version)}" if plan.guide.spec.version else ""
    words = f"{month(plan.guide.date)}{version}, {plan.theme.paper.words}."
    return Aside("back-edition", "right", "Edition", paragraphs=(plain(words),))
