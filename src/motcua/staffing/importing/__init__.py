"""People and posts from a spreadsheet: read, held against the register, written all or nothing."""
