"""manage.py import_news: another site's articles, from HTML files or a WordPress export."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from motcua.news.importing import folders, wordpress
from motcua.news.importing.files import Folder
from motcua.news.importing.keeping import Drawer
from motcua.news.importing.outcomes import Tally
from motcua.news.importing.stories import Story
from motcua.news.importing.writing import Importer
from motcua.news.models import Newsroom, Section

ENTRIES = frozenset({".xml", ".wxr"})
EVERY = 100
"""So many stories after which the command says how far it is."""


class Command(BaseCommand):
    help = "Import articles into a section; with --dry-run only say what would happen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="a folder of HTML files, or a WXR file (.xml)")
        parser.add_argument("--section", required=True, help="the slug of the section")
        parser.add_argument("--language", default="vi", help="the language of the section")
        parser.add_argument("--media", type=Path, help="where pictures and files lie")
        parser.add_argument("--source", help="a lasting name of the site they come from")
        parser.add_argument("--dry-run", action="store_true", help="change nothing")

    def handle(self, path: Path, **options: Any) -> None:
        section = _section(options["section"], options["language"])
        if not path.exists():
            raise CommandError(_("Không có thư mục hoặc tệp %s.") % path)
        folder = Folder(options["media"] or (path if path.is_dir() else path.parent))
        room = Newsroom.objects.filter(section=section).select_related("drawer").first()
        drawer = Drawer(
            folder, collection=room.drawer if room else None, writes=not options["dry_run"]
        )
        importer = Importer(section, options["source"] or path.resolve().name, drawer)
        self._take_all(importer, _stories(path, folder.root))
        if options["dry_run"]:
            self.stdout.write(_("Chạy thử: chưa thay đổi gì."))

    def _take_all(self, importer: Importer, stories: Iterator[Story]) -> None:
        tally = Tally()
        for number, story in enumerate(stories, 1):
            outcome = importer.take(story)
            tally.count(outcome)
            for line in outcome.lines():
                self.stdout.write(line)
            if number % EVERY == 0:
                self.stderr.write(_("… đã xem %s bài") % number)
        for line in tally.lines():
            self.stdout.write(line)


def _section(slug: str, language: str) -> Section:
    found = Section.objects.filter(slug=slug, locale__language_code=language).first()
    if found is None:
        known = ", ".join(Section.objects.values_list("slug", flat=True).distinct())
        raise CommandError(
            _("Không có góc tin “%(slug)s”. Đang có: %(known)s.") % {"slug": slug, "known": known}
        )
    return found


def _stories(path: Path, media: Path) -> Iterator[Story]:
    if path.is_dir():
        above = media if path.resolve().is_relative_to(media) else None
        return folders.stories(path.resolve(), named_from=above)
    if path.suffix.lower() in ENTRIES:
        return wordpress.stories(path)
    raise CommandError(_("Chỉ nhập được thư mục tệp HTML hoặc tệp WXR (.xml)."))
