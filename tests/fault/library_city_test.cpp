// SPDX-License-Identifier: GPL-3.0-or-later
// The licence library is asked while a person stands there: the program's own line and controllers, the real store, the
// real reference city; only the devices are played.
#include "app/core/base/log.h"
#include "offline/crypto/sm3.h"
#include "tests/fault/city_screen.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000; // ms; ends by the event
const QString errand = QStringLiteral("wu-fanzui-jilu-zhengming"); // 无犯罪记录证明: the permit may be there
const QString question = QStringLiteral("POST /v1/licences/query");

} // namespace

class LibraryCityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatTheLibraryHoldsIsNotBrought();
    void whatItDoesNotHoldIsScanned();
    void aSilentCityKeepsNobody();
    void withoutALineNothingIsOffered();

private:
    void toMaterials();
    void finish();
    [[nodiscard]] bool isAt(const QString &step) { return m_screen->isAt(step, patience); }
    [[nodiscard]] QString permit(const char *role)
    {
        view::RowModel *list = m_kiosk->materials()->list();
        for (int row = 0; row < list->count(); ++row) {
            if (list->value(row, "key").toString() == QLatin1String("residencePermit"))
                return list->value(row, role).toString();
        }
        return {};
    }
    [[nodiscard]] QStringList consents()
    {
        QStringList found;
        m_city->lane
            ->run([&](std::stop_token) {
                for (const ports::AuditRecord &record : *m_city->store->audit().records(1, 1000)) {
                    if (record.event.action == QLatin1String("library.consent"))
                        found << record.event.subject + u' ' + record.event.detail;
                }
                return Result<void>();
            })
            .waitForFinished();
        return found;
    }

    std::unique_ptr<SyncCity> m_city;
    std::unique_ptr<CityScreen> m_screen;
    view::KioskController *m_kiosk = nullptr; // its
};

void LibraryCityTest::init()
{
    setLogSink([](const QByteArray &) {});
    m_city = std::make_unique<SyncCity>();
    QVERIFY(m_city->start());
    m_screen = std::make_unique<CityScreen>(*m_city, view::KioskTimes{.library = 1500ms});
    m_kiosk = &m_screen->kiosk();
    QTRY_VERIFY_WITH_TIMEOUT(m_kiosk->home()->item(errand) && m_kiosk->online(), patience);
}

void LibraryCityTest::cleanup()
{
    m_screen.reset();
    m_city.reset();
}

void LibraryCityTest::toMaterials()
{
    const QMap<QString, QString> answers{{QStringLiteral("where"), QStringLiteral("resident")},
                                         {QStringLiteral("purpose"), QStringLiteral("job")},
                                         {QStringLiteral("phone"), QStringLiteral("13872650418")}};
    m_kiosk->touched();
    m_kiosk->chooseItem(errand);
    QVERIFY(isAt(QStringLiteral("Guide")));
    for (int page = 0; page < 40 && m_kiosk->step() != QLatin1String("Materials"); ++page) {
        m_kiosk->forward();
        QTRY_VERIFY_WITH_TIMEOUT(!m_kiosk->busy() && m_kiosk->step() != QLatin1String("Identify"), patience);
        view::RowModel *fields = m_kiosk->form()->fields();
        QMap<QString, QString> given;
        for (int row = 0; row < fields->count(); ++row) {
            const QString key = fields->value(row, "key").toString();
            if (answers.contains(key))
                given.insert(key, answers.value(key));
        }
        for (auto one = given.begin(); one != given.end(); ++one)
            m_kiosk->form()->setAnswer(one.key(), one.value());
    }
    QCOMPARE(m_kiosk->step(), QStringLiteral("Materials"));
    QCOMPARE(permit("state"), QStringLiteral("deferred"));
}

// Scans what is still asked for, signs, hands in.
void LibraryCityTest::finish()
{
    for (int scans = 0; scans < 8 && !m_kiosk->canGoForward(); ++scans) {
        view::RowModel *list = m_kiosk->materials()->list();
        for (int row = 0; row < list->count(); ++row) {
            if (list->value(row, "state").toString() == QLatin1String("needed")) {
                m_kiosk->materials()->scan(list->value(row, "key").toString());
                QVERIFY(isAt(QStringLiteral("PageReview")));
                m_kiosk->keepPage();
                break;
            }
        }
    }
    m_kiosk->forward();
    QVERIFY(isAt(QStringLiteral("Signature")));
    test::KioskRig::drawOn(*m_kiosk);
    m_kiosk->forward();
    QVERIFY(isAt(QStringLiteral("Review")));
    m_kiosk->forward();
    QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->step(), QStringLiteral("Receipt"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_city->platform.cases().value_or(QJsonArray()).size(), 1, patience);
}

void LibraryCityTest::whatTheLibraryHoldsIsNotBrought()
{
    QVERIFY(m_city->platform.holdLicence({{QStringLiteral("idNumber"), test::oldWidow().idNumber.reveal()},
                                          {QStringLiteral("licence"), QStringLiteral("residencePermit")},
                                          {QStringLiteral("number"), QStringLiteral("422823105000789")},
                                          {QStringLiteral("issued"), QStringLiteral("2026-10-30")}}));
    toMaterials();
    QCOMPARE(m_kiosk->materials()->library(), QStringLiteral("offer"));
    QVERIFY(!m_kiosk->materials()->libraryConsent().isEmpty());
    QCOMPARE(m_city->requests(question), 0); // nothing is asked before the person agreed
    m_kiosk->materials()->askLibrary();
    QCOMPARE(m_kiosk->materials()->library(), QStringLiteral("asking"));
    QTRY_COMPARE_WITH_TIMEOUT(permit("state"), QStringLiteral("library"), patience);
    QVERIFY2(permit("reason").contains(QStringLiteral("0789")), qPrintable(permit("reason")));
    QVERIFY(m_kiosk->materials()->library().isEmpty());
    const QString draft = m_kiosk->state().draft->id.toString(QUuid::WithoutBraces);
    QCOMPARE(consents(), QStringList{draft + QStringLiteral(" residencePermit")});
    finish();
    const QJsonArray materials =
        m_city->platform.cases()->first().toObject().value(QStringLiteral("materials")).toArray();
    const auto found = std::find_if(materials.begin(), materials.end(), [](const QJsonValue &material) {
        return material.toObject().value(QStringLiteral("key")).toString() == QLatin1String("residencePermit");
    });
    QVERIFY(found != materials.end());
    const QJsonObject told = found->toObject();
    QCOMPARE(told.value(QStringLiteral("origin")).toString(), QStringLiteral("library"));
    QCOMPARE(told.value(QStringLiteral("licence")).toObject().value(QStringLiteral("number")).toString(),
             QStringLiteral("422823105000789"));
    const auto counters = m_city->platform.counters();
    QVERIFY(counters && counters->value(QStringLiteral("violations")).toObject().isEmpty());
}

void LibraryCityTest::whatItDoesNotHoldIsScanned()
{
    toMaterials();
    m_kiosk->materials()->askLibrary();
    QTRY_COMPARE_WITH_TIMEOUT(permit("state"), QStringLiteral("needed"), patience);
    finish();
}

void LibraryCityTest::aSilentCityKeepsNobody()
{
    toMaterials();
    QVERIFY(m_city->platform.plan({{QStringLiteral("latencyMs"), 20'000}}));
    m_kiosk->materials()->askLibrary();
    QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->materials()->library(), QStringLiteral("silent"), 8'000);
    QCOMPARE(permit("state"), QStringLiteral("deferred"));
    QVERIFY(m_kiosk->subtitle().contains(QStringLiteral("以后由市里去查")));
    QCOMPARE(consents().size(), 1); // it was asked, and that is on record
    QVERIFY(m_city->platform.clearFaults());
    finish();
}

void LibraryCityTest::withoutALineNothingIsOffered()
{
    m_city->platform.kill();
    QTRY_VERIFY_WITH_TIMEOUT(!m_kiosk->online(), patience);
    toMaterials();
    QVERIFY(m_kiosk->materials()->library().isEmpty());
    QCOMPARE(permit("state"), QStringLiteral("deferred"));
    QVERIFY(consents().isEmpty());
}

QTEST_MAIN(LibraryCityTest)
#include "library_city_test.moc"
