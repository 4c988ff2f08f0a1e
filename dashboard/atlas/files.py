"""Names of the map's files in their folder."""

STATES_FILE = "states.geojson"
BACKDROP_FILE = "backdrop.geojson"
LABELS_FILE = "labels.csv"
BORDERS_FILE = "borders.geojson"
CUT_FILE = "cut.csv"
