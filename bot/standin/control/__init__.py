"""The side by which tests, the demo and people at a terminal steer the stand-in, and the client for it."""
