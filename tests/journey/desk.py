# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk a test person stands at: an X server and an accessibility bus of its own. One per test process."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from PIL import Image


def wait_until(condition, timeout: float, what: str):
    """Looks again and again, as a person does, until condition() is truthy; its value is returned."""
    end = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise TimeoutError(f"waited {timeout:.0f} s for {what}")
        time.sleep(0.02)


def stop(process: subprocess.Popen | None, timeout: float = 5) -> None:
    if process is None or process.poll() is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Desk:
    def __init__(self, width: int = 1080, height: int = 1920):
        self.dir = Path(tempfile.mkdtemp(prefix="tongban-desk-"))
        self.width, self.height = width, height
        self.processes: list[subprocess.Popen] = []
        read_end, write_end = os.pipe()
        # -displayfd lets the server choose a free number: several desks can stand side by side.
        self.processes.append(subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp",
             "-fbdir", str(self.dir)], pass_fds=(write_end,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            display = pipe.readline().strip()
        if not display:
            raise RuntimeError("Xvfb did not start")
        bus = f"unix:path={self.dir}/bus"
        self.processes.append(subprocess.Popen(["dbus-daemon", "--session", "--nofork", f"--address={bus}"],
                                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        wait_until(lambda: (self.dir / "bus").exists(), 10, "the session bus")
        self.env = {**os.environ, "DISPLAY": f":{display}", "DBUS_SESSION_BUS_ADDRESS": bus,
                    "XDG_RUNTIME_DIR": str(self.dir)}
        self.processes.append(subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"],
                                               env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        os.environ.update({k: self.env[k] for k in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS")})

    def screenshot(self, path: Path | None = None) -> Image.Image:
        """The frame buffer as it is, from the file that Xvfb keeps it in (X Window Dump, 32 bits a pixel)."""
        raw = (self.dir / "Xvfb_screen0").read_bytes()
        header = int.from_bytes(raw[0:4], "big")
        colours = int.from_bytes(raw[76:80], "big")
        stride = int.from_bytes(raw[48:52], "big")
        pixels = raw[header + colours * 12:]
        image = Image.frombuffer("RGB", (self.width, self.height), pixels, "raw", "BGRX", stride, 1)
        if path:
            image.save(path)
        return image

    def _end_speech(self) -> None:
        """The voice's server starts itself beside the kiosk and outlives it."""
        pid_file = self.dir / "speech-dispatcher/pid/speech-dispatcher.pid"
        if pid_file.exists():
            try:
                os.kill(int(pid_file.read_text()), signal.SIGTERM)
            except (ProcessLookupError, ValueError):
                pass  # it has ended by itself

    def close(self) -> None:
        self._end_speech()
        for process in reversed(self.processes):
            stop(process)
        shutil.rmtree(self.dir, ignore_errors=True)
