"""Which shows an entry names, and which of them it is about. Knows nothing of what happened to them."""
