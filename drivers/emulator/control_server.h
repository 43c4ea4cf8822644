// SPDX-License-Identifier: GPL-3.0-or-later
// The control socket: one JSON object a line in, one a line out, in order.
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QLocalServer>
#include <QObject>

#include <functional>

class QLocalSocket;

namespace tongban::drivers::emulator {

class ControlServer final : public QObject
{
    Q_OBJECT

public:
    using Executor = std::function<QJsonObject(const QJsonObject &)>;
    explicit ControlServer(Executor execute);
    ~ControlServer() override;

    Result<void> listen(const QString &path); // DeviceFault; a socket left by a dead predecessor is replaced

private:
    void accept();
    void answerLines(QLocalSocket &socket);
    [[nodiscard]] QJsonObject answer(const QByteArray &line);

    Executor m_execute;
    QLocalServer m_server;
};

} // namespace tongban::drivers::emulator
