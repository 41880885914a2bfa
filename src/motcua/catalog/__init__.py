"""What can a citizen ask for? Procedures, their published versions, their forms."""
