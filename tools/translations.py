"""Which words of the screen have no English yet?

``translations.py check`` lists them and fails where there are any; ``translations.py update`` also
puts them into ``locale/en`` to be filled in, drops words that nothing says any more and compiles.
Both need Debian's gettext; running the portal does not, because the compiled file is committed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
OPTIONS = ("--locale=en", "--no-location", "--no-wrap", "--ignore=tests", "--ignore=migrations")


def main() -> int:
    kept = polib.pofile(str(KEPT), wrapwidth=0)
    said = extracted()
    if sys.argv[1:] == ["update"]:
        kept = merged(said, kept)
        kept.save(str(KEPT))
        kept.save_as_mofile(str(KEPT.with_suffix(".mo")))
    missing = [entry for entry in said if not in_english(entry, kept)]
    for entry in missing:
        print(f"No English in locale/en for: {entry.msgid!r}")
    if missing:
        print("`tools/translations.py update` puts them there; write the English and update again.")
    return 1 if missing else 0


def extracted() -> polib.POFile:
    """What the code and the templates say today, found in a copy of them."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place)
        (copy / "locale").mkdir()
        shutil.copytree(ROOT / "src", copy / "src")
        command = [sys.executable, "-m", "django", "makemessages", *OPTIONS, "--verbosity=0"]
        environment = {**os.environ, "PYTHONPATH": str(copy / "src")}
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        subprocess.run(command, cwd=copy, check=True, env=environment)
        return polib.pofile(str(copy / KEPT.relative_to(ROOT)), wrapwidth=0)


def merged(said: polib.POFile, kept: polib.POFile) -> polib.POFile:
    """``said`` with the English of ``kept``, and none of the day and machine it was made on."""
    said.header, said.metadata, said.metadata_is_fuzzy = kept.header, kept.metadata, 0
    for entry in said:
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        known = in_english(entry, kept)
        if known:
            entry.msgstr, entry.msgstr_plural = known.msgstr, known.msgstr_plural
    return said


def in_english(entry: polib.POEntry, kept: polib.POFile) -> polib.POEntry | None:
    """The same words with their English; None where they have none."""
    known = kept.find(entry.msgid, msgctxt=entry.msgctxt)
    if known is None or known.msgid_plural != entry.msgid_plural or not known.translated():
        return None
    return known


if __name__ == "__main__":
    sys.exit(main())
