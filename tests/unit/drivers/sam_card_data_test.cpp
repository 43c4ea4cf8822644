// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of a card's data and the id of the SAM: lengths and the printed form of GA 467 (DEVICES 1).
#include "drivers/codec/sam_card_data.h"
#include "drivers/codec/sam_id.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::codec;

namespace {

const QByteArray text(256, 't');
const QByteArray photo = QByteArray::fromHex("574C66007E003200") + QByteArray(1016, 'p');
const QByteArray lengths = QByteArray::fromHex("01000400");

} // namespace

class SamCardDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void baseIsTextAndPhoto()
    {
        const auto base = splitBase(lengths + text + photo);
        QVERIFY(base.has_value());
        QCOMPARE(base->text, text);
        QCOMPARE(base->photo, photo);
        QVERIFY(base->fingerprint.isEmpty());
    }

    void baseThatDoesNotAddUp_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half the lengths") << lengths.first(2);
        QTest::newRow("other lengths") << QByteArray::fromHex("00010400") + text + photo;
        QTest::newRow("a byte short") << lengths + text + photo.chopped(1);
        QTest::newRow("a byte more") << lengths + text + photo + "x";
    }
    void baseThatDoesNotAddUp()
    {
        QFETCH(QByteArray, data);
        QVERIFY(failedWith(splitBase(data), ErrorKind::ProtocolViolation));
        QVERIFY(failedWith(splitBaseAndFingerprint(data), ErrorKind::ProtocolViolation));
    }

    void fingerprintsOfEveryLength_data()
    {
        QTest::addColumn<QByteArray>("length");
        QTest::addColumn<int>("bytes");
        QTest::newRow("none") << QByteArray("0000") << 0;
        QTest::newRow("one finger") << QByteArray("0200") << 512;
        QTest::newRow("two fingers") << QByteArray("0400") << 1024;
    }
    void fingerprintsOfEveryLength()
    {
        QFETCH(QByteArray, length);
        QFETCH(int, bytes);
        const QByteArray fingerprint(bytes, 'C');
        const QByteArray data = lengths + QByteArray::fromHex(length) + text + photo + fingerprint;
        const auto card = splitBaseAndFingerprint(data);
        QVERIFY(card.has_value());
        QCOMPARE(card->text, text);
        QCOMPARE(card->photo, photo);
        QCOMPARE(card->fingerprint, fingerprint);
        QVERIFY(failedWith(splitBaseAndFingerprint(data + "x"), ErrorKind::ProtocolViolation));
        QVERIFY(failedWith(splitBaseAndFingerprint(data.chopped(1)), ErrorKind::ProtocolViolation));
    }

    void aFingerprintOfNoKnownLength()
    {
        for (const char *length : {"0001", "0100", "0800", "ffff"}) {
            const QByteArray data = lengths + QByteArray::fromHex(length) + text + photo;
            QVERIFY(failedWith(splitBaseAndFingerprint(data), ErrorKind::ProtocolViolation));
        }
    }

    // 20180307 = 0x0133ED53, 12345 = 0x3039, 123456789 = 0x075BCD15; little-endian each.
    void theIdOfTheSamIsPrintedAsOnItsLabel()
    {
        const auto id = decodeSamId(QByteArray::fromHex("0500 0100 53ED3301 39300000 15CD5B07"));
        QVERIFY(id.has_value());
        QCOMPARE(id->printed(), QStringLiteral("05.01-20180307-000012345-123456789"));
        QCOMPARE(decodeSamId(QByteArray(16, '\xFF')).value().printed(),
                 QStringLiteral("65535.65535-4294967295-4294967295-4294967295")); // nothing turns negative
        QVERIFY(failedWith(decodeSamId(QByteArray(15, '\0')), ErrorKind::ProtocolViolation));
        QVERIFY(failedWith(decodeSamId(QByteArray(17, '\0')), ErrorKind::ProtocolViolation));
    }
};

QTEST_GUILESS_MAIN(SamCardDataTest)
#include "sam_card_data_test.moc"
