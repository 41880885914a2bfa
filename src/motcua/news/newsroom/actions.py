"""Opening a newsroom, and keeping Wagtail's groups in line with the roles of today."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from motcua.news.models import ApprovalTask, EditorialRole, Newsroom, NewsroomGroup, Section
from motcua.news.newsroom.workflow import CENTRAL, RIGHTS, STEPS, Role
from motcua.organizations.models import Organization

DRAWERS = (("wagtailimages", "image"), ("wagtaildocs", "document"))
"""What lies in a newsroom's drawer, by the models whose rights Wagtail asks for."""
CENTRAL_MODELS = (
    ("news", "topic"),
    ("news", "frontslot"),
    ("news", "announcement"),
    ("search", "synonym"),
    ("organizations", "profile"),
)
"""What the province's own newsroom keeps for everybody."""
UNANSWERED = ("search", "view_unanswered")
"""What readers asked in vain; whoever sees it teaches the search their words."""

TRANSLATE = ("simple_translation", "submit_translation")
"""To begin an article's other language; asked of articles that one may change anyway."""


@transaction.atomic
def open_section(section: Section) -> Newsroom:
    """Give a corner its newsroom: groups, steps, drawer and their rights; again changes nothing.

    Doing it again also takes in translations of the corner that were added since.
    """
    newsroom = Newsroom.objects.filter(section=section).first() or _new(section)
    for role in Role:
        _give_rights(newsroom, role, _group(newsroom, role))
    for page in _translations(section):
        WorkflowPage.objects.update_or_create(
            page_id=page.pk, defaults={"workflow": newsroom.workflow}
        )
    return newsroom


def refresh(person: Any) -> None:
    """Make ``person`` a member of the groups of today's roles, and of no other newsroom's."""
    held = EditorialRole.objects.held_by(person).values_list("newsroom_id", "role")
    roles = set(held)
    wanted = {
        each.group_id
        for each in NewsroomGroup.objects.filter(newsroom__in={room for room, _role in roles})
        if (each.newsroom_id, each.role) in roles
    }
    member = set(person.groups.filter(newsroom__isnull=False).values_list("pk", flat=True))
    if member - wanted:
        person.groups.remove(*member - wanted)
    if wanted - member:
        person.groups.add(*wanted - member)


# --- What Wagtail needs ------------------------------------------------------------------------


def _new(section: Section) -> Newsroom:
    newsroom = Newsroom.objects.create(
        section=section,
        workflow=Workflow.objects.create(name=_("Duyệt bài: %s") % section.title),
        drawer=Collection.get_first_root_node().add_child(name=section.title),
    )
    for order, role in enumerate(STEPS):
        name = f"{Role(role).label.capitalize()} · {section.title}"
        task = ApprovalTask.objects.create(name=name, newsroom=newsroom, role=role)
        task.groups.add(_group(newsroom, role))
        WorkflowTask.objects.create(workflow=newsroom.workflow, task=task, sort_order=order)
    return newsroom


def _group(newsroom: Newsroom, role: Role) -> Group:
    known = NewsroomGroup.objects.filter(newsroom=newsroom, role=role).first()
    if known:
        return known.group
    label = f"{Role(role).label.capitalize()} · {newsroom.section.title}"
    group = Group.objects.create(name=f"{label[:130]} ({newsroom.pk})")
    NewsroomGroup.objects.create(newsroom=newsroom, role=role, group=group)
    return group


def _give_rights(newsroom: Newsroom, role: Role, group: Group) -> None:
    rights = RIGHTS[role]
    for page in _translations(newsroom.section):
        for verb in rights.pages:
            may = _permission("wagtailcore", f"{verb}_page")
            GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=may)
    for app, model in DRAWERS:
        for verb in rights.drawer:
            GroupCollectionPermission.objects.get_or_create(
                group=group,
                collection=newsroom.drawer,
                permission=_permission(app, f"{verb}_{model}"),
            )
    group.permissions.set(_general(newsroom, role))


def _general(newsroom: Newsroom, role: Role) -> list[Permission]:
    """What holds beyond the corner: entering at all, and for the province what all share."""
    names = [("wagtailadmin", "access_admin"), ("news", "add_media"), TRANSLATE]
    if role in CENTRAL and _is_central(newsroom):
        verbs = ("add", "change", "delete")
        names += [(app, f"{verb}_{model}") for app, model in CENTRAL_MODELS for verb in verbs]
        names.append(UNANSWERED)
    return [_permission(*name) for name in names]


def _is_central(newsroom: Newsroom) -> bool:
    organization = newsroom.section.organization
    return organization is None or organization.tier == Organization.Tier.PROVINCE


def _permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _translations(section: Section) -> Any:
    return Section.objects.filter(translation_key=section.translation_key)
