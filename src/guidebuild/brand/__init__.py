"""Brand: _brand.yml to a `Theme` with every colour, face and logo decided.

`load` is the way in; `tree` and `read` read the file, `colour` and `palette` decide the colours, `families`
the fonts, `logo`, `svg` and `raster` the pictures, `references` which files a brand may name. Refuses: see
`load`.
"""

from guidebuild.brand.load import Branded, load_theme
from guidebuild.brand.theme import Theme

__all__ = ["Branded", "Theme", "load_theme"]
