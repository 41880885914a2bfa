"""The index: one row for everything on the site that can be found; its words, and what was not."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, HashIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """Something that can be found, such as procedure 1.001193; pages know its address by kind."""

    kind = models.SlugField(max_length=20)
    key = models.CharField(max_length=100)
    title = models.TextField()
    accented = models.TextField(editable=False)
    """The title's words in the strict key."""
    folded = models.TextField(editable=False)
    """The title's words without marks."""
    text = models.TextField(blank=True, editable=False)
    """Other words under which it is found, without marks."""
    text_accented = models.TextField(blank=True, editable=False)
    """The same in the strict key."""
    vector = SearchVectorField(editable=False)
    """Words and pairs of neighbors of title and text, without marks: ``khai sinh khai_sinh``."""
    length = models.PositiveSmallIntegerField(default=0, editable=False)
    """How many words the title has: of many that fit, a short one is meant."""
    nearness = models.PositiveSmallIntegerField(default=0, editable=False)
    """How close to people's lives it is, from 0; the room that puts it says so."""
    put_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="entry_once")]
        indexes = [
            GinIndex(fields=["vector"], name="entry_words", fastupdate=False),
            HashIndex(fields=["folded"], name="entry_title"),
            models.Index(fields=["key"], name="entry_key"),
            models.Index(fields=["length", "id"], name="entry_short_first"),
            models.Index(fields=["kind", "length", "id"], name="entry_kind_short_first"),
            models.Index(fields=["put_at"], name="entry_put_at"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"


class Body(models.Model):
    """What an entry says beyond its title, to be found by and to show lines from.

    A table of its own, so that the entries stay narrow: most questions never come here.
    """

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True)
    text = models.TextField()
    vector = SearchVectorField(editable=False)
    """Words and pairs of title, text and body together."""

    class Meta:
        verbose_name_plural = "bodies"
        indexes = [GinIndex(fields=["vector"], name="body_words", fastupdate=False)]

    def __str__(self) -> str:
        return str(self.entry_id)


class Synonym(models.Model):
    """Words that people type, and the words of the law that they mean: *sổ đỏ*, *GPLX*."""

    said = models.CharField(_("Người dân gõ"), max_length=100, unique=True)
    meant = models.CharField(_("Tên gọi chính thức"), max_length=200)
    said_accented = models.CharField(max_length=100, editable=False)
    said_folded = models.CharField(max_length=100, editable=False)
    meant_folded = models.CharField(max_length=200, editable=False)

    class Meta:
        verbose_name = _("từ đồng nghĩa")
        verbose_name_plural = _("từ đồng nghĩa")
        indexes = [models.Index(fields=["said_folded"], name="synonym_said")]

    def __str__(self) -> str:
        return self.said


class Word(models.Model):
    """A word or pair of neighbors that entries hold, how often, and how it is mostly spelled."""

    folded = models.CharField(max_length=100, unique=True)
    spelling = models.CharField(max_length=100)
    spellings = ArrayField(models.CharField(max_length=100), default=list)
    """Every way in which it is spelled."""
    documents = models.PositiveIntegerField()
    is_pair = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["is_pair"], name="word_is_pair")]

    def __str__(self) -> str:
        return self.folded


class WordCount(models.Model):
    """When the words were last counted, in how many entries; one row."""

    counted_at = models.DateTimeField()
    entries = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.counted_at)


class Unanswered(models.Model):
    """What was asked on a day and missed, and how often; nobody's name."""

    day = models.DateField(_("Ngày"))
    words = models.CharField(_("Câu hỏi"), max_length=200)
    times = models.PositiveIntegerField(_("Số lần"), default=0)
    loosely = models.PositiveIntegerField(default=0)
    """How often only something that holds some of the words was found."""
    elsewhere = models.PositiveIntegerField(default=0)
    """How often something holds all the words, and no procedure does."""

    class Meta:
        verbose_name = _("câu hỏi không có kết quả")
        verbose_name_plural = _("câu hỏi không có kết quả")
        constraints = [
            models.UniqueConstraint(fields=["words", "day"], name="unanswered_once_a_day")
        ]
        indexes = [models.Index(fields=["day"], name="unanswered_day")]

    def __str__(self) -> str:
        return f"{self.day} × {self.times}"
