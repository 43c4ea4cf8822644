# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripted person: does the main job (高龄津贴) as a villager would, by the names that a screen reader reads and by
real touches. Each step looks at the screen before it acts; nothing is known of the inside of the kiosk."""

import re
import time
from pathlib import Path

import hands
from desk import Desk, wait_until
from eyes import Eyes, Thing
from hall import Hall
from persona import ITEM, Persona, label_of, question_of

READER_IS_SILENT = "刷身份证的地方现在用不了"
PAPER_IS_OUT = "请拿好回执"
PATIENCE = 30  # seconds; CI machines are shared


class Villager:
    def __init__(self, desk: Desk, hall: Hall, persona: Persona, out: Path | None = None, during=None):
        self.desk, self.hall, self.who, self.out = desk, hall, persona, out
        self.eyes = Eyes()
        self.elder = False
        self.retries = 0
        self.during = during or {}  # step name -> what else happens in the world, just before that step's last touch
        self.times: dict[str, float] = {}
        self.shots: list[str] = []
        self.read: dict[str, list[str]] = {}  # step name -> every text that was on the screen at its picture

    # --- looking and touching -----------------------------------------------------------------------------------------
    def meet_kiosk(self) -> None:
        wait_until(lambda: self.eyes.find_app(self.hall.kiosk.pid), PATIENCE, "the kiosk on the accessibility bus")

    def see(self, text: str, timeout: float = PATIENCE) -> Thing:
        """Waits for something whose name or description contains the text."""
        last: list[Thing] = []

        def found():
            nonlocal last
            last = self.eyes.look()
            return next((t for t in last if text in t.name or text in t.description), None)
        try:
            return wait_until(found, timeout, f"«{text}»")
        except TimeoutError as error:
            if self.out:
                self.desk.screenshot(self.out / "stuck.png")
            raise TimeoutError(f"{error}; on the screen: {[t.name for t in last if t.name]}") from None

    def press(self, name: str, timeout: float = PATIENCE) -> None:
        """Touches the control of that name (exactly, else beginning with it) once it is there and takes touches."""
        def found():
            able = [t for t in self.eyes.look() if t.pressable]
            return next((t for t in able if t.name == name), None) or next((t for t in able if t.name.startswith(name)), None)
        hands.touch(*wait_until(found, timeout, f"the button «{name}»").centre)

    def find_errand(self, name: str) -> None:
        """On the home page, which in 关爱 mode shows fewer errands on a leaf."""
        for _ in range(5):
            if any(t.name == name and t.pressable for t in self.eyes.look()):
                return
            self.press("下一页")

    def lay(self, card: dict, expected: str) -> None:
        """Lays the card down and waits for what should come. A reader that gives no answer (on a machine that is short
        of time this happens) is asked once more, as the screen says; how often that was needed stands in the summary."""
        self.hall.emulate("card.place", card=card)
        for _ in range(3):
            def come():
                seen = self.texts()
                return next((t for t in (expected, READER_IS_SILENT) if any(t in s for s in seen)), None)
            if wait_until(come, PATIENCE, f"«{expected}» after the card was laid down") == expected:
                return
            self.retries += 1
            self.press("再读一次")
        self.see(expected)

    def forward(self) -> None:
        """The primary action: bottom right, on every page."""
        def found():
            able = [t for t in self.eyes.look() if t.pressable]
            return max(able, key=lambda t: (t.box[1] + t.box[3], t.box[0] + t.box[2]), default=None)
        hands.touch(*wait_until(found, PATIENCE, "a primary action").centre)

    def texts(self) -> list[str]:
        return self.eyes.texts()

    # --- the steps ----------------------------------------------------------------------------------------------------
    def arrive(self) -> None:
        self.see("轻触屏幕")
        self.shoot("attract")
        hands.touch(self.desk.width // 2, self.desk.height // 2)
        wait_until(lambda: len([t for t in self.eyes.look() if t.pressable]) > 8, PATIENCE, "the city's catalogue")
        if self.elder:
            self.press("关爱模式")
            self.see("标准模式")

    def choose(self) -> None:
        self.shoot("home")
        self.find_errand(ITEM["name"])
        self.press(ITEM["name"])
        self.see(ITEM["summary"])

    def begin(self) -> None:
        self.shoot("guide")
        self.forward()
        self.see("请刷身份证")

    def identify(self) -> None:
        self.shoot("identify")
        self.lay(self.who.card(), question_of("name"))

    def check_card_data(self) -> None:
        seen = self.shoot("form-card", must_show=[self.who.name, self.who.address, self.who.masked_id])
        assert self.who.id_number not in " ".join(seen), "the ID number stands unmasked on a public screen"
        self.hall.emulate("card.lift")
        self.forward()

    def phone(self) -> None:
        self.see(question_of("phone"))
        if self.who.phone:
            for digit in self.who.phone:
                self.press(digit)
            self.see(self.who.phone)
        else:
            field = next(f for f in ITEM["fields"] if f["key"] == "phone")
            self.press(field["refusal"])
        self.shoot("form-phone")
        self.forward()

    def questions(self) -> None:
        for key, value in self.who.answers.items():
            self.see(question_of(key))
            self.press(label_of(key, value))
            self.shoot(f"form-{key}")
            self.forward()

    def materials(self) -> None:
        material = ITEM["materials"][0]
        self.see(material["name"])
        self.shoot("materials")
        page = self.hall.dir / "page.png"
        self.who.draw_page(str(page))
        self.hall.emulate("scanner.place", file=str(page))
        self.press("扫描")
        self.see("字看得清楚吗")
        self.shoot("page-review")

    def keep_page(self) -> None:
        self.forward()
        self.see("已扫描 1 页")
        self.hall.emulate("scanner.remove")
        self.shoot("materials-done")
        self.forward()

    def sign(self) -> None:
        pad = self.see("签名区")
        x, y, w, h = pad.box
        across = [(x + w * i // 20, y + h // 2 + (h // 4 if i % 2 else -h // 4)) for i in range(3, 18)]
        hands.draw(across)
        self.shoot("signature")
        self.forward()

    def review(self) -> None:
        wait_until(lambda: self.who.name in " ".join(self.texts()), PATIENCE, "the review")
        seen = self.shoot("review", must_show=[self.who.name])
        leaf = 1
        while any(t.name == "下一页" and t.pressable for t in self.eyes.look()):
            leaf += 1
            self.press("下一页")
            self.see(f"第 {leaf} 页")
            seen += self.shoot(f"review-{leaf}")
        labels = [label_of(k, v) for k, v in self.who.answers.items()]
        for needed in labels + ([self.who.phone] if self.who.phone else []):
            assert any(needed in text for text in seen), f"the review shows no {needed!r}"
        self.meanwhile("review")
        self.forward()

    def receipt(self) -> None:
        self.see("预受理编号")
        self.see(PAPER_IS_OUT)
        self.shoot("receipt", must_show=[self.local_number])
        self.forward()

    def rate(self) -> None:
        words = {5: "非常满意", 4: "满意", 3: "基本满意", 2: "不满意", 1: "非常不满意"}
        self.see(words[5])
        self.shoot("rating")
        self.press(words[self.who.rating])

    def leave(self) -> None:
        self.see("已清除您的信息")
        seen = self.shoot("farewell")
        assert self.who.name not in " ".join(seen), "the name is still on the screen after the wipe"

    STEPS = (arrive, choose, begin, identify, check_card_data, phone, questions, materials, keep_page, sign, review, receipt,
             rate, leave)

    def do_the_job(self) -> None:
        self.meet_kiosk()
        for step in self.STEPS:
            self.do(step)

    def do(self, step) -> None:
        began = time.monotonic()
        step(self)
        self.times[step.__name__] = round(time.monotonic() - began, 3)

    # --- evidence -----------------------------------------------------------------------------------------------------
    @property
    def local_number(self) -> str:
        """As the paper says it."""
        text = self.hall.papers()[-1].read_text()
        return re.sub(r"\s", "", re.search(r"422823105000-\s*\d{8}-\w+-\d{4}", text).group())

    def meanwhile(self, step: str) -> None:
        if step in self.during:
            self.during[step]()

    def shoot(self, name: str, must_show: list[str] | None = None) -> list[str]:
        def complete():
            seen = self.texts()
            return seen if seen and all(any(m in s for s in seen) for m in must_show or []) else None
        try:
            seen = wait_until(complete, 10, f"the page {name} to show all it must")
        except TimeoutError:
            missing = [i for i, m in enumerate(must_show or []) if not any(m in s for s in self.texts())]
            raise AssertionError(f"page {name} lacks the {missing}. of what it must show; it shows {self.texts()}") from None
        if self.out:
            file = f"{len(self.shots) + 1:02d}-{name}.png"
            time.sleep(0.3)  # a fade of 200 ms is not a picture for people
            self.desk.screenshot(self.out / file)
            self.shots.append(file)
        self.read[name] = seen
        return seen
