"""Chart specifications in, vector drawings out. The only user of matplotlib.

figures      draws every figure of a document, or takes it from the cache
venn         set charts of two and three roles:  arrangement > centring > packing > regions
upset        set charts of four to six roles
pay          pay ranges
codes        QR codes
backend      matplotlib artists -> Drawing;  isolation: importing matplotlib safely
lettering    measuring and breaking words;  tints: mixed colours;  marks: a role's mark
"""

from guidebuild.charts.chart import Chart
from guidebuild.charts.codes import code_id
from guidebuild.charts.figures import draw

__all__ = ["Chart", "code_id", "draw"]
