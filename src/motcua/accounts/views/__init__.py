"""What does each audience see of their account?"""
