"""Who edits guides, conditions and fees in the demo? The head of the province's newsroom."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from motcua.accounts.models import Person

EDITOR = "xuatban.truyenthong"
GROUP = "Biên tập hướng dẫn"


def seed() -> None:
    """A group with the rights, and its first member; again it changes nothing."""
    group, _new = Group.objects.get_or_create(name=GROUP)
    theirs = Q(content_type__app_label="guides") | Q(content_type__model="lifeevent")
    entering = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    group.permissions.set(Permission.objects.filter(theirs | entering))
    group.user_set.add(*Person.objects.filter(username=EDITOR))
