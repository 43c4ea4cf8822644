// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk with fakes at its ports and nothing else replaced: the real flow, real lanes, the real item files.
#pragma once

#include "app/core/domain/item_codec.h"
#include "app/view/kiosk_controller.h"
#include "tests/unit/view/fake_devices.h"
#include "tests/unit/view/fake_store.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <memory>

namespace tongban::test {

inline domain::ServiceItem shippedItem(const QString &code)
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/%1.json").arg(code));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("item file is missing");
    const auto item = domain::itemFromJson(QJsonDocument::fromJson(file.readAll()).object());
    if (!item)
        qFatal("%s", qPrintable(item.error().detail));
    return *item;
}

class KioskRig
{
public:
    static constexpr auto itemCode = "gaoling-jintie"; // 高龄津贴: age rule, one scan, a hidden page

    ManualClock clock{QDateTime(QDate(2026, 11, 21), QTime(2, 30), Qt::UTC)};
    FakeStore store;
    FakeReader reader;
    FakeScanner scanner;
    FakePrinter printer;
    FakeBoard board;
    FakeSpeaker speaker;
    ports::CityDesk *city = nullptr; // who answers while a person waits; outlives the kiosk
    // Another store than the fake one, opened on the store's lane. Set before the first step.
    std::function<Result<view::StorePorts>()> storeDoor;

    explicit KioskRig(const view::KioskTimes &times = {}, const QMap<domain::DeviceClass, int> &heights = {})
        : m_heights(heights), m_storeLane(QStringLiteral("store")), m_cardLane(QStringLiteral("card")), m_scanLane(QStringLiteral("scan")),
          m_printLane(QStringLiteral("print")), m_boardLane(QStringLiteral("board"))
    {
        store.setItems({shippedItem(QString::fromLatin1(itemCode))});
        m_kiosk = std::make_unique<view::KioskController>(ports(), times);
    }
    ~KioskRig() { end(); }

    void end() // nobody uses the store or a device any more
    {
        store.gate.open(); // the store is never stopped half-way, so it must be let through
        m_kiosk.reset();
    }

    view::KioskController &kiosk() { return *m_kiosk; }

    void onStoreLane(std::function<void()> work)
    {
        m_storeLane
            .run([work = std::move(work)](std::stop_token) {
                work();
                return Result<void>();
            })
            .waitForFinished();
    }

    view::KioskPorts ports()
    {
        view::KioskPorts ports;
        ports.storeLane = &m_storeLane;
        ports.cardLane = &m_cardLane;
        ports.scanLane = &m_scanLane;
        ports.printLane = &m_printLane;
        ports.boardLane = &m_boardLane;
        ports.store = [this] { return storeDoor ? storeDoor() : Result<view::StorePorts>(store.ports()); };
        ports.cardReader = [this] { return Result<ports::IdCardReader *>(&reader); };
        ports.scanner = [this] { return Result<ports::DocumentScanner *>(&scanner); };
        ports.printer = [this] { return Result<ports::ReceiptPrinter *>(&printer); };
        ports.board = [this] { return Result<ports::IoBoard *>(&board); };
        ports.speaker = &speaker;
        ports.city = [this] { return city; };
        ports.sm3 = [](const QByteArray &bytes) {
            return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); // 32 bytes too
        };
        ports.clock = &clock;
        ports.site = {.siteCode = QStringLiteral("110105001001"),
                      .hallName = QStringLiteral("青山镇便民服务中心"),
                      .deviceId = QStringLiteral("K01"),
                      .phone = QStringLiteral("010-12345678"),
                      .address = QStringLiteral("青山镇政府街1号"),
                      .hours = QStringLiteral("工作日 9:00—17:00"),
                      .heights = m_heights};
        return ports;
    }

    void tellReader(const domain::DeviceHealth &health)
    {
        m_kiosk->deviceHealthChanged(domain::DeviceClass::IdCardReader, health);
    }

    [[nodiscard]] bool reach(const QString &step)
    {
        return QTest::qWaitFor([&] { return m_kiosk->step() == step && !m_kiosk->busy(); });
    }

    // Each goes on from where the one before ended, and says whether it arrived.
    [[nodiscard]] bool toHome()
    {
        m_kiosk->loadCatalogue();
        m_kiosk->touched();
        return reach(QStringLiteral("Home")) && QTest::qWaitFor([&] { return m_kiosk->home()->catalogueReady(); });
    }
    [[nodiscard]] bool toGuide()
    {
        m_kiosk->chooseItem(QString::fromLatin1(itemCode));
        return reach(QStringLiteral("Guide"));
    }
    [[nodiscard]] bool toForm()
    {
        m_kiosk->forward();
        return reach(QStringLiteral("Form"));
    }
    [[nodiscard]] bool toMaterials()
    {
        for (int page = 0; page < 20 && m_kiosk->step() == QLatin1String("Form"); ++page) {
            answerPage();
            m_kiosk->forward();
        }
        return reach(QStringLiteral("Materials"));
    }
    [[nodiscard]] bool toPageReview()
    {
        m_kiosk->materials()->scan(QStringLiteral("householdRegister"));
        return reach(QStringLiteral("PageReview"));
    }
    [[nodiscard]] bool toSignature()
    {
        m_kiosk->keepPage();
        m_kiosk->forward();
        return reach(QStringLiteral("Signature"));
    }
    [[nodiscard]] bool toReview()
    {
        draw();
        m_kiosk->forward();
        return reach(QStringLiteral("Review"));
    }
    [[nodiscard]] bool toReceipt()
    {
        m_kiosk->forward();
        return reach(QStringLiteral("Receipt"));
    }
    [[nodiscard]] bool atReview()
    {
        return toHome() && toGuide() && toForm() && toMaterials() && toPageReview() && toSignature() && toReview();
    }

    void answerPage()
    {
        view::RowModel *fields = m_kiosk->form()->fields();
        for (int row = 0; row < fields->count(); ++row) {
            const QString type = fields->value(row, "type").toString();
            const QString key = fields->value(row, "key").toString();
            if (type == QLatin1String("choice")) {
                const QVariantList choices = fields->value(row, "choices").toList();
                m_kiosk->form()->setAnswer(key, choices.first().toMap().value(QStringLiteral("value")).toString());
            } else if (type == QLatin1String("phone")) {
                m_kiosk->form()->setAnswer(key, QStringLiteral("13800138000"));
            }
        }
    }
    void draw() { drawOn(*m_kiosk); }
    static void drawOn(view::KioskController &kiosk)
    {
        kiosk.signature()->beginStroke({20, 100}, {600, 200});
        kiosk.signature()->extendStroke({500, 120});
        kiosk.signature()->extendStroke({300, 180});
    }

private:
    QMap<domain::DeviceClass, int> m_heights; // of the site
    Lane m_storeLane;
    Lane m_cardLane;
    Lane m_scanLane;
    Lane m_printLane;
    Lane m_boardLane;
    std::unique_ptr<view::KioskController> m_kiosk;
};

} // namespace tongban::test
