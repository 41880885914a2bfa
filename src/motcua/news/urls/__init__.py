"""The newsroom's addresses, by who answers them."""
