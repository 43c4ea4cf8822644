// SPDX-License-Identifier: GPL-3.0-or-later
// A whole case to servers that nobody here wrote: they understand the terminal, and it understands them.
#include "offline/crypto/sm3.h"
#include "tests/fault/cutting_relay.h"
#include "tests/strangers/strangers_rig.h"

#include <QDir>
#include <QSslKey>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

namespace {

const QString projectNumber = QStringLiteral("330782-20260302-0001");

// The contract, but its example of the change feed speaks of this case: Prism has no memory of its own to speak from.
QByteArray contractWithAccepted(const domain::SubmittedCase &submitted)
{
    const QByteArray silent = "example: { cursor: '7', changes: [] }";
    QByteArray contract = StrangeCity::theContract();
    if (contract.count(silent) != 1)
        return {};
    const QByteArray change = "{ localNumber: '" + submitted.localNumber.toUtf8() + "', deviceCaseId: '" +
                              submitted.content.id.toByteArray(QUuid::WithoutBraces) +
                              "', caseId: 'P-1', status: accepted, projectNumber: '" + projectNumber.toUtf8() +
                              "', at: '2026-03-02T08:30:00Z' }";
    return contract.replace(silent, "example: { cursor: '7', changes: [" + change + "] }");
}

QMap<QByteArray, int> arrivedAt(const Strangers &strangers) // SM3 -> how often
{
    QMap<QByteArray, int> arrived;
    const QDir uploads(strangers.uploadsDirectory());
    for (const QString &name : uploads.entryList(QDir::Files)) {
        QFile file(uploads.filePath(name));
        if (!name.endsWith(QLatin1String(".json")) &&
            file.open(QIODevice::ReadOnly)) // beside each: what is known of it
            ++arrived[offline::crypto::sm3(file.readAll())];
    }
    return arrived;
}

std::vector<domain::SealedPage> filesOf(const domain::SubmittedCase &submitted)
{
    std::vector<domain::SealedPage> files{*submitted.content.signature};
    for (const auto &material : submitted.content.pages)
        files.insert(files.end(), material.begin(), material.end());
    return files;
}

} // namespace

class StrangersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWholeCase();
    void aPageGoesOnBehindACut();
    void aLostUploadIsBegunAnew();
    void withoutClientCertificateThereIsNoConnection();
};

void StrangersTest::initTestCase()
{
    const auto prepared = Strangers::prepare();
    if (!prepared)
        QSKIP(qPrintable(prepared.error().detail));
}

void StrangersTest::aWholeCase()
{
    StrangeCity here;
    QVERIFY(here.city.start());
    const auto submitted = here.city.submitOne();
    QVERIFY(submitted);
    const QByteArray contract = contractWithAccepted(*submitted);
    QVERIFY2(!contract.isEmpty(), "the contract's example of the change feed is another one");
    const QString trouble = here.startStrangers(contract);
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    QVERIFY(here.connect());
    const auto over = [&here, &submitted] {
        const auto found = here.city.stored(submitted->content.id);
        return here.allDone() && found && found->status == domain::CaseStatus::Accepted;
    };
    QVERIFY(runUntil(*here.city.worker, here.city.world.clock, 30min, over));
    QVERIFY2(over(), here.words());
    QCOMPARE(here.city.projectNumber, projectNumber);

    QMap<QString, int> answered; // "POST /v1/cases 201" -> how often
    for (const QJsonObject &request : here.strangers.requests()) {
        const int status = request.value(QLatin1String("status")).toInt();
        QVERIFY2(status < 400, here.words()); // neither found anything against any request
        ++answered[QStringLiteral("%1 %2 %3")
                       .arg(request.value(QLatin1String("method")).toString(),
                            request.value(QLatin1String("path")).toString())
                       .arg(status)];
    }
    QCOMPARE(answered.value(QStringLiteral("POST /v1/cases 201")), 1);
    const auto files = filesOf(*submitted);
    QVERIFY2(files.size() > 1, "a case with pages");
    QCOMPARE(answered.value(QStringLiteral("POST /v1/uploads 201")), static_cast<int>(files.size()));
    const auto arrived = arrivedAt(here.strangers);
    for (const auto &file : files)
        QCOMPARE(arrived.value(file.sm3), 1);
}

// @tus/server keeps what had arrived of a cut PATCH: the page goes on there.
void StrangersTest::aPageGoesOnBehindACut()
{
    constexpr int pages = 5;
    constexpr qint64 pageBytes = 400'000;
    StrangeCity here;
    const QString trouble = here.start();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    CuttingRelay relay(here.strangers.port(), 200'000);
    QVERIFY(here.connect(relay.serverPort()));
    const auto submitted = here.city.submitOne(pages, pageBytes);
    QVERIFY(submitted);
    QVERIFY(runUntil(*here.city.worker, here.city.world.clock, 24h, [&here] { return here.allDone(); }));
    QVERIFY2(here.allDone(), here.words());

    const auto arrived = arrivedAt(here.strangers);
    qint64 payload = 0;
    for (const auto &file : filesOf(*submitted)) {
        QCOMPARE(arrived.value(file.sm3), 1);
        payload += file.bytes;
    }
    const qint64 sent = here.city.client->pageBytesSent();
    qInfo("payload %lld, sent %lld (%.4f), cuts %d", payload, sent,
          static_cast<double>(sent) / static_cast<double>(payload), relay.cuts());
    QVERIFY(relay.cuts() >= payload / 200'000 - 1);
    QVERIFY2(sent <= payload * 13 / 10, qPrintable(QString::number(sent)));
}

// What was begun is gone from the server's disk: 404, and the page is begun anew.
void StrangersTest::aLostUploadIsBegunAnew()
{
    StrangeCity here;
    const QString trouble = here.start();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    CuttingRelay relay(here.strangers.port(), 200'000);
    QVERIFY(here.connect(relay.serverPort()));
    const auto submitted = here.city.submitOne(1, 400'000);
    QVERIFY(submitted);
    QVERIFY(runUntil(*here.city.worker, here.city.world.clock, 1h, [&relay] { return relay.cuts() > 0; }));
    QVERIFY(!here.allDone());
    const QDir uploads(here.strangers.uploadsDirectory());
    for (const QString &name : uploads.entryList(QDir::Files))
        QVERIFY(QFile::remove(uploads.filePath(name)));
    QVERIFY(runUntil(*here.city.worker, here.city.world.clock, 24h, [&here] { return here.allDone(); }));
    QVERIFY2(here.allDone(), here.words());
    QCOMPARE(
        arrivedAt(here.strangers).value(submitted->content.pages.value(QStringLiteral("householdRegister")).back().sm3),
        1);
}

void StrangersTest::withoutClientCertificateThereIsNoConnection()
{
    StrangeCity here;
    const QString trouble = here.start();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    auto access = here.accessThrough();
    QVERIFY(access);
    access->tls.setLocalCertificateChain({});
    access->tls.setPrivateKey({});
    QVERIFY(here.city.submitOne());
    here.city.connect(*access);
    QVERIFY(here.city.runFor(2min));
    QVERIFY(here.strangers.requests().isEmpty());
    QCOMPARE(here.city.boxStates().filter(QStringLiteral(" pending")).size(), here.city.boxStates().size());
}

QTEST_GUILESS_MAIN(StrangersTest)
#include "strangers_test.moc"
