// SPDX-License-Identifier: GPL-3.0-or-later
// The reference city platform as a test sees it: the real program on free ports, with keys and a directory of its own,
// ended with the object. Link tongban_test_platform (it brings the program with it). One thread; calls block briefly.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>
#include <optional>

namespace tongban::tests::platform {

struct PlatformOptions
{
    QString deviceId = QStringLiteral("K01");
    QString siteCode = QStringLiteral("330782101001");
    QString catalogueDirectory; // *.json of items and themes, several separated by colons; empty: those of resources
    int acceptAfterMs = 0;      // complete cases are accepted so long after their submission; -1: only by decide()
    int sessionSeconds = 3600;
    QString address = QStringLiteral("primary"); // this address's name among those of one city
    int receiveBuffer = 0; // bytes that may be on the way unread, as on a thin line; 0: the kernel's own way
};

class PlatformProcess
{
public:
    explicit PlatformProcess(PlatformOptions options = {});
    // Another address of `first`'s city: the same keys, directory and cases, its own ports, sessions and faults.
    // `first` has been started.
    PlatformProcess(const PlatformProcess &first, const QString &address);
    ~PlatformProcess(); // the program has ended when this returns

    // Returns when the program listens. After stop() or kill(): the same ports, keys, directory and cases again; tokens
    // are forgotten (401 session_expired). Misconfigured: keys could not be made; DeviceFault: it did not come up.
    Result<void> start();
    void stop(); // SIGTERM
    void kill(); // SIGKILL: the city's power cut

    [[nodiscard]] QUrl baseUrl() const; // https://127.0.0.1:PORT/v1
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] quint16 controlPort() const { return m_controlPort; }
    [[nodiscard]] quint16 enrolPort() const { return m_enrolPort; } // POST /v1/enrolments, without client certificate
    [[nodiscard]] QString directory() const;                        // platform.db, files/
    [[nodiscard]] QString caFile() const;                           // PEM, as the three below
    [[nodiscard]] QString certificateFile() const;
    [[nodiscard]] QString keyFile() const;
    [[nodiscard]] QString signKeyFile() const; // the terminal's SM2 key, PKCS #8
    [[nodiscard]] QString cityKeyFile() const; // the city's SM2 key, public
    // Keys for another terminal of the same city: certificate "…/device-ID.pem", key "…/device-ID.key", SM2 key
    // "…/device-ID-sm2.key".
    Result<QString> addDevice(const QString &deviceId, const QString &siteCode);
    [[nodiscard]] QByteArray log(); // what it wrote to stderr so far, JSON lines

    // --- The control port (tests/platform/README.md) ---
    // {"latencyMs":N,"next":[{"match":"POST /v1/cases","kind":"loseAnswer","count":1}, …]}; adds to what is planned.
    Result<void> plan(const QJsonObject &faults);
    Result<void> planOne(const QString &match, const QString &kind, const QJsonObject &more = {});
    Result<void> clearFaults();
    Result<QByteArray> ferry(const QByteArray &bundle); // a stick is carried to town: the acknowledgement
    Result<QJsonArray> cases();                         // the complete dump
    Result<QJsonObject> counters(); // {"requests":{"POST /v1/cases":2},"answers":{"POST /v1/cases 201":1},…}
    Result<void> decide(const QString &platformCaseId, const QString &status); // as the office would
    Result<void> acceptAfter(int ms);                                          // -1: only by decide()
    Result<void> expireSessions();
    Result<void> setReplicationLag(int ms); // what came at another address within so long is not seen at this one
    Result<void> permitEnrolment(const QString &code, const QString &deviceId, const QString &siteCode,
                                 std::optional<int> expiresInSeconds = {}); // negative: it has expired
    Result<void> revokeDevice(const QString &deviceId, bool revoked = true);
    Result<void> setDeviceSecret(const QString &deviceId, const QByteArray &secret); // for HMAC-SM3
    Result<void> holdLicence(const QJsonObject &licence);     // {idNumber, licence, number, issued?}
    Result<QString> codeSentTo(const QString &phone); // the newest, as the telephone shows it; NotFound: none came
    Result<QJsonArray> givenPhones(); // {caseId (the platform's), field, phone, state: confirmed or unverified}
    Result<void> setPhoneRules(const QJsonObject &rules); // {validSeconds?, againSeconds?, tries?, codesPerDevice?}
    Result<void> issueNotice(const QJsonObject &notice);      // {caseId (the platform's), kind, due?, title, items}
    Result<QString> issueCommand(const QJsonObject &command); // {deviceId, kind, text?, expiresInSeconds?}; its id
    Result<QJsonArray> commands();                            // with outcome and detail
    Result<void> withdrawLetters(const QString &platformCaseId); // all that the office wrote about the case

private:
    Result<void> makeKeys(const QString &deviceId, const QString &siteCode);
    Result<void> awaitReady();
    Result<QByteArray> control(const char *method, const QString &path, const QByteArray &body = {});
    Result<void> tell(const QString &path, const QJsonObject &body); // POST to the control port
    [[nodiscard]] QStringList arguments() const;

    PlatformOptions m_options;
    std::shared_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
    quint16 m_controlPort = 0;
    quint16 m_enrolPort = 0;
    QByteArray m_log;
};

} // namespace tongban::tests::platform
