"""How often does the best answer stand first? Everyday questions over some 3,000 procedures.

    .venv/bin/python bench/search_quality.py [tune|tune2|report|fresh …] [misses]

``tune`` and ``tune2`` are for looking at misses and mending them; ``report`` and ``fresh`` only for
reporting: nobody looks at their misses. All are written by hand: a question as somebody would type
it, a tab, and the codes that answer it, with a stroke between. ``fresh`` and ``tune2`` were written
from a list of names alone. ``search/corpus.py`` says what stands in the index.
The places of the whole country are loaded as an installation has them: a question may speak of one.
Beside each question its floor is asked, ten entries by their primary key.
"""

import statistics
import sys
import time
from pathlib import Path

from search.corpus import procedures
from search_site import call_command, connection, milliseconds, server, ten_entries

from motcua.search import actions, counting
from motcua.search.queries import find
from motcua.territory import crosswalk
from motcua.territory.actions import load_map

QUESTIONS = Path(__file__).parent / "search"
LOOKED_AT = ("tune", "tune2")
"""Whose misses may be shown, since they are what we mend by."""
REPORTED = ("report", "fresh")


def main(*asked_for: str) -> None:
    names = [name for name in (*LOOKED_AT, *REPORTED) if name in asked_for or not asked_for]
    with server(""):
        for room in ("search", "territory"):
            call_command("migrate", room, verbosity=0)
        load_map(crosswalk.read())
        actions.load_synonyms()
        many = actions.put_all("procedure", procedures())
        counting.count_words()
        print(f"{many} procedures")
        for name in names:
            measure(name, misses="misses" in asked_for and name in LOOKED_AT)
        connection.close()


def measure(name: str, *, misses: bool) -> None:
    lines = (QUESTIONS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    asked = [(question, codes.split("|")) for question, codes in (x.split("\t") for x in lines)]
    for question, _codes in asked[:20]:
        find(question, "procedure")
        ten_entries()
    rows = [(*timed(*each, misses=misses), milliseconds(ten_entries)) for each in asked]
    places, walls, busy, floors = zip(*rows, strict=True)
    first, five = places.count(1), sum(1 <= each <= 5 for each in places)
    mrr = sum(1 / each for each in places if each) / len(places)
    print(f"{name}: {len(places)} questions, first {first / len(places):.1%}, ", end="")
    print(f"in five {five / len(places):.1%}, MRR {mrr:.3f}; ", end="")
    print(f"a query {middle_and_p95(walls)} ms; of it Python's processor ", end="")
    ratio = statistics.median(walls) / statistics.median(floors)
    print(f"{middle_and_p95(busy)}; {ratio:.0f} times its floor")


def timed(question: str, codes: list[str], *, misses: bool) -> tuple[int, float, float]:
    """Where the first right one stands, from 1, and 0 where none is found; and milliseconds."""
    wall, busy = time.perf_counter(), time.process_time()
    hits = find(question, "procedure")
    wall, busy = time.perf_counter() - wall, time.process_time() - busy
    found = next((at for at, hit in enumerate(hits, 1) if hit.key in codes), 0)
    if misses and found != 1:
        first = [f"{hit.title[:60]} {hit.score:.2f}" for hit in hits[:3]]
        print(f"{found:3}  {question}  → {'|'.join(codes)}; first: {first}")
    return found, wall * 1000, busy * 1000


def middle_and_p95(times: tuple[float, ...]) -> str:
    return f"{statistics.median(times):.1f}, p95 {statistics.quantiles(times, n=20)[-1]:.1f}"


if __name__ == "__main__":
    main(*sys.argv[1:])
