// SPDX-License-Identifier: GPL-3.0-or-later
// The licence library by finger: what it holds need not be scanned, what it does not is; a city that says nothing keeps
// nobody; who does not agree is not asked about. What came of it is asked of the store, of the city and of the record.
#include "tests/qml/visit.h"
#include "tests/unit/view/fake_city_desk.h"

#include <QTest>

using namespace tongban;
using namespace tongban::qmltest;
using namespace tongban::test;

class LibraryTest : public QObject
{
    Q_OBJECT

    FakeCityDesk m_city;
    std::unique_ptr<Visit> m_visit;

    void toMaterials()
    {
        m_visit->told.insert(QStringLiteral("where"), QStringLiteral("户口在外地"));
        QVERIFY2(m_visit->walkTo(QStringLiteral("Materials")), qPrintable(m_visit->kiosk().step()));
    }
    [[nodiscard]] int consents()
    {
        return m_visit->count(QStringLiteral("SELECT count(*) FROM audit WHERE action = 'library.consent'"));
    }
    // One case whose permit came by so many scans.
    void finish(int scans)
    {
        QVERIFY2(m_visit->walkTo(QStringLiteral("Rating")), qPrintable(m_visit->kiosk().step()));
        QCOMPARE(m_visit->census().cases, 1);
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(*) FROM pages WHERE material = 'residencePermit'")), scans);
    }

private Q_SLOTS:
    void init()
    {
        m_city = FakeCityDesk();
        m_visit = std::make_unique<Visit>();
        m_visit->rig.city = &m_city;
        m_visit->itemName = QStringLiteral("无犯罪记录证明");
        m_visit->rig.store.setItems({shippedItem(QStringLiteral("wu-fanzui-jilu-zhengming"))});
        QVERIFY(m_visit->open());
    }
    void cleanup() { m_visit.reset(); }

    void whatIsThereIsNotScanned()
    {
        m_city.held = {{QStringLiteral("residencePermit"),
                        {.number = Secret(QStringLiteral("422823105000789")), .issued = QDate(2026, 10, 30)}}};
        toMaterials();
        QCOMPARE(m_city.asked.size(), 0); // nothing is asked before the person agreed
        QVERIFY(m_visit->tap(QStringLiteral("同意，现在查")));
        QTRY_VERIFY(m_visit->kiosk().materials()->library().isEmpty());
        QCOMPARE(m_city.asked, QStringList{QStringLiteral("residencePermit")});
        QCOMPARE(consents(), 1);
        finish(0);
    }

    void whatIsNotThereIsScanned()
    {
        m_city.held.emplace();
        toMaterials();
        QVERIFY(m_visit->tap(QStringLiteral("同意，现在查")));
        QTRY_VERIFY(!m_visit->kiosk().canGoForward());
        finish(1);
    }

    void aCityThatSaysNothingKeepsNobody()
    {
        toMaterials();
        QVERIFY(m_visit->tap(QStringLiteral("同意，现在查")));
        QTRY_COMPARE(m_visit->kiosk().materials()->library(), QStringLiteral("silent"));
        QVERIFY(m_visit->kiosk().subtitle().contains(QStringLiteral("以后由市里去查")));
        finish(0);
    }

    void whoDoesNotAgreeIsNotAskedAbout()
    {
        toMaterials();
        finish(0);
        QVERIFY(m_city.asked.isEmpty());
        QCOMPARE(consents(), 0);
    }

    void whoGivesUpIsForgotten()
    {
        m_city.held.emplace();
        toMaterials();
        QVERIFY(m_visit->tap(QStringLiteral("同意，现在查")));
        QVERIFY(m_visit->cancel());
        QCOMPARE(m_visit->census().drafts, 0);
        QCOMPARE(consents(), 1); // that it was asked stays on record
    }
};

QTEST_MAIN(LibraryTest)
#include "library_test.moc"
