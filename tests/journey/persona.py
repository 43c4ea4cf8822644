# SPDX-License-Identifier: GPL-3.0-or-later
"""A villager made from a seed: the card, the answers and the paper brought along. The same seed is the same person."""

import datetime
import json
import random
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
DIGITS_FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"  # its 1 and 7 are not mistaken for each other
FONT_SC = 2  # the face of the collection with Simplified Chinese shapes
REGION = "422823"  # GB/T 2260, a county in the hills
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高"
GIVEN_WOMEN = ["秀英", "桂兰", "玉珍", "凤英", "素芳", "春梅", "月娥", "淑华", "腊梅", "翠莲"]
GIVEN_MEN = ["建国", "德福", "永贵", "志明", "国栋", "长根", "金水", "茂林", "正祥", "世才"]
VILLAGES = ["石坪村", "柳树沟村", "双河村", "茶店村", "杨家垭村", "桃园村", "小溪口村", "大荒坪村"]


def check_character(first17: str) -> str:
    return "10X98765432"[sum(w * int(c) for w, c in zip(WEIGHTS, first17)) % 11]


ITEM = json.loads((Path(__file__).parents[2] / "resources/items/gaoling-jintie.json").read_text())


def question_of(key: str) -> str:
    """The title of the form page that asks for the field; what the card answers stands on a page that no file repeats."""
    return next((page["title"] for page in ITEM["pages"] if key in page["fields"]), "这是您的信息吗？")


def label_of(key: str, value: str) -> str:
    field = next(f for f in ITEM["fields"] if f["key"] == key)
    return next(c["label"] for c in field["choices"] if c["value"] == value)


@dataclass
class Persona:
    seed: int
    name: str
    sex: str
    ethnic: str
    birth: datetime.date
    id_number: str
    address: str
    phone: str  # empty: this person has none
    answers: dict[str, str]  # field key of the item -> value
    rating: int
    household: str  # number of the household register, printed on the page

    @property
    def masked_name(self) -> str:
        return self.name[0] + "*"

    @property
    def masked_id(self) -> str:
        return self.id_number[:6] + "********" + self.id_number[-4:]

    def card(self) -> dict:
        """The card as the emulator's card.place takes it."""
        issued = datetime.date(2012, 5, 17)
        return {"name": self.name, "sex": self.sex, "ethnic": self.ethnic, "birth": self.birth.strftime("%Y%m%d"),
                "address": self.address, "idNumber": self.id_number, "issuer": "青山县公安局",
                "validFrom": issued.strftime("%Y%m%d"), "validTo": "长期"}

    def draw_page(self, path: str) -> None:
        """The page of the household register (户口簿) as it lies on the glass: A4 at 200 dpi."""
        page = Image.new("RGB", (1654, 2339), (250, 248, 240))
        pen = ImageDraw.Draw(page)
        title = ImageFont.truetype(FONT, 88, index=FONT_SC)
        body = ImageFont.truetype(FONT, 50, index=FONT_SC)
        pen.text((520, 150), "常住人口登记卡", font=title, fill=(25, 25, 60))
        lines = [("姓名", self.name), ("性别", self.sex_label), ("出生日期", self.birth.strftime("%Y年%m月%d日")),
                 ("公民身份号码", self.id_number), ("住址", self.address), ("与户主关系", "户主")]
        top = 380
        for label, value in lines:
            pen.rectangle((120, top, 1534, top + 150), outline=(60, 60, 90), width=3)
            pen.line((560, top, 560, top + 150), fill=(60, 60, 90), width=3)
            pen.text((150, top + 38), label, font=body, fill=(40, 40, 60))
            pen.text((590, top + 38), value, font=body, fill=(10, 10, 20))
            top += 150
        pen.text((120, HOUSEHOLD_BOX[1] - 90), "户号", font=body, fill=(40, 40, 60))
        pen.text((HOUSEHOLD_BOX[0] + 20, HOUSEHOLD_BOX[1] - 10), self.household,
                 font=ImageFont.truetype(DIGITS_FONT, 110), fill=(0, 0, 0))
        rng = random.Random(self.seed)
        for row in range(6):  # the clerk's remarks: dense text, so that the page is as hard to compress as a real one
            remark = "".join(rng.choice("因迁入登记变更更正补办核对户籍民警签章年月日由本县镇村组") for _ in range(24))
            pen.text((120, 1800 + row * 72), remark, font=body, fill=(70, 70, 90))
        page.save(path)

    @property
    def sex_label(self) -> str:
        return {"1": "男", "2": "女"}[self.sex]


HOUSEHOLD_BOX = (120, 1480, 1534, 1660)  # where the household number stands on the page, pixels


def persona(seed: int, today: datetime.date, age: int | None = None) -> Persona:
    rng = random.Random(seed)
    woman = rng.random() < 0.6
    years = age if age is not None else rng.randint(81, 94)
    birth = datetime.date(today.year - years, rng.randint(1, 12), rng.randint(1, 28))
    if (birth.month, birth.day) > (today.month, today.day):
        birth = birth.replace(year=birth.year - 1)
    serial = rng.randint(1, 49) * 10 + (rng.choice((2, 4, 6, 8)) if woman else rng.choice((1, 3, 5, 7, 9)))
    first17 = f"{REGION}{birth:%Y%m%d}{serial:03d}"
    return Persona(
        seed=seed,
        name=rng.choice(SURNAMES) + rng.choice(GIVEN_WOMEN if woman else GIVEN_MEN),
        sex="2" if woman else "1",
        ethnic=rng.choice(("01", "01", "15")),
        birth=birth,
        id_number=first17 + check_character(first17),
        address=f"湖北省恩施州青山县青山镇{rng.choice(VILLAGES)}{rng.randint(1, 9)}组{rng.randint(1, 120)}号",
        phone="" if seed % 5 == 3 else f"1{rng.choice('35789')}{rng.randint(0, 999_999_999):09d}",
        answers=answers(rng),
        rating=rng.randint(3, 5),
        household=f"{rng.randint(10_000_000, 99_999_999)}",
    )


def answers(rng: random.Random) -> dict[str, str]:
    """What this person answers to the questions of 高龄津贴 that the card cannot."""
    given = {"living": rng.choice(("withChildren", "alone", "institution"))}
    if given["living"] == "institution":
        given["institution"] = rng.choice(("town", "county", "village", "private"))
    given["payout"] = rng.choice(("socialCard", "passbook"))
    return given
