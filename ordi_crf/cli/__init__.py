"""The command line: the window, and everything that works without one."""
