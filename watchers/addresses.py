"""Which addresses the bot may connect to. Knows numbers and names; opens no connection."""

import ipaddress
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address

Address = IPv4Address | IPv6Address

#: Prefixes of IPv6 that carry an IPv4 address: (network, bits to the right of it).
_CARRIERS = (
    (ipaddress.IPv6Network("::ffff:0:0/96"), 0),  # mapped, RFC 4291
    (ipaddress.IPv6Network("::/96"), 0),  # compatible, RFC 4291
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),  # NAT64, RFC 6052
    (ipaddress.IPv6Network("64:ff9b:1::/48"), 0),  # local NAT64, RFC 8215
    (ipaddress.IPv6Network("2002::/16"), 80),  # 6to4, RFC 3056
)
#: Teredo (RFC 4380) hides its IPv4 address inverted; nobody serves news there.
_TEREDO = ipaddress.IPv6Network("2001::/32")
_LOCALHOST = "localhost"


def is_public(address: Address) -> bool:
    """Whether the address is one of the open internet, whatever form it is written in."""
    if isinstance(address, IPv6Address):
        if address in _TEREDO:
            return False
        carried = _carried(address)
        if carried is not None:
            return is_public(carried)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _carried(address: IPv6Address) -> IPv4Address | None:
    for network, shift in _CARRIERS:
        if address in network:
            return IPv4Address((int(address) >> shift) & 0xFFFFFFFF)
    return None


def plain_host(host: str) -> str:
    """The host as it is compared: lower case, without brackets, zone and final dot."""
    return host.strip("[]").partition("%")[0].rstrip(".").lower()


def is_own_machine(host: str) -> bool:
    """Whether a URL's host is itself a private address: whoever permitted it asks himself."""
    name = plain_host(host)
    return name == _LOCALHOST or (_is_address(name) and not is_public(ip_address(name)))


class AllowedHosts:
    """The private hosts that the configuration permits, by name, address or network.

    A permitted address holds for URLs that spell it out and for `localhost`, not for any outside
    name that happens to resolve to it: such a name is how rebinding looks.
    """

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        self._names: set[str] = set()
        self._networks: list[ipaddress.IPv4Network | ipaddress.IPv6Network] = []
        for item in allowed:
            try:
                self._networks.append(ipaddress.ip_network(plain_host(item), strict=False))
            except ValueError:
                self._names.add(plain_host(item))

    def permits(self, host: str, address: Address) -> bool:
        """Whether a connection to `address`, which `host` resolved to, may be opened."""
        if is_public(address):
            return True
        name = plain_host(host)
        if name in self._names:
            return True
        spelt_out = _is_address(name) or name == _LOCALHOST or name.endswith("." + _LOCALHOST)
        return spelt_out and any(
            address.version == network.version and address in network for network in self._networks
        )


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
