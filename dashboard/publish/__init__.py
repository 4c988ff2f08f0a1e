"""What a reader takes away: what a shared link says and shows of its day."""
