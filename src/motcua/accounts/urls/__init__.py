"""At which addresses does one sign in and look after one's account?"""
