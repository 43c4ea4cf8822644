# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees: names, roles and places, read from outside over the accessibility bus (AT-SPI)."""

from dataclasses import dataclass, field

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
# AtspiStateType: bits of the first word
ENABLED, SENSITIVE, SHOWING, VISIBLE, CHECKED, SELECTED = 8, 24, 25, 30, 4, 23
BUTTON_ROLES = {"push button", "button", "check box", "radio button", "toggle button", "list item", "link", "page tab"}


@dataclass
class Thing:
    name: str
    role: str
    description: str
    box: tuple[int, int, int, int]  # x, y, width, height on the screen, pixels
    state: int
    parents: list[str] = field(default_factory=list)

    @property
    def centre(self) -> tuple[int, int]:
        x, y, w, h = self.box
        return x + w // 2, y + h // 2

    def has(self, bit: int) -> bool:
        return bool(self.state >> bit & 1)

    @property
    def pressable(self) -> bool:
        return self.role in BUTTON_ROLES and self.has(ENABLED)


class Eyes:
    """Looks at one application, found on the bus by the id of its process."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 5000,
                                    None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.app: str | None = None

    def _call(self, peer, path, interface, method, args=None):
        return self.bus.call_sync(peer, path, interface, method, args, None, Gio.DBusCallFlags.NONE, 2000, None).unpack()

    def _property(self, path: str, name: str) -> str:  # Qt's bridge knows Get, not GetAll
        return self._call(self.app, path, "org.freedesktop.DBus.Properties", "Get",
                          GLib.Variant("(ss)", (ACCESSIBLE, name)))[0]

    def find_app(self, pid: int) -> bool:
        try:
            children, = self._call("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", ACCESSIBLE, "GetChildren")
            for peer, _ in children:
                owner, = self._call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                    "GetConnectionUnixProcessID", GLib.Variant("(s)", (peer,)))
                if owner == pid:
                    self.app = peer
                    return True
        except GLib.Error:
            pass
        return False

    def look(self) -> list[Thing]:
        """Everything that is showing now, in reading order of the tree. Empty while the application is away."""
        things: list[Thing] = []
        if self.app:
            try:
                self._walk("/org/a11y/atspi/accessible/root", [], things)
            except GLib.Error:
                return []  # the page changed under the eyes: look again
        return things

    def _walk(self, path: str, parents: list[str], things: list[Thing]) -> None:
        children, = self._call(self.app, path, ACCESSIBLE, "GetChildren")
        for peer, child in children:
            if peer != self.app:
                continue
            low, _ = self._call(self.app, child, ACCESSIBLE, "GetState")[0]
            if not low >> VISIBLE & 1:
                continue
            role, = self._call(self.app, child, ACCESSIBLE, "GetRoleName")
            box, = self._call(self.app, child, "org.a11y.atspi.Component", "GetExtents", GLib.Variant("(u)", (0,)))
            name, description = self._property(child, "Name"), self._property(child, "Description")
            things.append(Thing(name, role, description, tuple(box), low, parents))
            self._walk(child, parents + [name], things)

    def texts(self) -> list[str]:
        seen = self.look()
        return [t.name for t in seen if t.name] + [t.description for t in seen if t.description]
