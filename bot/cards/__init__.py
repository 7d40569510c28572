"""Status, story or list to a card within Discord's limits; `embeds` makes discord objects of it. No SQL, no feeds."""
