"""From the outbox to Discord: who gets a story, paced sending, each post exactly once. Knows no feeds, no reading."""
