"""Where states are: geometries, borders and label points, and their join with standing."""
