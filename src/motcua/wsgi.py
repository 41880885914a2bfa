"""The entry that a WSGI server calls."""

import os
import re
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.conf.base")
CHARSET = re.compile(r";\s*charset\*?\s*=[^;]*", re.IGNORECASE)

django = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Django, which reads everything as UTF-8, as our pages are written.

    What a header says of the encoding is not believed: Django would read the address in it too,
    and Python knows encodings (``rot13``, ``undefined``, ``unicode_escape``) in which that fails
    before any of our pages could say so.
    """
    if "CONTENT_TYPE" in environ:
        environ["CONTENT_TYPE"] = CHARSET.sub("", environ["CONTENT_TYPE"])
    return django(environ, start_response)
