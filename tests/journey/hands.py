# SPDX-License-Identifier: GPL-3.0-or-later
"""Real input: the pointer is moved and pressed through the X server, as a finger's touch arrives at the kiosk."""

import subprocess


def _xdotool(*words) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def touch(x: int, y: int) -> None:
    _xdotool("mousemove", x, y, "click", 1)


def draw(points: list[tuple[int, int]]) -> None:
    words: list = ["mousemove", *points[0], "mousedown", 1]
    for x, y in points[1:]:
        words += ["mousemove", x, y]
    _xdotool(*words, "mouseup", 1)
