// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/queue/queue_lines.h"

#include "app/core/base/log.h"
#include "app/core/domain/case_machine.h"
#include "app/core/domain/masking.h"
#include "app/main/queue/ask_store.h"
#include "offline/ferry/staff_words.h"
#include "offline/outbox/entry_rows.h"
#include "offline/outbox/staff_reason.h"

namespace tongban::app {

using offline::ferry::StoreSource;
using offline::store::OfflineStore;

namespace {

QString text(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QString text(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString reasonOf(const ports::OutboxLine &line)
{
    return line.error ? offline::outbox::reasonFor(*line.error) : QString();
}

QString troubleWords(const Error &error, const QString &verb)
{
    if (verb == QLatin1String("export"))
        return offline::ferry::exportTrouble(error);
    if (verb == QLatin1String("import"))
        return offline::ferry::importTrouble(error);
    if (verb == QLatin1String("restore"))
        return QStringLiteral("没有恢复，现有的数据没有动过。请技术人员核对备份盘和市里的私钥。");
    if (verb == QLatin1String("receipt") && error.kind == ErrorKind::CodeUnreadable)
        return QStringLiteral("这不是回执上的核验码，或者没有读全，请再扫一次。");
    if (verb == QLatin1String("receipt") && error.kind == ErrorKind::NotFound)
        return QStringLiteral("本机还没有终端名册，核对不了。连上市平台后会自动取回。");
    if (verb == QLatin1String("receipt") && error.kind == ErrorKind::SealBroken)
        return QStringLiteral("本机的终端名册不是市里签发的，核对不了，请联系技术人员。");
    if (error.kind == ErrorKind::NotFound)
        return QStringLiteral("没有找到，或者它现在不是可以这样处理的状态。");
    if (error.kind == ErrorKind::InputInvalid)
        return QStringLiteral("命令写得不对，请看 tongban-queue --help。");
    return QStringLiteral("没有办成，请联系技术人员。");
}

StoreSource sourceIn(OfflineStore &store)
{
    return {store.outboxDesk(), store.outbox(), store.vault()};
}

} // namespace

void noteDone(const OnStore &onStore, const QString &verb, const QString &subject, const QString &detail)
{
    const auto noted = askStore(onStore, [&](OfflineStore &store) {
        return store.audit().append({.actor = ports::AuditActor::Staff,
                                     .action = QStringLiteral("queue.") + verb,
                                     .subject = subject,
                                     .detail = detail});
    });
    if (!noted)
        log(LogEvent::StoreTrouble, {{"kind", QLatin1String(nameOf(noted.error().kind))},
                                     {"where", noted.error().where},
                                     {"detail", noted.error().detail}});
}

QJsonArray toJson(const std::vector<ports::OutboxLine> &lines)
{
    QJsonArray array;
    for (const ports::OutboxLine &line : lines) {
        array.append(QJsonObject{{QStringLiteral("entry"), text(line.entry)},
                                 {QStringLiteral("case"), text(line.caseId)},
                                 {QStringLiteral("localNumber"), line.localNumber},
                                 {QStringLiteral("kind"), offline::outbox::nameOf(line.kind)},
                                 {QStringLiteral("state"), offline::outbox::nameOf(line.state)},
                                 {QStringLiteral("attempts"), line.attempts},
                                 {QStringLiteral("enqueuedAt"), text(line.enqueuedAt)},
                                 {QStringLiteral("notBefore"), text(line.notBefore)},
                                 {QStringLiteral("reason"), reasonOf(line)},
                                 {QStringLiteral("detail"), line.detail}});
    }
    return array;
}

QJsonObject maskedCase(const domain::SubmittedCase &submitted)
{
    const domain::CaseDraft &content = submitted.content;
    int pages = content.signature ? 1 : 0;
    for (const auto &material : content.pages)
        pages += static_cast<int>(material.size());
    return {{QStringLiteral("id"), text(content.id)},
            {QStringLiteral("localNumber"), submitted.localNumber},
            {QStringLiteral("item"), content.item.name},
            {QStringLiteral("submittedAt"), text(submitted.submittedAt)},
            {QStringLiteral("status"), domain::nameOf(submitted.status)},
            {QStringLiteral("projectNumber"), submitted.projectNumber},
            {QStringLiteral("name"), domain::maskedName(content.applicant.name)},
            {QStringLiteral("idNumber"), domain::maskedIdNumber(content.applicant.idNumber)},
            {QStringLiteral("pages"), pages}};
}

QJsonObject answerOf(const Result<QJsonObject> &answer, const QString &verb)
{
    QJsonObject object = answer.value_or(QJsonObject());
    object.insert(QStringLiteral("ok"), answer.has_value());
    if (answer)
        return object;
    const Error &error = answer.error();
    object.insert(QStringLiteral("error"), QJsonObject{{QStringLiteral("kind"), QLatin1String(nameOf(error.kind))},
                                                       {QStringLiteral("where"), error.where},
                                                       {QStringLiteral("detail"), error.detail}});
    object.insert(QStringLiteral("words"), troubleWords(error, verb));
    return object;
}

Result<offline::ferry::FerryKeys> ferryKeys(const QueueSettings &settings, ports::FileSystem &files)
{
    using namespace offline::crypto;
    const auto where = QStringLiteral("queue.keys");
    if (settings.signKeyFile.isEmpty())
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("no signKeyFile and cityKeyFile are configured"));
    const auto secret = files.read(settings.signKeyFile);
    if (!secret)
        return fail(ErrorKind::Misconfigured, where, secret.error().detail);
    const auto open = files.read(settings.cityKeyFile);
    if (!open)
        return fail(ErrorKind::Misconfigured, where, open.error().detail);
    auto device = Sm2PrivateKey::fromPem(*secret);
    if (!device)
        return fail(device.error().within(where));
    auto city = Sm2PublicKey::fromPem(*open);
    if (!city)
        return fail(city.error().within(where));
    return offline::ferry::FerryKeys{.deviceId = settings.deviceId,
                                     .siteCode = settings.siteCode,
                                     .device = std::move(*device),
                                     .city = std::move(*city)};
}

Result<std::vector<QUuid>> QueueSource::openCases()
{
    return askStore(m_onStore, [](OfflineStore &store) { return sourceIn(store).openCases(); });
}

Result<std::vector<ports::OutboxEntry>> QueueSource::entriesOf(const QUuid &caseId)
{
    return askStore(m_onStore, [&](OfflineStore &store) { return sourceIn(store).entriesOf(caseId); });
}

Result<QString> QueueSource::platformCaseId(const QUuid &caseId)
{
    return askStore(m_onStore, [&](OfflineStore &store) { return sourceIn(store).platformCaseId(caseId); });
}

Result<QByteArray> QueueSource::page(const QUuid &caseId, const QUuid &blob)
{
    return askStore(m_onStore, [&](OfflineStore &store) { return sourceIn(store).page(caseId, blob); });
}

} // namespace tongban::app
