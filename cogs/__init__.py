"""The slash commands: thin; each parses the interaction, calls a service and renders its result."""
