"""The threshold curve: what every ``--min-confidence`` would give, as an SVG without scripts or fonts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from factcheck.evaluate.metrics import MEAN, Figure
from factcheck.report.view import visible

#: thresholds that are tried
GRID = tuple(step / 20 for step in range(1, 20))

#: (name, measure) -> words and colour; Okabe and Ito's colours, told apart by the colour-blind
_LINES = {
    ("conflicting", "f1"): ("conflicting F1", "#d55e00"),
    ("corroborated", "f1"): ("corroborated F1", "#009e73"),
    ("single-source", "f1"): ("single-source F1", "#e69f00"),
    (MEAN, "f1"): ("mean F1", "#000000"),
    ("links", "f1"): ("link F1", "#0072b2"),
    ("conflict links", "f1"): ("conflict link F1", "#cc79a7"),
    ("false conflicts", "share"): ("false conflicts", "#56b4e9"),
}
_WIDTH, _PANEL, _LEFT, _TOP, _PLOT_WIDTH, _PLOT_HEIGHT = 780, 340, 60, 44, 440, 240


@dataclass(frozen=True, slots=True)
class Line:
    """One figure over the thresholds: (threshold, value)."""

    name: str
    color: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """The lines of one set of gold; ``used`` is the threshold of the report."""

    name: str
    used: float
    lines: tuple[Line, ...]


def curve_of(name: str, used: float, found: Sequence[tuple[float, Sequence[Figure]]]) -> Curve:
    """The lines of those figures that the set has at any threshold."""
    values: dict[tuple[str, str], list[tuple[float, float]]] = {key: [] for key in _LINES}
    for threshold, figures in found:
        for figure in figures:
            if figure.group == "all" and (figure.name, figure.measure) in values:
                values[figure.name, figure.measure].append((threshold, figure.value))
    lines = [Line(*_LINES[key], tuple(points)) for key, points in values.items() if points]
    return Curve(name, used, tuple(lines))


def svg(curves: Sequence[Curve]) -> str:
    """One panel a set, below each other."""
    height = _PANEL * len(curves)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}"'
        f' height="{height}" font-family="sans-serif" font-size="12" role="img">\n'
        "<title>Figures by --min-confidence</title>\n"
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>\n'
    )
    return head + "".join(_panel(curve, place * _PANEL) for place, curve in enumerate(curves)) + "</svg>\n"


def _x(threshold: float) -> float:
    return _LEFT + threshold * _PLOT_WIDTH


def _y(value: float) -> float:
    return _TOP + (1 - value) * _PLOT_HEIGHT


def _text(x: float, y: float, words: str, more: str = "") -> str:
    # Names of files are the user's; what XML cannot hold must not break the picture.
    return f'<text x="{x:.1f}" y="{y:.1f}"{more}>{escape(visible(words))}</text>\n'


def _rule(x1: float, y1: float, x2: float, y2: float, more: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {more}/>\n'


def _panel(curve: Curve, down: int) -> str:
    parts = [f'<g transform="translate(0 {down})">\n', _text(_LEFT, 24, curve.name, ' font-weight="bold"')]
    for step in range(6):
        tick = step / 5
        parts.append(_rule(_LEFT, _y(tick), _LEFT + _PLOT_WIDTH, _y(tick), 'stroke="#dddddd"'))
        parts.append(_text(_LEFT - 8, _y(tick) + 4, f"{tick:.1f}", ' text-anchor="end"'))
        parts.append(_text(_x(tick), _y(0) + 18, f"{tick:.1f}", ' text-anchor="middle"'))
    parts.append(_text(_x(0.5), _y(0) + 38, "--min-confidence", ' text-anchor="middle"'))
    parts.append(
        _rule(_x(curve.used), _y(0), _x(curve.used), _y(1), 'stroke="#888888" stroke-dasharray="4 3"')
    )
    parts.append(_text(_x(curve.used) + 4, _y(1) - 4, f"used: {curve.used:g}", ' fill="#666666"'))
    for place, line in enumerate(curve.lines):
        points = " ".join(f"{_x(t):.1f},{_y(v):.1f}" for t, v in line.points)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{line.color}" stroke-width="2"/>\n')
        right, low = _LEFT + _PLOT_WIDTH + 20, _TOP + 10 + place * 20
        parts.append(_rule(right, low - 4, right + 20, low - 4, f'stroke="{line.color}" stroke-width="3"'))
        parts.append(_text(right + 28, low, f"{line.name}{_best(line)}"))
    return "".join([*parts, "</g>\n"])


def _best(line: Line) -> str:
    """Where an F1 is highest; a share of errors is lowest where nothing is said, which helps nobody."""
    if not line.name.endswith("F1"):
        return ""
    threshold, value = max(line.points, key=lambda point: (point[1], -point[0]))
    return f": {value:.2f} at {threshold:g}"
