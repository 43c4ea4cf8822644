// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal with one case, as tongban-queue finds it: with the kiosk's door, or with the kiosk down.
#pragma once

#include "app/main/queue/queue_command.h"
#include "app/main/queue/queue_report.h"
#include "app/main/store_options.h"
#include "app/main/tool_door.h"
#include "offline/crypto/sm2.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

namespace tongban::testing {

using namespace app;
using offline::crypto::Sm2PrivateKey;

struct Told
{
    int code = -1;
    QString out;
    QString err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

class QueueRig : public QObject
{
    Q_OBJECT

protected:
    void setUp()
    {
        m_world = std::make_unique<StoreWorld>();
        m_directory = std::make_unique<QTemporaryDir>();
        writeConfig();
        auto store = m_world->open();
        QVERIFY(store);
        const auto draft = filledDraft(**store, zhang(), m_world->clock);
        QVERIFY(draft);
        m_case = *(*store)->cases().submit(*draft);
    }
    void tearDown()
    {
        stopKiosk();
        m_world.reset();
    }

    [[nodiscard]] QString path(const QString &name) const { return m_directory->filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void writeConfig()
    {
        for (const auto &name : {QStringLiteral("ca.pem"), QStringLiteral("k.pem"), QStringLiteral("k.key")})
            put(name, "x");
        put(QStringLiteral("sign.key"), m_device.toPem());
        put(QStringLiteral("city.pub"), m_city.publicKey().toPem());
        const auto options = m_world->options();
        const QJsonObject site{{"siteCode", options.siteCode},
                               {"hallName", "青山镇"},
                               {"deviceId", options.deviceId},
                               {"phone", "1"},
                               {"address", "1"},
                               {"hours", "1"}};
        const QJsonObject platform{{"url", "https://127.0.0.1:1/v1"},
                                   {"ca", "ca.pem"},
                                   {"certificate", "k.pem"},
                                   {"key", "k.key"},
                                   {"appId", "tongban"},
                                   {"signKeyFile", "sign.key"},
                                   {"cityKeyFile", "city.pub"}};
        const QJsonObject config{{"site", site},
                                 {"stateDirectory", m_world->stateDirectory()},
                                 {"deviceDirectories", QJsonArray{"devices"}},
                                 {"platform", platform},
                                 {"display", QJsonObject{{"fullScreen", false}, {"width", 1080}, {"height", 1920}}},
                                 {"logFile", "log"}};
        put(QStringLiteral("kiosk.json"), QJsonDocument(config).toJson());
        const auto read = loadKioskConfig(path(QStringLiteral("kiosk.json")));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        m_config = *read;
    }
    void startKiosk()
    {
        m_lane = std::make_unique<Lane>(QStringLiteral("store"));
        const auto opened = m_lane->run([this](std::stop_token) -> Result<void> {
            auto store = m_world->open();
            if (!store)
                return fail(store.error());
            m_store = std::move(*store);
            return {};
        });
        QVERIFY(opened.result());
        auto door = openToolDoor(
            m_config, *m_lane, [this] { return m_store.get(); }, m_world->disk, m_world->clock);
        QVERIFY2(door, door ? "" : qPrintable(door.error().detail));
        m_door = std::move(*door);
    }
    void stopKiosk()
    {
        m_door.reset();
        if (m_lane)
            m_lane
                ->run([this](std::stop_token) {
                    m_store.reset();
                    return Result<void>();
                })
                .waitForFinished();
        m_lane.reset();
    }
    [[nodiscard]] Told queue(const QStringList &words)
    {
        QProcess program;
        program.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-queue"),
                      QStringList{QStringLiteral("--config"), path(QStringLiteral("kiosk.json"))} + words);
        // The door lives on this thread: its event loop turns while the program runs.
        if (!QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, 20'000)) {
            program.kill();
            program.waitForFinished();
            return {};
        }
        return {.code = program.exitCode(),
                .out = QString::fromUtf8(program.readAllStandardOutput()),
                .err = QString::fromUtf8(program.readAllStandardError())};
    }
    [[nodiscard]] QString firstEntry()
    {
        return queue({"--json", "list"}).json()["entries"].toArray().first()["entry"].toString();
    }
    [[nodiscard]] QByteArray acknowledgement(const QJsonArray &entries, const Sm2PrivateKey &signer) const
    {
        QJsonArray answers;
        for (const QJsonValue &entry : entries)
            answers.append(QJsonObject{{"key", entry["entry"]},
                                       {"caseId", entry["case"]},
                                       {"kind", entry["kind"]},
                                       {"answer", QJsonObject{{"caseId", "P-1"}}}});
        const QByteArray line = QJsonDocument(QJsonObject{{"version", 1},
                                                          {"bundleId", "x"},
                                                          {"deviceId", m_config.site.deviceId},
                                                          {"createdAt", "2026-11-21T08:30:00.000Z"},
                                                          {"answers", answers}})
                                    .toJson(QJsonDocument::Compact);
        return line + '\n' + signer.sign("tongban ack 1\n" + line).toBase64() + '\n';
    }

    std::unique_ptr<StoreWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_directory;
    KioskConfig m_config;
    domain::SubmittedCase m_case;
    Sm2PrivateKey m_device = Sm2PrivateKey::generate();
    Sm2PrivateKey m_city = Sm2PrivateKey::generate();

    // The kiosk, as far as its tools see it.
    std::unique_ptr<Lane> m_lane;
    StorePointer m_store; // touched on m_lane only
    std::unique_ptr<ControlDoor> m_door;
};

} // namespace tongban::testing
