"""How is a plan written down so that people read it, and how is it read without harm?"""
