// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/client/emulator_client.h"

#include <QDeadlineTimer>
#include <QJsonDocument>

namespace tongban::drivers::emulator {
namespace {

constexpr int answerTimeoutMs = 5000;

QString here()
{
    return QStringLiteral("emulator.call");
}

} // namespace

Result<void> EmulatorClient::connectTo(const QString &directory)
{
    m_socket.abort();
    m_socket.connectToServer(directory + QStringLiteral("/control.sock"));
    if (!m_socket.waitForConnected(answerTimeoutMs))
        return fail(ErrorKind::DeviceAbsent, here(), m_socket.errorString());
    return {};
}

Result<QJsonObject> EmulatorClient::call(const QJsonObject &command)
{
    m_socket.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    const QDeadlineTimer deadline(answerTimeoutMs);
    while (!m_socket.canReadLine()) {
        const bool isAlive = m_socket.state() == QLocalSocket::ConnectedState;
        if (!isAlive ||
            (!m_socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())) && deadline.hasExpired()))
            return fail(ErrorKind::DeviceSilent, here(), m_socket.errorString());
    }
    const QJsonDocument answer = QJsonDocument::fromJson(m_socket.readLine());
    if (!answer.isObject())
        return fail(ErrorKind::ProtocolViolation, here(), QStringLiteral("not a JSON object"));
    QJsonObject content = answer.object();
    if (!content.take(QStringLiteral("ok")).toBool())
        return fail(ErrorKind::InputInvalid, here(), content.value(QStringLiteral("error")).toString());
    return content;
}

Result<QJsonObject> EmulatorClient::call(const QString &what, QJsonObject arguments)
{
    arguments.insert(QStringLiteral("do"), what);
    return call(arguments);
}

Result<void> EmulatorClient::tell(const QString &what, const QJsonObject &arguments)
{
    if (auto answer = call(what, arguments); !answer)
        return fail(answer.error());
    return {};
}

Result<void> EmulatorClient::placeCard(const QJsonObject &card)
{
    return tell(QStringLiteral("card.place"), {{QStringLiteral("card"), card}});
}

Result<void> EmulatorClient::liftCard()
{
    return tell(QStringLiteral("card.lift"));
}

Result<void> EmulatorClient::setCardFault(const QString &kind)
{
    return tell(QStringLiteral("card.fault"), {{QStringLiteral("kind"), kind}});
}

Result<void> EmulatorClient::placePage(const QString &file)
{
    return tell(QStringLiteral("scanner.place"), {{QStringLiteral("file"), file}});
}

Result<void> EmulatorClient::setPrinter(const QJsonObject &settings)
{
    return tell(QStringLiteral("printer.set"), settings);
}

Result<void> EmulatorClient::setPrinterFault(const QString &kind)
{
    return tell(QStringLiteral("printer.fault"), {{QStringLiteral("kind"), kind}});
}

Result<void> EmulatorClient::cutLine()
{
    return tell(QStringLiteral("line.cut"));
}

Result<void> EmulatorClient::restoreLine()
{
    return tell(QStringLiteral("line.restore"));
}

Result<QJsonObject> EmulatorClient::status()
{
    return call(QStringLiteral("status"));
}

} // namespace tongban::drivers::emulator
