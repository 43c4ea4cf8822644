// SPDX-License-Identifier: GPL-3.0-or-later
// A city that publishes catalogues, for tests without its platform.
#pragma once

#include "offline/crypto/sm3.h"
#include "offline/platform/canonical_json.h"
#include "offline/platform/catalogue_news.h"

#include <QJsonArray>
#include <QMap>

namespace tongban::tests {

class PublishingCity
{
public:
    [[nodiscard]] offline::crypto::Sm2PublicKey key() const { return m_key.publicKey(); }
    QString asOf = QStringLiteral("2026-02-28T08:00:00Z");

    [[nodiscard]] QJsonObject manifestOf(const QString &version, const QJsonArray &items) const
    {
        QMap<QByteArray, QJsonObject> sorted;
        for (const auto &item : items)
            sorted.insert(item[QStringLiteral("code")].toString().toUtf8(), item.toObject());
        QJsonArray entries;
        QByteArray text = "tongban catalogue 1\n" + version.toUtf8() + '\n' + asOf.toUtf8() + '\n';
        for (const QJsonObject &item : sorted) {
            const QString code = item.value(QStringLiteral("code")).toString();
            const QString ofItem = item.value(QStringLiteral("version")).toString();
            const QByteArray sm3 = offline::crypto::sm3(offline::platform::canonicalJson(item)).toHex();
            entries.append(QJsonObject{{QStringLiteral("code"), code},
                                       {QStringLiteral("version"), ofItem},
                                       {QStringLiteral("sm3"), QString::fromLatin1(sm3)}});
            text += code.toUtf8() + ' ' + ofItem.toUtf8() + ' ' + sm3 + '\n';
        }
        return {{QStringLiteral("version"), version},
                {QStringLiteral("asOf"), asOf},
                {QStringLiteral("entries"), entries},
                {QStringLiteral("signature"), QString::fromLatin1(m_key.sign(text).toBase64())}};
    }
    [[nodiscard]] QJsonObject wholeAnswer(const QString &version, const QJsonArray &items) const
    {
        return {{QStringLiteral("version"), version},
                {QStringLiteral("asOf"), asOf},
                {QStringLiteral("cursor"), QStringLiteral("at ") + version},
                {QStringLiteral("items"), items},
                {QStringLiteral("manifest"), manifestOf(version, items)}};
    }
    // all: what the catalogue consists of afterwards.
    [[nodiscard]] QJsonObject changesAnswer(const QString &version, const QJsonArray &all, const QJsonArray &upserts,
                                            const QStringList &tombstones = {}) const
    {
        return {{QStringLiteral("cursor"), QStringLiteral("at ") + version},
                {QStringLiteral("manifest"), manifestOf(version, all)},
                {QStringLiteral("upserts"), upserts},
                {QStringLiteral("tombstones"), QJsonArray::fromStringList(tombstones)}};
    }
    [[nodiscard]] ports::CatalogueNews whole(const QString &version, const QJsonArray &items) const
    {
        return opened(wholeAnswer(version, items), offline::platform::CataloguePart::Whole);
    }
    [[nodiscard]] ports::CatalogueNews changes(const QString &version, const QJsonArray &all, const QJsonArray &upserts,
                                               const QStringList &tombstones = {}) const
    {
        return opened(changesAnswer(version, all, upserts, tombstones), offline::platform::CataloguePart::Changes);
    }

private:
    [[nodiscard]] ports::CatalogueNews opened(const QJsonObject &answer, offline::platform::CataloguePart part) const
    {
        return offline::platform::openCatalogue(answer, part, key()).value();
    }
    offline::crypto::Sm2PrivateKey m_key = offline::crypto::Sm2PrivateKey::generate();
};

} // namespace tongban::tests
