"""Who writes, who approves, who publishes, in which corner and until when?"""
