"""What polling costs: ours as shipped, the `reader` library, and bare aiohttp, on the same made-up feeds in one run."""
