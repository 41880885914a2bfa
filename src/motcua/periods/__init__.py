"""What holds on which day? Half-open periods, and the constraint that refuses overlaps."""
