"""How do the articles of another site get here? Read, made harmless, written, and reported."""
