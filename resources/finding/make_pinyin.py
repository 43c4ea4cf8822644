#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes pinyin.json from the Unihan database: make_pinyin.py Unihan_Readings.txt[.bz2] > pinyin.json

Debian has the file in its package unicode-data. Characters: GB/T 2312 (6,763). Readings: those with which a character was
counted in modern texts (kHanyuPinlu, the most frequent first), then the customary one (kMandarin); tones are left out,
because nobody types them, and ü is written v.
"""
import bz2
import json
import re
import sys
import unicodedata


def plain(syllable):
    marked = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(c for c in marked if "a" <= c <= "z")


def fields(path):
    opened = bz2.open(path, "rt", encoding="utf-8") if path.endswith(".bz2") else open(path, encoding="utf-8")
    table = {}
    with opened as lines:
        for line in lines:
            if line.startswith("U+"):
                code, name, value = line.rstrip("\n").split("\t")
                table.setdefault(chr(int(code[2:], 16)), {})[name] = value
    return table


def readings(entry):
    counted = {}
    for part in entry.get("kHanyuPinlu", "").split():
        syllable, count = re.fullmatch(r"([^(]+)\((\d+)\)", part).groups()
        counted[plain(syllable)] = counted.get(plain(syllable), 0) + int(count)
    found = sorted(counted, key=lambda s: -counted[s])
    for part in entry.get("kMandarin", "").split():
        if plain(part) not in found:
            found.append(plain(part))
    return [s for s in found if len(s) > 1 or s in "aeo"]


def characters():
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes([row, cell]).decode("gb2312")
            except UnicodeDecodeError:
                pass


def main():
    table = fields(sys.argv[1])
    first, also = {}, {}
    for character in characters():
        for place, syllable in enumerate(readings(table.get(character, {}))):
            target = also if place else first
            target[syllable] = target.get(syllable, "") + character
    json.dump({
        "source": "Unihan database 15.0.0 (kHanyuPinlu, kMandarin), reduced to GB/T 2312 and without tones by make_pinyin.py",
        "licence": "Unicode-DFS-2016: Copyright © 1991-2022 Unicode, Inc. All rights reserved. Distributed under the Terms of"
                   " Use in https://www.unicode.org/copyright.html.",
        "first": dict(sorted(first.items())),
        "also": dict(sorted(also.items())),
    }, sys.stdout, ensure_ascii=False, indent=1)
    print()


main()
