"""Questions from the public, and the answers of the offices."""
