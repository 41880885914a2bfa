"""How well does each office perform? Figures kept as the dossiers move."""
