// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/recording_transport.h"

#include "app/core/base/log.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>

#include <utility>

namespace tongban::drivers::transport {

using Kind = RecordingEntry::Kind;

RecordingTransport::RecordingTransport(std::unique_ptr<Transport> device, RecordingOptions options)
    : m_device(std::move(device)), m_options(std::move(options))
{}

Result<void> RecordingTransport::open()
{
    if (m_device->isOpen())
        return {};
    m_file.close();
    auto opened = m_device->open();
    if (opened)
        begin();
    return opened;
}

void RecordingTransport::begin()
{
    m_mask = m_options.makeMask();
    m_clock.start();
    static const QRegularExpression unfit(QStringLiteral("[^A-Za-z0-9._-]"));
    const QString name = QStringLiteral("%1-%2.jsonl").arg(
        QString(m_options.device).replace(unfit, QStringLiteral("_")),
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")));
    const QDir directory(m_options.directory);
    m_file.setFileName(directory.filePath(name));
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!directory.mkpath(QStringLiteral(".")) ||
        !m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, ownerOnly)) {
        log(LogEvent::DeviceTrouble, {{"device", m_options.device},
                                      {"kind", QLatin1String(nameOf(ErrorKind::StoreUnwritable))},
                                      {"where", QStringLiteral("recording")},
                                      {"detail", m_file.fileName() + QStringLiteral(": ") + m_file.errorString()}});
        return;
    }
    put(headerLine(m_options.device, QLatin1String(m_mask->name())));
}

void RecordingTransport::put(const QByteArray &line)
{
    if (!m_file.isOpen())
        return;
    // Full or failing: the recording ends here, whole lines only.
    if (m_file.size() + line.size() > m_options.largest || m_file.write(line) != line.size())
        m_file.close();
}

void RecordingTransport::note(Kind kind, const QByteArray &bytes)
{
    if (!m_file.isOpen())
        return;
    const QByteArray masked = kind == Kind::Out ? m_mask->toDevice(bytes) : m_mask->fromDevice(bytes);
    if (!masked.isEmpty())
        put(lineOf({.micros = m_clock.nsecsElapsed() / 1000, .kind = kind, .bytes = masked}));
}

void RecordingTransport::noteLoss(const Error &error)
{
    if (error.kind == ErrorKind::DeviceAbsent)
        put(lineOf({.micros = m_clock.nsecsElapsed() / 1000, .kind = Kind::Gone}));
    if (!m_device->isOpen())
        m_file.close();
}

Result<void> RecordingTransport::write(const QByteArray &bytes, Deadline deadline, std::stop_token stop)
{
    auto written = m_device->write(bytes, deadline, std::move(stop));
    if (written)
        note(Kind::Out, bytes);
    else
        noteLoss(written.error());
    return written;
}

Result<QByteArray> RecordingTransport::read(qsizetype maxBytes, Deadline deadline, std::stop_token stop)
{
    auto bytes = m_device->read(maxBytes, deadline, std::move(stop));
    if (bytes)
        note(Kind::In, *bytes);
    else
        noteLoss(bytes.error());
    return bytes;
}

Result<QByteArray> RecordingTransport::selfDescription(Deadline deadline, std::stop_token stop)
{
    if (auto opened = open(); !opened)
        return fail(opened.error());
    return m_device->selfDescription(deadline, std::move(stop));
}

void RecordingTransport::close()
{
    m_device->close();
    m_file.close();
}

} // namespace tongban::drivers::transport
