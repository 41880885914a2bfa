"""Who is appointed, ended, replaced and covered, by which decision, and who may do so?"""
