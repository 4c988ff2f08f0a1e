"""The Brief screen: the scenes of a day as a file, and the words around them."""
