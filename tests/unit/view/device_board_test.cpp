// SPDX-License-Identifier: GPL-3.0-or-later
// Which errands a sick device closes, and that whatever a device has can be said in words.
#include "app/view/device_board.h"
#include "app/view/device_words.h"

#include <QRegularExpression>
#include <QTest>

using namespace tongban;
using namespace tongban::view;
using domain::DeviceClass;
using domain::DeviceHealth;
using domain::DeviceState;

namespace {

DeviceHealth having(ErrorKind kind)
{
    return domain::healthAfter({}, Error{kind, {}, {}}, {});
}

const DeviceHealth well{.state = DeviceState::Ready};

domain::ServiceItem withAScan()
{
    domain::ServiceItem item;
    item.materials.push_back(
        {.key = QStringLiteral("m"), .name = {}, .origins = {domain::MaterialOrigin::Scan}, .hint = {}});
    return item;
}

// Chinese and nothing else: it is said aloud to people who do not read Latin letters.
bool isPlain(const QString &sentence)
{
    static const QRegularExpression latin(QStringLiteral("[A-Za-z%]"));
    return !sentence.isEmpty() && sentence.size() <= 40 && !latin.match(sentence).hasMatch();
}

} // namespace

class DeviceBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatClosesAnErrand_data()
    {
        QTest::addColumn<DeviceClass>("device");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("closesAll");
        QTest::addColumn<bool>("closesScans");
        using enum ErrorKind;
        QTest::newRow("no reader") << DeviceClass::IdCardReader << DeviceAbsent << true << true;
        QTest::newRow("dead reader") << DeviceClass::IdCardReader << DeviceSilent << true << true;
        QTest::newRow("no scanner") << DeviceClass::DocumentScanner << DeviceAbsent << false << true;
        QTest::newRow("dead scanner") << DeviceClass::DocumentScanner << DeviceFault << false << true;
        QTest::newRow("jammed scanner") << DeviceClass::DocumentScanner << ScannerJam << false << false;
        QTest::newRow("no paper") << DeviceClass::ReceiptPrinter << PaperOut << false << false;
        QTest::newRow("no printer") << DeviceClass::ReceiptPrinter << DeviceAbsent << false << false;
    }
    void whatClosesAnErrand()
    {
        QFETCH(DeviceClass, device);
        QFETCH(ErrorKind, kind);
        QFETCH(bool, closesAll);
        QFETCH(bool, closesScans);
        DeviceBoard board;
        QVERIFY(board.allWell() && board.note().isEmpty());
        QVERIFY(board.report(device, having(kind)));
        QVERIFY(!board.report(device, having(kind))); // no news
        QVERIFY(!board.allWell() && !board.note().isEmpty());
        QCOMPARE(!board.closedReason({}).isEmpty(), closesAll);
        QCOMPARE(!board.closedReason(withAScan()).isEmpty(), closesScans);
        QVERIFY(closesScans == board.closedReason(withAScan()).contains(labelOf(device)));
        // At work or asked anew it is what it was; healed it opens by itself.
        QVERIFY(!board.report(device, {.state = DeviceState::Busy}));
        QVERIFY(!board.report(device, {.state = DeviceState::Starting}));
        QCOMPARE(!board.closedReason({}).isEmpty(), closesAll);
        QVERIFY(board.report(device, well));
        QVERIFY(!board.report(device, well));
        QVERIFY(board.allWell() && board.closedReason(withAScan()).isEmpty());
    }

    void theWorstIsToldFirst()
    {
        DeviceBoard board;
        board.report(DeviceClass::ReceiptPrinter, having(ErrorKind::PaperOut));
        board.report(DeviceClass::DocumentScanner, having(ErrorKind::DeviceAbsent));
        QVERIFY(board.note().contains(labelOf(DeviceClass::DocumentScanner)));
        board.report(DeviceClass::DocumentScanner, well);
        QVERIFY(board.note().contains(labelOf(DeviceClass::ReceiptPrinter)));
    }

    void whatNoVisitorMeetsIsNotTold()
    {
        DeviceBoard board;
        QVERIFY(!board.report(DeviceClass::PowerSupply, having(ErrorKind::DeviceAbsent)));
        QVERIFY(!board.report(DeviceClass::IoBoard, having(ErrorKind::DeviceSilent)));
        QVERIFY(board.allWell());
    }

    void everyTroubleHasItsWords_data()
    {
        QTest::addColumn<DeviceClass>("device");
        QTest::addColumn<ErrorKind>("kind");
        for (const DeviceClass device : domain::allDeviceClasses) {
            for (const ErrorKind kind : troublesOf(device))
                QTest::addRow("%s %s", nameOf(device), nameOf(kind)) << device << kind;
        }
    }
    void everyTroubleHasItsWords()
    {
        QFETCH(DeviceClass, device);
        QFETCH(ErrorKind, kind);
        QVERIFY(isPlain(sentenceFor(device, having(kind))));
        const TechnicianWords words = technicianWords(device, kind);
        QVERIFY2(isPlain(words.cause), qPrintable(words.cause));
        QVERIFY2(isPlain(words.remedy), qPrintable(words.remedy));
        QVERIFY(isPlain(labelOf(device)) && isPlain(closedWords(device)));
    }

    // The ports' headers name what each may have: a device that a child program or a printer speaks for has no less.
    void everyClassCanBeAbsentAndSilent()
    {
        for (const DeviceClass device : domain::allDeviceClasses) {
            const auto kinds = troublesOf(device);
            for (const ErrorKind kind : {ErrorKind::DeviceAbsent, ErrorKind::DeviceSilent, ErrorKind::DeviceFault,
                                         ErrorKind::ProtocolViolation, ErrorKind::Misconfigured})
                QVERIFY(std::find(kinds.begin(), kinds.end(), kind) != kinds.end());
        }
    }

    // An errand that asks for words is closed where none can be written; one that asks for none is not.
    void withoutAKeyboardWordsCloseAnErrand()
    {
        domain::ServiceItem item;
        domain::FormField name;
        name.type = domain::FieldType::ChineseName;
        item.fields.push_back(name);
        DeviceBoard board;
        QVERIFY(board.closedReason(item).isEmpty());
        board.setCanWrite(false);
        QVERIFY(isPlain(board.closedReason(item)));
        item.fields.front().prefill = QStringLiteral("card.name");
        QVERIFY(board.closedReason(item).isEmpty());
    }

    // What is done at once is done by the city: without the line it is closed, and nothing else is.
    void withoutALineWhatIsDoneAtOnceIsClosed()
    {
        domain::ServiceItem item;
        DeviceBoard board;
        board.setLine(false);
        QVERIFY(board.closedReason(item).isEmpty()); // the outbox has it
        item.selfService.level = domain::SelfService::Level::Instant;
        QVERIFY(isPlain(board.closedReason(item)));
        board.setLine(true);
        QVERIFY(board.closedReason(item).isEmpty());
    }

    void outsideItsDaysAnErrandIsClosed()
    {
        domain::ServiceItem item;
        item.effectiveFrom = QDate(2026, 12, 1);
        item.cancelledFrom = QDate(2027, 3, 1);
        const DeviceBoard board;
        QCOMPARE(board.closedReason(item, QDate(2026, 11, 30)), QStringLiteral("2026年12月1日起可以办"));
        QVERIFY(board.closedReason(item, QDate(2026, 12, 1)).isEmpty());
        QVERIFY(board.closedReason(item, QDate(2027, 2, 28)).isEmpty());
        QVERIFY(isPlain(board.closedReason(item, QDate(2027, 3, 1))));
        QVERIFY(board.closedReason(item).isEmpty()); // the day is not known
    }

    void noTroubleNoWords()
    {
        for (const DeviceState state : {DeviceState::Starting, DeviceState::Ready, DeviceState::Busy})
            QVERIFY(sentenceFor(DeviceClass::IdCardReader, {.state = state}).isEmpty());
        QVERIFY(technicianWords(DeviceClass::IdCardReader, ErrorKind::CardLifted).cause.isEmpty());
    }

    void noTwoTroublesOfADeviceReadAlike()
    {
        for (const DeviceClass device : domain::allDeviceClasses) {
            QStringList causes;
            for (const ErrorKind kind : troublesOf(device))
                causes << technicianWords(device, kind).cause;
            QCOMPARE(causes.removeDuplicates(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(DeviceBoardTest)
#include "device_board_test.moc"
