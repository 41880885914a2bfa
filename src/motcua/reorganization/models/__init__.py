"""What is a reorganization made of? One noun a file."""
