"""Take the pictures of the editors' guide (docs/editors) from a running demo.

``.venv/bin/python tools/guide_pictures http://localhost:8000`` walks the tasks of the guide as the
demo's own people and writes docs/editors/pictures. Start a fresh demo for it (``make reset``): what
it writes there stays there, and a second walk would be told that its article exists already.
"""

import sys

import forms
import guides
import newsroom
import questions
import rooms
import studio


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with studio.opened(sys.argv[1]) as at_work:
        newsroom.walk(at_work)
        questions.walk(at_work)
        rooms.walk(at_work)
        guides.walk(at_work)
        forms.walk(at_work)
    studio.weigh()


if __name__ == "__main__":
    main()
