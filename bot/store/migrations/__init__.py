"""Revisions of the tables, run by `bot.store.migrate`."""
