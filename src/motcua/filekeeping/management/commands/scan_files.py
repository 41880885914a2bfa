"""Put every kept file before the scanner, for example after it was installed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from motcua.filekeeping import actions, scanning


class Command(BaseCommand):
    """`python manage.py scan_files`, safe at any time; what it finds is given out no more."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Scan and say how many."""
        if not scanning.is_configured():
            raise CommandError(_("Chưa có bộ quét vi-rút: hãy đặt CLAMAV_SOCKET."))
        self.stdout.write(_("Đã quét %(n)s tệp.") % {"n": actions.scan_again()})
