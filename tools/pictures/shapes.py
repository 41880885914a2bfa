"""With which shapes are the demo's pictures drawn? Each answers with a piece of SVG.

A scene is 1440 by 810; y grows downward. Colors are those of ``ui/static/ui/tokens.css``.
"""

import random

SKY, PAPER, BAND = "#e2ebee", "#f8f5ee", "#efebe0"
FAR, MID, NEAR = "#c3d3d9", "#8fadb8", "#1d4965"
SEA, WATER, INK = "#14405e", "#7fa6b2", "#0c2233"
RED, LAMP, JADE, LEAF, WOOD, WHITE = (
    "#a11d23",
    "#f3d9a0",
    "#0f624f",
    "#5d9484",
    "#7a4a00",
    "#fffefb",
)
Span = tuple[int, int]
SKIN = ("#c98d66", "#d9a27c", "#b87a55")
CLOTHES = (SEA, RED, JADE, WOOD, "#56859c", INK)


def rect(x: float, y: float, width: float, height: float, fill: str, round_: float = 0) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{round_}" fill="{fill}"/>'


def circle(x: float, y: float, radius: float, fill: str) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}"/>'


def shape(path: str, fill: str) -> str:
    return f'<path d="{path}" fill="{fill}"/>'


def stroke(path: str, color: str, width: float = 4) -> str:
    return (
        f'<path d="{path}" fill="none" stroke="{color}" stroke-width="{width}"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
    )


def sky(color: str = SKY, sun: tuple[int, int] | None = None) -> str:
    lit = circle(*sun, 62, LAMP) if sun else ""
    return rect(0, 0, 1440, 810, color) + lit


def arch(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A door: ``x`` and ``y`` are its lower left corner."""
    half = width / 2
    top = y - height + half
    return shape(f"M{x} {y}V{top}A{half} {half} 0 0 1 {x + width} {top}V{y}Z", fill)


def tower(rng: random.Random, x: float, base: float, width: float, height: float, fill: str) -> str:
    """One limestone island: steep, with a round and uneven head."""
    lean, shoulder = rng.uniform(-0.08, 0.08), rng.uniform(0.5, 0.75)
    left, right, top = x - width / 2, x + width / 2, base - height
    return shape(
        f"M{left} {base}"
        f"C{left + width * 0.06} {base - height * 0.3} {left} {base - height * shoulder}"
        f" {left + width * 0.2} {base - height * 0.8}S{x + width * (lean - 0.14)} {top}"
        f" {x + width * lean} {top}S{right - width * 0.2} {base - height * shoulder}"
        f" {right - width * 0.1} {base - height * 0.42}S{right} {base - 12} {right} {base}Z",
        fill,
    )


def karst(
    seed: int, base: float, fill: str, height: Span = (120, 300), step: Span = (70, 130)
) -> str:
    """A row of islands from edge to edge."""
    rng, x, drawn = random.Random(seed), -40.0, []
    while x < 1500:
        width = rng.uniform(110, 220)
        drawn.append(tower(rng, x, base, width, rng.uniform(*height), fill))
        x += rng.uniform(*step)
    return "".join(drawn)


def hills(seed: int, base: float, fill: str, height: Span = (60, 140)) -> str:
    """Rounded hills down to the picture's lower edge."""
    rng, x, path = random.Random(seed), -100, [f"M-100 810V{base}"]
    while x < 1560:
        width = rng.randint(180, 340)
        top = base - rng.randint(*height)
        path.append(f"Q{x + width / 2} {2 * top - base} {x + width} {base}")
        x += width
    return shape("".join(path) + "V810Z", fill)


def water(seed: int, top: float, fill: str = WATER, line: str = "#b6ced6") -> str:
    rng = random.Random(seed)
    lines = []
    for _ in range(26):
        x, y = rng.randint(0, 1340), rng.randint(int(top) + 24, 800)
        lines.append(stroke(f"M{x} {y}h{rng.randint(40, 150)}", line, 3))
    return rect(0, top, 1440, 810 - top, fill) + "".join(lines)


def person(
    rng: random.Random,
    x: float,
    base: float,
    size: float = 1.0,
    carries: bool = False,
    young: bool = False,
) -> str:
    """Head and shoulders, round as the doors; ``base`` is where they stand."""
    cloth, skin, hair = (
        rng.choice(CLOTHES),
        rng.choice(SKIN),
        rng.choice((INK, "#2b2320") if young else (INK, "#2b2320", "#6b6f73")),
    )
    w, h = 66 * size, 190 * size
    head = base - h - 26 * size
    parts = [
        arch(x - w / 2, base, w, h, cloth),
        circle(x, head, 26 * size, skin),
        shape(
            f"M{x - 27 * size} {head}a{27 * size} {27 * size} 0 0 1 {54 * size} 0"
            f"q{-20 * size} {-14 * size} {-54 * size} 0Z",
            hair,
        ),
    ]
    if carries:
        parts.append(rect(x + w * 0.1, base - h * 0.62, 34 * size, 44 * size, WHITE, 3))
    return "".join(parts)


def house(x: float, base: float, width: float, height: float, wall: str, roof: str) -> str:
    door = width * 0.2
    return (
        rect(x, base - height, width, height, wall)
        + shape(
            f"M{x - width * 0.1} {base - height}L{x + width / 2} {base - height - width * 0.36}"
            f"L{x + width * 1.1} {base - height}Z",
            roof,
        )
        + arch(x + width * 0.4, base, door, height * 0.6, INK)
        + rect(x + width * 0.12, base - height * 0.7, door * 0.8, door * 0.8, LAMP)
        + rect(x + width * 0.72, base - height * 0.7, door * 0.8, door * 0.8, LAMP)
    )


def tree(x: float, base: float, size: float = 1.0, leaf: str = LEAF) -> str:
    return (
        rect(x - 7 * size, base - 90 * size, 14 * size, 90 * size, WOOD)
        + circle(x, base - 130 * size, 62 * size, leaf)
        + circle(x - 40 * size, base - 100 * size, 42 * size, leaf)
        + circle(x + 42 * size, base - 102 * size, 40 * size, leaf)
    )


def boat(x: float, y: float, size: float = 1.0, sail: str = RED) -> str:
    return (
        shape(f"M{x - 90 * size} {y}h{180 * size}l{-28 * size} {34 * size}h{-124 * size}Z", INK)
        + shape(
            f"M{x - 6 * size} {y - 8 * size}V{y - 170 * size}"
            f"q{80 * size} {70 * size} {84 * size} {162 * size}Z",
            sail,
        )
        + shape(
            f"M{x - 16 * size} {y - 8 * size}V{y - 136 * size}"
            f"q{-56 * size} {50 * size} {-62 * size} {128 * size}Z",
            sail,
        )
    )


def screen(x: float, y: float, width: float, height: float, inside: str = "") -> str:
    return (
        rect(x, y, width, height, INK, 10)
        + rect(x + 12, y + 12, width - 24, height - 24, PAPER, 4)
        + inside
    )
