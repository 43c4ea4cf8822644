// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/http_city_platform.h"

#include "offline/platform/case_creation.h"
#include "offline/platform/http_city_parts.h"

namespace tongban::offline::platform {

HttpCityPlatform::HttpCityPlatform(PlatformAccess access, PlatformOptions options, TrustedClock &clock,
                                   std::unique_ptr<UploadMemory> uploads)
    : m_parts(std::make_unique<Parts>(access, std::move(options), clock, std::move(uploads)))
{}

HttpCityPlatform::~HttpCityPlatform() = default;

QFuture<Answer> HttpCityPlatform::createCase(const QUuid &key, const QJsonObject &body)
{
    if (!m_parts->book.hasStandby()) // the key alone keeps it from being made twice
        return m_parts->write(QStringLiteral("platform.createCase"), QStringLiteral("/cases"), key, body,
                              {{"caseId", QJsonValue::String}, {"status", QJsonValue::String}});
    const Pending<QJsonObject> pending;
    const auto which = m_parts->book.current();
    auto *creation = new CaseCreation(m_parts->site(which).session, *m_parts->uploads, m_parts->clock,
                                      m_parts->handlingGrace, &m_parts->attempts);
    creation->start(key, body, [parts = m_parts.get(), which, pending](const Answer &answer) {
        parts->noteOutcome(which, answer);
        pending.answer(answer);
    });
    return pending.future();
}

QFuture<Answer> HttpCityPlatform::uploadPage(const QUuid &key, const QJsonObject &metadata, const QByteArray &image)
{
    const Pending<QJsonObject> pending;
    const auto which = m_parts->book.current();
    Site &site = m_parts->site(which);
    auto *upload = new TusUpload(
        TusPlace{site.session, site.terms, *m_parts->uploads, m_parts->pieces, m_parts->book.hasStandby()},
        TusFile{.key = key, .metadata = metadata, .bytes = image},
        [parts = m_parts.get(), which, pending](const Answer &answer) {
            parts->noteOutcome(which, answer);
            pending.answer(answer);
        },
        &m_parts->attempts);
    upload->start();
    return pending.future();
}

qint64 HttpCityPlatform::pageBytesSent() const
{
    return m_parts->line.sharedBytesSent();
}

QFuture<Answer> HttpCityPlatform::submitCase(const QUuid &key, const QString &platformCaseId, const QJsonObject &body)
{
    return m_parts->write(QStringLiteral("platform.submitCase"),
                          QStringLiteral("/cases/%1/submit").arg(pathSegment(platformCaseId)), key, body,
                          {{"caseId", QJsonValue::String}, {"status", QJsonValue::String}});
}

QFuture<Answer> HttpCityPlatform::sendSupplement(const QUuid &key, const QString &platformCaseId,
                                                 const QJsonObject &body)
{
    return m_parts->write(QStringLiteral("platform.sendSupplement"),
                          QStringLiteral("/cases/%1/supplements").arg(pathSegment(platformCaseId)), key, body,
                          {{"caseId", QJsonValue::String}, {"status", QJsonValue::String}});
}

QFuture<Answer> HttpCityPlatform::sendEvaluation(const QUuid &key, const QJsonObject &body)
{
    return m_parts->write(QStringLiteral("platform.sendEvaluation"), QStringLiteral("/evaluations"), key, body,
                          {{"status", QJsonValue::String}});
}

std::chrono::milliseconds HttpCityPlatform::pauseAsked() const
{
    return m_parts->line.pauseAsked();
}

} // namespace tongban::offline::platform
