// SPDX-License-Identifier: GPL-3.0-or-later
// 帮办代办 up to the city: a cadre names who has no card here and witnesses the thumbprint. The program's own line and
// controllers, the real store, the real reference city; only the devices are played.
#include "app/core/base/log.h"
#include "app/core/domain/assisted_case.h"
#include "offline/crypto/sm3.h"
#include "tests/fault/city_screen.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;

namespace {

constexpr int patience = 30'000; // ms; ends by the event
const QString errand = QStringLiteral("gaoling-jintie");
const QString applicantId = QStringLiteral("110105193012310046");

domain::IdCard cadre()
{
    return test::cardOf(QStringLiteral("覃大山"), QStringLiteral("110105196512310020"), 1965);
}

} // namespace

class HelpedCityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theHelperAndTheMarkArrive();

private:
    [[nodiscard]] bool isAt(const QString &step) { return m_screen->isAt(step, patience); }
    void nameApplicant();
    void fillForm();
    void scan(const QString &material);
    void mark();
    [[nodiscard]] QJsonObject caseAtCity();
    [[nodiscard]] QStringList helpOnRecord();

    std::unique_ptr<SyncCity> m_city;
    std::unique_ptr<CityScreen> m_screen;
    view::KioskController *m_kiosk = nullptr; // its
};

void HelpedCityTest::init()
{
    setLogSink([](const QByteArray &) {});
    m_city = std::make_unique<SyncCity>();
    QVERIFY(m_city->start());
    m_screen = std::make_unique<CityScreen>(*m_city);
    m_screen->devices.reader.script.usually(fail(ErrorKind::CardAbsent, QStringLiteral("test")));
    m_kiosk = &m_screen->kiosk();
    QTRY_VERIFY_WITH_TIMEOUT(m_kiosk->home()->item(errand) && m_kiosk->online(), patience);
}

void HelpedCityTest::cleanup()
{
    m_screen.reset();
    m_city.reset();
}

void HelpedCityTest::nameApplicant()
{
    m_kiosk->touched();
    m_kiosk->chooseItem(errand);
    QVERIFY(isAt(QStringLiteral("Guide")));
    m_kiosk->forward();
    QVERIFY(isAt(QStringLiteral("Identify"))); // in trouble: no card lies there
    m_kiosk->helper()->wantWithoutCard();
    m_screen->devices.reader.script.usually(cadre());
    m_kiosk->helper()->choose(QStringLiteral("cadre"));
    QVERIFY(isAt(QStringLiteral("Naming")));
    m_kiosk->form()->setAnswer(QStringLiteral("applicantName"), QStringLiteral("王秀英"));
    m_kiosk->forward();
    m_kiosk->form()->setAnswer(QStringLiteral("applicantNumber"), applicantId);
    m_kiosk->forward();
    QVERIFY(isAt(QStringLiteral("Form")));
}

void HelpedCityTest::fillForm()
{
    const QMap<QString, QString> answers{{QStringLiteral("address"), QStringLiteral("柳树村三组")},
                                         {QStringLiteral("phone"), QStringLiteral("13872650418")},
                                         {QStringLiteral("living"), QStringLiteral("alone")},
                                         {QStringLiteral("payout"), QStringLiteral("passbook")}};
    for (int page = 0; page < 20 && m_kiosk->step() == QLatin1String("Form"); ++page) {
        for (auto answer = answers.begin(); answer != answers.end(); ++answer)
            m_kiosk->form()->setAnswer(answer.key(), answer.value()); // where it is asked
        m_kiosk->forward();
    }
    QVERIFY(isAt(QStringLiteral("Materials")));
}

void HelpedCityTest::scan(const QString &material)
{
    m_kiosk->materials()->scan(material);
    QVERIFY(isAt(QStringLiteral("PageReview")));
    m_kiosk->keepPage();
}

void HelpedCityTest::mark()
{
    m_kiosk->forward();
    QVERIFY(isAt(QStringLiteral("Signature")));
    m_kiosk->helper()->cannotWrite();
    QVERIFY(isAt(QStringLiteral("MarkSheet")));
    m_kiosk->forward();
    QVERIFY(isAt(QStringLiteral("PageReview")));
    m_kiosk->keepPage();
    QVERIFY(isAt(QStringLiteral("Review")));
}

QJsonObject HelpedCityTest::caseAtCity()
{
    QJsonObject held;
    (void)QTest::qWaitFor(
        [&] {
            held = m_city->platform.cases().value_or(QJsonArray()).first().toObject();
            return held.value(QStringLiteral("status")).toString() == QLatin1String("accepted");
        },
        patience);
    return held;
}

QStringList HelpedCityTest::helpOnRecord()
{
    QStringList found;
    m_city->lane
        ->run([&](std::stop_token) {
            for (const ports::AuditRecord &record : *m_city->store->audit().records(1, 1000)) {
                if (record.event.action == QLatin1String("case.help"))
                    found << record.event.subject + u' ' + record.event.detail;
            }
            return Result<void>();
        })
        .waitForFinished();
    return found;
}

void HelpedCityTest::theHelperAndTheMarkArrive()
{
    nameApplicant();
    fillForm();
    scan(QStringLiteral("householdRegister"));
    mark();
    m_kiosk->forward();
    QVERIFY(QTest::qWaitFor([&] { return m_kiosk->state().print == flow::PrintPhase::Confirmed; }, patience));
    const domain::SubmittedCase stored = *m_kiosk->state().submitted;

    const QJsonObject held = caseAtCity();
    QCOMPARE(held.value(QStringLiteral("assurance")).toString(), QStringLiteral("vouched"));
    QCOMPARE(held.value(QStringLiteral("signatureKind")).toString(), QStringLiteral("mark"));
    const QJsonObject helper = held.value(QStringLiteral("helper")).toObject();
    QCOMPARE(helper.value(QStringLiteral("role")).toString(), QStringLiteral("cadre"));
    QVERIFY(helper.value(QStringLiteral("witness")).toBool());
    QCOMPARE(helper.value(QStringLiteral("person")).toObject().value(QStringLiteral("idNumber")).toString(),
             cadre().idNumber.reveal());
    const QJsonObject applicant = held.value(QStringLiteral("applicant")).toObject();
    QCOMPARE(applicant.value(QStringLiteral("name")).toString(), QStringLiteral("王秀英"));
    QVERIFY(applicant.value(QStringLiteral("validFrom")).isNull());
    QCOMPARE(wrongFilesAt(held, stored.content, m_city->platform.directory()), QString()); // the sheet among them
    const auto counters = m_city->platform.counters();
    QVERIFY(counters && counters->value(QStringLiteral("violations")).toObject().isEmpty());
    QCOMPARE(helpOnRecord(), QStringList{stored.content.id.toString(QUuid::WithoutBraces) +
                                         QStringLiteral(" helper=cadre assurance=vouched")});
}

QTEST_MAIN(HelpedCityTest)
#include "helped_city_test.moc"
