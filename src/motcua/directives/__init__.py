"""What a meeting concluded: who does which task by when, and what was reported of it."""
