"""REST v10 and gateway v10 as the bot sees them: requests and frames in, answers and events out."""
