"""What an inspector can hold the program to, as data; `python -m tools.validation` writes it."""
