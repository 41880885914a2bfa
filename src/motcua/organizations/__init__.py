"""Which agency, which post, who holds it on which day? In which post does one act now?"""
