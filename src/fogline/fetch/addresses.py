"""Which addresses of the network may be reached: public ones, and those that the settings allow."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# What `is_global` of the standard library lets through in one version or another.
_REFUSED: tuple[Network, ...] = tuple(
    ip_network(text)
    for text in (
        "168.63.129.16/32",  # the host of virtual machines at Azure
        "192.0.0.0/24",  # protocol assignments; metadata at Oracle
        "192.88.99.0/24",  # relays of 6to4
        "2001::/32",  # Teredo and
        "2002::/16",  # 6to4 carry an IPv4 address that nobody has checked
        "fec0::/10",  # what was site-local
    )
)
_TRANSLATED = IPv6Network("64:ff9b::/96")  # IPv4 behind NAT64: the last 32 bits are the address


def may_reach(address: Address, allowed: Iterable[Network] = ()) -> bool:
    """Whether a connection to the address is permitted. `allowed` are networks that are, though they are private."""
    real = _real(address)
    return any(real in network or address in network for network in allowed) or _is_public(real)


def _real(address: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for; else the address itself."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address in _TRANSLATED:
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def _is_public(address: Address) -> bool:
    special = address.is_multicast or address.is_reserved or address.is_unspecified or address.is_link_local
    return address.is_global and not special and not any(address in network for network in _REFUSED)
