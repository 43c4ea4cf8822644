// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/catalogue/item_review.h"

#include "app/core/catalogue/prover.h"
#include "app/core/domain/item/item_text.h"
#include "app/core/domain/item_codec.h"
#include "app/core/domain/merged_form.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace tongban::catalogue {

using domain::JsonComplaint;
using domain::ServiceItem;

namespace {

using Complaints = std::vector<JsonComplaint>;
using EachText = std::function<void(const QString &pointer, const QString &key, const QString &text)>;

// Every text of the file with its pointer and the name of its member (of a list: the list's).
void eachText(const QJsonValue &value, const QString &pointer, const QString &key, const EachText &visit)
{
    if (value.isString())
        return visit(pointer, key, value.toString());
    if (value.isArray()) {
        for (qsizetype i = 0; i < value.toArray().size(); ++i)
            eachText(value.toArray().at(i), QStringLiteral("%1/%2").arg(pointer).arg(i), key, visit);
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        QString name = member.key();
        name.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
        eachText(member.value(), pointer + u'/' + name, member.key(), visit);
    }
}

// Texts that no person sees or that are not Chinese.
QJsonObject withoutEnglish(QJsonObject json)
{
    json.remove(QStringLiteral("english"));
    return json;
}

void checkEnglish(const ServiceItem &item, Complaints &complaints)
{
    for (const QString &text : domain::textsToTranslate(item)) {
        if (!item.english.contains(text))
            complaints.push_back({QStringLiteral("/english"), QStringLiteral("\"%1\" has no English").arg(text)});
    }
    QSet<QString> there;
    eachText(withoutEnglish(item.source), {}, {},
             [&there](const QString &, const QString &, const QString &text) { there.insert(text); });
    for (const QString &chinese : item.english.keys()) {
        if (!there.contains(chinese))
            complaints.push_back(
                {QStringLiteral("/english/") + chinese, QStringLiteral("translates nothing that stands in this file")});
    }
}

void checkPinyin(const ServiceItem &item, Complaints &complaints)
{
    const auto isHan = [](QChar c) { return c.script() == QChar::Script_Han; };
    const auto syllables = item.pinyin.split(u' ').size();
    const auto characters = std::count_if(item.name.begin(), item.name.end(), isHan);
    if (syllables != characters)
        complaints.push_back(
            {QStringLiteral("/pinyin"), QStringLiteral("a syllable for each character: the name has %1, here are %2")
                                            .arg(characters)
                                            .arg(syllables)});
}

void checkIcons(const ServiceItem &item, const QSet<QString> &icons, Complaints &complaints)
{
    if (icons.isEmpty())
        return;
    eachText(item.source, {}, {}, [&](const QString &pointer, const QString &key, const QString &text) {
        if (key == QLatin1String("icon") && !pointer.startsWith(QStringLiteral("/english")) && !icons.contains(text))
            complaints.push_back({pointer, QStringLiteral("the icon font has no such icon")});
    });
}

// What is read aloud to people who read little: no Latin words, no endless sentence.
void checkForTheEar(const ServiceItem &item, Complaints &complaints)
{
    static const QSet<QString> spoken{
        QStringLiteral("name"),      QStringLiteral("summary"),      QStringLiteral("clause"),
        QStringLiteral("question"),  QStringLiteral("prompt"),       QStringLiteral("title"),
        QStringLiteral("label"),     QStringLiteral("hint"),         QStringLiteral("refusal"),
        QStringLiteral("consent"),   QStringLiteral("whenToReturn"), QStringLiteral("whomToCall"),
        QStringLiteral("commitment")};
    static const QRegularExpression latin(QStringLiteral("[A-Za-z]"));
    static const QRegularExpression stop(QStringLiteral("[。？！；]"));
    eachText(withoutEnglish(item.source), {}, {}, [&](const QString &pointer, const QString &key, const QString &text) {
        if (!spoken.contains(key) || pointer.startsWith(QStringLiteral("/basis")))
            return;
        const QStringList sentences = text.split(stop);
        const bool isLong =
            std::any_of(sentences.begin(), sentences.end(), [](const QString &s) { return s.size() > 60; });
        if (isLong || text.contains(latin))
            complaints.push_back(
                {pointer, QStringLiteral("it is read aloud: Latin letters, or a sentence of more than 60 "
                                         "characters")});
    });
}

Complaints complaintsOfAuthor(const ServiceItem &item, const ReviewAids &aids)
{
    Complaints complaints;
    if (!aids.fileName.isEmpty() && aids.fileName != item.code + QStringLiteral(".json"))
        complaints.push_back({QStringLiteral("/code"), QStringLiteral("the file name is not the code")});
    checkEnglish(item, complaints);
    checkPinyin(item, complaints);
    checkIcons(item, aids.icons, complaints);
    checkForTheEar(item, complaints);
    for (const Finding &finding : prove(item))
        complaints.push_back({finding.pointer, finding.what});
    return complaints;
}

std::vector<Remark> remarksOn(const Complaints &complaints, const JsonPlaces &places)
{
    std::vector<Remark> remarks;
    for (const JsonComplaint &complaint : complaints) {
        const bool isName = complaint.what.startsWith(QStringLiteral("unknown key")) ||
                            complaint.what.startsWith(QStringLiteral("translates nothing"));
        remarks.push_back({.pointer = complaint.pointer,
                           .place = isName ? places.nameOf(complaint.pointer) : places.placeOf(complaint.pointer),
                           .what = complaint.what,
                           .hint = hintFor(complaint.what)});
    }
    std::stable_sort(remarks.begin(), remarks.end(), [](const Remark &a, const Remark &b) {
        return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
    return remarks;
}

// What an author is held to of a theme: as of an item, where it has the same.
Complaints complaintsOfAuthor(const domain::Theme &theme, const ReviewAids &aids)
{
    Complaints complaints;
    if (!aids.fileName.isEmpty() && aids.fileName != theme.code + QStringLiteral(".json"))
        complaints.push_back({QStringLiteral("/code"), QStringLiteral("the file name is not the code")});
    ServiceItem alike;
    alike.name = theme.name;
    alike.pinyin = theme.pinyin;
    alike.source = theme.source;
    checkPinyin(alike, complaints);
    checkIcons(alike, aids.icons, complaints);
    checkForTheEar(alike, complaints);
    return complaints;
}

ItemReview reviewTheme(const QJsonObject &json, const JsonPlaces &places, const ReviewAids &aids)
{
    ItemReview review;
    domain::ThemeVerdict verdict = domain::judgeTheme(json);
    if (!verdict.complaints.empty()) {
        review.remarks = remarksOn(verdict.complaints, places);
        return review;
    }
    review.remarks = remarksOn(complaintsOfAuthor(verdict.theme, aids), places);
    review.theme = std::move(verdict.theme);
    return review;
}

// Sentences that are each item's own.
QStringList ownTexts(const ServiceItem &item)
{
    QStringList texts{item.summary,    item.standard, item.consent,     item.whenToReturn,
                      item.whomToCall, item.contact,  item.supervision, item.intermediaries};
    texts << item.process;
    for (const auto &condition : item.conditions)
        texts << condition.text;
    for (const auto &material : item.materials)
        texts << material.hint;
    texts.removeDuplicates();
    return texts;
}

} // namespace

ItemReview reviewItem(const QByteArray &text, const ReviewAids &aids)
{
    ItemReview review;
    const JsonPlaces places(text);
    if (const auto &error = places.error()) {
        review.remarks.push_back({{}, error->place, error->what, hintFor(error->what)});
        return review;
    }
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject()) {
        const QString what = QStringLiteral("an object is expected");
        review.remarks.push_back({{}, places.placeOf({}), what, hintFor(what)});
        return review;
    }
    if (domain::isTheme(document.object()))
        return reviewTheme(document.object(), places, aids);
    domain::ItemVerdict verdict = domain::judgeItem(document.object());
    if (!verdict.complaints.empty()) {
        review.remarks = remarksOn(verdict.complaints, places);
        return review;
    }
    review.remarks = remarksOn(complaintsOfAuthor(verdict.item, aids), places);
    review.item = std::move(verdict.item);
    return review;
}

std::vector<Remark> reviewTogether(const std::vector<ServiceItem> &items)
{
    std::vector<Remark> remarks;
    const auto blame = [&remarks](const QString &what) { remarks.push_back({{}, {}, what, hintFor(what)}); };
    QMap<QString, QStringList> codes;
    QMap<QString, QStringList> names;
    QMap<QString, QStringList> sentences;
    for (const ServiceItem &item : items) {
        codes[item.code] << item.code;
        names[item.name] << item.code;
        for (const QString &text : ownTexts(item))
            sentences[text] << item.code;
    }
    for (auto code = codes.begin(); code != codes.end(); ++code) {
        if (code->size() > 1)
            blame(QStringLiteral("the code %1 stands in %2 files").arg(code.key()).arg(code->size()));
    }
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (name->size() > 1)
            blame(QStringLiteral("the name %1 is shared by %2").arg(name.key(), name->join(QStringLiteral(", "))));
    }
    const auto most = static_cast<qsizetype>(items.size()) / 5;
    for (auto sentence = sentences.begin(); sentence != sentences.end(); ++sentence) {
        if (items.size() >= 10 && sentence->size() > most)
            blame(QStringLiteral("\"%1\" is shared by %2 of %3 items")
                      .arg(sentence.key())
                      .arg(sentence->size())
                      .arg(items.size()));
    }
    return remarks;
}

std::vector<Remark> reviewThemes(const std::vector<domain::Theme> &themes, const std::vector<ServiceItem> &items)
{
    std::vector<Remark> remarks;
    for (const domain::Theme &theme : themes) {
        if (const auto merged = domain::mergedForm(theme, items); !merged) {
            const QString what = QStringLiteral("the theme %1: %2").arg(theme.code, merged.error().detail);
            remarks.push_back({{}, {}, what, hintFor(what)});
        }
    }
    return remarks;
}

} // namespace tongban::catalogue
