"""The Trends screen: a section for each trend, and the figures that the browser draws there."""
