"""What a print shop takes and refuses: a data file, checked like the content of a guide.

The name of a shop that ships with the program comes in, or the path of a file; `Shop` goes out. `GuideError` is raised,
with the place of each, for unknown keys, wrong types, lengths without a unit, and for a name that no shop has.
"""

# No postponed annotations here: see `model.schema`.
import re
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator

from guidebuild.diagnostics import Diagnostic, GuideError, Span, did_you_mean
from guidebuild.edition import INCH, MM
from guidebuild.preflight.sizes import SIZES
from guidebuild.sources import shown
from guidebuild.yamlfile.node import Line, Node
from guidebuild.yamlfile.problems import in_plain_words
from guidebuild.yamlfile.read import read_file
from guidebuild.yamlfile.tree import YamlMap, place

FOLDER = Path(__file__).parent / "shops"
_UNITS = {"mm": MM, "cm": 10 * MM, "in": INCH, "pt": 1.0}
_LENGTH = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,5})?) ?(mm|cm|in|pt)")

ColourKind = Literal["gray", "cmyk", "rgb", "lab", "spot"]
Standard = Literal["PDF/X-1a:2001", "PDF/X-1a:2003", "PDF/X-3:2002", "PDF/X-3:2003", "PDF/X-4", "PDF/X-4p"]


def _points(value: Any) -> Any:
    found = _LENGTH.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError(
            f"'{str(value)[:40]}' is not a length; write a number and its unit, as in 3 mm, 0.125 in or 6 pt"
        )
    return float(found[1]) * _UNITS[found[2]]


def _known_size(value: str) -> str:
    known = {name.casefold(): name for name in SIZES}
    if value.casefold() not in known:
        hint = "".join(did_you_mean(value, SIZES)) or "as in A4, A5, Letter or Tabloid"
        raise ValueError(f"'{value[:40]}' is not a size of paper that has a name here; {hint}")
    return known[value.casefold()]


PaperName = Annotated[str, AfterValidator(_known_size)]
Length = Annotated[float, BeforeValidator(_points)]
Percent = Annotated[int, Field(ge=0, le=400)]
Count = Annotated[int, Field(ge=1, le=100_000)]
Resolution = Annotated[int, Field(ge=1, le=10_000)]


class PageCount(Node):
    """How many pages there may be; a stapled booklet needs a `multiple` of four."""

    noun: ClassVar[str] = "the number of pages"
    least: Count | None = None
    most: Count | None = None
    multiple: Count = 1

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least and self.most and self.least > self.most:
            raise ValueError(f"'least' ({self.least}) is more than 'most' ({self.most})")
        return self


class Images(Node):
    """Pixels per inch at the printed size: under `least` is refused, under `good` is warned of.

    `line_art` is the least of images of two tones, which show steps sooner.
    """

    noun: ClassVar[str] = "the resolution of images"
    least: Resolution | None = None
    good: Resolution | None = None
    line_art: Resolution | None = None


class Shop(Node):
    """A shop, or a kind of printing. What is not stated is not asked for.

    `like` names a shipped shop; what the file leaves out is then as there. `small_text` is the type size under which
    black text must be black ink alone; `safety` the distance that text should keep from the trimmed edge.
    """

    noun: ClassVar[str] = "a shop"
    title: Line
    about: Line | None = None
    like: Line | None = None
    standards: tuple[Standard, ...] = ()
    newest_version: Literal["1.3", "1.4", "1.5", "1.6", "1.7", "2.0"] | None = None
    output_intent: bool = False
    trim_box: bool = False
    sizes: tuple[PaperName, ...] = ()
    bleed: Length = 0.0
    marks: Literal["any", "crop", "none"] = "any"
    safety: Length = 0.0
    pages: PageCount | None = None
    colours: tuple[ColourKind, ...] = ("gray", "cmyk", "rgb", "lab", "spot")
    profiled_colours: bool = True
    total_ink: Percent | None = None
    small_text: Length | None = None
    smallest_type: Length | None = None
    thinnest_line: Length | None = None
    images: Images | None = None
    type3_fonts: bool = True
    transparency: bool = True
    layers: bool = True
    annotations: Literal["any", "outside", "none"] = "any"
    active_content: bool = True
    encryption: bool = True
    overprinting_white: bool = True


def names() -> tuple[str, ...]:
    """The shops that ship with the program."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.yml")))


def load(name_or_path: str) -> Shop:
    """A shop by its name, or by the path of a file (which has a slash or a dot in it). Raises `GuideError`."""
    if name_or_path in names():
        return _read(FOLDER / f"{name_or_path}.yml")
    if "/" in name_or_path or "\\" in name_or_path or "." in name_or_path:
        return _read(Path(name_or_path))
    raise GuideError([_unknown(name_or_path, Span("--shop"))])


def _unknown(name: str, span: Span) -> Diagnostic:
    hints = did_you_mean(name, names()) or (
        "there are " + ", ".join(names()) + ", or give the path of a file",
    )
    return Diagnostic("error", "unknown-shop", f"there is no shop '{name[:60]}'", span, hints)


def _read(file: Path) -> Shop:
    tree = read_file(file)
    if not isinstance(tree, YamlMap):
        span = getattr(tree, "span", Span(shown(file), 1, 1))
        raise GuideError([Diagnostic("error", "wrong-type", "a shop is a mapping of keys and values", span)])
    try:
        shop = Shop.model_validate(tree, strict=True)
    except ValidationError as error:
        raise GuideError(in_plain_words(error, tree, Shop)) from None
    return shop if shop.like is None else _completed(shop, tree, shop.like)


def _completed(shop: Shop, tree: YamlMap, like: str) -> Shop:
    """What the file says, over what the shop says that it is like."""
    if like not in names():
        raise GuideError([_unknown(like, place(tree, ("like",)))])
    own = {key: getattr(shop, key) for key in shop.model_fields_set - {"like"}}
    return load(like).model_copy(update=own)
