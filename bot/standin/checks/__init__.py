"""What Discord refuses, and in which words. Pure: bodies in, `RefusalError` out."""
