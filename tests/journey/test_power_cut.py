# SPDX-License-Identifier: GPL-3.0-or-later
"""The power fails (kill -9) at each step of the job. Before submission: the draft resumes on the person's own card and
another card sees nothing of it. After it: the receipt can be printed and there is exactly one case. Never is there a name
or number in the clear on the disk."""

import datetime
import unittest

from desk import wait_until
from evidence import check_disk
from journey_case import JourneyCase
from persona import persona, question_of
from villager import PAPER_IS_OUT


class PowerCut(JourneyCase):
    def begin_and_fail_after(self, last_step: str, seed: int):
        hall = self.hall()
        hall.start()
        person = self.villager(hall, seed)
        for step in person.STEPS:
            person.do(step)
            if step.__name__ == last_step:
                break
        hall.kill_kiosk()
        check_disk(hall, person.who)
        hall.emulate("card.lift")
        hall.start_kiosk()
        person.meet_kiosk()
        return hall, person

    def another_card_sees_nothing(self, hall, person, seed: int):
        stranger = persona(seed + 1000, datetime.date.today())
        for step in (person.arrive, person.choose, person.begin):
            step()
        person.lay(stranger.card(), question_of("name"))
        seen = " ".join(person.texts())
        self.assertIn(stranger.name, seen)
        for secret in (person.who.name, person.who.masked_id, person.who.address):
            self.assertNotIn(secret, seen, "a stranger's card showed what another person left")
        hall.emulate("card.lift")
        person.press("重新开始")
        person.press("清除，重新开始")
        person.see("已清除您的信息")

    def own_card_resumes(self, hall, person, expected: str):
        for step in (person.arrive, person.choose, person.begin):
            step()
        person.lay(person.who.card(), "接着办")
        person.press("接着办")
        person.see(expected)
        hall.emulate("card.lift")

    def test_killed_before_submission_resumes_on_the_own_card_only(self):
        # last step done before the power failed → what the person sees after 接着办
        # (what the card filled in is complete: the first open question comes)
        for last, expected, seed in (("identify", question_of("phone"), 21),
                                     ("phone", question_of("living"), 22),
                                     ("questions", "户口簿", 24),
                                     ("materials", "户口簿", 25),
                                     ("keep_page", "签名", 26)):
            with self.subTest(last=last):
                hall, person = self.begin_and_fail_after(last, seed)
                self.another_card_sees_nothing(hall, person, seed)
                self.own_card_resumes(hall, person, expected)
                hall.close()

    def test_killed_after_signing_the_rest_is_done_once(self):
        hall, person = self.begin_and_fail_after("sign", 27)
        self.own_card_resumes(hall, person, person.who.name)
        for step in person.STEPS[person.STEPS.index(type(person).review):]:
            person.do(step)
        case = hall.wait_for_case(person.local_number)
        self.assertEqual(len(hall.cases()), 1)
        self.assertEqual(case["applicant"]["idNumber"], person.who.id_number)

    def test_killed_while_submitting_leaves_nothing_or_one_case(self):
        """The kill comes at a moment of its own: right behind the touch that submits."""
        hall = self.hall()
        hall.start()
        person = self.villager(hall, 28)
        for step in person.STEPS[:person.STEPS.index(type(person).review)]:
            person.do(step)
        person.forward()
        hall.kill_kiosk()
        hall.emulate("card.lift")
        hall.start_kiosk()
        person.meet_kiosk()
        for step in (person.arrive, person.choose, person.begin):
            step()
        person.lay(person.who.card(), "重新填一份")
        choice = wait_until(lambda: next((t for t in person.texts() if t.startswith(("接着办", "打印回执"))), None), 30,
                            "an offer to go on or to print")
        person.press(choice)
        if choice.startswith("接着办"):
            wait_until(lambda: person.who.name in " ".join(person.texts()), 30, "the review")
            person.forward()
        self.receipt_comes_out(hall, person)
        hall.wait_for_case(person.local_number)
        self.assertEqual(len(hall.cases()), 1)

    def test_killed_after_submission_the_receipt_can_still_be_printed(self):
        hall = self.hall()
        hall.start()
        hall.emulate("printer.set", paper="out")
        person = self.villager(hall, 29)
        for step in person.STEPS[:person.STEPS.index(type(person).receipt)]:
            person.do(step)
        person.see("预受理编号")  # submitted; the printer has no paper
        wait_until(hall.cases, 30, "the case at the platform")
        hall.kill_kiosk()
        check_disk(hall, person.who)
        hall.emulate("card.lift")
        hall.emulate("printer.set", paper="ok")
        hall.start_kiosk()
        person.meet_kiosk()
        for step in (person.arrive, person.choose, person.begin):
            step()
        person.lay(person.who.card(), "打印回执")
        person.press("打印回执")
        self.receipt_comes_out(hall, person)
        hall.wait_for_case(person.local_number)
        self.assertEqual(len(hall.cases()), 1, "the case was doubled")

    def receipt_comes_out(self, hall, person):
        """Whatever the print journal knows: printed now, or asked whether it had come out before the power failed."""
        def done():
            texts = " ".join(person.texts())
            if "没出来" in texts:
                person.press("没出来")
                person.press("再打一次")
            return PAPER_IS_OUT in texts and hall.papers()
        wait_until(done, 60, "a receipt")


if __name__ == "__main__":
    unittest.main()
