// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/catalogue_news.h"

#include "offline/crypto/sm3.h"
#include "offline/platform/canonical_json.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace tongban::offline::platform {

using ports::CatalogueNews;
using ports::ManifestEntry;
using ports::PublishedItem;

namespace {

const QString codeKey = QStringLiteral("code");
const QString versionKey = QStringLiteral("version");
const QString asOfKey = QStringLiteral("asOf");

tl::unexpected<Error> wrong(const QString &what)
{
    return fail(ErrorKind::PlatformBadAnswer, QStringLiteral("platform.catalogue"), what);
}

// In the signed text a blank ends a word and a line feed ends a line: inside a word they would let one manifest be read
// as another.
bool isWord(const QString &text)
{
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), [](QChar c) { return c.unicode() <= 0x20; });
}

Result<ManifestEntry> entryFrom(const QJsonObject &json)
{
    ManifestEntry entry{.code = json.value(codeKey).toString(),
                        .version = json.value(versionKey).toString(),
                        .sm3 = QByteArray::fromHex(json.value(QStringLiteral("sm3")).toString().toLatin1())};
    if (!isWord(entry.code) || !isWord(entry.version) || entry.sm3.size() != 32)
        return wrong(QStringLiteral("an entry of the manifest without its members"));
    return entry;
}

Result<std::vector<ManifestEntry>> entriesFrom(const QJsonArray &array)
{
    std::vector<ManifestEntry> entries;
    for (const auto &value : array) {
        auto entry = entryFrom(value.toObject());
        if (!entry)
            return fail(entry.error());
        if (!entries.empty() && entries.back().code.toUtf8() >= entry->code.toUtf8())
            return wrong(QStringLiteral("the manifest's entries are not in order"));
        entries.push_back(std::move(*entry));
    }
    return entries;
}

QByteArray signedTextOf(const QJsonObject &manifest, const std::vector<ManifestEntry> &entries)
{
    QByteArray text = "tongban catalogue 1\n" + manifest.value(versionKey).toString().toUtf8() + '\n' +
                      manifest.value(asOfKey).toString().toUtf8() + '\n';
    for (const ManifestEntry &entry : entries)
        text += entry.code.toUtf8() + ' ' + entry.version.toUtf8() + ' ' + entry.sm3.toHex() + '\n';
    return text;
}

bool isSigned(const QJsonObject &manifest, const std::vector<ManifestEntry> &entries,
              const crypto::Sm2PublicKey &cityKey)
{
    const auto signature = QByteArray::fromBase64Encoding(
        manifest.value(QStringLiteral("signature")).toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return signature && cityKey.verifies(signedTextOf(manifest, entries), *signature);
}

Result<void> openManifest(const QJsonObject &manifest, const crypto::Sm2PublicKey &cityKey, CatalogueNews &news)
{
    auto entries = entriesFrom(manifest.value(QStringLiteral("entries")).toArray());
    if (!entries)
        return fail(entries.error());
    if (!isSigned(manifest, *entries, cityKey))
        return wrong(QStringLiteral("the manifest is not signed by the city"));
    news.manifest = manifest;
    news.entries = std::move(*entries);
    news.version = manifest.value(versionKey).toString();
    news.asOf = QDateTime::fromString(manifest.value(asOfKey).toString(), Qt::ISODateWithMs);
    if (!isWord(news.version) || !news.asOf.isValid() || news.asOf.timeSpec() == Qt::LocalTime)
        return wrong(QStringLiteral("the manifest has no version or no time"));
    news.asOf = news.asOf.toUTC();
    return {};
}

Result<std::vector<PublishedItem>> itemsFrom(const QJsonArray &array)
{
    std::vector<PublishedItem> items;
    QSet<QString> codes;
    for (const auto &value : array) {
        const QJsonObject json = value.toObject();
        PublishedItem item{
            .entry = {.code = json.value(codeKey).toString(), .version = json.value(versionKey).toString(), .sm3 = {}},
            .body = canonicalJson(json)};
        if (!isWord(item.entry.code) || !isWord(item.entry.version))
            return wrong(QStringLiteral("an item without code or version"));
        if (codes.contains(item.entry.code))
            return wrong(QStringLiteral("an item twice: ") + item.entry.code);
        codes.insert(item.entry.code);
        item.entry.sm3 = crypto::sm3(item.body);
        items.push_back(std::move(item));
    }
    return items;
}

Result<QStringList> tombstonesFrom(const QJsonArray &array)
{
    QStringList codes;
    for (const auto &value : array) {
        if (!isWord(value.toString()))
            return wrong(QStringLiteral("a tombstone without a code"));
        codes.append(value.toString());
    }
    return codes;
}

} // namespace

Result<CatalogueNews> openCatalogue(const QJsonObject &answer, CataloguePart part, const crypto::Sm2PublicKey &cityKey)
{
    CatalogueNews news;
    news.whole = part == CataloguePart::Whole;
    news.cursor = answer.value(QStringLiteral("cursor")).toString();
    if (news.cursor.isEmpty())
        return wrong(QStringLiteral("no cursor"));
    const QJsonObject manifest = answer.value(QStringLiteral("manifest")).toObject();
    if (const auto opened = openManifest(manifest, cityKey, news); !opened)
        return fail(opened.error());
    if (news.whole &&
        (answer.value(versionKey) != manifest.value(versionKey) || answer.value(asOfKey) != manifest.value(asOfKey)))
        return wrong(QStringLiteral("the manifest is of another version"));
    auto items = itemsFrom(answer.value(news.whole ? QStringLiteral("items") : QStringLiteral("upserts")).toArray());
    if (!items)
        return fail(items.error());
    news.upserts = std::move(*items);
    auto tombstones = tombstonesFrom(answer.value(QStringLiteral("tombstones")).toArray());
    if (!tombstones)
        return fail(tombstones.error());
    news.tombstones = std::move(*tombstones);
    return news;
}

} // namespace tongban::offline::platform
