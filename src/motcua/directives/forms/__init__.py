"""What may be typed in, by officers and by readers?"""
