"""What is kept: SQL split by noun, one database, one writer. Knows no feeds and no Discord."""
