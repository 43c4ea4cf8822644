# SPDX-License-Identifier: GPL-3.0-or-later
"""A service hall on one machine: the city's platform, the devices at the far end of their wires, and the kiosk."""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import urllib.request
from pathlib import Path

from desk import stop, wait_until

ROOT = Path(__file__).resolve().parents[2]
DEVICE_ID = "K01"
SITE = {"siteCode": "422823105000", "hallName": "青山镇便民服务中心", "deviceId": DEVICE_ID, "phone": "0718-4220011",
        "address": "青山镇人民路 1 号", "hours": "工作日 9:00—17:00"}


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Hall:
    def __init__(self, bin_dir: Path, env: dict, size=(1080, 1920), elder=False, full_screen=True, panel=False,
                 keep: Path | None = None):
        self.bin = Path(bin_dir)
        self.env = env
        self.panel = panel
        self.display = {"fullScreen": full_screen, "width": size[0], "height": size[1]}
        self.dir = keep or Path(tempfile.mkdtemp(prefix="tongban-hall-"))
        self.kept = keep is not None
        self.platform = self.emulator = self.kiosk = None
        self.line_port = free_port()
        for sub in ("platform", "emulator", "pki", "state", "sane", "devices"):
            (self.dir / sub).mkdir(parents=True, exist_ok=True)
        subprocess.run([ROOT / "tests/platform/make_pki", self.dir / "pki", DEVICE_ID, SITE["siteCode"]], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    # --- the city ---------------------------------------------------------------------------------------------------
    def start_platform(self) -> None:
        pki = self.dir / "pki"
        # A platform that comes back stands at the address where it stood.
        port = getattr(self, "platform_port", 0)
        control = getattr(self, "control_port", 0)
        self.platform = subprocess.Popen(
            [self.bin / "tongban-platform", "--dir", self.dir / "platform", "--port", str(port), "--control-port",
             str(control), "--cert", pki / "server.pem", "--key", pki / "server.key", "--client-ca", pki / "ca.pem",
             "--catalogue", f"{ROOT}/resources/items:{ROOT}/resources/themes", "--openapi", ROOT / "resources/api/platform.openapi.yaml",
             "--city-key", pki / "city-sm2.key", "--device-keys", pki],
            stdout=subprocess.PIPE, stderr=open(self.dir / "platform.log", "ab"), env=self.env)
        ready = json.loads(self.platform.stdout.readline())
        self.platform_port, self.control_port = ready["port"], ready["controlPort"]

    def control(self, method: str, path: str, body: dict | None = None):
        request = urllib.request.Request(f"http://127.0.0.1:{self.control_port}{path}", method=method,
                                         data=json.dumps(body).encode() if body is not None else None,
                                         headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def cases(self) -> list[dict]:
        return self.control("GET", "/cases")["cases"]

    # --- the devices ------------------------------------------------------------------------------------------------
    def start_emulator(self) -> None:
        command = [self.bin / "tongban-emulate", "--dir", self.dir / "emulator",
                   "--line", f"{self.line_port}:127.0.0.1:{self.platform_port}"]
        env = self.env if self.panel else {**self.env, "QT_QPA_PLATFORM": "offscreen"}
        self.emulator = subprocess.Popen(command + (["--panel"] if self.panel else []), stdout=subprocess.PIPE,
                                         stderr=open(self.dir / "emulator.log", "ab"), env=env)
        ready = json.loads(self.emulator.stdout.readline())
        assert ready.get("ready"), ready

    def emulate(self, do: str, **arguments) -> dict:
        with socket.socket(socket.AF_UNIX) as s:
            s.settimeout(10)
            s.connect(str(self.dir / "emulator/control.sock"))
            s.sendall(json.dumps({"do": do, **arguments}, ensure_ascii=False).encode() + b"\n")
            answer = json.loads(s.makefile().readline())
        assert answer.get("ok"), (do, answer)
        return answer

    def papers(self) -> list[Path]:
        return sorted((self.dir / "emulator/paper").glob("*.txt"))

    # --- the kiosk --------------------------------------------------------------------------------------------------
    def configure(self, scanner: dict | None = None) -> Path:
        emulator = self.dir / "emulator"
        self.describe("id-card-reader", {"class": "idCardReader", "driver": "sam", "options": {},
                                         "transport": {"kind": "serial", "path": str(emulator / "reader.tty"),
                                                       "baudRate": 115200}})
        self.describe("receipt-printer", {"class": "receiptPrinter", "driver": "escpos", "options": {},
                                          "transport": {"kind": "serial", "path": str(emulator / "printer.tty"),
                                                        "baudRate": 115200}})
        self.describe("document-scanner", scanner or {
            "class": "documentScanner", "driver": "sane", "transport": {"kind": "sane", "device": "pnm:0"},
            "options": {"saneOptions": {"filename": str(emulator / "page.pnm")}}})
        (self.dir / "sane/dll.conf").write_text("pnm\ntest\n")
        pki = self.dir / "pki"
        config = {"site": SITE, "stateDirectory": str(self.dir / "state"),
                  "regions": str(ROOT / "resources/regions/demonstration.json"),
                  "calendar": str(ROOT / "resources/calendar/cn.json"),
                  "deviceDirectories": [str(ROOT / "resources/devices"), str(self.dir / "devices")],
                  "platform": {"url": f"https://127.0.0.1:{self.line_port}/v1", "ca": str(pki / "ca.pem"),
                               "certificate": str(pki / f"device-{DEVICE_ID}.pem"), "key": str(pki / f"device-{DEVICE_ID}.key"),
                               "appId": "tongban",
                               "signKeyFile": str(pki / f"device-{DEVICE_ID}-sm2.key"), "cityKeyFile": str(pki / "city-sm2.pub")},
                  "display": self.display, "logFile": str(self.dir / "state/kiosk.log")}
        path = self.dir / "kiosk.json"
        path.write_text(json.dumps(config, ensure_ascii=False, indent=1))
        return path

    def describe(self, device: str, descriptor: dict) -> None:
        (self.dir / f"devices/{device}.json").write_text(json.dumps({"id": device, **descriptor}, indent=1))

    def start_kiosk(self, scanner: dict | None = None) -> None:
        config = self.configure(scanner)
        env = {**self.env, "SANE_CONFIG_DIR": str(self.dir / "sane"), "QT_QPA_PLATFORM": "xcb",
               "QT_QUICK_BACKEND": "software", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LC_ALL": "C.UTF-8",
               "HOME": str(self.dir / "state"), "QML_DISK_CACHE_PATH": str(self.dir / "qmlcache")}
        self.kiosk = subprocess.Popen([self.bin / "tongban-kiosk", "--config", config], env=env,
                                      stdout=open(self.dir / "kiosk.out", "ab"), stderr=subprocess.STDOUT)

    def kill_kiosk(self) -> None:
        """The power fails."""
        self.kiosk.send_signal(signal.SIGKILL)
        self.kiosk.wait()

    def log_events(self) -> list[dict]:
        path = self.dir / "state/kiosk.log"
        return [json.loads(line) for line in path.read_text().splitlines() if line] if path.exists() else []

    def start(self, line_cut: bool = False) -> None:
        self.start_platform()
        self.start_emulator()
        if line_cut:
            self.emulate("line.cut")
        self.start_kiosk()

    def wait_for_case(self, local_number: str, status: str = "accepted", timeout: float = 60) -> dict:
        def arrived():
            return next((c for c in self.cases() if c["localNumber"] == local_number and c["status"] == status), None)
        return wait_until(arrived, timeout, f"case {local_number} to be {status} at the platform")

    def close(self) -> None:
        for process in (self.kiosk, self.emulator, self.platform):
            stop(process)
        if not self.kept and not os.environ.get("TONGBAN_KEEP"):
            shutil.rmtree(self.dir, ignore_errors=True)
