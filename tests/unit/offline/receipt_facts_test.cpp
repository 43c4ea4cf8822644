// SPDX-License-Identifier: GPL-3.0-or-later
// The key facts: what is carried, in which order, and that nothing is ever cut in the middle.
#include "offline/receipt/base45.h"
#include "offline/receipt/key_facts.h"
#include "tests/unit/offline/receipt_samples.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::offline::receipt;

namespace {

const QByteArray signer(8, '\x5a');

QStringList keysOf(const KeyFacts &facts)
{
    QStringList keys;
    for (const auto &answer : facts.answers)
        keys << answer.first;
    return keys;
}

} // namespace

class ReceiptFactsTest : public QObject
{
    Q_OBJECT

private:
    static void items()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : itemFileNames())
            QTest::newRow(qPrintable(file)) << file;
    }

private Q_SLOTS:
    void whatIsOwedIsCarriedFirst()
    {
        domain::SubmittedCase submitted = filledCase(QStringLiteral("gaoling-jintie.json"), false);
        submitted.content.later.insert(QStringLiteral("householdRegister"), QDate(2026, 12, 11));
        const KeyFacts facts = keyFactsOf(submitted);
        QCOMPARE(facts.answers.first().first, QStringLiteral("later.householdRegister"));
        QCOMPARE(facts.answers.first().second.reveal(), QStringLiteral("2026-12-11"));
        const auto small = packed(facts, signer);
        QVERIFY(small);
        const auto back = unpacked(small->bytes);
        QVERIFY(back);
        QCOMPARE(keysOf(back->facts).first(), QStringLiteral("later.householdRegister"));
    }

    // Examples of RFC 9285, section 4.
    void base45Examples_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("AB") << QByteArray("AB") << QByteArray("BB8");
        QTest::newRow("Hello!!") << QByteArray("Hello!!") << QByteArray("%69 VD92EX0");
        QTest::newRow("base-45") << QByteArray("base-45") << QByteArray("UJCLQE7W581");
        QTest::newRow("ietf!") << QByteArray("ietf!") << QByteArray("QED8WEX0");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void base45Examples()
    {
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, text);
        QCOMPARE(toBase45(plain), text);
        const auto back = fromBase45(text);
        QVERIFY(back);
        QCOMPARE(*back, plain);
    }

    void base45RefusesWhatNoEncoderMakes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("too large for two bytes") << QByteArray("GGW"); // 65536
        QTest::newRow("too large for one") << QByteArray("::");
        QTest::newRow("cut") << QByteArray("BB8B");
        QTest::newRow("lower case") << QByteArray("bb8");
        QTest::newRow("a NUL") << QByteArray("B\0008", 3);
    }
    void base45RefusesWhatNoEncoderMakes()
    {
        QFETCH(QByteArray, text);
        QVERIFY(failedWith(fromBase45(text), ErrorKind::CodeUnreadable));
    }

    void comesBackAsItWas_data() { items(); }
    void comesBackAsItWas()
    {
        QFETCH(QString, file);
        const auto submitted = filledCase(file, false);
        const KeyFacts facts = keyFactsOf(submitted);
        const auto bytes = packed(facts, signer);
        QVERIFY(bytes && bytes->leftOut == 0);
        qInfo("%s: %lld answers, %lld bytes", qPrintable(file), static_cast<long long>(facts.answers.size()),
              static_cast<long long>(bytes->bytes.size()));
        const auto back = unpacked(bytes->bytes);
        QVERIFY(back);
        QCOMPARE(back->signer, signer);
        QCOMPARE(back->facts.localNumber, submitted.localNumber);
        QCOMPARE(back->facts.itemCode, submitted.content.item.code);
        QCOMPARE(back->facts.itemVersion, submitted.content.item.version);
        QCOMPARE(back->facts.submittedAt, submitted.submittedAt);
        QVERIFY(back->facts.name == submitted.content.applicant.name);
        QVERIFY(back->facts.idNumber == submitted.content.applicant.idNumber);
        QCOMPARE(back->facts.leftOut, 0);
        QVERIFY(back->facts.answers == facts.answers);
    }

    void longestAnswersFit_data() { items(); }
    void longestAnswersFit()
    {
        QFETCH(QString, file);
        for (unsigned seed = 1; seed <= 20; ++seed) {
            const KeyFacts facts = keyFactsOf(filledCase(file, true, seed));
            const auto bytes = packed(facts, signer);
            QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().detail));
            QVERIFY(bytes->bytes.size() <= keyFactsLimit);
            const auto back = unpacked(bytes->bytes);
            QVERIFY(back);
            QCOMPARE(back->facts.leftOut, bytes->leftOut);
            QCOMPARE(back->facts.answers.size() + bytes->leftOut, facts.answers.size());
            for (const auto &answer : back->facts.answers) // whole or not at all
                QVERIFY(facts.answers.contains(answer));
        }
    }

    void whatIsNeededMostStaysIn()
    {
        KeyFacts facts = keyFactsOf(filledCase(QStringLiteral("gaoling-jintie.json"), false));
        const QStringList inOrder = keysOf(facts);
        QCOMPARE(inOrder.last(), QStringLiteral("address")); // the card says it; the ID number does not
        QVERIFY(!inOrder.contains(QStringLiteral("birth")) && !inOrder.contains(QStringLiteral("idNumber")));
        std::mt19937 random(7);
        domain::FormField text;
        text.maxLength = 200;
        facts.answers.prepend({QStringLiteral("tooLong"), Secret(longestAnswerFor(text, random))});
        facts.answers.last().second = Secret(longestAnswerFor(text, random));
        const auto bytes = packed(facts, signer);
        QVERIFY(bytes);
        QCOMPARE(bytes->leftOut, 2); // the two that find no room; the short ones between them stay
        const auto back = unpacked(bytes->bytes);
        QVERIFY(back);
        QCOMPARE(keysOf(back->facts), inOrder.mid(0, inOrder.size() - 1));
    }

    void whatCannotFitIsSaid()
    {
        std::mt19937 random(3);
        KeyFacts facts = keyFactsOf(filledCase(QStringLiteral("gaoling-jintie.json"), false));
        domain::FormField name;
        name.maxLength = 200;
        facts.name = Secret(longestAnswerFor(name, random));
        QVERIFY(failedWith(packed(facts, signer), ErrorKind::Misconfigured));
    }

    void noDamageCrashesTheReader()
    {
        const auto bytes = packed(keyFactsOf(filledCase(QStringLiteral("gaoling-jintie.json"), false)), signer);
        QVERIFY(bytes);
        for (qsizetype length = 0; length < bytes->bytes.size(); ++length)
            QVERIFY(failedWith(unpacked(bytes->bytes.left(length)), ErrorKind::CodeUnreadable));
        for (qsizetype bit = 0; bit < bytes->bytes.size() * 8; ++bit) {
            QByteArray damaged = bytes->bytes;
            damaged[bit / 8] = static_cast<char>(damaged.at(bit / 8) ^ (1 << bit % 8));
            const auto read = unpacked(damaged); // may read as other facts: the seal above it finds that out
            QVERIFY(read || failedWith(read, ErrorKind::CodeUnreadable));
        }
    }
};

QTEST_GUILESS_MAIN(ReceiptFactsTest)
#include "receipt_facts_test.moc"
