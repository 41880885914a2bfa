"""What does each audience see of consultations?"""
