"""The nouns: frozen dataclasses that every room shares. They know nothing of any room."""
