// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-emulate as a process: its files, its commands, its glass, its line, its end.
#include "drivers/emulator/client/emulator_process.h"

#include <QColor>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace tongban;
using namespace tongban::drivers::emulator;

namespace {

const QString program = QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate");

QJsonObject card()
{
    return {{"name", QStringLiteral("王秀兰")},
            {"sex", QStringLiteral("女")},
            {"ethnic", QStringLiteral("汉")},
            {"birth", "19420506"},
            {"address", QStringLiteral("青山镇石桥村")},
            {"idNumber", "33990119420506042X"},
            {"issuer", QStringLiteral("青山县公安局")},
            {"validFrom", "20160318"},
            {"validTo", QStringLiteral("长期")}};
}

} // namespace

class EmulatorProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesItsFilesAndTakesThemAway()
    {
        EmulatorProcess desk;
        QVERIFY(desk.start(program).has_value());
        const QStringList names{QStringLiteral("reader.tty"), QStringLiteral("printer.tty"),
                                QStringLiteral("control.sock")};
        for (const QString &name : names)
            QVERIFY2(QFileInfo::exists(desk.path(name)), qPrintable(name));
        QVERIFY(QFileInfo(desk.path(QStringLiteral("reader.tty"))).isSymLink());
        QVERIFY(desk.stop());
        for (const QString &name : names)
            QVERIFY2(!QFileInfo(desk.path(name)).isSymLink() && !QFileInfo::exists(desk.path(name)), qPrintable(name));
    }

    void obeysAndRefuses()
    {
        EmulatorProcess desk;
        QVERIFY(desk.start(program).has_value());
        EmulatorClient &client = desk.client();
        QVERIFY(client.placeCard(card()).has_value());
        QVERIFY(client.status()->value("card").toObject().value("present").toBool());
        QVERIFY(client.liftCard().has_value());
        QVERIFY(!client.status()->value("card").toObject().value("present").toBool());
        QVERIFY(client.setPrinter({{"paper", "near"}}).has_value());
        QCOMPARE(client.status()->value("printer").toObject().value("paper").toString(), QStringLiteral("near"));

        const QJsonObject wrong[] = {{{"do", "dance"}},
                                     {{"do", "card.lift"}, {"quickly", true}},
                                     {{"do", "card.fault"}, {"kind", "tired"}},
                                     {{"do", "card.place"}},
                                     {{"do", "printer.set"}, {"paper", "blue"}},
                                     {{"do", "board.fault"}, {"kind", "tired"}},
                                     {{"do", "board.set"}, {"window", true}},
                                     {{"do", "scanner.place"}, {"file", "/nowhere.png"}},
                                     {{"do", "line.cut"}}}; // started without a line
        for (const QJsonObject &command : wrong)
            QVERIFY2(failedWith(client.call(command), ErrorKind::InputInvalid),
                     qPrintable(command.value("do").toString()));
    }

    void laysAPageOnTheGlass_data()
    {
        QTest::addColumn<bool>("grey");
        QTest::addColumn<QByteArray>("magic");
        QTest::newRow("colour") << false << QByteArray("P6");
        QTest::newRow("grey") << true << QByteArray("P5");
    }
    void laysAPageOnTheGlass()
    {
        QFETCH(bool, grey);
        QFETCH(QByteArray, magic);
        EmulatorProcess desk;
        QVERIFY(desk.start(program).has_value());
        QImage page(40, 30, QImage::Format_RGB32);
        page.fill(grey ? QColor(128, 128, 128) : QColor(Qt::red));
        const QString file = desk.path(QStringLiteral("sheet.png"));
        QVERIFY(page.save(file));
        QVERIFY(desk.client().placePage(file).has_value());
        QFile glass(desk.path(QStringLiteral("page.pnm")));
        QVERIFY(glass.open(QIODevice::ReadOnly));
        QCOMPARE(glass.read(2), magic);
        QCOMPARE(QImage(glass.fileName()).size(), page.size());
        QVERIFY(desk.client().call(QStringLiteral("scanner.remove")).has_value());
        QVERIFY(!QFileInfo::exists(glass.fileName()));
    }

    void theLineCarriesIsCutAndComesBack()
    {
        QTcpServer city;
        QVERIFY(city.listen(QHostAddress::LocalHost));
        EmulatorProcess desk;
        const auto route = QStringLiteral("0:127.0.0.1:%1").arg(city.serverPort());
        QVERIFY(desk.start(program, {QStringLiteral("--line"), route}).has_value());
        const auto port = static_cast<quint16>(desk.client().status()->value("line").toObject().value("port").toInt());

        QTcpSocket kiosk;
        kiosk.connectToHost(QHostAddress::LocalHost, port);
        QTRY_VERIFY(city.hasPendingConnections());
        QTcpSocket *window = city.nextPendingConnection();
        kiosk.write("question");
        QTRY_COMPARE(window->bytesAvailable(), 8);
        window->write("answer");
        QTRY_COMPARE(kiosk.bytesAvailable(), 6);
        QCOMPARE(kiosk.readAll(), QByteArray("answer"));

        QVERIFY(desk.client().cutLine().has_value());
        QTRY_COMPARE(kiosk.state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(window->state(), QAbstractSocket::UnconnectedState);
        QTcpSocket another;
        another.connectToHost(QHostAddress::LocalHost, port);
        QTRY_COMPARE(another.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!city.hasPendingConnections());

        QVERIFY(desk.client().restoreLine().has_value());
        kiosk.connectToHost(QHostAddress::LocalHost, port);
        QTRY_VERIFY(city.hasPendingConnections());
        window = city.nextPendingConnection();
        QVERIFY(desk.client().call(QStringLiteral("line.latency"), {{"ms", 60}}).has_value());
        QElapsedTimer clock;
        clock.start();
        kiosk.write("late");
        kiosk.disconnectFromHost();
        QTRY_COMPARE(window->bytesAvailable(), 4); // what was said before the end arrives
        QVERIFY2(clock.elapsed() >= 55, qPrintable(QString::number(clock.elapsed())));
        QTRY_COMPARE(window->state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(desk.client().status()->value("line").toObject().value("connections").toInt(-1), 0);
    }

    void makesATreeOfDevicesAndTakesItAway()
    {
        EmulatorProcess plain;
        QVERIFY(plain.start(program).has_value());
        QVERIFY(plain.testbed().isEmpty());
        EmulatorProcess desk;
        QVERIFY(desk.start(program, {QStringLiteral("--usb")}).has_value());
        const QString root = desk.testbed();
        QVERIFY(QFileInfo(root + QStringLiteral("/sys/bus")).isDir());
        QVERIFY(desk.client().status().has_value());
        QVERIFY(desk.stop());
        QVERIFY(!QFileInfo::exists(root));
    }

    void refusesToStandWithoutADirectory()
    {
        QProcess process;
        process.start(program, {QStringLiteral("--line"), QStringLiteral("nonsense")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
    }
};

QTEST_GUILESS_MAIN(EmulatorProgramTest)
#include "emulator_program_test.moc"
