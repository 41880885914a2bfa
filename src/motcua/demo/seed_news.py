"""The demo's news: articles of the folder beside this file, in three corners and two languages."""

from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale

from motcua.news import actions
from motcua.news.importing import folders
from motcua.news.importing.files import Folder
from motcua.news.importing.keeping import Drawer
from motcua.news.importing.writing import Importer
from motcua.news.models import (
    Announcement,
    Article,
    Category,
    Newsroom,
    Origin,
    Section,
    Topic,
)
from motcua.news.newsroom.actions import open_section
from motcua.organizations.models import Organization, OrganizationName
from motcua.periods.clock import VIETNAM, today

HERE = Path(__file__).parent / "news"
SOURCE = "demo"
CATEGORIES = (
    ("Tổ chức bộ máy", "Organization"),
    ("Chuyển đổi số", "Digital services"),
    ("Hướng dẫn", "How to"),
)
"""Beside those that every portal begins with."""
CORNERS = (
    ("phuong-bai-chay", "Phường Bãi Cháy", "Ủy ban nhân dân phường Bãi Cháy"),
    ("dac-khu-co-to", "Đặc khu Cô Tô", "Ủy ban nhân dân đặc khu Cô Tô"),
)
TRANSLATED = {
    "submit-anywhere.html": "nop-ho-so-o-phuong-nao-cung-duoc.html",
    "old-names-stay-valid.html": "giay-to-ghi-ten-cu-van-dung-duoc.html",
}
TOPICS = {
    ("Chính quyền địa phương hai cấp", "Two tiers of local government"): (
        "mot-nam-chinh-quyen-hai-cap.html",
        "giay-to-ghi-ten-cu-van-dung-duoc.html",
        "chuyen-tau-mang-con-dau.html",
    ),
    ("Một cửa gần dân", "One door, close to people"): (
        "nop-ho-so-o-phuong-nao-cung-duoc.html",
        "quay-mo-cua-buoi-toi.html",
        "to-luu-dong-len-ban.html",
    ),
}
WRONG, RIGHT = "94,3%", "93,4%"
NOTICE = "Bản đăng lúc 8 giờ ghi 94,3% hồ sơ đúng hoặc trước hẹn; con số đúng là 93,4%."
CORRECTED_AT = datetime(2026, 11, 10, 10, 40, tzinfo=VIETNAM)
MISPRINTED = "muoi-thang-dung-hen.html"


@transaction.atomic
def seed() -> None:
    """Enter what is missing; doing it again changes nothing. Organizations must be there."""
    main = actions.set_up()
    open_section(main)
    _categories()
    folder = Folder(HERE)
    _take("tin-chung", main, folder)
    for slug, title, body in CORNERS:
        _take(slug, _corner(slug, title, body, main), folder)
    _take("en", main.get_translation(Locale.objects.get(language_code="en")), folder)
    _pair_translations()
    _gather_topics()
    _correct()
    _announce()


def _categories() -> None:
    for position, (name, name_en) in enumerate(CATEGORIES, 10):
        known = {"name_en": name_en, "position": position}
        Category.objects.get_or_create(name=name, defaults=known)


def _corner(slug: str, title: str, committee: str, main: Section) -> Section:
    found: Section | None = Section.objects.filter(slug=slug, locale=main.locale_id).first()
    if found is None:
        owner = OrganizationName.objects.on(today()).get(full_name=committee).organization
        page = Section(title=title, slug=slug, organization=owner, locale=main.locale)
        main.get_parent().specific.add_child(instance=page)
        page.save_revision().publish()
        found = page
    open_section(found)
    return found


def _take(name: str, section: Section, folder: Folder) -> None:
    room = Newsroom.objects.filter(section__translation_key=section.translation_key)
    held = room.select_related("drawer").first()
    drawer = Drawer(folder, collection=held.drawer if held else None)
    importer = Importer(section, f"{SOURCE}/{name}", drawer)
    for story in folders.stories(HERE / name, named_from=HERE):
        importer.take(story)


def _article(name: str) -> Article | None:
    origin = Origin.objects.filter(source__startswith=SOURCE, key__endswith=f"/{name}").first()
    return origin.article if origin else None


def _pair_translations() -> None:
    for english, vietnamese in TRANSLATED.items():
        one, other = _article(english), _article(vietnamese)
        if one and other and one.translation_key != other.translation_key:
            Article.objects.filter(pk=one.pk).update(translation_key=other.translation_key)


def _gather_topics() -> None:
    for (name, name_en), articles in TOPICS.items():
        topic, made = Topic.objects.get_or_create(name=name, defaults={"name_en": name_en})
        for article in filter(None, map(_article, articles)) if made else ():
            article.topics.add(topic)
            article.save()


def _correct() -> None:
    """One article was misprinted, and says so."""
    article = _article(MISPRINTED)
    if article is None or article.corrections.exists():
        return
    body = article.body.get_prep_value()
    for block in body:
        if isinstance(block["value"], str):
            block["value"] = block["value"].replace(WRONG, RIGHT)
    article.body = article.body.stream_block.to_python(body)
    article.change_kind, article.change_note = Article.Change.NOTICE, NOTICE
    article.save_revision().publish()
    article.corrections.update(made_at=CORRECTED_AT)


# --- Announcements, counted from the day on which the demo is made -------------------------------


def _announce() -> None:
    if Announcement.objects.exists():
        return
    owner = Organization.objects.filter(identifier="H49.01.01").first()
    _planned(owner)
    _over(owner)
    Announcement(
        title="Trung tâm cấp thành phố nhận hồ sơ cả sáng thứ Bảy từ tháng 12",
        text="Từ 7 giờ 30 đến 11 giờ 30. Sáng thứ Bảy chỉ nhận hồ sơ và trả kết quả đã hẹn; "
        "không thu phí chuyển phát. Nội dung ví dụ của trang trình diễn.",
        organization=owner,
        expires_at=timezone.now() + timedelta(days=60),
    ).save()


def _planned(owner: Organization | None) -> None:
    outage = Announcement(
        kind=Announcement.Kind.PLANNED_OUTAGE,
        title="Tạm ngừng nộp hồ sơ trực tuyến để chuyển máy chủ",
        text="Trong lúc tạm ngừng, bạn vẫn đọc tin, xem thủ tục và tra cứu hồ sơ. Hồ sơ đang điền "
        "được giữ nguyên. Hồ sơ có ngày hẹn trong thời gian này không bị ảnh hưởng.",
        organization=owner,
        services="Nộp hồ sơ trực tuyến\nThanh toán trực tuyến\nĐăng nhập của người dân",
    )
    earliest = outage.earliest_start() or today()
    outage.starts_at = datetime.combine(earliest, datetime.min.time(), VIETNAM).replace(hour=22)
    outage.recovers_at = outage.starts_at + timedelta(hours=7)
    outage.full_clean()
    outage.save()


def _over(owner: Organization | None) -> None:
    began = timezone.now() - timedelta(days=9)
    Announcement(
        kind=Announcement.Kind.UNPLANNED_OUTAGE,
        title="Sự cố đường truyền tại đặc khu Cô Tô",
        text="Đường truyền đã trở lại. Hồ sơ nhận bằng mã tạm đã được chuyển sang mã chính thức.",
        organization=owner,
        published_at=began,
        starts_at=began,
        recovers_at=began + timedelta(hours=6),
        recovered_at=began + timedelta(hours=4),
        services="Tiếp nhận tại quầy của đặc khu Cô Tô",
        reason="Đứt cáp quang ngầm; đường truyền dự phòng qua vệ tinh chậm.",
    ).save()
