"""Do the editors' screens speak Vietnamese where Wagtail's own words lack it?"""

from pathlib import Path

import polib
import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext
from django.views.i18n import JavaScriptCatalog

from motcua import conf

KEPT = Path(conf.__file__).parent / "editors_words" / "vi" / "LC_MESSAGES"
SEEN = (
    "Page %(page_num)s of %(total_pages)s",
    "Layout",
    "Latest images",
    "Sort by",
    "All keyboard shortcuts",
    "Drag and drop images into this area to upload immediately.",
    "No %(model_name)s match your query.",
    "There are no %(model_name)s to display.",
    "Toggle side panel",
    "Preview not available",
    "Last published by",
)
SAID_BY_SCRIPTS = ("Collapse all", "Expand all", "Insert a block", "This field is required.")


@pytest.mark.parametrize("words", SEEN)
def test_words_of_the_editors_screens_are_vietnamese(words):
    with translation.override("vi"):
        assert gettext(words) != words


def test_numbers_of_things_are_vietnamese():
    with translation.override("vi"):
        assert ngettext("%(count)s image", "%(count)s images", 3) == "%(count)s ảnh"


def test_words_that_scripts_say_are_vietnamese(rf):
    with translation.override("vi"):
        catalog = JavaScriptCatalog(packages=["wagtail.admin"])
        catalog.get(rf.get("/"))
        said = catalog.get_catalog()

    assert all(said.get(words, words) != words for words in SAID_BY_SCRIPTS)


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_no_word_asks_for_what_wagtail_does_not_give_and_all_are_compiled(domain):
    written = polib.pofile(str(KEPT / f"{domain}.po"))
    compiled = polib.mofile(str(KEPT / f"{domain}.mo"))

    assert len(compiled) == len(written.translated_entries()) == len(written)
    for entry in written:
        said = entry.msgstr or entry.msgstr_plural[0]
        given = placeholders(entry.msgid + entry.msgid_plural)
        assert placeholders(said) <= given, entry.msgid


def placeholders(text: str) -> set[str]:
    return {part.split(")")[0] for part in text.split("%(")[1:]}
