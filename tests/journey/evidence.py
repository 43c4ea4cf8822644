# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what the villager said, showed and got against what the platform, the paper and the disk hold."""

import io
import json
import re
import shutil
import subprocess
from pathlib import Path

from PIL import Image

from persona import HOUSEHOLD_BOX, ITEM, label_of


def check_everything(hall, villager, case: dict, out: Path) -> dict:
    """Raises AssertionError at the first thing that is not where it belongs; else the facts for summary.json."""
    who = villager.who
    assert len([c for c in hall.cases() if c["localNumber"] == case["localNumber"]]) == 1, "not exactly one case"
    check_platform(who, case)
    pages = check_pages(hall, who, case, out)
    receipt = check_receipt(hall, who, case, out)
    (out / "platform-case.json").write_text(json.dumps(case, ensure_ascii=False, indent=2) + "\n")
    check_disk(hall, who)
    return {"localNumber": case["localNumber"], "acceptanceNumber": case["projectNumber"], "itemCode": case["itemCode"],
            "status": case["status"], "pages": pages, "screenshots": villager.shots, "receipt": receipt}


def check_platform(who, case: dict) -> None:
    person = case["applicant"]
    expected = {"name": who.name, "idNumber": who.id_number, "address": who.address, "sex": who.sex,
                "birth": who.birth.isoformat()}
    for key, value in expected.items():
        assert str(person[key]) == value, f"applicant.{key} differs at the platform"
    assert case["itemCode"] == ITEM["code"], "another item"
    for key, value in who.answers.items():
        assert case["answers"].get(key) == value, f"answer {key}: {case['answers'].get(key)} at the platform, given {value}"
    if who.phone:
        assert case["answers"].get("phone") == who.phone, "another phone at the platform"
    assert case["projectNumber"], "no acceptance number"


def check_pages(hall, who, case: dict, out: Path) -> list[dict]:
    facts = []
    for material in case["materials"]:
        for page in material["pages"]:
            image = (hall.dir / "platform/files" / page["file"]).read_bytes()
            picture = Image.open(io.BytesIO(image))
            long, short = max(picture.size), min(picture.size)
            assert len(image) <= 90_000, f"page of {len(image)} bytes"
            assert long <= 1600 and short <= 1200 and long >= 640 and short >= 480, f"page of {picture.size} pixels"
            name = f"page-{material['key']}-{page['index']}.jpg"
            (out / name).write_bytes(image)
            facts.append({"material": material["key"], "file": name, "bytes": len(image), "width": picture.width,
                          "height": picture.height})
    assert facts, "no page at the platform"
    assert case["signature"], "no signature at the platform"
    shutil.copy(hall.dir / "platform/files" / case["signature"]["file"], out / "signature.png")
    seen = read_household_number(out / facts[0]["file"])
    assert who.household == seen, f"the platform's page reads {seen!r}, the paper said {who.household}"
    facts[0]["textRead"] = seen
    return facts


def read_household_number(page: Path) -> str:
    """Optical character recognition of the box where the number was printed: the page at the platform is that paper."""
    picture = Image.open(page)
    scale = picture.height / 2339
    x0, y0, x1, y1 = (int(v * scale) for v in HOUSEHOLD_BOX)
    crop = picture.convert("L").crop((x0, y0, x1, y1)).resize((x1 - x0, y1 - y0), Image.LANCZOS)
    data = io.BytesIO()
    crop.save(data, "PNG")
    run = subprocess.run(["tesseract", "-", "-", "--psm", "7", "-l", "eng", "-c", "tessedit_char_whitelist=0123456789"],
                         input=data.getvalue(), capture_output=True, check=True, timeout=60)
    return re.sub(r"\D", "", run.stdout.decode())


def check_receipt(hall, who, case: dict, out: Path) -> dict:
    texts = hall.papers()
    assert len(texts) == 1, f"{len(texts)} receipts came out, one was promised"
    text = texts[0].read_text()
    flat = re.sub(r"\s+", "", text)
    labels = [label_of(key, value) for key, value in who.answers.items()]
    for needed in [case["localNumber"], ITEM["name"], who.masked_name, who.masked_id, "不是受理通知书", *labels]:
        assert re.sub(r"\s+", "", needed) in flat, f"the receipt lacks {needed!r}:\n{text}"
    assert who.id_number not in flat and who.name not in flat, "the receipt shows what it must mask"
    shutil.copy(texts[0], out / "receipt.txt")
    shutil.copy(texts[0].with_suffix(".png"), out / "receipt.png")
    return {"picture": "receipt.png", "text": "receipt.txt"}


def plain_forms(secret: str) -> list[bytes]:
    return [secret.encode(code) for code in ("utf-8", "utf-16-le", "gb18030")]


def find_plaintext(root: Path, secrets: list[str]) -> list[str]:
    """Files below root that hold a secret in any of the encodings that the kiosk's world uses."""
    found = set()
    for path in root.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            if any(form in data for s in secrets for form in plain_forms(s)):
                found.add(str(path.relative_to(root)))
    return sorted(found)


def check_disk(hall, who) -> None:
    secrets = [who.name, who.id_number, who.address] + ([who.phone] if who.phone else [])
    planted = hall.dir / "state/planted.tmp"
    for secret in secrets:  # a search that cannot find proves nothing
        for form in plain_forms(secret):
            planted.write_bytes(b"\x00\x01" + form + b"\xff")
            assert find_plaintext(hall.dir / "state", [secret]) == ["planted.tmp"], "the search is blind"
    planted.unlink()
    leaks = find_plaintext(hall.dir / "state", secrets)
    assert not leaks, f"plaintext of the person on the disk: {leaks}"
    output = (hall.dir / "kiosk.out").read_bytes()
    assert not any(form in output for s in secrets for form in plain_forms(s)), "plaintext on the kiosk's output"
