"""May somebody whom we do not know write here, and what in their words must nobody read?"""
