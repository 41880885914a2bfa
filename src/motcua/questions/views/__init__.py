"""What does each audience see of questions?"""
