"""How does it look on paper? PDF by typst, QR codes."""
