"""The requirements of the protocol as data; `python -m tools.protocol_map` maps them."""
