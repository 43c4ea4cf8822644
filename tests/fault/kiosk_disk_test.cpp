// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortune: the disk is full, or can only be read, while somebody stands before the screen. The journey over the real
// store: the person is told, nothing of what was there is lost, and when the disk is well again the same journey goes
// on to one case.
#include "app/core/base/log.h"
#include "tests/fault/store_fault_files.h"
#include "tests/fault/store_fault_vfs.h"
#include "tests/unit/offline/store_world.h"
#include "tests/unit/view/kiosk_rig.h"

#include <QTest>

using namespace tongban;
using namespace tongban::test;
using namespace tongban::testing;

namespace {

// The rig's screen and devices over a store of our own; only the catalogue is the rig's.
class DiskRig
{
public:
    DiskRig()
    {
        kiosk.storeDoor = [this]() -> Result<view::StorePorts> {
            if (!m_store) {
                auto opened = OfflineStore::open(world.options(), world.clock, files);
                if (!opened)
                    return fail(opened.error());
                m_store = std::move(*opened);
            }
            return view::StorePorts{&m_store->cases(), &m_store->vault(), &m_store->printJournal(), &kiosk.store};
        };
    }
    ~DiskRig()
    {
        kiosk.end();
        kiosk.onStoreLane([this] { m_store.reset(); }); // the store ends on the lane it lives on
    }

    [[nodiscard]] QString title() { return kiosk.kiosk().trouble()->title(); }
    [[nodiscard]] bool isTold() // what happened, and what to do
    {
        const auto *trouble = kiosk.kiosk().trouble();
        return QTest::qWaitFor([&] { return trouble->active() && !kiosk.kiosk().busy(); }) &&
               !trouble->body().isEmpty() && !(trouble->nextStep() + trouble->help()).isEmpty();
    }
    // As a start of the terminal finds it.
    [[nodiscard]] Census census() const { return censusOf(world.databasePath()).value_or(Census{.cases = -1}); }

    StoreWorld world;
    FaultFiles files;
    KioskRig kiosk;

private:
    StorePointer m_store; // touched on the rig's store lane
};

} // namespace

class KioskDiskTest : public QObject
{
    Q_OBJECT

    FaultVfs m_database;

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }
    void cleanup() { m_database.disarm(); }

    void aDiskWithoutRoomTakesNoPage()
    {
        DiskRig rig;
        QVERIFY(rig.kiosk.toHome() && rig.kiosk.toGuide() && rig.kiosk.toForm() && rig.kiosk.toMaterials());
        rig.files.setFreeBytes(1024 * 1024); // less than the reserve
        rig.kiosk.kiosk().materials()->scan(QStringLiteral("householdRegister"));
        QVERIFY(rig.isTold());
        QCOMPARE(rig.title(), QStringLiteral("没有存好"));
        QVERIFY2(rig.kiosk.kiosk().trouble()->body().contains(QStringLiteral("存满")),
                 qPrintable(rig.kiosk.kiosk().trouble()->body()));
        rig.files.setFreeBytes({}); // somebody made room
        rig.kiosk.kiosk().tryAgain();
        QVERIFY(rig.kiosk.reach(QStringLiteral("PageReview")));
        QVERIFY(rig.kiosk.toSignature() && rig.kiosk.toReview() && rig.kiosk.toReceipt());
        QCOMPARE(rig.census().cases, 1);
        QCOMPARE(rig.census().pages, 2); // page and signature
    }

    void aDiskThatFillsUpAtTheLastStepKeepsWhatWasAnswered_data()
    {
        QTest::addColumn<DiskFault>("fault");
        QTest::newRow("full") << DiskFault::DiskFull;
        QTest::newRow("writes fail") << DiskFault::WriteError;
    }
    void aDiskThatFillsUpAtTheLastStepKeepsWhatWasAnswered()
    {
        QFETCH(DiskFault, fault);
        DiskRig rig;
        QVERIFY(rig.kiosk.atReview());
        rig.kiosk.onStoreLane([] {}); // behind the save point of the signature: what fails is the submission
        m_database.arm(fault, 1);
        rig.kiosk.kiosk().forward();
        QVERIFY(rig.isTold());
        QVERIFY(m_database.fired());
        m_database.disarm();
        QCOMPARE(rig.kiosk.kiosk().step(), QStringLiteral("Review"));
        QVERIFY(rig.kiosk.kiosk().receipt()->localNumber().isEmpty()); // no promise
        QCOMPARE(rig.census().cases, 0);
        QCOMPARE(rig.census().drafts, 1);
        rig.kiosk.kiosk().tryAgain();
        QVERIFY(rig.kiosk.reach(QStringLiteral("Receipt")));
        QCOMPARE(rig.census().cases, 1);
        QCOMPARE(rig.census().drafts, 0);
    }

    void aDiskThatCanOnlyBeReadTakesNoPageAndLosesNone()
    {
        DiskRig rig;
        QVERIFY(rig.kiosk.toHome() && rig.kiosk.toGuide() && rig.kiosk.toForm() && rig.kiosk.toMaterials() &&
                rig.kiosk.toPageReview() && rig.kiosk.toSignature());
        rig.files.arm(FaultFiles::Kind::FromThenOn, 1, ErrorKind::StoreUnwritable); // mounted anew, read-only
        m_database.arm(DiskFault::DiskGone, 1);
        rig.kiosk.draw();
        rig.kiosk.kiosk().forward();
        QVERIFY(rig.isTold());
        QCOMPARE(rig.kiosk.kiosk().step(), QStringLiteral("Signature"));
        rig.files.disarm();
        m_database.disarm();
        rig.kiosk.kiosk().forward(); // the technician has been here
        QVERIFY(rig.kiosk.reach(QStringLiteral("Review")));
        QVERIFY(rig.kiosk.toReceipt());
        QCOMPARE(rig.census().cases, 1);
        QCOMPARE(rig.census().pages, 2);
    }

    void aDiskThatWasFullAtTheStartServesNobodyAndThenEverybody()
    {
        DiskRig rig;
        rig.files.arm(FaultFiles::Kind::FromThenOn, 1, ErrorKind::StoreFull);
        rig.kiosk.kiosk().loadCatalogue();
        rig.kiosk.kiosk().touched();
        QVERIFY(rig.kiosk.reach(QStringLiteral("Home")));
        QVERIFY(!rig.kiosk.kiosk().home()->catalogueReady());
        rig.files.disarm();
        QVERIFY(rig.kiosk.toHome() && rig.kiosk.toGuide());
    }
};

QTEST_MAIN(KioskDiskTest)
#include "kiosk_disk_test.moc"
