"""From light to ink: which percentages of cyan, magenta, yellow and black print a colour "#rrggbb".

Comes in: a colour, and an ICC profile of the press if there is one. Goes out: `Cmyk`, whole percentages. Refuses:
nothing; a colour that ink cannot print becomes the nearest that it can.

With a profile, lcms2 converts from sRGB, relative colorimetric with black point compensation.

Without one the press is modelled by the Neugebauer equations with the Yule-Nielsen factor 2 (which stands for the gain
of the dots): halftones of three inks show eight colours, paper and the overprints, each on a share of the area that
follows from the percentages (Demichel); the square roots of their XYZ values, weighted by the shares, add up to the
root of what is seen. The eight, and black, are the aims of ISO 12647-2:2004/Amd 1 for coated paper, which FOGRA39
describes. The paper counts as white and black ink as black, so the whole range of the screen is scaled into that
of the press. Black takes over as much as it can (full grey component replacement): at most two of the three coloured
inks are left, the colours stay steady on the press, and the total ink stays under 300 %.

Both ways, colours without a hue are printed with black alone, the darkest of them solid.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from guidebuild.brand import colour as colours

if TYPE_CHECKING:
    from PIL.Image import Image

Cmyk = tuple[float, float, float, float]
Convert = Callable[[str], Cmyk]
Xyz = tuple[float, float, float]

WHITE: Cmyk = (0.0, 0.0, 0.0, 0.0)
BLACK: Cmyk = (0.0, 0.0, 0.0, 100.0)
MOST_INK = 300.0  # per cent, all four together
NEUTRAL, NEUTRAL_TINT = 0.016, 0.009  # chroma in OKLCH below which a colour, or a pale one, counts as grey
PALE = 0.85  # lightness in OKLCH from which a colour counts as pale
SOLID, DARK = 0.3, 0.1  # lightness in OKLCH below which a grey, or any colour, is solid black

# CIELAB (D50) of paper, C, M, CM, Y, CY, MY, CMY and K: ISO 12647-2:2004/Amd 1, table 5, paper types 1 and 2.
_LAB = (
    (95, 0, -2), (55, -37, -50), (48, 74, -3), (24, 17, -46),
    (89, -5, 93), (50, -65, 27), (47, 68, 48), (23, 0, 0), (16, 0, 0),
)  # fmt: skip
_D50: Xyz = (0.9642, 1.0, 0.8249)
# Linear sRGB to XYZ (D50), IEC 61966-2-1 with the Bradford transform.
_TO_XYZ = (
    (0.4360747, 0.3850649, 0.1430804),
    (0.2225045, 0.7168786, 0.0606169),
    (0.0139322, 0.0971045, 0.7141733),
)
_GRID = 9  # points along each side of the table that bitmaps are converted with


def formula(colour: str) -> Cmyk:
    """The percentages without a profile."""
    grey = _grey(colour)
    if grey is not None:
        return (0.0, 0.0, 0.0, float(round(100 * grey)))
    cyan, magenta, yellow, black = _separated(_seen(colour))
    return limited((cyan, magenta, yellow, black))


def limited(inks: Cmyk) -> Cmyk:
    """Whole percentages that together keep to the most ink: the coloured ones give way."""
    *coloured, black = (min(max(ink, 0.0), 100.0) for ink in inks)
    total = sum(coloured)
    share = min(1.0, (MOST_INK - black) / total) if total else 1.0
    cyan, magenta, yellow = (float(int(ink * share + (0.5 if share == 1.0 else 0.0))) for ink in coloured)
    return (cyan, magenta, yellow, float(round(black)))


def _grey(colour: str) -> float | None:
    """How much black prints a colour without a hue, 0 to 1; None for a colour with one."""
    lightness, chroma, _ = colours.oklch(colour)
    if lightness < DARK:
        return 1.0
    if chroma >= (NEUTRAL if lightness < PALE else NEUTRAL_TINT):
        return None
    if lightness < SOLID:
        return 1.0
    root = _seen(colour)[1] ** 0.5
    share: float = (1 - root) / (1 - _INKS[8][1])
    return min(max(share, 0.0), 1.0)


def _seen(colour: str) -> Xyz:
    """XYZ relative to the paper, with the screen's black lifted to that of the ink."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colours.channels(colour)]
    x, y, z = (sum(a * b for a, b in zip(row, linear, strict=True)) for row in _TO_XYZ)
    dark = _INKS[8]
    a, b, c = (
        value / white * (1 - low * low) + low * low
        for value, white, low in zip((x, y, z), _D50, dark, strict=True)
    )
    return (a, b, c)


def _root_xyz(lab: tuple[float, float, float], paper: Xyz) -> Xyz:
    """The square roots of XYZ relative to the paper: the Yule-Nielsen factor is 2."""
    level = (lab[0] + 16) / 116
    sides = (level + lab[1] / 500, level, level - lab[2] / 200)
    x, y, z = (
        white * (side**3 if side > 6 / 29 else (side - 16 / 116) * 3 * (6 / 29) ** 2)
        for side, white in zip(sides, _D50, strict=True)
    )
    return ((x / paper[0]) ** 0.5, (y / paper[1]) ** 0.5, (z / paper[2]) ** 0.5)


def _primaries() -> tuple[Xyz, ...]:
    paper = tuple(value * value for value in _root_xyz(_LAB[0], (1.0, 1.0, 1.0)))
    return tuple(_root_xyz(lab, paper) for lab in _LAB)  # type: ignore[arg-type]


_INKS = _primaries()


def _separated(target: Xyz) -> Cmyk:
    """The percentages whose print is seen as the target: as much black as leaves the others at 0 or more."""
    roots: Xyz = (target[0] ** 0.5, target[1] ** 0.5, target[2] ** 0.5)
    low, high = 0.0, 1.0
    best = _coloured(roots, 0.0)
    for _ in range(12):
        black = (low + high) / 2
        found = _coloured(roots, black)
        if min(found) >= 0 and max(_under(roots, black)) <= 1.0:
            low, best = black, found
        else:
            high = black
    cyan, magenta, yellow = (100 * min(max(ink, 0.0), 1.0) for ink in best)
    return (cyan, magenta, yellow, 100 * low)


def _under(roots: Xyz, black: float) -> Xyz:
    """What is to be seen between the dots of black."""
    if black > 0.999:
        return (2.0, 2.0, 2.0)
    a, b, c = ((root - black * dark) / (1 - black) for root, dark in zip(roots, _INKS[8], strict=True))
    return (a, b, c)


def _coloured(roots: Xyz, black: float) -> tuple[float, float, float]:
    """Shares of cyan, magenta and yellow under a share of black, by Newton's method; they may leave 0 to 1."""
    wanted = _under(roots, black)
    inks = [0.5, 0.5, 0.5]
    for _ in range(12):
        values, slopes = _print(inks)
        step = _solve(slopes, [w - v for w, v in zip(wanted, values, strict=True)])
        if step is None:
            break
        inks = [min(max(ink + move, -0.5), 1.5) for ink, move in zip(inks, step, strict=True)]
        if max(map(abs, step)) < 1e-5:
            break
    return (inks[0], inks[1], inks[2])


def _print(inks: list[float]) -> tuple[list[float], list[list[float]]]:
    """The roots that are seen, and how each changes with each ink (rows: X, Y, Z)."""
    c, m, y = inks
    values, slopes = [], []
    for i in range(3):
        p, pc, pm, pcm, py, pcy, pmy, pcmy = (primary[i] for primary in _INKS[:8])
        lower = (p * (1 - c) + pc * c) * (1 - m) + (pm * (1 - c) + pcm * c) * m
        upper = (py * (1 - c) + pcy * c) * (1 - m) + (pmy * (1 - c) + pcmy * c) * m
        values.append(lower * (1 - y) + upper * y)
        by_c = ((pc - p) * (1 - m) + (pcm - pm) * m) * (1 - y) + ((pcy - py) * (1 - m) + (pcmy - pmy) * m) * y
        by_m = ((pm - p) * (1 - c) + (pcm - pc) * c) * (1 - y) + ((pmy - py) * (1 - c) + (pcmy - pcy) * c) * y
        slopes.append([by_c, by_m, upper - lower])
    return values, slopes


def _solve(a: list[list[float]], b: list[float]) -> list[float] | None:
    """Three equations by Cramer's rule; None when they say too little."""

    def det(m: list[list[float]]) -> float:
        return (
            m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
            - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
            + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
        )

    whole = det(a)
    if abs(whole) < 1e-9:
        return None
    columns = ([[b[r] if c == k else a[r][c] for c in range(3)] for r in range(3)] for k in range(3))
    return [det(column) / whole for column in columns]


# With a profile


class Profile:
    """An ICC profile of a press. `description` is what it calls itself.

    Raises `ValueError` with plain words for bytes that are no profile, or no profile of a press with these four inks.
    """

    def __init__(self, data: bytes) -> None:
        from PIL import Image, ImageCms

        try:
            self._profile = ImageCms.ImageCmsProfile(BytesIO(data))
            known: Any = self._profile.profile
            space, kind = known.xcolor_space.strip(), known.device_class.strip()
            self.description = " ".join((known.profile_description or "").split())[:120]
        except (ImageCms.PyCMSError, OSError, AttributeError, TypeError, ValueError) as err:
            raise ValueError("is not an ICC profile, or a damaged one") from err
        if space != "CMYK":
            raise ValueError(f"is an ICC profile for {space}, not for CMYK")
        if kind != "prtr":
            raise ValueError("is an ICC profile of a device that does not print")
        try:
            self._transform = ImageCms.buildTransform(
                ImageCms.createProfile("sRGB"),
                self._profile,
                "RGB",
                "CMYK",
                ImageCms.Intent.RELATIVE_COLORIMETRIC,
                ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOOPTIMIZE,
            )
            self.image(Image.new("RGB", (1, 1)))  # some profiles fail only when they are used
        except (ImageCms.PyCMSError, OSError) as err:
            raise ValueError("is an ICC profile that cannot be converted to") from err

    def __call__(self, colour: str) -> Cmyk:
        from PIL import Image

        grey = _grey(colour)
        if grey is not None:
            return (0.0, 0.0, 0.0, float(round(100 * grey)))
        cyan, magenta, yellow, black = self.image(Image.new("RGB", (1, 1), colour)).getpixel((0, 0))  # type: ignore[misc]
        return limited((cyan / 2.55, magenta / 2.55, yellow / 2.55, black / 2.55))

    def image(self, image: Image) -> Image:
        """An RGB bitmap in CMYK."""
        from PIL import ImageCms

        converted = ImageCms.applyTransform(image, self._transform)
        assert converted is not None
        return converted


@lru_cache(maxsize=2)
def profile(data: bytes) -> Profile:
    """The profile with these bytes, read once."""
    return Profile(data)


def image_by_formula(image: Image) -> Image:
    """An RGB bitmap in CMYK by a table of the formula, between whose points is interpolated."""
    from PIL import Image as Images

    return Images.merge("CMYK", image.filter(_table()).split())


@lru_cache(maxsize=1)
def _table() -> Any:
    from PIL import ImageFilter

    def inks(red: float, green: float, blue: float) -> tuple[float, ...]:
        colour = "#{:02x}{:02x}{:02x}".format(*(round(255 * value) for value in (red, green, blue)))
        return tuple(ink / 100 for ink in formula(colour))

    return ImageFilter.Color3DLUT.generate(_GRID, inks, channels=4, target_mode="RGBA")
