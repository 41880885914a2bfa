"""How many came, and how many are here now? Counted without cookies or personal data."""
