"""``python -m motcua.demo`` runs the demo province; ``… reset`` first deletes what it knew."""

import os
import sys
from pathlib import Path

from motcua.demo import folder, supervisor
from motcua.demo.exceptions import NotOurDatabase
from motcua.operations.exceptions import CannotStart


def main() -> int:
    path = Path(os.environ.get("DATA_DIR") or ".demo").resolve()
    match sys.argv[1:]:
        case []:
            return supervisor.start(path)
        case ["reset"]:
            return _reset(path) or supervisor.start(path)
        case ["clear"]:
            return _reset(path)
    print(__doc__, file=sys.stderr)  # noqa: T201
    return 2


def _reset(path: Path) -> int:
    try:
        if os.environ.get("DATABASE_URL"):
            raise NotOurDatabase
        was_there = folder.clear(path)
    except CannotStart as situation:
        supervisor.say(str(situation))
        return 1
    if was_there:
        supervisor.say(f"deleted {path} and the database in it.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
