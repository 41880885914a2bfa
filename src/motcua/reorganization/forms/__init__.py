"""What may be typed in?"""
