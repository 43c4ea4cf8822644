# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input at the wire: what a person is shown, what is kept and what to do next, by the table bad_input.json (the same
table is held against noticeFor, with what is spoken, by tests/unit/flow). Every case ends with the job done: nothing is
lost."""

import json
import unittest
from pathlib import Path

from evidence import check_everything
from journey_case import JourneyCase
from persona import question_of
from villager import PAPER_IS_OUT

TABLE = {row["case"]: row for row in json.loads((Path(__file__).parent / "bad_input.json").read_text())}


class BadInput(JourneyCase):
    def person_at(self, step_name: str, seed: int, scanner: dict | None = None):
        """A hall, and a person who has done everything before that step."""
        hall = self.hall()
        hall.start_platform()
        hall.start_emulator()
        hall.start_kiosk(scanner)
        person = self.villager(hall, seed)
        for step in person.STEPS:
            if step.__name__ == step_name:
                break
            person.do(step)
        return hall, person

    def is_told(self, person, case: str) -> dict:
        row = TABLE[case]
        person.see(row["shown"][0])
        seen = " ".join(person.texts())
        for words in [*row["shown"], row["kept"], row["next"], row["button"]]:
            self.assertIn(words, seen, f"{case}: not on the screen")
        return row

    def finish(self, hall, person, step_name: str):
        names = [s.__name__ for s in person.STEPS]
        for step in person.STEPS[names.index(step_name):]:
            person.do(step)
        case = hall.wait_for_case(person.local_number)
        check_everything(hall, person, case, person.out)

    def test_card_lifted_while_it_was_read(self):
        hall, person = self.person_at("identify", 31)
        hall.emulate("card.fault", kind="liftMidRead")
        hall.emulate("card.place", card=person.who.card())
        row = self.is_told(person, "card lifted while it was read")
        hall.emulate("card.fault", kind="none")
        person.press(row["button"])
        self.finish(hall, person, "identify")

    def test_wrong_checksum(self):
        hall, person = self.person_at("identify", 32)
        hall.emulate("card.fault", kind="badChecksum")
        hall.emulate("card.place", card=person.who.card())
        row = self.is_told(person, "wrong checksum in the reader's frames")
        hall.emulate("card.fault", kind="none")
        hall.emulate("card.lift")  # as the screen says
        person.press(row["button"])
        person.lay(person.who.card(), question_of("name"))

    def test_expired_card_then_a_valid_one(self):
        hall, person = self.person_at("identify", 34)
        hall.emulate("card.place", card={**person.who.card(), "validTo": "20220517"})
        row = self.is_told(person, "expired card")
        hall.emulate("card.lift")
        person.press(row["button"])
        person.lay(person.who.card(), question_of("name"))

    def test_reader_falls_silent(self):
        hall, person = self.person_at("begin", 35)
        hall.emulate("card.fault", kind="silent")
        person.begin()
        row = self.is_told(person, "no answer from the reader")
        hall.emulate("card.fault", kind="none")
        person.press(row["button"])
        person.lay(person.who.card(), question_of("name"))

    def test_nothing_on_the_glass(self):
        hall, person = self.person_at("materials", 36)
        person.press("扫描")
        row = self.is_told(person, "nothing on the glass")
        page = hall.dir / "page.png"
        person.who.draw_page(str(page))
        hall.emulate("scanner.place", file=str(page))
        person.press(row["button"])
        person.see("字看得清楚吗")
        self.finish(hall, person, "keep_page")

    def test_scanner_refuses_and_the_draft_outlives_its_repair(self):
        broken = {"class": "documentScanner", "driver": "sane", "transport": {"kind": "sane", "device": "test:0"},
                  "options": {"saneOptions": {"read-return-value": "SANE_STATUS_COVER_OPEN"}}}
        hall, person = self.person_at("materials", 37, broken)
        person.press("扫描")
        self.is_told(person, "the scanner refuses: its lid is open")
        hall.kill_kiosk()  # the technician changes the scanner
        hall.start_kiosk()
        person.meet_kiosk()
        for step in (person.arrive, person.choose, person.begin):
            step()
        person.lay(person.who.card(), "接着办")
        person.press("接着办")
        hall.emulate("card.lift")
        self.finish(hall, person, "materials")

    def test_paper_out_before_and_in_the_middle_of_the_receipt(self):
        hall, person = self.person_at("receipt", 39)
        person.see(PAPER_IS_OUT)
        hall, person = self.person_at("review", 40)
        hall.emulate("printer.set", paper="out")
        person.review()
        row = self.is_told(person, "no paper in the printer")
        hall.emulate("printer.set", paper="ok")
        person.press(row["button"])
        self.finish(hall, person, "receipt")

    def test_lost_answer_of_the_printer_asks_the_person(self):
        hall, person = self.person_at("review", 41)
        hall.emulate("printer.fault", kind="loseAnswer")
        person.review()
        person.see("回执出来了吗")
        self.assertEqual(len(hall.papers()), 1)
        person.press("出来了")
        hall.emulate("printer.fault", kind="none")
        self.finish(hall, person, "receipt")

    def test_platform_answers_garbage_and_nobody_notices(self):
        hall, person = self.person_at("review", 42)
        hall.control("POST", "/faults", {"next": [{"match": "POST /v1/cases", "kind": "garbage", "count": 2}]})
        self.finish(hall, person, "review")
        shown = " ".join(text for page in person.read.values() for text in page)
        for words in TABLE["nothing to see: the platform answers garbage"]["shown"]:
            self.assertNotIn(words, shown)


if __name__ == "__main__":
    unittest.main()
