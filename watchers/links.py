"""When two links mean one page. Knows URLs as text; fetches nothing."""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

#: Query keys that say where a reader came from, never what the page is.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|ns_\w+|at_\w+|cmp(id)?|ocid|ito"
    r"|smid|smtyp|xtor|wt\.mc_id|maca|traffic_source|_ga|spm|feedtype|feedname",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
#: Characters; longer links are no links that a publisher made.
MAX_LENGTH = 2_000


def absolute_link(link: str, base: str) -> str | None:
    """The link as an http(s) address, relative ones joined to `base`; `None` if it is none."""
    try:
        joined = urljoin(base, link.strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc or len(joined) > MAX_LENGTH:
        return None
    return joined


def canonical_link(link: str) -> str:
    """The form under which a link is compared; not meant to be fetched.

    The scheme, a final slash, a fragment and what tracks readers make no difference.
    """
    try:
        parts = urlsplit(link.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return link.strip()
    if port is not None and port != _DEFAULT_PORTS.get(parts.scheme):
        host = f"{host}:{port}"
    query = urlencode(
        [
            (key, value)
            for key, value in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKING.fullmatch(key)
        ]
    )
    kept_fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return urlunsplit(SplitResult("https", host, parts.path.rstrip("/"), query, kept_fragment))


def host_of(link: str) -> str:
    """The host without "www."; empty where there is none."""
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
