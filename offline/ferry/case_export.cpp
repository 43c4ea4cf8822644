// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/ferry/case_export.h"

#include "app/core/base/uuid7.h"
#include "offline/ferry/bundle_check.h"
#include "offline/ferry/bundle_writer.h"
#include "offline/outbox/entry_rows.h"
#include "offline/vault/durable_file.h"

#include <QJsonDocument>

namespace tongban::offline::ferry {

using ports::OutboxEntry;
using ports::OutboxKind;

namespace {

const auto bundleSuffix = QStringLiteral(".bundle");

QString textOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

bool hasFile(const OutboxEntry &entry)
{
    return entry.kind == OutboxKind::UploadPage || entry.kind == OutboxKind::UploadThumbnail ||
           entry.kind == OutboxKind::UploadSupplement;
}

// The very bytes that the line would send: the same key with another body would be refused. Where this terminal keeps a
// page is nobody's business.
QString bodyOf(const OutboxEntry &entry)
{
    QJsonObject body = entry.payload;
    if (hasFile(entry)) { // the line sends neither of these: Upload-Length says the second
        body.remove(QStringLiteral("blob"));
        body.remove(QStringLiteral("bytes"));
    }
    if (entry.kind == OutboxKind::UploadThumbnail)
        body.insert(QStringLiteral("part"), QStringLiteral("thumbnail"));
    return QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

class Export
{
public:
    Export(ExportSource &source, const FerryKeys &keys, BundleWriter &writer)
        : m_source(source), m_keys(keys), m_writer(writer)
    {}

    Result<ExportReport> write(const BundleHead &head, const std::vector<QUuid> &cases, const std::stop_token &stop)
    {
        if (const auto begun = m_writer.begin(head, m_keys.city); !begun)
            return fail(begun.error());
        for (const QUuid &caseId : cases) {
            if (stop.stop_requested())
                return fail(ErrorKind::Cancelled, QStringLiteral("ferry.export"));
            if (const auto added = addCase(caseId); !added)
                return fail(added.error());
        }
        const auto ended = m_writer.add({{QStringLiteral("record"), QStringLiteral("end")},
                                         {QStringLiteral("cases"), m_report.cases},
                                         {QStringLiteral("requests"), m_report.requests}});
        if (!ended)
            return fail(ended.error());
        if (const auto finished = m_writer.finish(m_keys.device); !finished)
            return fail(finished.error());
        return m_report;
    }

private:
    // A case that the line has finished meanwhile stays as a case without requests: the header has counted it.
    Result<void> addCase(const QUuid &caseId)
    {
        const auto entries = m_source.entriesOf(caseId);
        if (!entries)
            return fail(entries.error());
        const auto platformId = m_source.platformCaseId(caseId);
        if (!platformId)
            return fail(platformId.error());
        ++m_report.cases;
        const auto added = m_writer.add({{QStringLiteral("record"), QStringLiteral("case")},
                                         {QStringLiteral("caseId"), textOf(caseId)},
                                         {QStringLiteral("platformCaseId"), *platformId},
                                         {QStringLiteral("requests"), static_cast<int>(entries->size())}});
        if (!added)
            return added;
        for (const OutboxEntry &entry : *entries) {
            if (const auto put = addRequest(entry); !put)
                return put;
        }
        return {};
    }

    Result<void> addRequest(const OutboxEntry &entry)
    {
        Result<QByteArray> page = QByteArray();
        if (hasFile(entry))
            page =
                m_source.page(entry.caseId, QUuid::fromString(entry.payload.value(QStringLiteral("blob")).toString()));
        if (!page)
            return fail(page.error());
        ++m_report.requests;
        return m_writer.add({{QStringLiteral("record"), QStringLiteral("request")},
                             {QStringLiteral("key"), textOf(entry.id)},
                             {QStringLiteral("kind"), outbox::nameOf(entry.kind)},
                             {QStringLiteral("caseId"), textOf(entry.caseId)},
                             {QStringLiteral("body"), bodyOf(entry)}},
                            *page);
    }

    ExportSource &m_source;
    const FerryKeys &m_keys;
    BundleWriter &m_writer;
    ExportReport m_report;
};

// What a stick that was pulled has left, and the name of the new bundle.
Result<QString> nameIn(ports::FileSystem &files, const QString &directory, const QString &deviceId,
                       const QDateTime &now)
{
    const auto names = files.list(directory);
    if (!names)
        return fail(names.error());
    const QString ours = QStringLiteral("tongban-%1-").arg(deviceId);
    for (const QString &name : *names) {
        if (!name.startsWith(ours) || !name.endsWith(bundleSuffix + QLatin1String(vault::temporarySuffix)))
            continue;
        if (const auto removed = files.remove(directory + QLatin1Char('/') + name); !removed)
            return fail(removed.error());
    }
    const QString stem = ours + now.toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    QString name = stem + bundleSuffix;
    for (int copy = 2; names->contains(name); ++copy)
        name = QStringLiteral("%1-%2%3").arg(stem).arg(copy).arg(bundleSuffix);
    return name;
}

Result<ExportReport> writeChecked(ExportSource &source, const FerryKeys &keys, ports::FileSystem &files,
                                  const QString &path, const BundleHead &head, const std::vector<QUuid> &cases,
                                  const std::stop_token &stop)
{
    BundleWriter writer(files, path);
    auto report = Export(source, keys, writer).write(head, cases, stop);
    if (!report)
        return report;
    const auto read = checkBundle(files, path, writer.key(), keys.device.publicKey());
    if (!read)
        return fail(read.error());
    if (read->requests != report->requests || read->bytes != writer.bytes())
        return fail(ErrorKind::StoreCorrupt, QStringLiteral("ferry.read-back"), QStringLiteral("not what was written"));
    report->bytes = read->bytes;
    return report;
}

} // namespace

Result<ExportReport> exportCases(ExportSource &source, const FerryKeys &keys, ports::FileSystem &files,
                                 const QString &directory, const Clock &clock, std::stop_token stop)
{
    const auto where = QStringLiteral("ferry.export");
    const auto cases = source.openCases();
    if (!cases)
        return fail(cases.error().within(where));
    const QDateTime now = clock.nowUtc();
    const auto name = nameIn(files, directory, keys.deviceId, now);
    if (!name)
        return fail(name.error().within(where));
    if (cases->empty())
        return ExportReport{};
    const QString path = directory + QLatin1Char('/') + *name;
    const QString temporary = path + QLatin1String(vault::temporarySuffix);
    const BundleHead head{.id = Uuid7Generator(clock).next(),
                          .deviceId = keys.deviceId,
                          .siteCode = keys.siteCode,
                          .keyId = keys.device.publicKey().id(),
                          .createdAt = now,
                          .cases = static_cast<int>(cases->size())};
    auto report = writeChecked(source, keys, files, temporary, head, *cases, stop);
    if (report) {
        const auto renamed = files.rename(temporary, path);
        const auto synced = renamed ? files.syncDirectory(directory) : renamed;
        if (!synced)
            report = fail(synced.error());
    }
    if (!report) {
        // As far as the stick still lets us: a half file is refused by the city all the same.
        static_cast<void>(files.remove(temporary));
        return fail(report.error().within(where));
    }
    report->file = *name;
    return report;
}

} // namespace tongban::offline::ferry
