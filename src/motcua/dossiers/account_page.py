"""What does a citizen's own page say of their dossiers?"""

from django.template import Context

from motcua.dossiers.models import Dossier, Draft
from motcua.ui.panels import Shown

AT_MOST = 3


def my_dossiers(context: Context) -> Shown | None:
    """The newest few, and how many drafts are open."""
    person = getattr(context.get("request"), "user", None)
    if person is None or not person.is_authenticated:
        return None
    newest = Dossier.objects.of(person).for_pages().newest_first()[:AT_MOST]
    drafts = Draft.objects.of(person).unsubmitted().count()
    return "dossiers/citizen/on_my_page.html", {"dossiers": list(newest), "drafts": drafts}
