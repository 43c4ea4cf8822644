// SPDX-License-Identifier: GPL-3.0-or-later
// Cases for the ferry, a desk that keeps book, and a reader that opens bundles as the city would.
#pragma once

#include "offline/crypto/cipher.h"
#include "offline/crypto/sm3.h"
#include "offline/ferry/bundle_format.h"
#include "offline/ferry/case_export.h"
#include "offline/ferry/export_source.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

namespace tongban::testing {

struct FerryPair
{
    offline::crypto::Sm2PrivateKey device = offline::crypto::Sm2PrivateKey::generate();
    offline::crypto::Sm2PrivateKey city = offline::crypto::Sm2PrivateKey::generate();

    [[nodiscard]] offline::ferry::FerryKeys keys() const
    {
        return {.deviceId = QStringLiteral("K01"),
                .siteCode = QStringLiteral("422823105000"),
                .device = device,
                .city = city.publicKey()};
    }
};

// Cases of a form, a number of pages and a submission; pages are made when they are asked for.
class CaseSource final : public offline::ferry::ExportSource
{
public:
    CaseSource(int cases, int pages, int pageBytes) : m_pages(pages), m_pageBytes(pageBytes)
    {
        for (int i = 0; i < cases; ++i)
            m_cases.push_back(QUuid::createUuid());
    }

    Result<std::vector<QUuid>> openCases() override { return m_cases; }
    Result<std::vector<ports::OutboxEntry>> entriesOf(const QUuid &caseId) override
    {
        std::vector<ports::OutboxEntry> entries;
        if (finished.contains(caseId))
            return entries;
        entries.push_back(entry(ports::OutboxKind::CreateCase, caseId, {{QStringLiteral("answers"), QJsonObject()}}));
        for (int page = 1; page <= m_pages; ++page)
            entries.push_back(entry(ports::OutboxKind::UploadPage, caseId,
                                    {{QStringLiteral("blob"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
                                     {QStringLiteral("bytes"), m_pageBytes},
                                     {QStringLiteral("page"), page}}));
        entries.push_back(entry(ports::OutboxKind::SubmitCase, caseId, {{QStringLiteral("pages"), m_pages}}));
        return entries;
    }
    Result<QString> platformCaseId(const QUuid &) override { return QString(); }
    Result<QByteArray> page(const QUuid &, const QUuid &blob) override
    {
        return QByteArray(m_pageBytes, blob.toRfc4122().at(0));
    }

    QSet<QUuid> finished;

private:
    static ports::OutboxEntry entry(ports::OutboxKind kind, const QUuid &caseId, const QJsonObject &payload)
    {
        return {.id = QUuid::createUuid(), .kind = kind, .caseId = caseId, .payload = payload, .attempts = 0};
    }
    std::vector<QUuid> m_cases;
    int m_pages;
    int m_pageBytes;
};

// Every record's JSON, by the city's private key; none when anything at all is wrong.
[[nodiscard]] inline std::optional<std::vector<QJsonObject>> opened(const QByteArray &file, const FerryPair &pair)
{
    using namespace offline;
    qsizetype at = ferry::bundleMagic.size();
    const auto counted = [&]() -> std::optional<QByteArray> {
        const qint64 length = ferry::numberIn(file.mid(at, ferry::lengthBytes));
        if (length < 0 || at + ferry::lengthBytes + length > file.size())
            return std::nullopt;
        at += ferry::lengthBytes + length;
        return file.mid(at - length, length);
    };
    const auto header = counted();
    const auto sealedKey = counted();
    if (!file.startsWith(ferry::bundleMagic) || !header || !sealedKey)
        return std::nullopt;
    const auto key = pair.city.open(*sealedKey);
    const QByteArray id = QJsonDocument::fromJson(*header)[QStringLiteral("bundleId")].toString().toLatin1();
    std::vector<QJsonObject> records;
    for (qint64 number = 0;; ++number) {
        const auto sealed = counted();
        if (!key || !sealed)
            return std::nullopt;
        if (sealed->isEmpty())
            break;
        const auto plain = crypto::openWith(crypto::keyFromBytes(*key), *sealed, ferry::recordPlace(id, number));
        if (!plain)
            return std::nullopt;
        records.push_back(QJsonDocument::fromJson(plain->mid(4, ferry::numberIn(*plain))).object());
    }
    const QByteArray signature = file.mid(at);
    if (!pair.device.publicKey().verifies(ferry::signedText(crypto::sm3(file.left(at))), signature))
        return std::nullopt;
    return records;
}

// A desk that keeps book: entries by case, what is done, how often anything was written.
class BookDesk final : public ports::OutboxDesk
{
public:
    Result<std::vector<ports::OutboxLine>> lines(std::optional<ports::OutboxState>, int) override
    {
        return std::vector<ports::OutboxLine>();
    }
    Result<std::vector<ports::UnsentCase>> unsent() override { return std::vector<ports::UnsentCase>(); }
    Result<void> release(const QUuid &) override { return {}; }
    Result<void> hold(const QUuid &entry, const QString &reason) override
    {
        if (done.contains(entry))
            return fail(ErrorKind::NotFound, QStringLiteral("desk"));
        held.insert(entry, reason);
        return {};
    }
    Result<std::vector<ports::OutboxEntry>> openEntriesOf(const QUuid &) override
    {
        return std::vector<ports::OutboxEntry>();
    }
    Result<void> acknowledge(const QUuid &entry, const QJsonObject &answer) override
    {
        done.insert(entry, answer);
        return {};
    }
    Result<void> acknowledgeAll(const QUuid &caseId, const std::vector<ports::Acknowledged> &answers) override
    {
        for (const auto &answer : answers) {
            if (entries.value(answer.entry) != caseId)
                return fail(ErrorKind::NotFound, QStringLiteral("desk"));
        }
        for (const auto &answer : answers) {
            if (!done.contains(answer.entry))
                done.insert(answer.entry, answer.answer);
        }
        ++transactions;
        return {};
    }

    QHash<QUuid, QUuid> entries; // entry → case
    QHash<QUuid, QJsonObject> done;
    QHash<QUuid, QString> held;
    int transactions = 0;
};

} // namespace tongban::testing
