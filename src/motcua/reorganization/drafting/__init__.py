"""Which plan follows from a new map? A draft of it, for humans to finish.

``scenery`` reads who serves which territory on the eve, ``writing`` puts the plan in words.
"""
