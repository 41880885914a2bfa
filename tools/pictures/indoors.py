"""Pictures of halls, rooms and what people hold. One function a picture, built from ``shapes``."""

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
    arch,
    circle,
    hills,
    karst,
    person,
    rect,
    screen,
    shape,
    sky,
    stroke,
    tree,
    water,
)


def counter_hall() -> str:
    """A hall with numbered counters under arches, citizens before them."""
    rng = random.Random(11)
    counters = "".join(
        arch(120 + 310 * n, 470, 220, 330, SKY if n % 2 else LAMP)
        + person(rng, 230 + 310 * n, 470, 0.95)
        + circle(230 + 310 * n, 96, 34, RED if n == 1 else SEA)
        for n in range(4)
    )
    citizens = "".join(person(rng, x, 770, 1.25, carries=True) for x in (300, 560, 1060))
    return (
        rect(0, 0, 1440, 810, BAND)
        + rect(0, 600, 1440, 210, FAR)
        + counters
        + rect(60, 470, 1320, 24, WOOD)
        + rect(60, 494, 1320, 140, WHITE)
        + "".join(rect(60 + 330 * n, 494, 6, 140, BAND) for n in range(1, 4))
        + citizens
    )


def queue() -> str:
    """People waiting in line with their papers; the board shows whose turn it is."""
    rng = random.Random(21)
    line = "".join(
        person(rng, 130 + 150 * n, 720, rng.uniform(1.15, 1.45), n % 2 == 0) for n in range(7)
    )
    board = screen(
        1120,
        90,
        250,
        170,
        "".join(rect(1150, 122 + 42 * n, 190 - 34 * n, 20, (RED, SEA, MID)[n]) for n in range(3)),
    )
    return (
        rect(0, 0, 1440, 810, PAPER)
        + "".join(
            rect(90 + 330 * n, 110, 240, 300, SKY, 6) + rect(205 + 330 * n, 110, 10, 300, WHITE)
            for n in range(3)
        )
        + rect(0, 660, 1440, 150, BAND)
        + board
        + line
        + arch(1180, 720, 190, 330, JADE)
        + arch(1205, 720, 140, 280, LAMP)
    )


def school() -> str:
    """A school of two floors behind trees; children come through the gate."""
    rng = random.Random(51)
    windows = "".join(
        rect(250 + 120 * c, 250 + 150 * r, 76, 92, LAMP if (c + r) % 3 else WHITE, 4)
        for r in range(2)
        for c in range(8)
        if not (r == 1 and c in (3, 4))
    )
    children = "".join(person(rng, x, 770, 0.8, young=True) for x in (360, 470, 610, 690, 830, 960))
    return (
        sky(sun=(1240, 130))
        + hills(52, 520, FAR, (120, 200))
        + rect(200, 200, 1040, 380, PAPER)
        + shape("M160 205L720 70L1280 205Z", RED)
        + circle(720, 150, 30, WHITE)
        + stroke("M720 150v-18M720 150h13", INK, 5)
        + windows
        + arch(640, 580, 160, 190, SEA)
        + rect(0, 580, 1440, 230, LEAF)
        + shape("M640 580h160l140 230h-440Z", BAND)
        + tree(110, 640, 1.5, JADE)
        + tree(1330, 640, 1.6, JADE)
        + children
    )


def rising_bars() -> str:
    """A month's figures on a wall, and two people who talk about them."""
    rng = random.Random(61)
    heights = (120, 150, 140, 190, 230, 260, 250, 310)
    bars = "".join(
        rect(250 + 96 * n, 470 - h, 58, h, JADE if n == 7 else MID) for n, h in enumerate(heights)
    )
    line = "M279 330" + "".join(f"L{279 + 96 * n} {450 - h}" for n, h in enumerate(heights))
    return (
        rect(0, 0, 1440, 810, BAND)
        + rect(0, 640, 1440, 170, FAR)
        + rect(170, 70, 900, 470, WHITE, 8)
        + "".join(rect(220, 150 + 80 * n, 800, 3, BAND) for n in range(4))
        + bars
        + rect(220, 470, 800, 6, INK)
        + stroke(line, RED, 7)
        + person(rng, 1160, 770, 1.7, carries=True)
        + person(rng, 1310, 790, 1.75)
    )


def phone_in_hand() -> str:
    """A telephone with the open door on it, held above the bay."""
    return (
        sky("#d7e4e8")
        + karst(71, 640, FAR, (160, 300))
        + karst(72, 660, MID, (90, 200), (120, 200))
        + water(73, 650)
        + shape("M640 810C600 700 560 640 586 600C606 572 640 590 650 630L700 810Z", "#c98d66")
        + shape("M920 810C900 740 960 690 946 640C934 604 884 604 872 640L800 810Z", "#c98d66")
        + rect(590, 90, 330, 640, INK, 44)
        + rect(612, 140, 286, 520, PAPER, 10)
        + circle(755, 695, 18, FAR)
        + arch(700, 380, 110, 170, SEA)
        + arch(724, 380, 62, 116, LAMP)
        + rect(680, 380, 150, 10, RED)
        + rect(650, 430, 210, 18, FAR, 9)
        + rect(650, 466, 160, 18, FAR, 9)
        + rect(650, 530, 210, 62, JADE, 8)
        + stroke("M720 562l24 22l44 -44", WHITE, 9)
    )


def round_table() -> str:
    """A meeting around a table: papers, a screen, everybody turned to one who speaks."""
    rng = random.Random(101)
    behind = "".join(person(rng, 260 + 184 * n, 560, 1.2) for n in range(6))
    papers = "".join(rect(240 + 184 * n, 590, 70, 26, WHITE, 2) for n in range(6))
    return (
        rect(0, 0, 1440, 810, BAND)
        + screen(
            520,
            50,
            400,
            210,
            rect(560, 100, 240, 18, MID, 9)
            + rect(560, 140, 300, 18, FAR, 9)
            + rect(560, 180, 180, 18, FAR, 9),
        )
        + arch(110, 560, 180, 380, SKY)
        + arch(1150, 560, 180, 380, SKY)
        + behind
        + shape("M60 640Q720 500 1380 640L1440 810H0Z", WOOD)
        + shape("M60 640Q720 500 1380 640L1372 668Q720 530 68 668Z", "#a8743d")
        + papers
        + tree(60, 640, 0.9)
        + tree(1390, 640, 0.9)
    )


def night_servers() -> str:
    """Machines at night, one door open for maintenance, a clock above."""
    racks = ""
    for n in range(5):
        x = 130 + 210 * n
        slots = "".join(
            rect(x + 18, 220 + 56 * r, 134, 32, NEAR if n != 3 else SEA, 3)
            + circle(x + 34, 236 + 56 * r, 6, LAMP if (r + n) % 4 else RED)
            for r in range(8)
        )
        racks += rect(x, 190, 170, 490, INK, 8) + slots
    return (
        rect(0, 0, 1440, 810, "#1b4966")
        + rect(0, 680, 1440, 130, "#0d2f47")
        + racks
        + person(random.Random(7), 1270, 740, 1.9, carries=True)
        + circle(1270, 130, 76, PAPER)
        + stroke("M1270 130v-46M1270 130h34", INK, 8)
    )


def health_station() -> str:
    """A health station of a commune: the cross in jade, a nurse, a mother with a child."""
    rng = random.Random(125)
    return (
        sky()
        + hills(122, 470, FAR, (120, 200))
        + rect(240, 260, 860, 360, WHITE)
        + rect(210, 230, 920, 44, SEA)
        + rect(600, 90, 150, 150, PAPER, 12)
        + rect(655, 112, 40, 106, JADE)
        + rect(622, 145, 106, 40, JADE)
        + "".join(rect(300 + 150 * n, 340, 100, 110, SKY, 4) for n in (0, 1, 3.2, 4.2))
        + arch(600, 620, 150, 260, SEA)
        + rect(0, 620, 1440, 190, BAND)
        + tree(140, 660, 1.3)
        + tree(1270, 660, 1.5)
        + person(rng, 680, 700, 1.2)
        + person(rng, 900, 770, 1.35)
        + person(rng, 980, 770, 0.75, young=True)
        + person(rng, 420, 770, 1.3, carries=True)
    )
