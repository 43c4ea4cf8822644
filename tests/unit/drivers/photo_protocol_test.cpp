// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation with the photo program, and what counts as a picture (BITMAPFILEHEADER and BITMAPINFOHEADER of the
// Windows GDI reference).
#include "drivers/devices/id_card_reader/photo/photo_protocol.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::devices;

namespace {

QByteArray bmp()
{
    QByteArray file = QByteArray::fromHex("424D" "CE970000" "00000000" "36000000" "28000000" "66000000" "7E000000"
                                          "0100" "1800" "00000000" "00000000" "00000000" "00000000" "00000000" "00000000");
    return file + QByteArray(308 * 126, '\x7F');
}

} // namespace

class PhotoProtocolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsComeBack()
    {
        const PhotoRequest request{.library = QStringLiteral("/opt/厂商/libwlt.so"), .wlt = QByteArray(1024, 'w')};
        const auto back = PhotoRequest::fromPayload(request.toPayload());
        QVERIFY(back.has_value());
        QCOMPARE(back->library, request.library);
        QCOMPARE(back->wlt, request.wlt);
        QCOMPARE((PhotoRequest{.library = QStringLiteral("ab"), .wlt = "w"}.toPayload()), QByteArray::fromHex("0002616277"));
    }

    void brokenRequestsAreRefused()
    {
        const QByteArray sound = PhotoRequest{.library = QStringLiteral("x.so"), .wlt = QByteArray(1024, 'w')}.toPayload();
        for (const QByteArray &broken : {QByteArray(), sound.first(1), sound.chopped(1), sound + "w",
                                         QByteArray::fromHex("0000") + QByteArray(1024, 'w'),
                                         QByteArray::fromHex("ffff") + sound.mid(2)})
            QVERIFY(failedWith(PhotoRequest::fromPayload(broken), ErrorKind::ProtocolViolation));
    }

    void onlyACardsPictureIsOne_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<char>("byte");
        QTest::newRow("no BM") << 0 << 'X';
        QTest::newRow("other offset") << 10 << '\x37';
        QTest::newRow("other header") << 14 << '\x29';
        QTest::newRow("wider") << 18 << '\x67';
        QTest::newRow("higher") << 22 << '\x7F';
        QTest::newRow("planes") << 26 << '\x02';
        QTest::newRow("32 bits") << 28 << '\x20';
        QTest::newRow("compressed") << 30 << '\x01';
    }
    void onlyACardsPictureIsOne()
    {
        QFETCH(int, at);
        QFETCH(char, byte);
        QVERIFY(isPhotoBmp(bmp()));
        QByteArray other = bmp();
        other[at] = byte;
        QVERIFY(!isPhotoBmp(other));
        QVERIFY(!isPhotoBmp(bmp().chopped(1)) && !isPhotoBmp(bmp() + "x") && !isPhotoBmp({}));
        QByteArray topDown = bmp();
        topDown.replace(22, 4, QByteArray::fromHex("82FFFFFF"));
        QVERIFY(isPhotoBmp(topDown));
    }

    void answersAreAPictureOrAnError()
    {
        using drivers::codec::ChildMessage;
        QCOMPARE(photoOfAnswer(ChildMessage{'P', bmp()}).value(), bmp());
        QVERIFY(failedWith(photoOfAnswer(ChildMessage{'P', "rubbish"}), ErrorKind::ProtocolViolation));
        QVERIFY(failedWith(photoOfAnswer(ChildMessage{'R', bmp()}), ErrorKind::ProtocolViolation));
        const Error error{ErrorKind::DeviceFault, QStringLiteral("photo"), QStringLiteral("unpack gave 0")};
        QVERIFY(failedWith(photoOfAnswer(ChildMessage{'E', drivers::codec::errorToPayload(error)}), ErrorKind::DeviceFault));
    }
};

QTEST_GUILESS_MAIN(PhotoProtocolTest)
#include "photo_protocol_test.moc"
