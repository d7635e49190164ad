"""Addresses that last: where pages were before, and which förbund took over from which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.public.catalogue import Successor
from generator.public.insats import PublicInsats
from generator.records.config import ForbundConfig


def address_of_forbund(key: str) -> str:
    """Where a förbund's page is, relative to the site's root."""
    return f"forbund/{key}/"


def last_successor(key: str, forbund: Mapping[str, ForbundConfig]) -> str:
    """The förbund at the end of the chain of `ersatt_av`; `key` itself when nobody took over."""
    seen = {key}
    while (after := forbund[key].replaced_by) is not None and after in forbund and after not in seen:
        seen.add(after)
        key = after
    return key


@dataclass(frozen=True)
class Merged:
    """The förbund of one site. `own` is whose own web it is, None on the portal.

    `with_insatser` are the förbund that have public insatser here.
    """

    forbund: Mapping[str, ForbundConfig]
    own: ForbundConfig | None
    with_insatser: frozenset[str]

    @cached_property
    def shown(self) -> tuple[ForbundConfig, ...]:
        """Those with a page: not one that was merged away and has nothing of its own left to show."""
        if self.own is not None:
            return (self.own,)
        return tuple(
            one for key, one in self.forbund.items() if one.replaced_by is None or key in self.with_insatser
        )

    @cached_property
    def gone(self) -> Mapping[str, str]:
        """Each förbund without a page of its own → the one whose page takes its place."""
        if self.own is not None:
            return {key: self.own.id for key in self._taken_over if key != self.own.id}
        pages = {one.id for one in self.shown}
        return {key: last_successor(key, self.forbund) for key in self.forbund if key not in pages}

    @cached_property
    def kommuner(self) -> tuple[str, ...]:
        """The kommuner of those without a page of their own."""
        return tuple(sorted({code for key in self.gone for code in self.forbund[key].kommuner}))

    def was_here(self, address: str) -> bool:
        """Whether a page of this site can have stood there: on an own web only of it or whom it took over."""
        return self.own is None or address.split("/")[1] in self._taken_over

    def successor(self, forbund: ForbundConfig) -> Successor | None:
        """Who took over, with its page when this site has it."""
        last = self.forbund.get(last_successor(forbund.id, self.forbund))
        if last is None or last.id == forbund.id:
            return None
        address = address_of_forbund(last.id) if last in self.shown else None
        web = last.contact.web if last.contact is not None else None
        return Successor(last.name, address, last.own_url or web)

    @cached_property
    def _taken_over(self) -> frozenset[str]:
        """The own förbund and each whose chain of `ersatt_av` passes it."""
        own = self.own
        return frozenset(key for key in self.forbund if own is not None and self._passes(key, own.id))

    def _passes(self, key: str, goal: str) -> bool:
        seen: set[str] = set()
        at: str | None = key
        while at is not None and at in self.forbund and at not in seen:
            if at == goal:
                return True
            seen.add(at)
            at = self.forbund[at].replaced_by
        return False


def redirects(insatser: Iterable[PublicInsats], merged: Merged) -> dict[str, str]:
    """Old address → new, of public insatser and of förbund that were merged away; in the order of the old."""
    found = {
        former: insats.address
        for insats in insatser
        for former in insats.former_addresses
        if merged.was_here(former)
    }
    found |= {address_of_forbund(old): address_of_forbund(new) for old, new in merged.gone.items()}
    return dict(sorted(found.items()))
