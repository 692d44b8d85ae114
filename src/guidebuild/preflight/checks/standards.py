"""Checks of PDF/X: the claim, whether the file keeps it, and the printing condition that it is made for.

The rules are those of ISO 15930-1 and -4 (PDF/X-1a) and ISO 15930-7 (PDF/X-4) that have no check of their own here.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.preflight.checks.colours import space_used
from guidebuild.preflight.checks.transparency import transparent_things
from guidebuild.preflight.findings import Finding, failed, listed, passed, some
from guidebuild.preflight.marks import Document, Intent, Page
from guidebuild.preflight.metadata import version_number
from guidebuild.preflight.shop import Shop

_X1A = ("PDF/X-1a:2001", "PDF/X-1a:2003")
_X4 = ("PDF/X-4", "PDF/X-4p")
_NEWEST = {"PDF/X-1a:2001": "1.3", "PDF/X-1a:2003": "1.4", "PDF/X-3:2002": "1.3", "PDF/X-3:2003": "1.4",
           "PDF/X-4": "1.6", "PDF/X-4p": "1.6"}  # fmt: skip
_INFO = ("Title", "CreationDate", "ModDate")
_XMP = ("dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:RenditionClass",
        "xmpMM:VersionID")  # fmt: skip
_CONDITION = "export with the printing condition that the shop names, as in FOGRA39"
_REFUSED_FILTERS = {"LZWDecode": "LZW", "JPXDecode": "JPEG 2000", "JBIG2Decode": "JBIG2"}


def press_claim(document: Document) -> str:
    """The PDF/X standard that the file claims; "" for none."""
    return next((claim for claim in document.standards if claim.startswith("PDF/X")), "")


def claimed(document: Document, shop: Shop) -> Iterator[Finding]:
    if not shop.standards:
        return
    claim = press_claim(document)
    if claim in shop.standards:
        yield passed(f"the file says that it is {claim}", claim)
    else:
        says = (
            f"the file says that it is {claim}"
            if claim
            else "the file does not say that it is made for a press"
        )
        sentence = f"{says}; the shop takes {' or '.join(shop.standards)}"
        yield failed(sentence, measured=claim, hint=f"export as {shop.standards[-1]}")


def kept(document: Document, shop: Shop) -> Iterator[Finding]:
    """What breaks the standard that the file claims, but for what other checks of this shop look at."""
    claim = press_claim(document)
    if not claim:
        return
    odd = [page for page in document.pages if page.oddities]
    broken = [
        *_everywhere(document, claim, shop),
        *(_of_x4(document) if claim in _X4 else _of_x1_and_x3(document)),
    ]
    broken += _left_to_others(document, shop) if claim in _X1A else ()
    broken += dict.fromkeys(what for page in odd for what in page.oddities)
    if broken:
        sentence = f"the file says that it is {claim}, but breaks its rules: {some(broken)}"
        hint = f"export as {claim} again, with a program that knows it"
        yield failed(sentence, pages=(page.number for page in odd), hint=hint)
    else:
        yield passed(f"no rule of {claim} that is looked at here is broken", claim)


def _everywhere(document: Document, claim: str, shop: Shop) -> Iterator[str]:
    if not document.has_id:
        yield "it has no identifier"
    if any(page.boxes.trim and page.boxes.art for page in document.pages):
        yield "a page has both TrimBox and ArtBox"
    if not shop.trim_box and not all(page.boxes.trim or page.boxes.art for page in document.pages):
        yield "a page has neither TrimBox nor ArtBox"
    newest = _NEWEST.get(claim, "2.0")
    told = shop.newest_version is not None and version_number(shop.newest_version) <= version_number(newest)
    if version_number(document.version) > version_number(newest) and not told:
        yield f"it is PDF {document.version}, later than {newest}"
    if not shop.output_intent and not _press_intents(document):
        yield "it has no output intent"


def _of_x1_and_x3(document: Document) -> Iterator[str]:
    missing = [key for key in _INFO if not document.info.get(key)]
    if missing:
        yield f"it does not state its {listed(missing)}"
    if document.info.get("Trapped") not in ("True", "False"):
        yield "it does not state whether it is trapped"
    if document.compressed_objects:
        yield "its objects are compressed, which PDF 1.4 does not know"
    used = {name for page in document.pages for name in page.filters}
    yield from (
        f"it uses {_REFUSED_FILTERS[name]} compression" for name in sorted(used & _REFUSED_FILTERS.keys())
    )


def _of_x4(document: Document) -> Iterator[str]:
    missing = [key.partition(":")[2] for key in _XMP if not document.xmp.get(key)]
    if missing:
        yield f"its metadata do not state {listed(missing)}"
    if document.xmp.get("pdf:Trapped", document.info.get("Trapped")) not in ("True", "False"):
        yield "it does not state whether it is trapped"


def _left_to_others(document: Document, shop: Shop) -> Iterator[str]:
    """Rules of PDF/X-1a that a press shop checks anyway, where this shop does not."""
    if "rgb" in shop.colours and any(_has_rgb(page) for page in document.pages):
        yield "it paints in RGB"
    if shop.transparency and any(map(transparent_things, document.pages)):
        yield "it uses transparency"
    if shop.active_content and document.active:
        yield f"it holds {some(document.active)}"
    if shop.encryption and document.encrypted:
        yield "it is encrypted"


def _has_rgb(page: Page) -> bool:
    spaces = [space_used(mark) for mark in page.marks]
    return any(space is not None and space.family in ("rgb", "lab") for space in spaces)


def _press_intents(document: Document) -> list[Intent]:
    return [intent for intent in document.intents if intent.kind == "GTS_PDFX"]


def output_intent(document: Document, shop: Shop) -> Iterator[Finding]:
    """ISO 32000-1, 14.11.5: one printing condition, by the name it is registered under or by its profile."""
    if not shop.output_intent:
        return
    found = _press_intents(document)
    if len(found) != 1:
        count = f"{len(found)} output intents" if found else "no output intent"
        yield failed(
            f"the file has {count} for a press, so it is not known what its inks mean", hint=_CONDITION
        )
        return
    (intent,) = found
    named = intent.condition or "an embedded profile"
    if problem := _wrong(intent, press_claim(document)):
        yield failed(f"the output intent is not sound: {problem}", measured=named, hint=_CONDITION)
    else:
        yield passed(f"the inks are meant for {named}", named)


def _wrong(intent: Intent, claim: str) -> str:
    if not intent.condition:
        return "it names no printing condition"
    if intent.profile_class and intent.profile_class != "prtr":
        return "its profile is not one of a printing condition"
    if claim in _X1A and intent.profile_space not in ("", "CMYK"):
        return f"its profile is for {intent.profile_space}, not for CMYK"
    if claim == "PDF/X-4" and not intent.profile_class:
        return "its profile is not in the file, which PDF/X-4 asks for"
    if not intent.profile_class and not intent.registry:
        return "it names neither a profile nor the registry of its printing condition"
    return ""
