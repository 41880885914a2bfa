"""What does an editor press? Wagtail's forms, filled in as its pages would."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from motcua.news.models import Article


def typed(article: Article | None = None, *, text: str = "Chợ hoa mở từ 8 giờ.", **facts):
    """The edit form of an article; ``button`` names what is pressed."""
    button = facts.pop("button", None)
    fields = {
        "title": article.title if article else "Lễ hội hoa",
        "slug": article.slug if article else "le-hoi-hoa",
        "lead": article.lead if article else "Phường mở lễ hội hoa vào chủ nhật.",
        "body": streamfield([("paragraph", rich_text(f"<p>{text}</p>"))]),
        "byline": "",
        "tags": "",
        "comments": inline_formset([]),
        **facts,
    }
    if article is not None and article.latest_revision:
        fields.setdefault("loaded_revision_id", str(article.latest_revision_id))
        moment = article.latest_revision.created_at.isoformat()
        fields.setdefault("loaded_revision_created_at", moment)
    if button:
        fields[button] = "1"
    return nested_form_data(fields)


def edit(article: Article) -> str:
    return f"/bien-tap/pages/{article.pk}/edit/"


def act(browser, page: Article, name: str, **data):
    """Press one of the buttons of the step that an article stands at."""
    now = Article.objects.get(pk=page.pk)
    return browser.post(
        edit(page),
        typed(now, button="action-workflow-action", **{"workflow-action-name": name, **data}),
    )
