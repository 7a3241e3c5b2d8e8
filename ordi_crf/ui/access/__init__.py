"""How people come in: logging in, the first start, recovery, handing over, and the lock."""
