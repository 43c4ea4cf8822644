// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/page_change.h"

#include "app/core/domain/item_codec.h"
#include "app/view/kiosk_controller.h"
#include "tests/unit/view/fake_store.h"

#include <QAccessible>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTest>

namespace tongban::bench {

namespace {

constexpr int rounds = 50; // there and back: 100 changes

// The shipped items; all that the pages Home and Guide need of the world.
class ShippedCatalogue final : public ports::Catalogue
{
public:
    Result<ports::CatalogueSnapshot> current() override
    {
        ports::CatalogueSnapshot snapshot{QStringLiteral("bench"), QDateTime::currentDateTimeUtc(), {}};
        const QDir items(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items"));
        for (const QString &name : items.entryList({QStringLiteral("*.json")})) {
            QFile file(items.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                return fail(ErrorKind::NotFound, QStringLiteral("bench.catalogue"), name);
            auto item = domain::itemFromJson(QJsonDocument::fromJson(file.readAll()).object());
            if (!item)
                return fail(item.error());
            snapshot.items.push_back(std::move(*item));
        }
        return snapshot;
    }
    Result<ports::HeldCatalogue> held() override
    {
        return fail(ErrorKind::NotFound, QStringLiteral("bench.catalogue"));
    }
    Result<void> adopt(const ports::CatalogueNews &) override
    {
        return fail(ErrorKind::StoreUnwritable, QStringLiteral("bench.catalogue"));
    }
};

// Devices that stand there with nobody at them: an errand is closed while its devices are missing.
class IdleReader final : public ports::IdCardReader
{
public:
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Result<domain::IdCard> read(Deadline, std::stop_token) override
    {
        return fail(ErrorKind::CardAbsent, QStringLiteral("bench"));
    }
};

class IdleScanner final : public ports::DocumentScanner
{
public:
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Result<std::vector<ports::ScannedPage>> scan(const ports::PageProfile &, int, Deadline, std::stop_token,
                                                 const ports::OnScanProgress &) override
    {
        return fail(ErrorKind::PageMissing, QStringLiteral("bench"));
    }
};

class IdlePrinter final : public ports::ReceiptPrinter
{
public:
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Result<ports::PrinterStatus> status(Deadline, std::stop_token) override
    {
        return ports::PrinterStatus{.online = true};
    }
    Result<ports::PrintOutcome> print(const domain::ReceiptDocument &, Deadline, std::stop_token) override
    {
        return fail(ErrorKind::PaperOut, QStringLiteral("bench"));
    }
};

class SilentSpeaker final : public ports::Speaker
{
public:
    void setManner(const ports::SpeechManner &) override {}
    void say(const QStringList &) override {}
    void hush() override {}
};

// The middle of the visible control whose accessible name begins with `name`; a null point when there is none.
QPoint placeOf(QAccessibleInterface *from, const QString &name)
{
    if (!from)
        return {};
    const auto state = from->state();
    if (from->role() == QAccessible::Button && !state.invisible && !state.disabled &&
        from->text(QAccessible::Name).startsWith(name))
        return from->rect().center();
    for (int i = 0; i < from->childCount(); ++i) {
        const QPoint found = placeOf(from->child(i), name);
        if (!found.isNull())
            return found;
    }
    return {};
}

// Milliseconds from the release of a tap on `name` to the frame that shows the page of `step`.
Result<double> tap(QQuickWindow &window, const view::KioskController &kiosk, const QString &name, const QString &step)
{
    const QPoint place = window.mapFromGlobal(placeOf(QAccessible::queryAccessibleInterface(&window), name));
    if (place.isNull())
        return fail(ErrorKind::NotFound, QStringLiteral("bench.page_change"),
                    QStringLiteral("no control for step ") + step);
    QTest::mousePress(&window, Qt::LeftButton, {}, place);
    QElapsedTimer clock;
    bool painted = false;
    const auto connection = QObject::connect(&window, &QQuickWindow::frameSwapped, &window,
                                             [&] { painted = painted || kiosk.step() == step; });
    clock.start();
    QTest::mouseRelease(&window, Qt::LeftButton, {}, place);
    while (!painted && clock.elapsed() < 5'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
    const double ms = double(clock.nsecsElapsed()) / 1e6;
    QObject::disconnect(connection);
    if (!painted)
        return fail(ErrorKind::DeviceSilent, QStringLiteral("bench.page_change"),
                    QStringLiteral("never came to ") + step);
    QTest::qWait(250); // let the page's own fade end, so that the next tap meets a quiet page
    return ms;
}

} // namespace

Result<std::vector<Figure>> measurePageChange()
{
    SystemClock clock;
    ShippedCatalogue catalogue;
    test::FakeStore nobodysCases; // how often an errand was done here is asked of it
    IdleReader reader;
    IdleScanner scanner;
    IdlePrinter printer;
    SilentSpeaker speaker;
    Lane store(QStringLiteral("bench-store")), card(QStringLiteral("bench-card")), scan(QStringLiteral("bench-scan")),
        print(QStringLiteral("bench-print"));
    view::KioskPorts ports;
    ports.storeLane = &store;
    ports.cardLane = &card;
    ports.scanLane = &scan;
    ports.printLane = &print;
    ports.store = [&]() -> Result<view::StorePorts> {
        return view::StorePorts{&nobodysCases, nullptr, nullptr, &catalogue};
    };
    ports.cardReader = [&]() -> Result<ports::IdCardReader *> { return &reader; };
    ports.scanner = [&]() -> Result<ports::DocumentScanner *> { return &scanner; };
    ports.printer = [&]() -> Result<ports::ReceiptPrinter *> { return &printer; };
    ports.speaker = &speaker;
    ports.clock = &clock;
    ports.site.hallName = QStringLiteral("青山镇便民服务中心");

    view::KioskController kiosk(ports);
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.addImageProvider(QStringLiteral("pages"), kiosk.makeImageProvider());
    engine.setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(&kiosk)},
                                 {QStringLiteral("width"), 1080},
                                 {QStringLiteral("height"), 1920},
                                 {QStringLiteral("visible"), true}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Tongban/Shell/Main.qml")));
    auto *window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(engine.rootObjects().first());
    if (!window || !QTest::qWaitForWindowExposed(window))
        return fail(ErrorKind::Misconfigured, QStringLiteral("bench.page_change"), QStringLiteral("no window"));
    kiosk.loadCatalogue();
    QTest::qWait(500);
    kiosk.touched();
    QTest::qWait(500);

    Figure figure{QStringLiteral("ui.page_change"), 0, QStringLiteral("ms"), {}, 50, {}, {}};
    Figure frame{QStringLiteral("ui.frame"), 0, QStringLiteral("ms"), {}, 33, {}, {}};
    QElapsedTimer begun; // what a frame keeps the screen's thread busy for: changes taken over, drawn, shown
    QObject::connect(
        window, &QQuickWindow::beforeSynchronizing, window, [&] { begun.start(); }, Qt::DirectConnection);
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [&] { frame.samples.push_back(double(begun.nsecsElapsed()) / 1e6); }, Qt::DirectConnection);
    for (int round = 0; round < rounds; ++round) {
        const auto there = tap(*window, kiosk, QStringLiteral("高龄津贴"), QStringLiteral("Guide"));
        if (!there)
            return fail(there.error());
        const auto back = tap(*window, kiosk, QStringLiteral("上一步"), QStringLiteral("Home"));
        if (!back)
            return fail(back.error());
        figure.samples.push_back(*there);
        figure.samples.push_back(*back);
    }
    figure.value = percentile(figure.samples, 0.95);
    frame.value = percentile(frame.samples, 0.99);
    return std::vector{figure, frame};
}

} // namespace tongban::bench
