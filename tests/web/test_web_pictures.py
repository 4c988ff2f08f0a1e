"""Pictures of any day at their addresses: as asked for, and never an error of the server."""

from urllib.parse import quote

import pytest
from web.servers import Server

DAY = "/picture/2025-12-27"


@pytest.mark.parametrize(
    ("ending", "media_type", "begins"),
    [
        ("svg", "image/svg+xml; charset=utf-8", b"<svg"),
        ("png", "image/png", b"\x89PNG"),
        ("pdf", "application/pdf", b"%PDF"),
    ],
)
def test_a_picture_is_there_in_every_format(
    server: Server, ending: str, media_type: str, begins: bytes
) -> None:
    answer = server.ask(f"{DAY}.{ending}?state=FIN&form=square&theme=dark&scale=2")
    assert (answer.status, answer.headers["Content-Type"]) == (200, media_type)
    assert answer.body.startswith(begins)
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    name = f'inline; filename="flankwatch-mine-ban-2025-12-27-FIN.{ending}"'
    assert answer.headers["Content-Disposition"] == name


def test_the_preview_is_the_picture_in_its_plain_form(server: Server) -> None:
    assert server.ask("/preview/2025-12-27.png").body == server.ask(f"{DAY}.png").body


def test_names_are_read_in_any_case_the_first_of_each_and_others_left_aside(
    server: Server,
) -> None:
    plain = server.ask(f"{DAY}.svg?state=FIN").body
    assert server.ask(f"{DAY}.svg?STATE=fin&state=POL&x=1&scale=4").body == plain
    assert server.ask(f"{DAY}.svg?state=").body == server.ask(f"{DAY}.svg").body


def test_a_drawing_is_compressed_and_a_png_is_not(server: Server) -> None:
    assert server.ask(f"{DAY}.svg", accept_encoding="br").headers["Content-Encoding"] == "br"
    assert server.ask(f"{DAY}.png", accept_encoding="br").headers["Content-Encoding"] is None


@pytest.mark.parametrize(
    ("path", "status", "begins"),
    [
        ("/picture/2025-13-01.png", 404, "date: '2025-13-01' is not a day (expected YYYY-MM-DD"),
        ("/picture/9999-12-31.svg", 404, "date: '9999-12-31' is not a day"),
        ("/picture/latest.svg", 404, "date: 'latest' is not a day"),
        (f"/picture/{'9' * 3000}.pdf", 404, f"date: '{'9' * 60}…' is not a day"),
        (f"/picture/{quote('<b>')}.pdf", 404, "date: '<b>' is not a day"),
        (f"{DAY}.png?state=FNL", 404, "state: 'FNL' is not the code of a state (nearest: FIN"),
        (f"{DAY}.png?state=DEU", 404, "state: Germany has no briefing"),
        (f"{DAY}.png?state=%00%ff", 404, "state: "),
        (f"{DAY}.png?form=tall", 400, "form: 'tall' (expected wide, square, map)"),
        (f"{DAY}.png?scale=1000000", 400, "scale: '1000000' (expected 1, 2, 4)"),
        (f"{DAY}.png?scale={'9' * 5000}", 400, "scale: "),
        (f"{DAY}.png?theme=blue", 400, "theme: 'blue' (expected light, dark)"),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_what_is_wrong_is_said_in_a_line(
    server: Server, path: str, status: int, begins: str
) -> None:
    answer = server.ask(path)
    assert answer.status == status
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith(begins)
    assert answer.text.count("\n") == 1
    assert len(answer.text) < 300
