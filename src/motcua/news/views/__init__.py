"""What does a reader see of the newsroom, and how do its files leave the house?"""
