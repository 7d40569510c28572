"""The command line: thin, a file a command. Parses arguments, calls the room that knows, prints the outcome."""
