"""How is text found, with accents or without? Folded keys and the one index of the site."""
