"""Which place is this, on which day? Administrative units, their names and their crosswalk."""
