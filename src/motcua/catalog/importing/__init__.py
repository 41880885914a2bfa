"""How do raw records of the national database become records of this house?

Their tables are glued together without separators, their fees are dirty, their names are long
(domain.md §5.2). Each module takes one part apart and says what it could not; nothing is invented.
"""
