"""How do editors build the form of a draft, block by block, and see it as the citizen will?"""
