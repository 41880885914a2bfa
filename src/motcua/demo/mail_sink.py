"""The demo's mail server: takes every letter and keeps it as a file, ``DATA_DIR/mail/*.eml``."""

import argparse
import asyncio
import os
import time
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session


class Sink:
    """Answers the server's questions; a letter is on disk before it is acknowledged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    async def handle_DATA(  # noqa: N802 - the library's word
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.count += 1
        content = envelope.original_content or b""
        name = f"{time.time_ns()}-{os.getpid()}-{self.count}"
        unfinished = self.folder / f"{name}.unfinished"
        unfinished.write_bytes(content)
        unfinished.rename(self.folder / f"{name}.eml")
        return "250 Kept for the demo"


async def serve(port: int, folder: Path) -> None:
    """Take letters on this machine only, until stopped."""
    folder.mkdir(parents=True, exist_ok=True)
    sink = Sink(folder)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(sink, enable_SMTPUTF8=True, hostname="localhost"), "127.0.0.1", port
    )
    async with server:
        await server.serve_forever()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("port", type=int)
    options.add_argument("folder", type=Path)
    given = options.parse_args()
    asyncio.run(serve(given.port, given.folder))


if __name__ == "__main__":
    main()
