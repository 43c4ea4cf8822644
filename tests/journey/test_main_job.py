# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job from card to city: three villagers, online and with the line cut, in both modes."""

import unittest

from evidence import check_everything
from journey_case import JourneyCase


class MainJob(JourneyCase):
    def do_the_job(self, seed: int, line_cut: bool = False, elder: bool = False):
        hall = self.hall()
        hall.start()
        person = self.villager(hall, seed)
        person.elder = elder
        if line_cut:
            person.during["review"] = lambda: hall.emulate("line.cut")
        person.do_the_job()
        number = person.local_number
        if line_cut:
            self.assertEqual(hall.cases(), [], "the platform holds a case though the line was cut")
            hall.emulate("line.restore")
        case = hall.wait_for_case(number)
        facts = check_everything(hall, person, case, person.out)
        self.assertEqual(facts["localNumber"], number)
        self.assertEqual(len(hall.cases()), 1)

    def test_one_villager(self):
        self.do_the_job(seed=11)

    def test_another_in_elder_mode(self):
        self.do_the_job(seed=12, elder=True)

    def test_without_a_phone_and_with_the_line_cut(self):
        self.do_the_job(seed=13, line_cut=True)


if __name__ == "__main__":
    unittest.main()
