"""How does a test sit at the desk?"""

from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.models import Dossier


def sit(client, acting):
    """The officer at the desk, with the one hat they have."""
    return as_officer(client, acting.person)


def address(verb, dossier, *rest):
    return reverse(f"desk:{verb}", args=[dossier.code, *rest])


def inbox_of(client, **asked):
    page = client.get(reverse("desk:inbox"), asked)
    assert page.status_code == 200
    return page


def shown(page):
    return [row.dossier for row in page.context["inbox"].rows]


def press(client, verb, dossier, **typed):
    typed.setdefault("revision", Dossier.objects.get(pk=dossier.pk).revision)
    return client.post(address(verb, dossier), typed)
