"""How do we talk to authorities about persons?"""
