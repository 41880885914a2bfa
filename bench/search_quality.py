"""How often does the best answer stand first? Everyday questions over the recorded procedures.

    .venv/bin/python bench/search_quality.py tune|report [misses]

``tune.tsv`` is for looking at misses and mending them, ``report.tsv`` only for reporting: nobody
looks at its misses. Both are written by hand: a question as somebody would type it, a tab, a code.
"""

import json
import sys
import time
from pathlib import Path

from search_site import RECORDED, call_command, connection, server

from motcua.search import actions, counting
from motcua.search.kinds import Findable
from motcua.search.queries import find

QUESTIONS = Path(__file__).parent / "search"


def main(name: str = "tune", misses: str = "") -> None:
    asked = [line.split("\t") for line in (QUESTIONS / f"{name}.tsv").read_text().splitlines()]
    with server(""):
        call_command("migrate", "search", verbosity=0)
        actions.load_synonyms()
        actions.put_all("procedure", map(findable, sorted(RECORDED.glob("*.json"))))
        counting.count_words()
        begun = time.perf_counter()
        places = [place(question, code, misses) for question, code in asked]
        each = (time.perf_counter() - begun) * 1000 / len(asked)
        connection.close()
    first, five = places.count(1), sum(1 <= each <= 5 for each in places)
    mrr = sum(1 / each for each in places if each) / len(places)
    print(f"{name}: {len(places)} questions, first {first / len(places):.0%}, ", end="")
    print(f"in five {five / len(places):.0%}, MRR {mrr:.3f}, {each:.1f} ms each")


def findable(path: Path) -> Findable:
    """A procedure as the catalog puts it."""
    record = json.loads(path.read_text())
    cases = record.get("cases", [])
    papers = [part["name"] for case in cases for part in case["components"]]
    results = [result["name"] for result in record.get("results", [])]
    named = [*record.get("popular_names", []), *record.get("keywords", [])]
    words = [*named, *results, record.get("sector", "")]
    body = [record.get("summary", ""), *record.get("steps", []), *papers]
    return Findable(record["code"], record["name"], " ".join(words), "\n".join(body))


def place(question: str, code: str, misses: str) -> int:
    """Where the right one stands, from 1; 0 where it is not found."""
    hits = find(question, "procedure")
    found = next((at for at, hit in enumerate(hits, 1) if hit.key == code), 0)
    if misses and found != 1:
        print(f"{found:3}  {question}  → {code}; first: {[hit.title[:50] for hit in hits[:3]]}")
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
