"""The watcher: due sources are fetched, parsed and read, and what is new goes into the store in one transaction."""
