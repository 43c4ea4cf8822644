// SPDX-License-Identifier: GPL-3.0-or-later
// For tests: the commands of tongban-emulate over its control socket. Blocking, one thread.
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QLocalSocket>
#include <QString>

namespace tongban::drivers::emulator {

class EmulatorClient
{
public:
    // directory: the one the emulator was started with. Error: DeviceAbsent.
    Result<void> connectTo(const QString &directory);

    // {"do": …} → the answer without "ok". Errors: InputInvalid with the emulator's words, DeviceSilent (5 s),
    // ProtocolViolation.
    Result<QJsonObject> call(const QJsonObject &command);
    Result<QJsonObject> call(const QString &what, QJsonObject arguments = {});

    // The commands in short; card as card.place takes it.
    Result<void> placeCard(const QJsonObject &card);
    Result<void> liftCard();
    Result<void> setCardFault(const QString &kind);
    Result<void> placePage(const QString &file);
    Result<void> setPrinter(const QJsonObject &settings);
    Result<void> setPrinterFault(const QString &kind);
    Result<void> cutLine();
    Result<void> restoreLine();
    Result<QJsonObject> status();

private:
    Result<void> tell(const QString &what, const QJsonObject &arguments = {});
    QLocalSocket m_socket;
};

} // namespace tongban::drivers::emulator
