"""What may be typed in about staff?"""
