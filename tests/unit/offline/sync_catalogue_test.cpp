// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue by differences: what is asked for when, and what happens when it does not hold together.
#include "tests/unit/offline/sync_rig.h"

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

namespace {

ports::CatalogueNews news(const char *version, bool whole = false)
{
    ports::CatalogueNews made;
    made.version = made.cursor = QLatin1String("c") + QLatin1String(version);
    made.whole = whole;
    made.upserts.resize(1);
    return made;
}
tl::unexpected<Error> no(ErrorKind kind)
{
    return fail(kind, QStringLiteral("script"), QStringLiteral("said the script"));
}
const auto refused = QLatin1String(offline::sync::refusedCataloguesKey);

} // namespace

class SyncCatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lines.clear();
        setLogSink([this](const QByteArray &line) { m_lines += line; });
        m_rig = std::make_unique<SyncRig>();
        m_rig->catalogue.version = m_rig->catalogue.cursor = QStringLiteral("c1");
    }
    void cleanup()
    {
        m_rig.reset();
        setLogSink([](const QByteArray &) {});
    }
    void onlyTheDifferenceIsAskedFor();
    void anUnknownCursorTakesTheWhole();
    void aDifferenceThatDoesNotHoldTogetherTakesTheWhole();
    void aDifferenceThatIsNotSignedTakesTheWhole();
    void whenNothingHoldsTogetherTheLastGoodOneStays();
    void aSilentCityIsNoWordOnTheCatalogue();
    void aFullDiskTriesAgain();
    void aCountThatCannotBeWrittenStopsNothing();

private:
    [[nodiscard]] qsizetype asked(const char *call) const { return m_rig->city.count(QLatin1String(call)); }
    std::unique_ptr<SyncRig> m_rig;
    QByteArray m_lines;
};

void SyncCatalogueTest::onlyTheDifferenceIsAskedFor()
{
    QVERIFY(m_rig->runDue()); // nothing changed
    QCOMPARE(asked("catalogue changes c1"), 1);
    QCOMPARE(m_rig->catalogueChanges, 0);
    m_rig->city.catalogueChanges.push_back(news("2"));
    QVERIFY(m_rig->runFor(m_rig->options.catalogueEvery + 1min));
    QCOMPARE(m_rig->catalogue.version, QStringLiteral("c2"));
    QCOMPARE(m_rig->catalogueChanges, 1);
    QVERIFY(m_rig->runFor(m_rig->options.catalogueEvery));
    QCOMPARE(asked("catalogue changes c2"), 1);
    QVERIFY(m_rig->city.calls.filter(QStringLiteral("catalogue ")).size() == 3); // and never for the whole
}

void SyncCatalogueTest::anUnknownCursorTakesTheWhole()
{
    m_rig->city.catalogueChanges.push_back(no(ErrorKind::PlatformRefused));
    m_rig->city.catalogue.push_back(news("9", true));
    QVERIFY(m_rig->runDue());
    QCOMPARE(m_rig->catalogue.version, QStringLiteral("c9"));
    QVERIFY(!m_rig->memory.contains(refused)); // there was nothing wrong with it
}

void SyncCatalogueTest::aDifferenceThatDoesNotHoldTogetherTakesTheWhole()
{
    m_rig->city.catalogueChanges.push_back(news("2"));
    m_rig->catalogue.next = ErrorKind::PlatformBadAnswer;
    m_rig->city.catalogue.push_back(news("2", true));
    QVERIFY(m_rig->runDue());
    QCOMPARE(m_rig->catalogue.version, QStringLiteral("c2"));
    QCOMPARE(m_rig->catalogueChanges, 1);
    QCOMPARE(m_rig->memory.value(refused), QStringLiteral("1"));
    QVERIFY(m_lines.contains("CatalogueRefused"));
}

void SyncCatalogueTest::aDifferenceThatIsNotSignedTakesTheWhole()
{
    m_rig->city.catalogueChanges.push_back(no(ErrorKind::PlatformBadAnswer));
    m_rig->city.catalogue.push_back(news("2", true));
    QVERIFY(m_rig->runDue());
    QCOMPARE(m_rig->catalogue.version, QStringLiteral("c2"));
    QCOMPARE(m_rig->memory.value(refused), QStringLiteral("1"));
}

void SyncCatalogueTest::whenNothingHoldsTogetherTheLastGoodOneStays()
{
    m_rig->city.catalogueChanges.push_back(no(ErrorKind::PlatformBadAnswer));
    m_rig->city.catalogue.push_back(no(ErrorKind::PlatformBadAnswer));
    QVERIFY(m_rig->runFor(30min));
    QCOMPARE(m_rig->catalogue.version, QStringLiteral("c1"));
    QCOMPARE(m_rig->catalogueChanges, 0);
    QCOMPARE(m_rig->memory.value(refused), QStringLiteral("2"));
    QCOMPARE(m_rig->city.calls.filter(QStringLiteral("catalogue ")).size(), 2); // once an hour is enough
    QCOMPARE(m_rig->reachability, QList<bool>{true});                           // it did answer
    m_rig->city.catalogueChanges.push_back(news("3"));
    QVERIFY(m_rig->runFor(1h));
    QCOMPARE(m_rig->catalogue.version, QStringLiteral("c3"));
}

void SyncCatalogueTest::aSilentCityIsNoWordOnTheCatalogue()
{
    m_rig->city.catalogueChanges.push_back(no(ErrorKind::PlatformBusy));
    m_rig->city.catalogueChanges.push_back(news("2"));
    QVERIFY(m_rig->runFor(2min));
    QCOMPARE(m_rig->catalogue.version, QStringLiteral("c2"));
    QCOMPARE(asked("catalogue changes c1"), 2);
    QVERIFY(!m_rig->memory.contains(refused));
}

void SyncCatalogueTest::aFullDiskTriesAgain()
{
    m_rig->city.catalogueChanges.push_back(news("2"));
    m_rig->city.catalogueChanges.push_back(news("2"));
    m_rig->catalogue.next = ErrorKind::StoreFull;
    QVERIFY(m_rig->runFor(5min));
    QCOMPARE(m_rig->catalogue.version, QStringLiteral("c2"));
    QCOMPARE(m_rig->catalogueChanges, 1);
    QVERIFY(!m_rig->memory.contains(refused));
}

void SyncCatalogueTest::aCountThatCannotBeWrittenStopsNothing()
{
    m_rig->store.memory.setValue = [](const QString &, const QString &) -> Result<void> {
        return fail(ErrorKind::StoreFull, QStringLiteral("script"));
    };
    m_rig->makeWorker();
    m_rig->city.catalogueChanges.push_back(no(ErrorKind::PlatformBadAnswer));
    m_rig->city.catalogue.push_back(news("2", true));
    QVERIFY(m_rig->runFor(5min));
    QCOMPARE(m_rig->catalogue.version, QStringLiteral("c2"));
}

QTEST_GUILESS_MAIN(SyncCatalogueTest)
#include "sync_catalogue_test.moc"
