"""What each sentence says: marks, frames, background, certainty, claims. Knows no feeds, no storage, no status."""
