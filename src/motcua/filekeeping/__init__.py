"""Which bytes were handed in, are they what they say, clean, and still the same?"""
