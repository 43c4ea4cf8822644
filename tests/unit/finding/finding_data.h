// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped data of finding, and a catalogue of a few items to find.
#pragma once

#include "app/core/finding/search.h"

#include <QFile>
#include <QJsonDocument>

namespace tongban::tests {

inline QJsonObject shippedJson(const char *path)
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/") + QLatin1String(path));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

inline finding::PinyinTable shippedPinyin()
{
    return finding::PinyinTable::fromJson(shippedJson("finding/pinyin.json")).value();
}

inline finding::FindingWords shippedWords()
{
    return finding::FindingWords::fromJson(shippedJson("finding/words.json")).value();
}

inline std::vector<finding::FindableItem> fewItems()
{
    const auto item = [](const char *code, const char *name, const char *pinyin, const char *aliases) {
        return finding::FindableItem{.code = QString::fromLatin1(code),
                                     .name = QString::fromUtf8(name),
                                     .pinyin = QString::fromLatin1(pinyin),
                                     .aliases = QString::fromUtf8(aliases).split(QLatin1Char(','))};
    };
    return {
        item("old-age", "高龄津贴", "gao ling jin tie", "老人补贴,八十岁的钱"),
        item("pension", "养老待遇申领", "yang lao dai yu shen ling", "领养老金"),
        item("insurance", "居民医保参保登记", "ju min yi bao can bao deng ji", "交医保,新农合"),
        item("jobless", "失业登记", "shi ye deng ji", "没工作了"),
        item("disabled", "重度残疾人护理补贴", "zhong du can ji ren hu li bu tie", "护理费"),
        item("machine", "农机购置补贴", "nong ji gou zhi bu tie", "买拖拉机"),
        item("household", "户口迁移预审", "hu kou qian yi yu shen", "迁户口"),
        item("wages", "拖欠工资投诉", "tuo qian gong zi tou su", "老板不给钱"),
    };
}

inline finding::Search fewItemsSearch()
{
    return {fewItems(), shippedWords(), shippedPinyin()};
}

} // namespace tongban::tests
