# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/demo: the whole hall on one machine. Called with the directory of the built programs."""

import argparse
import datetime
import json
import os
import shutil
import signal
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from desk import Desk  # noqa: E402
from evidence import check_everything  # noqa: E402
from hall import Hall  # noqa: E402
from persona import ITEM, persona  # noqa: E402


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="packaging/demo", description="One whole case, from card to city.")
    parser.add_argument("--bin", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--headless", action="store_true", help="a scripted villager on an X server of its own")
    parser.add_argument("--out", type=Path, help="directory for summary.json, pictures, receipt and the platform's copy")
    parser.add_argument("--seed", type=int, default=1, help="which villager comes")
    parser.add_argument("--cut-line", action="store_true", help="the line is cut before the case is submitted")
    parser.add_argument("--elder", action="store_true", help="关爱模式")
    parser.add_argument("--size", default="1080x1920", help="of the screen, pixels")
    return parser.parse_args()


def headless(options: argparse.Namespace) -> int:
    from villager import Villager  # needs the accessibility bus of the desk

    out = (options.out or Path("demo-out")).resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    width, height = map(int, options.size.split("x"))
    who = persona(options.seed, datetime.date.today())
    desk = Desk(width, height)
    hall = Hall(options.bin, desk.env, (width, height))
    began = time.monotonic()
    try:
        hall.start()
        villager = Villager(desk, hall, who, out)
        if options.cut_line:
            villager.during["review"] = lambda: hall.emulate("line.cut")
        villager.elder = options.elder
        villager.do_the_job()
        number = villager.local_number
        cut = None
        if options.cut_line:
            assert hall.cases() == [], "the line was cut, and yet the platform holds a case"
            cut = {"receiptPrintedWhileCut": True}
            hall.emulate("line.restore")
        case = hall.wait_for_case(number)
        summary = check_everything(hall, villager, case, out)
        summary |= {"seed": options.seed, "lineCut": cut, "stepSeconds": villager.times, "readerAskedAgain": villager.retries,
                    "totalSeconds": round(time.monotonic() - began, 1)}
        (out / "summary.json").write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n")
        print(json.dumps({k: summary[k] for k in ("seed", "localNumber", "acceptanceNumber", "totalSeconds")},
                         ensure_ascii=False))
        return 0
    except Exception as error:  # the logs are what a developer wants to see next
        print(f"demo: {type(error).__name__}: {error}", file=sys.stderr)
        for log in ("kiosk.out", "state/kiosk.log", "emulator.log", "platform.log"):
            if (hall.dir / log).exists():
                shutil.copy(hall.dir / log, out / Path(log).name)
        return 1
    finally:
        hall.close()
        desk.close()


def windowed(options: argparse.Namespace) -> int:
    """For people: the kiosk in a window, the emulator's panel beside it, until one of them is closed."""
    width, height = map(int, options.size.split("x"))
    scale = min(1.0, 900 / height)
    hall = Hall(options.bin, dict(os.environ), (int(width * scale), int(height * scale)), full_screen=False,
                panel=True)
    who = persona(options.seed, datetime.date.today())
    page = hall.dir / "page.png"
    who.draw_page(str(page))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        hall.start()
        hall.emulate("scanner.place", file=str(page))
        print(f"{ITEM['name']}：在“设备面板”里放上身份证，在窗口里办理。户口簿已放在扫描仪上。Ctrl+C 结束。")
        while hall.kiosk.poll() is None and hall.emulator.poll() is None:
            time.sleep(0.5)
        return 0
    except KeyboardInterrupt:
        return 0
    finally:
        hall.close()


if __name__ == "__main__":
    chosen = arguments()
    seen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    sys.exit(headless(chosen) if chosen.headless or not seen else windowed(chosen))
