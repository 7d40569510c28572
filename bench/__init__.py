"""Measurements that anyone can run: `make bench`, or `python -m bench NAME`. Compare ratios within one run."""
