"""Rules that no library checks for us: where words may stand, and who may name whom."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "src" / "motcua"
VIEWS = [*HOUSE.glob("*/views.py"), *HOUSE.glob("*/views/*.py")]
TEMPLATES = sorted(HOUSE.glob("*/templates/**/*.html"))
CODE = [
    path
    for path in sorted(HOUSE.glob("*/**/*.py"))
    if not {"migrations", "tests", "conf"} & {*path.parts}  # settings wire the whole house
]

NUMBER_IN_ADDRESS = r"[?&]\w+=\{\{ ?[\w.]*(?:position|number|page|year) ?\}\}"

NAMED_DOORS = {
    # The header, the foot and the desk's bar lead to rooms above; so may a page's way back.
    "catalog:list",
    "search:find",
    "tracking:look_up",
    "statistics:overview",
    "home:front",
    "questions:list",
    "news:index",
    "consultations:list",
    "directives:list",
    "apparatus:overview",
    "pilots:register",
    "home:accessibility",
    "home:privacy",
    "accounts:citizen_sign_in",
    "accounts:sign_out",
    "accounts:home",
    "desk:inbox",
}


@cache
def text_of(path: Path) -> str:
    return path.read_text()


def told(rule: str, found: Iterable[tuple[Path, object]]) -> str:
    """The rule and what breaks it, a line for each file; nothing where all keep it."""
    lines = [f"  {path.relative_to(ROOT)}: {words}" for path, words in found if words]
    return "\n".join([rule, *lines]) if lines else ""


def found_in(paths: Iterable[Path], pattern: str) -> list[tuple[Path, list[str]]]:
    return [(path, re.findall(pattern, text_of(path))) for path in paths]


def test_what_breaks_a_rule_is_told_by_file():
    """The rules below would pass if nothing were ever found."""
    here = Path(__file__)

    broken = told("Ask a noun.", [*found_in([here], r"Ask a \w+"), (ROOT / "pyproject.toml", [])])

    assert broken.splitlines()[0] == "Ask a noun."
    assert broken.splitlines()[1].startswith("  tests/test_house_rules.py: ['Ask a noun'")
    assert len(broken.splitlines()) == 2


# --- One room, one vocabulary ----------------------------------------------------------------


def test_a_view_calls_a_verb_and_never_saves():
    found = found_in(VIEWS, r"\.(?:save|update)\(")

    broken = told("A view asks a noun for a verb: dossier.accept(by=officer).", found)

    assert not broken, broken


def test_a_template_does_not_compare_states():
    found = found_in(TEMPLATES, r"\.state\s*(?:==|!=|\bin\b)")

    broken = told("Ask the noun a question with a name instead.", found)

    assert not broken, broken


def test_a_template_writes_keys_for_machines():
    found = found_in(TEMPLATES, rf"\{{\{{ ?[\w.]*\bpk ?\}}\}}|{NUMBER_IN_ADDRESS}")

    broken = told("From 1,000 on it would be written with a point: say |unlocalize.", found)

    assert not broken, broken


@pytest.mark.parametrize(
    ("rule", "pattern"),
    [
        ("The policy refuses a style: give it a class.", r"\sstyle\s*="),
        ("The policy refuses a script: use a file.", r"<script(?![^>]*\ssrc=)"),
        ("The policy refuses a style: use look.css.", r"<style\b"),
        ("The policy refuses it: listen from a file.", r"""<[^>]*\son[a-z]+\s*=\s*["']"""),
        ("The policy refuses an address that is a script.", "javascript:"),
    ],
)
def test_a_template_holds_no_style_and_no_script(rule, pattern):
    broken = told(rule, found_in(TEMPLATES, pattern))

    assert not broken, broken


def test_a_template_asks_no_other_host():
    pattern = r"""<(?:script|link|img|iframe)[^>]*(?:src|href)=["'](?:https?:)?//"""

    broken = told("Everything that a page loads is ours.", found_in(TEMPLATES, pattern))

    assert not broken, broken


# --- Rooms know only the rooms below them, in words too ---------------------------------------


def floors() -> dict[str, int]:
    """Room to floor: 0 is the roof. Rooms on one floor are strangers."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text())
    rooms = next(c for c in config["tool"]["importlinter"]["contracts"] if "containers" in c)
    return {
        room.strip(" ()"): floor
        for floor, layer in enumerate(rooms["layers"])
        for room in layer.split("|")
    }


FLOORS = floors()
MODEL = re.compile(
    r"""(?:ForeignKey|OneToOneField|ManyToManyField|get_model|GenericRelation)\(\s*["'](\w+)[.'"]"""
)
ADDRESS = re.compile(r"""["']([a-z_]+(?::[a-z_]+)+)["']""")
URL = re.compile(r"""{%\s*url\s+["']([\w:]+)["']""")
LOAD = re.compile(r"{%\s*load\s+(?:[\w\s]+\sfrom\s+)?([\w\s]+?)\s*%}")
OTHER_TEMPLATE = re.compile(r"""{%\s*(?:include|extends)\s+["'](\w+)/""")


def room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0]


@cache
def namespaces() -> dict[str, str]:
    """The room that answers the addresses of each namespace: ``desk`` belongs to ``dossiers``."""
    return dict(_namespaces(get_resolver()))


def _namespaces(resolver: URLResolver) -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        if not isinstance(pattern, URLResolver):
            continue
        if pattern.namespace and (room := _answering_room(pattern)):
            yield pattern.namespace, room
        yield from _namespaces(pattern)


def _answering_room(resolver: URLResolver) -> str | None:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            house, _, rest = pattern.callback.__module__.partition(".")
            return rest.split(".")[0] if house == "motcua" else None
    return None


@cache
def libraries() -> dict[str, str]:
    """The room of each tag library of ours."""
    return {path.stem: room_of(path) for path in HOUSE.glob("*/templatetags/*.py")}


def named_by(path: Path) -> Iterator[tuple[str, str]]:
    """Room and word of everything of ours that a file names without importing it."""
    text = text_of(path)
    spaces, tags = namespaces(), libraries()
    addresses = URL.findall(text) if path.suffix == ".html" else ADDRESS.findall(text)
    yield from ((spaces[a.split(":")[0]], a) for a in addresses if a.split(":")[0] in spaces)
    if path.suffix == ".html":
        loaded = chain.from_iterable(words.split() for words in LOAD.findall(text))
        yield from ((tags[word], word) for word in loaded if word in tags)
        yield from ((room, room) for room in OTHER_TEMPLATE.findall(text) if room in FLOORS)
    else:
        yield from ((room, room) for room in MODEL.findall(text) if room in FLOORS)


def upward(path: Path) -> list[str]:
    """What a file names of rooms that its own room does not know."""
    room = room_of(path)
    return [
        word
        for named, word in named_by(path)
        if named != room and FLOORS[named] <= FLOORS[room] and word not in NAMED_DOORS
    ]


def test_a_room_names_only_rooms_below_it():
    found = [(path, upward(path)) for path in [*CODE, *TEMPLATES]]

    broken = told("Let the upper room register a panel instead (ui/panels.py).", found)

    assert not broken, broken


def test_the_walk_sees_upward_words():
    """The rule above would pass if its patterns found nothing."""
    line = 'models.ForeignKey("dossiers.Dossier", …) reverse("desk:inbox")'
    page = '{% load ui %}{% url "catalog:list" as x %}{% include "home/x.html" %}'

    assert MODEL.findall(line) == ["dossiers"]
    assert ADDRESS.findall(line) == ["desk:inbox"]
    assert URL.findall(page) == ["catalog:list"]
    assert LOAD.findall(page) == ["ui"]
    assert OTHER_TEMPLATE.findall(page) == ["home"]


# --- The look stays small -----------------------------------------------------------------------


def test_every_class_of_the_look_stands_in_a_template():
    sheet = re.sub(r"/\*.*?\*/", "", (HOUSE / "ui/static/ui/look.css").read_text(), flags=re.DOTALL)
    selectors = " ".join(re.findall(r"([^{}]+){", sheet))
    named = set(re.findall(r"\.([a-zA-Z][\w-]*)", selectors))
    speakers = chain(TEMPLATES, HOUSE.glob("*/**/*.py"), HOUSE.glob("*/static/**/*.js"))
    words = set(re.findall(r"[\w-]+", " ".join(text_of(path) for path in speakers)))

    unused = {name for name in named - words if not name.startswith("light--")}

    assert not unused, "A component that nobody shows leaves look.css."
