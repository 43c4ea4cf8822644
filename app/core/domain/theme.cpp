// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/theme.h"

#include "app/core/domain/item/read_lists.h"
#include "app/core/domain/merged_form.h"

#include <QSet>

namespace tongban::domain {

namespace {

const QString itemsKey = QStringLiteral("items");

QString pinyinFrom(JsonReader &in)
{
    static const QRegularExpression syllables(QStringLiteral("\\A[a-z]+( [a-z]+)*\\z"));
    return in.patternedText(QStringLiteral("pinyin"), syllables,
                            QStringLiteral("a syllable a word, small letters without tones,"), 200);
}

std::vector<QStringList> samePeopleFrom(JsonReader &in)
{
    const QString key = QStringLiteral("samePeople");
    const QJsonArray array = in.arrayOrEmpty(key);
    std::vector<QStringList> groups;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString pointer = QStringLiteral("%1/%2").arg(in.at(key)).arg(i);
        const QJsonArray group = array.at(i).toArray();
        checkSize(group, {2, 8}, pointer, in.verdict());
        groups.push_back(textsOf(group, pointer, in.verdict()));
    }
    return groups;
}

QMap<QString, QString> englishFrom(JsonReader &in)
{
    const QString key = QStringLiteral("english");
    const QJsonObject json = in.object(key);
    JsonReader english(json, in.at(key), in.verdict());
    QMap<QString, QString> words;
    for (const QString &chinese : json.keys())
        words.insert(chinese, english.textBetween(chinese, 1, 400));
    return words;
}

// Every text of the theme's own has its English.
void checkEnglish(const Theme &theme, JsonVerdict &verdict)
{
    for (const QString &text : QStringList{theme.name, theme.summary} + theme.process) {
        if (!theme.english.contains(text))
            verdict.blame(QStringLiteral("/english"), QStringLiteral("\"%1\" has no English").arg(text));
    }
}

Theme readTheme(const QJsonObject &json, JsonVerdict &verdict)
{
    JsonReader reader(json, QString(), verdict);
    Theme theme{.code = reader.text(QStringLiteral("code"), 64),
                .version = reader.text(QStringLiteral("version"), 64),
                .name = reader.textBetween(QStringLiteral("name"), 3, 12),
                .pinyin = pinyinFrom(reader),
                .aliases = textListOf(reader, QStringLiteral("aliases"), {1, 16}, {1, 24}, true),
                .icon = reader.text(QStringLiteral("icon"), 40),
                .summary = reader.textBetween(QStringLiteral("summary"), 6, 60),
                .process = textListOf(reader, QStringLiteral("process"), {2, 6}, {4, 80}),
                .items = textListOf(reader, itemsKey, {2, 4}, {1, 64}, true),
                .samePeople = samePeopleFrom(reader),
                .english = englishFrom(reader),
                .source = json};
    reader.refuseOthers();
    if (!verdict.error)
        checkEnglish(theme, verdict);
    return theme;
}

} // namespace

bool isTheme(const QJsonObject &json)
{
    return json.contains(itemsKey);
}

Result<Theme> Theme::fromJson(const QJsonObject &json)
{
    JsonVerdict verdict{ErrorKind::Misconfigured, QStringLiteral("theme")};
    Theme theme = readTheme(json, verdict);
    if (verdict.error)
        return fail(*verdict.error);
    return theme;
}

ThemeVerdict judgeTheme(const QJsonObject &json)
{
    JsonVerdict verdict{ErrorKind::Misconfigured, QStringLiteral("theme")};
    Theme theme = readTheme(json, verdict);
    return {.theme = std::move(theme), .complaints = std::move(verdict.complaints)};
}

void addThemes(const std::vector<QJsonObject> &themes, std::vector<ServiceItem> &items,
               const std::function<void(const QJsonObject &theme, const Error &why)> &leftOut)
{
    std::vector<ServiceItem> made;
    for (const QJsonObject &json : themes) {
        const auto theme = Theme::fromJson(json);
        auto form = theme ? mergedForm(*theme, items) : Result<MergedForm>(fail(theme.error()));
        if (form)
            made.push_back(std::move(form->form));
        else
            leftOut(json, form.error());
    }
    for (ServiceItem &theme : made)
        items.push_back(std::move(theme));
}

} // namespace tongban::domain
