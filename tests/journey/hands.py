# SPDX-License-Identifier: GPL-3.0-or-later
"""Real input: the pointer is moved and pressed through the X server, as a finger's touch arrives at the kiosk."""

import subprocess
import time

TREMBLE = 0.45  # seconds; the kiosk takes a second tap on the same place within Qt's 0.4 s for a trembling finger
_last = (0.0, (0, 0))


def _xdotool(*words) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def touch(x: int, y: int) -> None:
    global _last
    when, (old_x, old_y) = _last
    if abs(x - old_x) + abs(y - old_y) < 100:
        time.sleep(max(0.0, when + TREMBLE - time.monotonic()))
    _last = (time.monotonic(), (x, y))
    _xdotool("mousemove", x, y, "click", 1)


def draw(points: list[tuple[int, int]]) -> None:
    words: list = ["mousemove", *points[0], "mousedown", 1]
    for x, y in points[1:]:
        words += ["mousemove", x, y]
    _xdotool(*words, "mouseup", 1)
