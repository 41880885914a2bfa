"""Is a document out? One that only unpublished articles hold waits for them.

Its address is a number and a name, which somebody may guess; pictures and recordings have names
that nobody does.
"""

from typing import Any

from wagtail.models import Page, ReferenceIndex, get_default_page_content_type


def is_held_back(document: Any) -> bool:
    """Whether articles hold it, and none of them is out; two statements."""
    pages = get_default_page_content_type().pk
    held = ReferenceIndex.get_references_to(document)
    holders = set(held.values_list("base_content_type", "object_id"))
    if not holders or any(kind != pages for kind, _pk in holders):
        return False
    return not Page.objects.live().filter(pk__in=[pk for _kind, pk in holders]).exists()
