// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal (real store, real sync) and the strangers that it takes for its city. They prove who they are by the keys
// of the reference city, which is there for nothing else.
#pragma once

#include "tests/fault/sync_city.h"
#include "tests/strangers/strangers.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace tongban::tests {

class StrangeCity
{
public:
    // What is wrong; empty: both stand, and nobody has spoken yet.
    [[nodiscard]] QString start()
    {
        return city.start() ? startStrangers(theContract()) : QStringLiteral("the terminal does not start");
    }
    [[nodiscard]] QString startStrangers(const QByteArray &contract)
    {
        const QString keys = QFileInfo(city.platform.caFile()).absolutePath();
        const auto up = strangers.start({.certificate = keys + QStringLiteral("/server.pem"),
                                         .key = keys + QStringLiteral("/server.key"),
                                         .clientCa = city.platform.caFile()},
                                        contract);
        return up ? QString() : up.error().detail;
    }
    // From now on the terminal speaks to the strangers, by way of that port when one is given.
    [[nodiscard]] bool connect(quint16 through = 0)
    {
        const auto access = accessThrough(through);
        if (access)
            city.connect(*access);
        return access.has_value();
    }
    [[nodiscard]] Result<offline::platform::PlatformAccess> accessThrough(quint16 port = 0) const
    {
        auto config = city.config();
        config.url = strangers.baseUrl();
        if (port != 0)
            config.url.setPort(port);
        return offline::platform::prepareAccess(config);
    }
    [[nodiscard]] bool allDone()
    {
        const QStringList states = city.boxStates();
        return !states.isEmpty() && states.filter(QStringLiteral(" done")).size() == states.size();
    }
    // For a test that fails: what was asked and answered, and how far the outbox is.
    [[nodiscard]] QByteArray words()
    {
        QByteArray words;
        for (const QJsonObject &request : strangers.requests())
            words += QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n';
        return words + city.boxStates().join(QLatin1Char('\n')).toUtf8() + '\n' + strangers.tlsLog();
    }
    [[nodiscard]] static QByteArray theContract()
    {
        QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/api/platform.openapi.yaml"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    SyncCity city;
    Strangers strangers;
};

} // namespace tongban::tests
