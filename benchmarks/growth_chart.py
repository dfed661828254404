"""Seconds against sentences as a small SVG, both axes logarithmic, for light and dark."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 64, 90, 24, 52
#: told apart without colour too: each line ends in its name; Okabe and Ito (2008).
_COLOURS = ("#999999", "#cc79a7", "#d55e00", "#0072b2", "#009e73", "#e69f00")
#: a ground of its own, since a page may be dark where the system is light; the names stand out
#: from the lines that pass under them
_STYLE = """.ground{fill:#fff}text{font:13px system-ui,sans-serif;fill:#222}
.name{paint-order:stroke;stroke:#fff;stroke-width:5;stroke-linejoin:round}
.grid{stroke:#8884}.line{fill:none;stroke-width:2}
@media(prefers-color-scheme:dark){.ground{fill:#1e2129}text{fill:#ddd}.name{stroke:#1e2129}}"""


def growth_chart(lines: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """Each line has a name and its points (sentences, CPU seconds), both above zero."""
    points = [point for line in lines.values() for point in line]
    low_x, high_x = _decades([x for x, _ in points])
    low_y, high_y = _decades([y for _, y in points])

    def place(x: float, y: float) -> tuple[float, float]:
        right = (math.log10(x) - low_x) / (high_x - low_x)
        up = (math.log10(y) - low_y) / (high_y - low_y)
        return (
            round(LEFT + right * (WIDTH - LEFT - RIGHT), 1),
            round(HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM), 1),
        )

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        "<title>CPU seconds for aligning N × N sentences</title>",
        f"<style>{_STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>',
    ]
    for exponent in range(low_x, high_x + 1):
        x, bottom = place(10.0**exponent, 10.0**low_y)
        parts.append(f'<path class="grid" d="M{x} {TOP}V{bottom}"/>')
        parts.append(f'<text x="{x}" y="{bottom + 18}" text-anchor="middle">{10**exponent:,}</text>')
    for exponent in range(low_y, high_y + 1):
        x, y = place(10.0**low_x, 10.0**exponent)
        parts.append(f'<path class="grid" d="M{x} {y}H{WIDTH - RIGHT}"/>')
        parts.append(f'<text x="{x - 8}" y="{y + 4}" text-anchor="end">{10.0**exponent:g} s</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text x="{middle}" y="{HEIGHT - 10}" text-anchor="middle">sentences on each side</text>')
    names = []
    for colour, (name, line) in zip(_COLOURS, lines.items(), strict=False):
        path = "L".join("{} {}".format(*place(x, y)) for x, y in line)
        x, y = place(*line[-1])
        parts.append(f'<path class="line" stroke="{colour}" d="M{path}"/>')
        parts.append(f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>')
        names.append(f'<text class="name" x="{x + 9}" y="{y + 4}">{escape(name)}</text>')
    return "\n".join([*parts, *names, "</svg>", ""])


def _decades(values: Sequence[float]) -> tuple[int, int]:
    """The powers of ten around all values, at least one apart."""
    low = math.floor(math.log10(min(values)))
    return low, max(low + 1, math.ceil(math.log10(max(values))))
