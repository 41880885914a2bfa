"""What does each audience see of organizations?"""
