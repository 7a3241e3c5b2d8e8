"""Generator of the body map's assets: geometry as numbers, run by hand, not shipped."""
