"""Who is this? Persons and how they sign in; knows no posts."""
