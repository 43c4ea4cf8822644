# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journey tests share: one desk a test process, one hall a test; the built programs' directory as argument."""

import datetime
import sys
import tempfile
import unittest
import warnings
from pathlib import Path

from desk import Desk

BIN = Path(sys.argv.pop(1)) if __name__ != "__main__" and len(sys.argv) > 1 and Path(sys.argv[1]).is_dir() else None


class JourneyCase(unittest.TestCase):
    desk: Desk

    @classmethod
    def setUpClass(cls):
        warnings.simplefilter("ignore", ResourceWarning)  # pipes of processes that the hall ends
        cls.desk = Desk()

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def hall(self, **options):
        from hall import Hall
        hall = Hall(BIN, self.desk.env, **options)
        self.addCleanup(hall.close)
        return hall

    def villager(self, hall, seed: int, **options):
        from persona import persona
        from villager import Villager
        out = Path(tempfile.mkdtemp(prefix="tongban-shots-"))
        person = Villager(self.desk, hall, persona(seed, datetime.date.today(), **options), out)
        person.meet_kiosk()
        return person
