"""What may be typed in about a consultation, by audience?"""
