"""What may be typed in? By audience."""
