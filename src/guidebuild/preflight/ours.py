"""What to change in a guide that a shop refuses, as one writes it: settings of the brand file and options.

Comes in: a finding about a file that guidebuild has made. Goes out: the same with a hint that names the setting.
Nothing here is known of what is in a guide; a file of another program keeps its general hints.
"""

from __future__ import annotations

from dataclasses import replace

from guidebuild.edition import LAYOUTS, PAPERS, TYPE_SIZES
from guidebuild.edition.fitting import profile_in
from guidebuild.edition.papers import BLEEDS
from guidebuild.preflight.checks.standards import press_claim
from guidebuild.preflight.findings import Finding
from guidebuild.preflight.marks import Document
from guidebuild.preflight.shop import Shop

TOOL = "guidebuild"
_SLACK = 0.3  # points, as in the check of the bleed
_BRAND = "under defaults.guidebuild in the brand file"


def is_ours(document: Document) -> bool:
    """Whether a file says that guidebuild has made it."""
    return document.info.get("Creator", "").startswith(TOOL)


def with_setting(finding: Finding, document: Document, shop: Shop) -> Finding:
    """A refusal with the setting that mends it, where there is one."""
    setting = _setting(finding.check, document, shop) if finding.outcome == "failure" else ""
    return replace(finding, hint=setting) if setting else finding


def _setting(check: str, document: Document, shop: Shop) -> str:
    claim = press_claim(document)
    match check:
        case "standard" | "version" | "standard-kept" if claim:
            x1a = any(standard.startswith("PDF/X-1a") for standard in shop.standards)
            again = f"build it again with --profile {profile_in('cmyk')}"
            return f"write 'pdfx: {'x1a' if x1a else 'x4'}' {_BRAND}, and {again}"
        case "standard" | "version" | "output-intent" | "page-boxes" | "annotations" | "active-content":
            return _profile(shop)
        case "colours":
            return _profile(shop)
        case "bleed-room":
            bleed = next((name for name, room in BLEEDS.items() if room >= shop.bleed - _SLACK), "")
            return f"write 'bleed: {bleed}' {_BRAND}" if bleed else ""
        case "outside-bleed":
            return f"write 'crop_marks: false' {_BRAND}"
        case "page-count":
            folded = next(layout.name for layout in LAYOUTS.values() if layout.folded)
            return f"build it with --layout {folded}, and 'imposed: false' under 'booklet' in the guide file"
        case "page-size":
            papers = (
                paper.name for size in shop.sizes for paper in PAPERS.values() if paper.trade_name == size
            )
            return f"build it with --paper {paper}" if (paper := next(papers, "")) else ""
        case "total-ink":
            return f"write less ink for its colours under 'cmyk', {_BRAND}"
        case "image-resolution":
            return "name a logo in SVG in the brand file, or a larger picture"
        case "type-size":
            return f"build it with --edition {max(TYPE_SIZES.values(), key=lambda size: size.scale).name}"
    return ""


def _profile(shop: Shop) -> str:
    """The profile whose colours and claims the shop takes."""
    if "cmyk" not in shop.colours and "rgb" not in shop.colours:
        return f"build it with --profile {profile_in('gray')}"
    asks_x4 = shop.standards and not any(standard.startswith("PDF/X-1a") for standard in shop.standards)
    more = f", and 'pdfx: x4' {_BRAND}" if asks_x4 else ""
    return f"build it with --profile {profile_in('cmyk')}{more}"
