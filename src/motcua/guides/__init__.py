"""Something happened in a life: what to do, may I, what does it cost me, where, how long?"""
