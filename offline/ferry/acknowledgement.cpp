// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/ferry/acknowledgement.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tongban::offline::ferry {

namespace {

const auto where = QStringLiteral("ferry.import");
const auto ackTitle = QByteArrayLiteral("tongban ack 1\n");

tl::unexpected<Error> damaged(const QString &why)
{
    return fail(ErrorKind::CodeUnreadable, where, why);
}

// The answers that later requests build upon must name the city's case.
bool isUsable(const QString &kind, const QJsonObject &answer)
{
    const bool names = kind == QLatin1String("createCase") || kind == QLatin1String("submitCase");
    return !names || !answer.value(QStringLiteral("caseId")).toString().isEmpty();
}

Result<CityAnswer> answerFrom(const QJsonObject &json)
{
    CityAnswer answer{.entry = QUuid::fromString(json.value(QStringLiteral("key")).toString()),
                      .caseId = QUuid::fromString(json.value(QStringLiteral("caseId")).toString()),
                      .answer = {},
                      .problem = json.value(QStringLiteral("problem"))[QStringLiteral("code")].toString()};
    const QJsonValue said = json.value(QStringLiteral("answer"));
    if (said.isObject())
        answer.answer = said.toObject();
    const bool hasOne = answer.answer.has_value() != !answer.problem.isEmpty();
    if (answer.entry.isNull() || answer.caseId.isNull() || !hasOne)
        return damaged(QStringLiteral("an answer without its entry or its outcome"));
    if (answer.answer && !isUsable(json.value(QStringLiteral("kind")).toString(), *answer.answer))
        return damaged(QStringLiteral("an answer without the city's case"));
    return answer;
}

Result<std::vector<CityAnswer>> answersFrom(const QJsonArray &array)
{
    std::vector<CityAnswer> answers;
    for (const QJsonValue &value : array) {
        auto answer = answerFrom(value.toObject());
        if (!answer)
            return fail(answer.error());
        answers.push_back(std::move(*answer));
    }
    return answers;
}

using Answers = std::vector<CityAnswer>;

// The city answers in the order of the bundle: the answers of a case stand together.
Answers::const_iterator endOfCase(Answers::const_iterator begin, Answers::const_iterator end)
{
    return std::find_if(begin, end, [id = begin->caseId](const CityAnswer &answer) { return answer.caseId != id; });
}

Result<void> applyCase(Answers::const_iterator begin, Answers::const_iterator end, ports::OutboxDesk &desk,
                       ImportReport &report)
{
    std::vector<ports::Acknowledged> done;
    for (auto answer = begin; answer != end; ++answer) {
        if (answer->answer)
            done.push_back({.entry = answer->entry, .answer = *answer->answer});
    }
    const auto written = desk.acknowledgeAll(begin->caseId, done);
    if (failedWith(written, ErrorKind::NotFound)) {
        ++report.unknown;
        return {};
    }
    if (!written)
        return written;
    ++report.cases;
    report.answers += static_cast<int>(done.size());
    for (auto answer = begin; answer != end; ++answer) {
        if (answer->answer)
            continue;
        ++report.refused;
        const auto held =
            desk.hold(answer->entry, QStringLiteral("by ferry: the city refused with ") + answer->problem);
        // Not pending any more: the line is at it, or it is held already.
        if (!held && held.error().kind != ErrorKind::NotFound)
            return held;
    }
    return {};
}

} // namespace

Result<Acknowledgement> readAcknowledgement(const QByteArray &file, const QString &deviceId,
                                            const crypto::Sm2PublicKey &city)
{
    const auto end = file.indexOf('\n');
    if (end < 0)
        return damaged(QStringLiteral("no signature"));
    const QByteArray line = file.left(end);
    const QByteArray signature = QByteArray::fromBase64(file.mid(end + 1).trimmed());
    if (!city.verifies(ackTitle + line, signature))
        return fail(ErrorKind::SealBroken, where, QStringLiteral("not signed by this city, or changed on the way"));
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    if (json.value(QStringLiteral("version")).toInt() != 1)
        return damaged(QStringLiteral("made for a later program"));
    if (json.value(QStringLiteral("deviceId")).toString() != deviceId)
        return fail(ErrorKind::InputInvalid, where, QStringLiteral("made for another terminal"));
    auto answers = answersFrom(json.value(QStringLiteral("answers")).toArray());
    if (!answers)
        return fail(answers.error());
    return Acknowledgement{
        .bundle = QUuid::fromString(json.value(QStringLiteral("bundleId")).toString()),
        .createdAt =
            QDateTime::fromString(json.value(QStringLiteral("createdAt")).toString(), Qt::ISODateWithMs).toUTC(),
        .answers = std::move(*answers)};
}

Result<ImportReport> applyAcknowledgement(const Acknowledgement &acknowledgement, ports::OutboxDesk &desk)
{
    ImportReport report;
    const auto &answers = acknowledgement.answers;
    for (auto begin = answers.begin(); begin != answers.end();) {
        const auto end = endOfCase(begin, answers.end());
        if (const auto applied = applyCase(begin, end, desk, report); !applied)
            return fail(applied.error().within(where));
        begin = end;
    }
    return report;
}

} // namespace tongban::offline::ferry
