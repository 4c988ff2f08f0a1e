"""What the world did: the treaty pack, the treaty's arithmetic and the standing of every state."""
