// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors: linux/input-event-codes.h for the codes (written as numbers here), the US layout (ANSI INCITS 154) for the
// characters, ASCII for Ctrl.
#include "drivers/codec/key_map.h"

#include <QTest>

#include <cstring>

using namespace tongban::drivers::codec;

namespace {

constexpr quint16 evSyn = 0, evKey = 1, enter = 28, ctrl = 29, shift = 42, rightShift = 54, alt = 56, caps = 58;

struct Typist
{
    KeyMap map;

    void down(quint16 code) { map.feed({evKey, code, 1}); }
    void up(quint16 code) { map.feed({evKey, code, 0}); }
    void tap(quint16 code)
    {
        down(code);
        map.feed({evSyn, 0, 0});
        up(code);
    }
    void with(quint16 modifier, quint16 code)
    {
        down(modifier);
        tap(code);
        up(modifier);
    }
    QByteArray typed() { return map.endBySilence().value_or(QByteArray()); }
};

} // namespace

class KeyMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsOfTheKeyboard_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("shifted");
        QTest::newRow("2…13") << 2 << QByteArray("1234567890-=") << QByteArray("!@#$%^&*()_+");
        QTest::newRow("16…27") << 16 << QByteArray("qwertyuiop[]") << QByteArray("QWERTYUIOP{}");
        QTest::newRow("30…41") << 30 << QByteArray("asdfghjkl;'`") << QByteArray("ASDFGHJKL:\"~");
        QTest::newRow("43…53") << 43 << QByteArray("\\zxcvbnm,./") << QByteArray("|ZXCVBNM<>?");
        QTest::newRow("57") << 57 << QByteArray(" ") << QByteArray(" ");
        QTest::newRow("keypad 71…83") << 71 << QByteArray("789-456+1230.") << QByteArray("789-456+1230.");
    }
    void rowsOfTheKeyboard()
    {
        QFETCH(int, first);
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, shifted);
        for (const quint16 modifier : {quint16(0), shift, rightShift}) {
            Typist typist;
            for (qsizetype i = 0; i < plain.size(); ++i)
                typist.with(modifier, static_cast<quint16>(first + i));
            QCOMPARE(typist.typed(), modifier == 0 ? plain : shifted);
        }
    }

    void capsLockIsForLetters()
    {
        Typist typist;
        typist.tap(caps);
        typist.tap(30); // a
        typist.tap(2);  // 1
        typist.with(shift, 30);
        typist.tap(caps);
        typist.tap(30);
        QCOMPARE(typist.typed(), QByteArray("A1aa"));
    }

    void controlCharacters()
    {
        Typist typist;
        typist.with(ctrl, 27); // ]
        typist.with(ctrl, 26); // [
        typist.with(ctrl, 50); // m
        typist.with(ctrl, 2);  // 1: nothing
        QCOMPARE(typist.typed(), QByteArray("\x1D\x1B\x0D"));
    }

    void enterEnds()
    {
        for (const quint16 end : {enter, quint16(96)}) {
            Typist typist;
            typist.tap(end); // of nothing: no code
            QVERIFY(!typist.map.take());
            typist.tap(30);
            QVERIFY(!typist.map.take());
            typist.tap(end);
            typist.tap(48); // b, of another code
            QCOMPARE(typist.map.take(), std::optional(QByteArray("a")));
            QVERIFY(!typist.map.take());
        }
    }

    void heldKeysRepeatNothing()
    {
        Typist typist;
        typist.down(30);
        typist.map.feed({evKey, 30, 2});
        typist.map.feed({evKey, 30, 2});
        typist.up(30);
        QCOMPARE(typist.typed(), QByteArray("a"));
    }

    void altWithDigitsIsUnreadable()
    {
        Typist typist;
        typist.tap(30);
        typist.down(alt);
        for (const quint16 digit : {79, 80, 81})
            typist.tap(digit);
        typist.up(alt);
        QVERIFY(typist.map.isUnreadable());
        typist.map.clear();
        QVERIFY(!typist.map.isUnreadable() && !typist.map.hasPending());
    }

    void eventsThatTheKernelDropped()
    {
        Typist typist;
        typist.map.feed({evSyn, 3, 0}); // SYN_DROPPED
        QVERIFY(typist.map.isUnreadable() && typist.map.hasPending());
    }

    void functionKeysTypeNothing()
    {
        Typist typist;
        typist.tap(59); // F1
        QVERIFY(!typist.map.hasPending());
    }

    void eventsOfTheKernel()
    {
        // struct input_event, 64 bit: 8 bytes seconds, 8 microseconds, 2 type, 2 code, 4 value; little endian.
        const QByteArray bytes = QByteArray(16, '\x7F') + QByteArray::fromHex("0100 1C00 01000000");
        const KeyEvent event = keyEventAt(bytes + bytes, keyEventLength);
        QCOMPARE(event.type, evKey);
        QCOMPARE(event.code, enter);
        QCOMPARE(event.value, 1);
    }
};

QTEST_GUILESS_MAIN(KeyMapTest)
#include "key_map_test.moc"
