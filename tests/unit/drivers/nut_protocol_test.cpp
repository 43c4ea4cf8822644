// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors: RFC 9271 (the examples with the UPS su700 of LIST VAR, GET VAR and ERR; quoting) and the NUT developer
// guide, chapter 9 and its list of status flags.
#include "drivers/codec/nut_protocol.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::codec;
using namespace std::chrono_literals;

namespace {

const QByteArray list = "BEGIN LIST VAR su700\n"
                        "VAR su700 ups.mfr \"APC\"\n"
                        "VAR su700 ups.mfr.date \"10/17/96\"\n"
                        "VAR su700 ups.status \"OL CHRG\"\n"
                        "VAR su700 battery.charge \"95.6\"\n"
                        "VAR su700 battery.runtime \"1440\"\n"
                        "END LIST VAR su700\n";

std::optional<Result<NutVariables>> decoded(const QByteArray &bytes)
{
    NutListDecoder decoder("su700");
    decoder.feed(bytes);
    return decoder.next();
}

Result<ports::PowerState> stateWith(const QByteArray &status)
{
    return powerStateOf({{"ups.status", status}});
}

} // namespace

class NutProtocolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForAList()
    {
        QCOMPARE(encodeNutListVar("su700"), QByteArray("LIST VAR su700\n"));
        QCOMPARE(encodeNutListVar("my ups"), QByteArray("LIST VAR \"my ups\"\n"));
    }

    void readsTheList()
    {
        const auto variables = decoded(list);
        QVERIFY(variables && *variables);
        QCOMPARE((*variables)->size(), 5);
        QCOMPARE((*variables)->value("ups.mfr"), QByteArray("APC"));
        const auto state = powerStateOf(**variables);
        QVERIFY(state && state->onMains && !state->batteryLow);
        QCOMPARE(state->batteryPercent, std::optional(96));
        QCOMPARE(state->lasts, std::optional(1440s));
    }

    void readsItInPieces()
    {
        NutListDecoder decoder("su700");
        for (const char byte : list.chopped(1)) {
            decoder.feed(QByteArray(1, byte));
            QVERIFY(!decoder.next());
        }
        decoder.feed("\n");
        const auto variables = decoder.next();
        QVERIFY(variables && *variables && (*variables)->size() == 5);
    }

    void quotedWords_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArrayList>("words");
        using List = QByteArrayList;
        QTest::newRow("plain") << QByteArray("GET VAR su700 ups.status") << List{"GET", "VAR", "su700", "ups.status"};
        QTest::newRow("blanks") << QByteArray("A  \"two words\" ") << List{"A", "two words"};
        QTest::newRow("quote") << QByteArray("X \"5\\\" disk\"") << List{"X", "5\" disk"};
        QTest::newRow("backslash") << QByteArray("X \"a\\\\b\"") << List{"X", "a\\b"};
        QTest::newRow("empty") << QByteArray("X \"\"") << List{"X", ""};
        QTest::newRow("nothing") << QByteArray() << List{};
    }
    void quotedWords()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArrayList, words);
        QCOMPARE(splitNutLine(line).value_or(QByteArrayList{"open"}), words);
        for (const QByteArray &word : words)
            QCOMPARE(splitNutLine(quoteNutWord(word)).value_or(QByteArrayList()), QByteArrayList{word});
    }

    void openQuotes()
    {
        QVERIFY(!splitNutLine("X \"a"));
        QVERIFY(!splitNutLine("X a\\"));
    }

    void errorsOfTheServer_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("stale") << QByteArray("ERR DATA-STALE\n") << ErrorKind::DeviceFault;
        QTest::newRow("driver") << QByteArray("ERR DRIVER-NOT-CONNECTED\n") << ErrorKind::DeviceAbsent;
        QTest::newRow("ups") << QByteArray("ERR UNKNOWN-UPS\n") << ErrorKind::DeviceAbsent;
        QTest::newRow("denied") << QByteArray("ERR ACCESS-DENIED\n") << ErrorKind::DeviceFault;
        QTest::newRow("extra") << QByteArray("ERR INVALID-ARGUMENT more words\n") << ErrorKind::DeviceFault;
        QTest::newRow("in mid-list") << list.left(45) + QByteArray("ERR DATA-STALE\n") << ErrorKind::DeviceFault;
        QTest::newRow("http") << QByteArray("HTTP/1.1 400 Bad Request\n") << ErrorKind::ProtocolViolation;
        QTest::newRow("another ups") << QByteArray("BEGIN LIST VAR other\n") << ErrorKind::ProtocolViolation;
        QTest::newRow("no begin") << QByteArray("VAR su700 ups.status \"OL\"\n") << ErrorKind::ProtocolViolation;
        QTest::newRow("open quote") << QByteArray("BEGIN LIST VAR \"su700\nX\n") << ErrorKind::ProtocolViolation;
        QTest::newRow("endless") << QByteArray(3000, 'x') << ErrorKind::ProtocolViolation;
    }
    void errorsOfTheServer()
    {
        QFETCH(QByteArray, line);
        QFETCH(ErrorKind, kind);
        const auto answer = decoded(line);
        QVERIFY(answer.has_value());
        QVERIFY2(failedWith(*answer, kind), *answer ? "a list" : nameOf(answer->error().kind));
    }

    void whatAnErrorSaysIsNotRepeatedBlindly()
    {
        QVERIFY(nutError("DATA-STALE").detail.contains(QStringLiteral("DATA-STALE")));
        QVERIFY(!nutError("x\x01y").detail.contains(u'x'));
    }

    void statusFlags()
    {
        QVERIFY(stateWith("OL")->onMains);
        QVERIFY(!stateWith("OB")->onMains && !stateWith("OB DISCHRG")->batteryLow);
        QVERIFY(!stateWith("OB LB")->onMains && stateWith("OB LB")->batteryLow);
        QVERIFY(stateWith("FSD OB LB")->batteryLow && stateWith("FSD OL")->batteryLow);
        QVERIFY(stateWith("ALARM OL RB")->onMains && !stateWith("OL RB")->batteryLow); // RB: replace the battery
        QVERIFY(stateWith("BYPASS")->onMains);
        QVERIFY(failedWith(stateWith(""), ErrorKind::DeviceFault));
        QVERIFY(failedWith(stateWith("WAIT"), ErrorKind::DeviceFault));
        QVERIFY(failedWith(powerStateOf({}), ErrorKind::DeviceFault));
    }

    void numbersThatCannotBe()
    {
        for (const char *number : {"", "soon", "-1", "1e30", "nan", "inf"}) {
            const auto state =
                powerStateOf({{"ups.status", "OL"}, {"battery.charge", number}, {"battery.runtime", number}});
            QVERIFY2(state && !state->batteryPercent && !state->lasts, number);
        }
    }
};

QTEST_APPLESS_MAIN(NutProtocolTest)
#include "nut_protocol_test.moc"
