"""The dashboard as a WSGI application, for other servers: ``gunicorn dashboard.wsgi:server``.

Its settings are those of the environment and the settings file. The record is loaded when this is
imported: with gunicorn's ``--preload`` once for all workers.
"""

import sys
from datetime import date

from dashboard.atlas.errors import AtlasError
from dashboard.paths import ASSETS, BOUNDARIES
from dashboard.record.errors import PackError
from dashboard.web.front import FrontDoor
from dashboard.web.guard import Guard
from dashboard.web.settings import read_settings
from dashboard.web.settings_file import SettingError
from dashboard.web.site import open_site


def opened() -> FrontDoor:
    """The application, with its record loaded; what is wrong with it ends the process."""
    try:
        settings = read_settings({})
        front = FrontDoor(Guard.of(settings))
        open_site(front, settings["pack"], BOUNDARIES, ASSETS, date.today, settings["public_url"])
    except (SettingError, AtlasError) as error:
        sys.exit(f"flankwatch: {error}")
    except PackError as error:
        sys.exit(f"flankwatch: {settings['pack']} cannot be served:\n{error}")
    return front


server = opened()
