"""Who a show is: the shipped list of shows and feeds, and names typed by people resolved to shows, in memory."""
