"""The Record screen: its sections, each a fragment of its own, and what scripts need for them."""
