"""Forget kept files to which no draft, dossier or result refers any more."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from motcua.filekeeping import actions


class Command(BaseCommand):
    """`python manage.py clean_orphan_files`, safe at any time and as often as one likes."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Clean and say how many."""
        self.stdout.write(_("Đã xóa %(n)s tệp không còn ai dùng.") % {"n": actions.clean_orphans()})
