"""Recognise what a publisher serves instead of its article or feed. Knows answers; fetches nothing.

Consent walls, challenges and paywalls answer like pages. Read as articles they would be wrong
texts, and a wrong text is a wrong position; so they are refused by name.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from http import HTTPStatus
from urllib.parse import urlsplit


class Wall(StrEnum):
    """What stands between the bot and the text."""

    CONSENT = "consent_wall"
    CHALLENGE = "challenge"
    PAYWALL = "paywall"
    LOGIN = "login"
    FORBIDDEN = "forbidden"


#: Bytes at the start of a page in which walls give themselves away.
_START_BYTES = 60_000
#: Characters of visible text above which a page with a wall's words is taken for a page.
_WALL_MAX_CHARS = 2_500

_WALL_OF_STATUS: dict[int, Wall] = {
    HTTPStatus.UNAUTHORIZED: Wall.FORBIDDEN,
    HTTPStatus.FORBIDDEN: Wall.FORBIDDEN,
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: Wall.FORBIDDEN,
    HTTPStatus.PAYMENT_REQUIRED: Wall.PAYWALL,
}
_CHALLENGE_MARKS = (
    b"cf-browser-verification",
    b"cf_chl_opt",
    b"/cdn-cgi/challenge-platform/",
    b"challenges.cloudflare.com",
    b"captcha-delivery.com",
    b"geo.captcha-delivery",
    b"px-captcha",
    b"_incapsula_resource",
    b"g-recaptcha",
    b"h-captcha",
    b"hcaptcha.com",
    b"ddos-guard",
    b"awswafcookiedomainlist",
    b"aws-waf-token",
)
_CHALLENGE_TITLES = re.compile(
    rb"<title[^>]*>\s*(?:just a moment|attention required|access denied|are you a robot"
    rb"|please wait|security check|checking your browser|pardon our interruption|bot verification"
    rb"|human verification|ddos-guard|verify you are human|robot check|request rejected)",
    re.IGNORECASE,
)
_CONSENT_HOSTS = re.compile(
    r"^(?:consent|guce|cmp|privacy|cookies?|gdpr|choices)[.-]|consensu\.org$|^myprivacy\.",
    re.IGNORECASE,
)
_CONSENT_PATHS = re.compile(
    r"/(?:collectconsent|consent|cookie-?wall|privacy-?gate|cookiesync|gdpr-?consent)(?:[/?]|$)",
    re.IGNORECASE,
)
_CONSENT_WORDS = re.compile(
    r"(?:before you continue|we (?:value|respect|care about) your privacy|we and our (?:\d+ )?partners"
    r"|consent to (?:the use|our use|cookies)|accept (?:all )?(?:cookies|and continue)"
    r"|your privacy (?:choices|matters)|manage (?:your )?(?:cookie|privacy|consent) (?:settings|preferences)"
    r"|store and/or access information on a device)",
    re.IGNORECASE,
)
_LOGIN_PATHS = re.compile(
    r"/(?:login|log-in|signin|sign-in|sso|account/login|auth)(?:[/?.]|$)", re.IGNORECASE
)
_PAYWALL_WORDS = re.compile(
    r"(?:subscribe (?:now |today )?to (?:continue|keep) reading|to (?:continue|keep) reading[,]? "
    r"(?:please )?(?:subscribe|sign up|register|log in|sign in)|already a subscriber\?"
    r"|this (?:article|content|story) is (?:for|only available to|available only to|reserved for|exclusive to) "
    r"(?:our |paying |premium )?(?:subscribers|members)|subscribe to (?:read|unlock) (?:the full|this)"
    r"|unlock (?:this|the full) (?:article|story)|you have reached your (?:limit|article limit)"
    r"|register (?:for free )?to (?:continue|keep) reading)",
    re.IGNORECASE,
)
_NOT_FREE = re.compile(rb'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)


def wall_of_answer(
    *, url: str, status: int, headers: Mapping[str, str], body: bytes
) -> Wall | None:
    """The wall that the answer's outside shows, before anything of it is read."""
    if _is_challenge(status, headers, body):
        return Wall.CHALLENGE
    parts = urlsplit(url)
    if _CONSENT_HOSTS.search(parts.hostname or "") or _CONSENT_PATHS.search(parts.path):
        return Wall.CONSENT
    if _LOGIN_PATHS.search(parts.path):
        return Wall.LOGIN
    return _WALL_OF_STATUS.get(status)


def _is_challenge(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    start = body[:_START_BYTES].lower()
    is_refusal = status in (HTTPStatus.FORBIDDEN, HTTPStatus.UNAUTHORIZED)
    return bool(
        headers.get("cf-mitigated", "").lower() == "challenge"
        or (is_refusal and "x-datadome" in headers)
        or _CHALLENGE_TITLES.search(start)
        or (_is_thin(start) and any(mark in start for mark in _CHALLENGE_MARKS))
    )


def wall_of_text(text: str) -> Wall | None:
    """The wall that a short visible text speaks of; a long one with the same words is a page."""
    if len(text) > _WALL_MAX_CHARS:
        return None
    if _CONSENT_WORDS.search(text):
        return Wall.CONSENT
    if _PAYWALL_WORDS.search(text):
        return Wall.PAYWALL
    return None


def says_paid(page: bytes) -> bool:
    """Whether the page's own metadata says that its text is not free to read."""
    return bool(_NOT_FREE.search(page))


def asks_to_subscribe(text: str) -> bool:
    """Whether the words that cut an article off at a paywall stand in it."""
    return bool(_PAYWALL_WORDS.search(text))


def _is_thin(start: bytes) -> bool:
    """Challenge pages hold scripts and hardly a sentence; articles may load the same scripts."""
    return len(re.findall(rb"<p[\s>]", start)) <= 3  # noqa: PLR2004
