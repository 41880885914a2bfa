"""What may be typed in about a question, by audience?"""
