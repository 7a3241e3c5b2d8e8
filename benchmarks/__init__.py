"""What the program costs, beside the least a program could spend on the same: `make bench`."""
