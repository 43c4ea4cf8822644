// SPDX-License-Identifier: GPL-3.0-or-later
// What the city says to a bundle: taken once, from this city, for this terminal, or not at all.
#include "offline/ferry/staff_words.h"
#include "tests/unit/offline/ferry_rig.h"

#include <QJsonArray>
#include <QTest>

using namespace tongban;
using namespace tongban::testing;
using namespace tongban::offline::ferry;

class FerryImportTest : public QObject
{
    Q_OBJECT

private:
    FerryPair m_pair;
    const QUuid m_first = QUuid::createUuid();
    const QUuid m_second = QUuid::createUuid();
    std::vector<QUuid> m_entries{QUuid::createUuid(), QUuid::createUuid(), QUuid::createUuid()};

    static QString text(const QUuid &id) { return id.toString(QUuid::WithoutBraces); }
    static QJsonObject answer(const QUuid &entry, const QUuid &caseId, const char *kind)
    {
        return {{QStringLiteral("key"), text(entry)},
                {QStringLiteral("caseId"), text(caseId)},
                {QStringLiteral("kind"), QString::fromLatin1(kind)},
                {QStringLiteral("answer"), QJsonObject{{QStringLiteral("caseId"), QStringLiteral("C-1")}}}};
    }
    [[nodiscard]] QJsonObject body() const
    {
        QJsonObject refused = answer(m_entries[2], m_second, "createCase");
        refused.remove(QStringLiteral("answer"));
        refused.insert(QStringLiteral("problem"),
                       QJsonObject{{QStringLiteral("code"), QStringLiteral("body_invalid")}});
        return {{QStringLiteral("version"), 1},
                {QStringLiteral("bundleId"), text(QUuid::createUuid())},
                {QStringLiteral("deviceId"), QStringLiteral("K01")},
                {QStringLiteral("createdAt"), QStringLiteral("2026-11-21T08:30:00.000Z")},
                {QStringLiteral("answers"), QJsonArray{answer(m_entries[0], m_first, "createCase"),
                                                       answer(m_entries[1], m_first, "submitCase"), refused}}};
    }
    [[nodiscard]] static QByteArray signedBy(const offline::crypto::Sm2PrivateKey &key, const QJsonObject &json)
    {
        const QByteArray line = QJsonDocument(json).toJson(QJsonDocument::Compact);
        return line + '\n' + key.sign("tongban ack 1\n" + line).toBase64() + '\n';
    }
    [[nodiscard]] Result<Acknowledgement> read(const QByteArray &file) const
    {
        return readAcknowledgement(file, QStringLiteral("K01"), m_pair.city.publicKey());
    }
    void fill(BookDesk &desk) const
    {
        desk.entries = {{m_entries[0], m_first}, {m_entries[1], m_first}, {m_entries[2], m_second}};
    }

private Q_SLOTS:
    void everyAnswerIsOnRecordInOneTransactionACase()
    {
        BookDesk desk;
        fill(desk);
        const auto file = read(signedBy(m_pair.city, body()));
        QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
        const auto report = applyAcknowledgement(*file, desk);
        QVERIFY(report);
        QCOMPARE(report->cases, 2);
        QCOMPARE(report->answers, 2);
        QCOMPARE(report->refused, 1);
        QCOMPARE(report->unknown, 0);
        QCOMPARE(desk.transactions, 2);
        QCOMPARE(desk.done.value(m_entries[0])[QStringLiteral("caseId")].toString(), QStringLiteral("C-1"));
        QVERIFY(desk.held.value(m_entries[2]).contains(QStringLiteral("body_invalid")));
    }

    void twiceIsAsOnce()
    {
        BookDesk desk;
        fill(desk);
        const auto file = read(signedBy(m_pair.city, body()));
        QVERIFY(file && applyAcknowledgement(*file, desk));
        const auto before = desk.done;
        const auto again = applyAcknowledgement(*file, desk);
        QVERIFY(again);
        QCOMPARE(again->answers, 2);
        QVERIFY(desk.done == before);
    }

    void aCaseThatIsNotOursIsLeftAlone()
    {
        BookDesk desk;
        fill(desk);
        desk.entries.remove(m_entries[1]);
        const auto file = read(signedBy(m_pair.city, body()));
        QVERIFY(file);
        const auto report = applyAcknowledgement(*file, desk);
        QVERIFY(report);
        QCOMPARE(report->unknown, 1);
        QVERIFY(desk.done.isEmpty()); // not the half that it does know
        QVERIFY(wordsFor(*report).contains(QStringLiteral("不是本机")));
    }

    void onlyThisCitySpeaks()
    {
        QVERIFY(failedWith(read(signedBy(m_pair.device, body())), ErrorKind::SealBroken));
        QVERIFY(failedWith(read(signedBy(FerryPair().city, body())), ErrorKind::SealBroken));
    }

    void anotherTerminalsIsRefused()
    {
        QJsonObject other = body();
        other.insert(QStringLiteral("deviceId"), QStringLiteral("K02"));
        const auto file = read(signedBy(m_pair.city, other));
        QVERIFY(failedWith(file, ErrorKind::InputInvalid));
        QVERIFY(importTrouble(file.error()).contains(QStringLiteral("另一台终端")));
    }

    void everyChangeIsRefused()
    {
        const QByteArray good = signedBy(m_pair.city, body());
        for (qsizetype at = 0; at < good.size() - 1; at += 7) {
            QByteArray damaged = good;
            damaged[at] = static_cast<char>(damaged.at(at) ^ 0x01);
            QVERIFY2(!read(damaged), qPrintable(QString::number(at)));
        }
        for (qsizetype length = 0; length < good.size() - 8; length += 11)
            QVERIFY(!read(good.left(length)));
    }

    void signedNonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("later version") << QStringLiteral("version") << QJsonValue(2);
        QTest::newRow("no outcome") << QStringLiteral("answers")
                                    << QJsonValue(QJsonArray{QJsonObject{{QStringLiteral("key"), text(m_first)}}});
        QJsonObject both = answer(m_first, m_first, "createCase");
        both.insert(QStringLiteral("problem"), QJsonObject{{QStringLiteral("code"), QStringLiteral("x")}});
        QTest::newRow("two outcomes") << QStringLiteral("answers") << QJsonValue(QJsonArray{both});
        QJsonObject caseless = answer(m_first, m_first, "createCase");
        caseless.insert(QStringLiteral("answer"), QJsonObject());
        QTest::newRow("no case of the city") << QStringLiteral("answers") << QJsonValue(QJsonArray{caseless});
    }
    void signedNonsenseIsRefused()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = body();
        json.insert(key, value);
        QVERIFY(failedWith(read(signedBy(m_pair.city, json)), ErrorKind::CodeUnreadable));
    }
};

QTEST_GUILESS_MAIN(FerryImportTest)
#include "ferry_import_test.moc"
