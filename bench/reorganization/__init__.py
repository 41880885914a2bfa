"""How long does an administration's greatest change take? The whole country, a million dossiers."""
