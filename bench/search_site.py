"""What does a search of the whole site cost at 100,000 documents, against the least of queries?

    .venv/bin/python bench/search_site.py [DOCUMENTS] [FOLDER]

Fills a throwaway PostgreSQL of its own with invented documents, made word by word from the recorded
procedures so that words and neighbors are as common as in life; FOLDER keeps it for the next run.
The floor, asked by turns with each question: ten entries by their primary key.
"""

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
os.environ["DJANGO_SETTINGS_MODULE"] = "motcua.conf.test"

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from motcua.conf import environment  # noqa: E402
from motcua.operations import postgres  # noqa: E402
from motcua.search import actions, counting  # noqa: E402
from motcua.search.folding import WORD  # noqa: E402
from motcua.search.kinds import Findable  # noqa: E402
from motcua.search.models import Entry  # noqa: E402
from motcua.search.queries import find  # noqa: E402

RECORDED = ROOT / "src/motcua/catalog/recorded"
KINDS = {"procedure": 0.03, "question": 0.3, "news": 0.57, "document": 0.1}
QUESTIONS = {
    "one rare word": "robocon",
    "one very common word": "giấy",
    "two very common words": "giấy cấp",
    "code": "1.000777",
    "phrase with marks": "đăng ký khai sinh",
    "phrase without marks": "giay chung nhan quyen su dung dat",
    "everyday, 12 words": "vợ em mới sinh con thì cần làm giấy tờ gì ở đâu",
    "everyday, no marks": "toi muon mo cua hang ban tap hoa thi can xin giay phep gi",
    "24 common words": "cấp giấy phép đăng ký hồ sơ thủ tục " * 3,
    "no result": "qwrtz zxcvb",
}
SECONDS = 4
"""How long each question and its floor are asked."""


def main(documents: int = 100_000, folder: str = "") -> None:
    with server(folder):
        call_command("migrate", "search", verbosity=0)
        if Entry.objects.count() < documents:
            fill(documents)
        print(f"{Entry.objects.count()} documents, load {os.getloadavg()[0]:.1f}")
        print(f"{'question':24}{'hits':>6}{'floor ms':>10}{'find ms':>9}{'p99 ms':>8}{'ratio':>8}")
        for name, question in QUESTIONS.items():
            print(row(name, question), flush=True)
        print(f"load {os.getloadavg()[0]:.1f}")
        connection.close()


@contextmanager
def server(folder: str) -> Iterator[None]:
    """A PostgreSQL for this bench alone."""
    with tempfile.TemporaryDirectory() as throwaway:
        Path(throwaway).chmod(0o711)
        cluster = postgres.Cluster(Path(folder or throwaway) / "server", durable=False)
        address = environment.database(cluster.start())
        connection.settings_dict.update(
            {part: address[part] for part in ("NAME", "USER", "HOST", "PORT")}
        )
        connection.settings_dict["CONN_MAX_AGE"] = None
        try:
            yield
        finally:
            cluster.stop()


# --- Documents ------------------------------------------------------------------------------------


def fill(documents: int) -> None:
    """Put them as a room would; the words' indexes are made afterwards, which is quicker."""
    begun = time.monotonic()
    actions.load_synonyms()
    speech, chance = Speech(), random.Random(7)
    indexes = [("entry_words", "search_entry"), ("body_words", "search_body")]
    with connection.cursor() as cursor:
        for name, _table in indexes:
            cursor.execute(f"DROP INDEX {name}")
        for kind, share in KINDS.items():
            many = round(documents * share)
            actions.put_all(kind, (speech.document(chance, n) for n in range(many)))
        for name, table in indexes:
            cursor.execute(
                f"CREATE INDEX {name} ON {table} USING gin (vector) WITH (fastupdate=off)"
            )
    actions.put("news", "rare", title="Vòng chung kết Robocon", body="Robocon về tỉnh.")
    found = counting.count_words()
    print(f"filled in {time.monotonic() - begun:.0f} s, {found} words and pairs")


class Speech:
    """Says after the recorded procedures: each word follows one that it followed there."""

    def __init__(self) -> None:
        self.after: dict[str, list[str]] = defaultdict(list)
        texts = (json.loads(path.read_text()) for path in sorted(RECORDED.glob("*.json")))
        for text in (line for record in texts for line in said_in(record)):
            for first, second in pairwise(["", *WORD.findall(text), ""]):
                self.after[first].append(second)
        self.beginnings = self.after[""]

    def words(self, chance: random.Random, many: int) -> str:
        said: list[str] = []
        while len(said) < many:
            word = chance.choice(self.after[said[-1]] if said else self.beginnings)
            said.append(word or chance.choice(self.beginnings))
        return " ".join(said).capitalize()

    def document(self, chance: random.Random, number: int) -> Findable:
        return Findable(
            f"1.{number:06}",
            self.words(chance, chance.randint(5, 20)),
            self.words(chance, 10),
            self.words(chance, chance.randint(60, 300)),
        )


def said_in(record: object) -> Iterator[str]:
    """Every text of a record."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, dict | list):
        for part in record.values() if isinstance(record, dict) else record:
            yield from said_in(part)


# --- Questions ------------------------------------------------------------------------------------


def row(name: str, question: str) -> str:
    floors, finds = in_turn(question)
    least, usual = statistics.median(floors), statistics.median(finds)
    slow = statistics.quantiles(finds, n=100)[-1]
    hits = len(find(question))
    times = f"{least:10.2f}{usual:9.1f}{slow:8.1f}{usual / least:8.1f}"
    return f"{name:24}{hits:6}{times}   n={len(finds)}"


def in_turn(question: str) -> tuple[list[float], list[float]]:
    floors: list[float] = []
    finds: list[float] = []
    find(question), ten_entries()
    end = time.monotonic() + SECONDS
    while time.monotonic() < end or len(finds) < 5:
        floors.append(milliseconds(ten_entries))
        finds.append(milliseconds(lambda: find(question)))
    return floors, finds


def ten_entries() -> list[tuple]:
    chosen = random.sample(range(1, 5_000), 10)
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, key, title FROM search_entry WHERE id = ANY(%s)", [chosen])
        return cursor.fetchall()


def milliseconds(work) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main(*(int(given) if given.isdigit() else given for given in sys.argv[1:]))
