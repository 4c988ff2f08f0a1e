"""The dashboard as a WSGI application, for other servers: ``gunicorn dashboard.wsgi:server``.

Its settings are those of the environment and the settings file. The record is loaded when this is
imported: with gunicorn's ``--preload`` once for all workers. Figures are those of one worker.
"""

import sys
from datetime import date
from wsgiref.types import WSGIApplication

from dashboard.atlas.errors import AtlasError
from dashboard.garbage import look_seldom_for_garbage
from dashboard.paths import ASSETS, BOUNDARIES
from dashboard.record.errors import PackError
from dashboard.web.base_path import public_address
from dashboard.web.entrance import entrance
from dashboard.web.observing import Figures
from dashboard.web.settings import read_settings
from dashboard.web.settings_file import SettingError
from dashboard.web.site import open_site


def opened() -> WSGIApplication:
    """The application, with its records loaded; what is wrong with it ends the process."""
    look_seldom_for_garbage()
    try:
        settings = read_settings({})
        figures = Figures()
        way_in = entrance(settings, figures)
        own = BOUNDARIES, ASSETS, date.today
        packs = open_site(way_in.front, settings["pack"], *own, public_address(settings))
    except (SettingError, AtlasError) as error:
        sys.exit(f"flankwatch: {error}")
    except PackError as error:
        named = ", ".join(map(str, settings["pack"]))
        sys.exit(f"flankwatch: {named} cannot be served:\n{error}")
    figures.loaded({pack.treaty.id: pack.treaty.verified_through for pack in packs})
    return way_in.app


server = opened()
