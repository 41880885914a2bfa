"""How long does somebody wait who only reads, while everything changes?"""

import threading
import time

import psycopg

READ = (
    "SELECT d.*, n.full_name FROM dossiers_dossier d JOIN organizations_organizationname n"
    " ON n.organization_id = d.organization_id WHERE d.id = %s",
    "SELECT * FROM dossiers_event WHERE dossier_id = %s ORDER BY id",
    "SELECT id, code FROM dossiers_dossier WHERE organization_id ="
    " (SELECT organization_id FROM dossiers_dossier WHERE id = %s) AND state = 4"
    " ORDER BY queue_at, id LIMIT 30",
)
PAUSE = 0.02


class Reader(threading.Thread):
    """Reads a dossier, its history and a desk, over and over, on a connection of its own."""

    def __init__(self, url: str, dossiers: int) -> None:
        super().__init__(daemon=True)
        self.url, self.dossiers = url, dossiers
        self.waits: list[float] = []
        self.ends = threading.Event()

    def run(self) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            number = 0
            while not self.ends.is_set():
                number = (number + 7919) % self.dossiers
                for query in READ:
                    begun = time.perf_counter()
                    connection.execute(query, [number + 1]).fetchall()
                    self.waits.append(time.perf_counter() - begun)
                time.sleep(PAUSE)

    def stop(self) -> float:
        """The longest that a read took, in seconds."""
        self.ends.set()
        self.join()
        return max(self.waits, default=0.0)
