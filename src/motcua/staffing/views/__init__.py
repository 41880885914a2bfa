"""What does whoever manages staff see and press?"""
