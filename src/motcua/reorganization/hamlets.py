"""How does a hamlet read? As the address has it, with its marks and capitals."""

from __future__ import annotations

from motcua.dossiers.models import Dossier
from motcua.territory import addresses


def of(dossier: Dossier) -> str:
    """What lies below the commune, as the applicant wrote it; else as it is compared."""
    said = dossier.address.split() if dossier.locality else []
    for end in range(1, len(said) + 1):
        words = " ".join(said[:end]).strip(" ,;.-")
        if addresses.locality(words) == dossier.locality:
            return words
    return dossier.locality
