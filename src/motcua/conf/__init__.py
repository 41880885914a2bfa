"""Settings: base.py is production; demo.py and test.py switch things on."""
