// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/recording.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tongban::drivers::transport {
namespace {

using Kind = RecordingEntry::Kind;

const QString versionKey = QStringLiteral("recording");
const QString timeKey = QStringLiteral("t");
const QString goneKey = QStringLiteral("gone");
constexpr int version = 1;

QString keyOf(Kind kind)
{
    switch (kind) {
    case Kind::Out:
        return QStringLiteral("out");
    case Kind::In:
        return QStringLiteral("in");
    case Kind::Gone:
        return goneKey;
    }
    Q_UNREACHABLE();
}

tl::unexpected<Error> malformed(qsizetype line, const QString &why)
{
    return fail(ErrorKind::Misconfigured, QStringLiteral("recording"), QStringLiteral("line %1: %2").arg(line).arg(why));
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

// QByteArray::fromHex() skips what is no digit; a recording that was tampered with must not pass for another.
bool isHex(const QString &text)
{
    for (const QChar digit : text) {
        if (!(digit >= u'0' && digit <= u'9') && !(digit >= u'a' && digit <= u'f'))
            return false;
    }
    return text.size() % 2 == 0;
}

Result<RecordingEntry> entryOf(const QJsonObject &object, qsizetype line)
{
    if (object.size() != 2 || !object.value(timeKey).isDouble() || object.value(timeKey).toDouble() < 0)
        return malformed(line, QStringLiteral("wants t and one of out, in, gone"));
    RecordingEntry entry{.micros = object.value(timeKey).toInteger()};
    if (object.value(goneKey).toBool()) {
        entry.kind = Kind::Gone;
        return entry;
    }
    for (const Kind kind : {Kind::Out, Kind::In}) {
        const QString hex = object.value(keyOf(kind)).toString();
        if (hex.isEmpty())
            continue;
        if (!isHex(hex))
            return malformed(line, QStringLiteral("no hexadecimal bytes"));
        entry.kind = kind;
        entry.bytes = QByteArray::fromHex(hex.toLatin1());
        return entry;
    }
    return malformed(line, QStringLiteral("wants t and one of out, in, gone"));
}

} // namespace

QByteArray headerLine(const QString &device, const QString &mask)
{
    return compact({{versionKey, version}, {QStringLiteral("device"), device}, {QStringLiteral("mask"), mask}});
}

QByteArray lineOf(const RecordingEntry &entry)
{
    QJsonObject object{{timeKey, entry.micros}};
    if (entry.kind == Kind::Gone)
        object.insert(goneKey, true);
    else
        object.insert(keyOf(entry.kind), QString::fromLatin1(entry.bytes.toHex()));
    return compact(object);
}

Result<Recording> parseRecording(const QByteArray &lines)
{
    Recording recording;
    qsizetype number = 0;
    for (qsizetype at = 0; at < lines.size();) {
        const qsizetype end = lines.indexOf('\n', at);
        if (end < 0) // cut short
            break;
        const QJsonDocument line = QJsonDocument::fromJson(lines.mid(at, end - at));
        at = end + 1;
        ++number;
        if (!line.isObject())
            return malformed(number, QStringLiteral("no JSON object"));
        if (number == 1) {
            if (line.object().value(versionKey).toInt() != version)
                return malformed(number, QStringLiteral("not a recording of version 1"));
            recording.device = line.object().value(QStringLiteral("device")).toString();
            recording.mask = line.object().value(QStringLiteral("mask")).toString();
            continue;
        }
        auto entry = entryOf(line.object(), number);
        if (!entry)
            return fail(entry.error());
        recording.entries.push_back(std::move(*entry));
    }
    if (number == 0)
        return malformed(1, QStringLiteral("not a recording of version 1"));
    return recording;
}

} // namespace tongban::drivers::transport
