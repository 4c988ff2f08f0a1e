"""The Explore screen: the map with its legend, the key figures, and the linked panels."""
