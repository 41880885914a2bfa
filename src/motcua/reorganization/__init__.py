"""Which changes of the administration are planned, rehearsed, carried out, tried as pilots?"""
