"""The index: one row for everything on the site that can be found."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Func, Value
from django.db.models.expressions import Combinable


def _vector(column: str, weight: str) -> Combinable:
    """The words of a column, all equally strong; the column holds plain words only."""
    words = SearchVector(F(column), config="simple")
    return Func(words, Value(weight), function="setweight", output_field=SearchVectorField())


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
    vector = models.GeneratedField(
        expression=Func(
            _vector("folded", "A"),
            _vector("text", "B"),
            template="(%(expressions)s)",
            arg_joiner=" || ",
            output_field=SearchVectorField(),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="entry_once")]
        indexes = [GinIndex(fields=["vector"], name="entry_words")]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"


class Synonym(models.Model):
    """Words that people type, and the words of the law that they mean: *sổ đỏ*, *GPLX*."""

    said = models.CharField(max_length=100, unique=True)
    meant = models.CharField(max_length=200)
    said_accented = models.CharField(max_length=100, editable=False)
    said_folded = models.CharField(max_length=100, editable=False)
    meant_folded = models.CharField(max_length=200, editable=False)

    def __str__(self) -> str:
        return self.said
