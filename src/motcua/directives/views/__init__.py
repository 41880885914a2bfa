"""Who sees what of conclusions and tasks? Everybody, and officers at their desks."""
