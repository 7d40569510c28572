"""People who use the bot: what they type and press becomes an interaction, its answer what they see."""
