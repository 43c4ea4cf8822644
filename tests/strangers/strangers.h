// SPDX-License-Identifier: GPL-3.0-or-later
// Prism, @tus/server and stunnel as one address, ended with the object. One thread; calls block.
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace tongban::tests {

struct TlsFiles // PEM
{
    QString certificate;
    QString key;
    QString clientCa;
};

class Strangers
{
public:
    ~Strangers();

    // Brings the packages of package-lock.json into the build tree unless they are there. The error says what this
    // machine lacks: Node, npm, stunnel, the registry.
    [[nodiscard]] static Result<void> prepare();

    // contract: the OpenAPI document that Prism goes by.
    Result<void> start(const TlsFiles &tls, const QByteArray &contract);
    [[nodiscard]] QUrl baseUrl() const; // https://127.0.0.1:PORT/v1, client certificate demanded
    [[nodiscard]] QString uploadsDirectory() const;
    [[nodiscard]] QList<QJsonObject> requests(); // {method, path, status, offset?}: what was answered so far
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray tlsLog(); // what stunnel says

private:
    [[nodiscard]] QString contractFile() const;
    Result<quint16> startServers();
    Result<void> startTls(const TlsFiles &tls, quint16 behind);

    QTemporaryDir m_directory;
    QProcess m_servers;
    QProcess m_stunnel;
    QByteArray m_log;
    QByteArray m_tlsLog;
    quint16 m_port = 0;
};

} // namespace tongban::tests
