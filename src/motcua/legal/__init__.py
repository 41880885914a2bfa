"""Which law, decree or decision is this, and does it hold on that day?"""
