"""Pictures of the bay, the islands and the hills. One function a picture, built from ``shapes``."""

import random

from shapes import (
    BAND,
    FAR,
    INK,
    JADE,
    LAMP,
    LEAF,
    MID,
    NEAR,
    PAPER,
    RED,
    SEA,
    SKY,
    WHITE,
    WOOD,
    boat,
    circle,
    hills,
    house,
    karst,
    person,
    rect,
    shape,
    sky,
    stroke,
    tower,
    tree,
    water,
)


def karst_bay() -> str:
    """A red sail on the bay, three rows of islands behind it."""
    return (
        sky(sun=(290, 170))
        + karst(4, 545, FAR, (225, 405))
        + karst(9, 545, MID, (135, 275), (110, 190))
        + tower(random.Random(2), 1220, 540, 420, 330, NEAR)
        + tower(random.Random(5), 900, 540, 300, 130, NEAR)
        + tower(random.Random(8), 660, 540, 260, 110, NEAR)
        + water(3, 540)
        + boat(440, 640, 1.25)
    )


def island_pier() -> str:
    """A pier on an island: the boat is in, a clerk's case stands ready."""
    rng = random.Random(31)
    piles = "".join(rect(120 + 130 * n, 610, 22, 160, INK) for n in range(6))
    return (
        sky("#e7eef0", sun=(1180, 150))
        + karst(14, 470, FAR, (90, 200), (130, 220))
        + tower(random.Random(3), 260, 500, 760, 300, LEAF)
        + house(120, 500, 150, 90, WHITE, RED)
        + house(330, 500, 120, 80, PAPER, SEA)
        + rect(560, 300, 40, 200, WHITE)
        + rect(560, 340, 40, 40, RED)
        + rect(560, 430, 40, 40, RED)
        + shape("M550 300h60l-30 -46Z", INK)
        + water(13, 500)
        + piles
        + rect(60, 590, 820, 30, WOOD)
        + person(rng, 300, 590, 0.8)
        + person(rng, 400, 590, 0.8, carries=True)
        + person(rng, 470, 590, 0.75)
        + shape("M930 620h420l-60 96h-310Z", SEA)
        + rect(1010, 530, 200, 90, WHITE, 6)
        + "".join(rect(1030 + 60 * n, 552, 36, 34, NEAR, 3) for n in range(3))
        + rect(1180, 450, 14, 90, INK)
    )


def market() -> str:
    """Stalls under awnings: baskets, buyers, a payment code on the pole."""
    rng = random.Random(41)
    stalls = ""
    for n, color in enumerate((RED, JADE, SEA)):
        x = 70 + 450 * n
        awning = "".join(rect(x + 50 * i, 220, 50, 80, color if i % 2 else WHITE) for i in range(8))
        scallop = "".join(
            circle(x + 25 + 50 * i, 300, 25, color if i % 2 else WHITE) for i in range(8)
        )
        fruit = "".join(
            circle(
                x + 50 + 60 * i + (30 if j else 0),
                505 - 26 * j,
                24,
                rng.choice((RED, LAMP, LEAF, WOOD)),
            )
            for j in range(2)
            for i in range(6 - j)
        )
        stalls += rect(x, 290, 14, 350, INK) + rect(x + 386, 290, 14, 350, INK) + awning + scallop
        stalls += person(rng, x + 200, 520, 0.9) + fruit + rect(x - 10, 520, 420, 120, WOOD)
    buyers = "".join(person(rng, x, 790, 1.2, carries=x == 900) for x in (330, 900, 1240))
    return (
        rect(0, 0, 1440, 810, SKY)
        + hills(44, 470, FAR)
        + rect(0, 600, 1440, 210, BAND)
        + stalls
        + buyers
    )


def highland() -> str:
    """Terraces and a house on stilts; a motorbike road leads down."""
    steps = "".join(
        shape(
            f"M0 {470 + 46 * n}Q360 {420 + 46 * n} 760 {480 + 46 * n}T1440 {450 + 46 * n}V810H0Z",
            color,
        )
        for n, color in enumerate((LEAF, "#7fae95", LAMP, "#a9c48e", LEAF, JADE))
    )
    stilts = "".join(rect(930 + 70 * n, 470, 14, 100, WOOD) for n in range(5))
    return (
        sky("#e7eef0", sun=(240, 150))
        + hills(81, 420, FAR, (180, 260))
        + hills(82, 470, MID, (120, 180))
        + steps
        + stilts
        + rect(910, 390, 330, 90, "#a8743d")
        + shape("M870 400L960 270h230L1280 400Z", WOOD)
        + rect(990, 410, 50, 70, INK)
        + rect(1090, 415, 50, 40, LAMP)
        + stroke("M380 810C430 700 700 690 640 620S860 580 900 560", PAPER, 22)
        + tree(150, 620, 1.2, JADE)
        + tree(1360, 560, 1.1, JADE)
    )


def bridge() -> str:
    """The bridge across the strait in the evening, its cables like two fans."""
    cables = ""
    for mast in (430, 1010):
        cables += rect(mast - 12, 120, 24, 560, PAPER)
        for n in range(7):
            reach = 40 * (7 - n) + 20
            up = f"M{mast - reach} 470L{mast} {150 + 14 * n}"
            cables += stroke(f"{up}L{mast + reach} 470", PAPER, 3)
    lamps = "".join(circle(40 + 80 * n, 462, 7, LAMP) for n in range(18))
    return (
        rect(0, 0, 1440, 810, SEA)
        + circle(1230, 130, 54, LAMP)
        + karst(91, 600, "#1b4966", (140, 320))
        + karst(92, 610, "#0d2f47", (60, 150), (120, 220))
        + water(93, 600, "#0d2f47", "#3c6a83")
        + cables
        + rect(0, 470, 1440, 22, BAND)
        + lamps
        + boat(720, 700, 0.7)
    )


def storm_harbor() -> str:
    """Boats tied up in the rain; the pier lamp is on."""
    rng = random.Random(111)
    rain = "".join(
        stroke(f"M{rng.randint(-40, 1440)} {rng.randint(0, 760)}l-22 62", "#b9cfd9", 3)
        for _ in range(130)
    )
    clouds = "".join(
        circle(rng.randint(0, 1440), rng.randint(0, 130), rng.randint(80, 150), "#47535d")
        for _ in range(14)
    )
    return (
        rect(0, 0, 1440, 810, "#6f8791")
        + clouds
        + karst(112, 520, "#47606c", (120, 280))
        + water(113, 510, "#3c6a83", "#6f9bb0")
        + boat(330, 640, 1.1, "#47535d")
        + boat(640, 690, 1.2, "#47535d")
        + boat(930, 640, 1.0, "#47535d")
        + rect(1080, 640, 360, 170, INK)
        + rect(1190, 330, 16, 320, INK)
        + circle(1198, 320, 40, LAMP)
        + person(rng, 1310, 640, 1.0)
        + rain
    )
