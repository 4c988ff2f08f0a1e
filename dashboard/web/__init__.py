"""How the dashboard is served: settings, front door, headers, health."""
