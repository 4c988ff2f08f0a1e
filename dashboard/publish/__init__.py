"""What a reader takes away: tables, maps, calendar, feed, and previews of shared links."""
