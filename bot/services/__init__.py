"""What people can ask or change, as plain calls with plain results: for the cogs, the command line, later a page."""
