"""What did a plan change, row by row, and what was there before?"""

from django.db import models

from .plan import Plan


class Moved(models.Model):
    """One row of any table that a plan changed or made; what undoing goes by.

    Written by the statements that change the rows, by the million: no constraint is checked here.
    """

    plan = models.ForeignKey(
        Plan, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    relation = models.CharField(max_length=63)
    row_id = models.BigIntegerField()
    was_organization = models.BigIntegerField(null=True)
    was_counter = models.BigIntegerField(null=True)
    was = models.JSONField(null=True)
    """Columns as they were, of other tables than dossiers; null for a row that the plan made."""

    class Meta:
        constraints = [
            models.UniqueConstraint(name="moved_once", fields=["plan", "relation", "row_id"])
        ]

    def __str__(self) -> str:
        return f"{self.relation} {self.row_id}"
