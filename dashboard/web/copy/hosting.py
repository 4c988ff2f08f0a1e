"""Writes the rules for hosts in their own languages: Netlify and Cloudflare, nginx, Caddy."""

from collections.abc import Iterator, Mapping, Sequence

from dashboard.publish.export import LIST
from dashboard.web.copy.files import NOT_FOUND, Sent
from dashboard.web.copy.rules import Rule, rules_for, types_of

HOSTING = "hosting/"
"""The folder of the files for hosts that do not look for theirs in the copy; it is not served."""


def host_files(sent: Mapping[str, Sent], base_path: str) -> Mapping[str, bytes]:
    """The files for hosts by their addresses; ``base_path`` is where they serve the copy."""
    rules, types = rules_for(sent), types_of(sent)
    written = {
        "_headers": _headers(rules, base_path),
        "_redirects": _redirects(base_path),
        f"{HOSTING}nginx.conf": _nginx(rules, types, base_path),
        f"{HOSTING}Caddyfile": _caddy(rules, types, base_path),
        ".nojekyll": [],  # GitHub Pages would leave out what begins with an underscore.
    }
    return {
        name: "".join(f"{line}\n" for line in lines).encode() for name, lines in written.items()
    }


def _of(rule: Rule) -> Mapping[str, str]:
    own = {"Content-Type": rule.media_type} if rule.media_type else {}
    return {**own, **rule.headers}


def _headers(rules: Sequence[Rule], base_path: str) -> Iterator[str]:
    """Netlify and Cloudflare join the headers of all rules that fit: here only one ever does."""
    for rule in rules:
        yield f"{base_path}{rule.path}{'*' if rule.is_folder else ''}"
        yield from (f"  {name}: {value}" for name, value in _of(rule).items())


def _redirects(base_path: str) -> Iterator[str]:
    yield f"{base_path}{HOSTING}* {base_path}{NOT_FOUND} 404"
    yield f"{base_path}{LIST} {base_path}{NOT_FOUND} 404"


def _nginx(rules: Sequence[Rule], types: Mapping[str, str], base_path: str) -> Iterator[str]:
    yield "# For the server block of a site whose root holds the copy at this path:"
    yield f"#   server {{ root /srv/www; include /srv/www{base_path}{HOSTING}nginx.conf; }}"
    yield "# With the module for brotli, add: brotli_static on;"
    yield "gzip_static on;"
    yield "types {"
    yield from (
        f"  {_quoted(media_type)} {ending.removeprefix('.')};"
        for ending, media_type in types.items()
    )
    yield "}"
    yield f"error_page 404 {base_path}{NOT_FOUND};"
    for hidden in (f"^~ {base_path}{HOSTING}", f"= {base_path}{LIST}", f"= {base_path}_headers"):
        yield f"location {hidden} {{ return 404; }}"
    yield f"location = {base_path}_redirects {{ return 404; }}"
    for rule in rules:
        yield f"location {'^~' if rule.is_folder else '='} {base_path}{rule.path} {{"
        if rule.is_page:
            yield "  index index.html;"
        if rule.media_type:
            yield f"  default_type {_quoted(rule.media_type)};"
        yield from (
            f"  add_header {name} {_quoted(value)} always;" for name, value in rule.headers.items()
        )
        yield "}"


def _caddy(rules: Sequence[Rule], types: Mapping[str, str], base_path: str) -> Iterator[str]:
    yield "# For the block of a site whose root holds the copy at this path:"
    yield "#   root * /srv/www"
    yield f"#   import /srv/www{base_path}{HOSTING}Caddyfile"
    for ending, media_type in types.items():
        yield f"header {base_path}*{ending} Content-Type {_quoted(media_type)}"
    for rule in rules:
        yield f"header {base_path}{rule.path}{'*' if rule.is_folder else ''} {{"
        yield from (f"  {name} {_quoted(value)}" for name, value in _of(rule).items())
        yield "}"
    yield "file_server {"
    yield "  precompressed br gzip"
    yield f"  hide {LIST} hosting _headers _redirects"
    yield "}"
    yield "handle_errors {"
    yield f"  rewrite * {base_path}{NOT_FOUND}"
    yield "  file_server"
    yield "}"


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '\\"') + '"'
