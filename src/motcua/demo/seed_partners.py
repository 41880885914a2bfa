"""Which partner may fill in drafts of the demo beforehand? An invented hospital, births only."""

from motcua.demo import hospital
from motcua.demo.apparatus import TWO_TIERS
from motcua.dossiers.models import Partner
from motcua.periods.clock import today
from motcua.periods.models import since


def seed() -> None:
    """Enter it once."""
    Partner.objects.get_or_create(
        key_id=hospital.KEY_ID,
        defaults={
            "name": hospital.NAME,
            "public_key": hospital.public_key(),
            "allowed": {hospital.PROCEDURE: sorted(hospital.answers(today()))},
            "valid_during": since(TWO_TIERS),
        },
    )
