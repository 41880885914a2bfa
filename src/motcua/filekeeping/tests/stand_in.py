"""A scanner for tests: clamd's INSTREAM at its wire, without signatures of its own.

The real clamd is asked the same things in ``tests/tools/test_clamd.py``.
"""

import socket
import threading

COMMAND = b"zINSTREAM\0"


class Scanner:
    """``with Scanner() as scanner: scanner.address``; ``scanner.answers = None`` says nothing."""

    def __init__(self) -> None:
        self.line = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp://127.0.0.1:{self.line.getsockname()[1]}"
        self.answer: bytes | None = None
        """What it says instead of a verdict."""
        self.undecided = b""
        """Of files with these words it says no verdict."""
        self.asked = 0
        self.thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> "Scanner":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    def leave(self) -> None:
        """Stop listening, as a scanner that was stopped."""
        if self.line.fileno() >= 0:
            self.line.shutdown(socket.SHUT_RDWR)
        self.line.close()
        self.thread.join()

    def _listen(self) -> None:
        while True:
            try:
                caller, _address = self.line.accept()
            except OSError:
                return
            with caller:
                caller.sendall(self._verdict(_content_from(caller)))

    def _verdict(self, content: bytes) -> bytes:
        self.asked += 1
        if self.answer is not None:
            return self.answer
        if self.undecided and self.undecided in content:
            return b"Can't allocate memory ERROR\0"
        return b"stream: Motcua.Test FOUND\0" if b"EVIL" in content else b"stream: OK\0"


def _content_from(caller: socket.socket) -> bytes:
    read = caller.makefile("rb")
    assert read.read(len(COMMAND)) == COMMAND
    content = b""
    while length := int.from_bytes(read.read(4), "big"):
        content += read.read(length)
    return content
