"""Where is staff managed?"""
