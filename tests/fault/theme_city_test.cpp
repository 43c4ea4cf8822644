// SPDX-License-Identifier: GPL-3.0-or-later
// The man in a wheelchair merges both disability subsidies into one form: from a tile on the screen to two cases in the
// city. The program's own line and controllers, the real store, the real reference city; only the devices are played.
#include "app/core/base/log.h"
#include "offline/crypto/sm3.h"
#include "tests/fault/city_screen.h"

#include <QFile>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;

namespace {

constexpr int patience = 30'000; // ms; ends by the event
const QString theme = QStringLiteral("canji-liangxiang");
const QString living = QStringLiteral("kunnan-canjiren-shenghuo-butie");
const QString care = QStringLiteral("zhongdu-canjiren-huli-butie");

} // namespace

class ThemeCityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneFormTwoCases();
    void theDraftIsFoundAgainAfterAPowerCut();

private:
    [[nodiscard]] bool isAt(const QString &step) { return m_screen->isAt(step, patience); }
    void toFirstForm();
    void fillForm();
    void submit();
    [[nodiscard]] QJsonArray casesAtCity(int count);
    void checkAtCity(const QJsonObject &held, const domain::SubmittedCase &stored);

    std::unique_ptr<SyncCity> m_city;
    std::unique_ptr<CityScreen> m_screen;
    view::KioskController *m_kiosk = nullptr; // its
};

void ThemeCityTest::init()
{
    setLogSink([](const QByteArray &) {});
    m_city = std::make_unique<SyncCity>(); // items and themes as shipped
    QVERIFY(m_city->start());
    m_screen = std::make_unique<CityScreen>(*m_city);
    m_kiosk = &m_screen->kiosk();
    QTRY_VERIFY_WITH_TIMEOUT(m_kiosk->home()->item(theme), patience);
}

void ThemeCityTest::cleanup()
{
    m_screen.reset();
    m_city.reset();
}

void ThemeCityTest::toFirstForm()
{
    m_kiosk->touched();
    m_kiosk->chooseItem(theme);
    QVERIFY(isAt(QStringLiteral("Guide")));
    QCOMPARE(m_kiosk->title(), QStringLiteral("残疾补贴一件事"));
    m_kiosk->forward();
    QCOMPARE(m_kiosk->step(), QStringLiteral("Parts")); // both of them, as it stands
    m_kiosk->forward();
    QCOMPARE(m_kiosk->step(), QStringLiteral("Situation"));
    m_kiosk->form()->setAnswer(QStringLiteral("who"), QStringLiteral("self"));
    m_kiosk->forward();
    m_kiosk->form()->setAnswer(QStringLiteral("home"), QStringLiteral("dibao"));
    m_kiosk->forward();
    QVERIFY(isAt(QStringLiteral("Form")));
}

// Every page once; what it asks is answered as it comes.
void ThemeCityTest::fillForm()
{
    const QMap<QString, QString> answers{{QStringLiteral("noOverlap"), domain::agreedAnswer},
                                         {QStringLiteral("account"), QStringLiteral("6217995200012345679")},
                                         {QStringLiteral("phone"), QStringLiteral("13872650418")},
                                         {QStringLiteral("care"), QStringLiteral("family")},
                                         {QStringLiteral("need"), QStringLiteral("move,out")},
                                         {QStringLiteral("otherCare"), QStringLiteral("none")}};
    QStringList asked;
    for (int page = 0; page < 20 && m_kiosk->step() == QLatin1String("Form"); ++page) {
        view::RowModel *fields = m_kiosk->form()->fields();
        QStringList keys;
        for (int row = 0; row < fields->count(); ++row)
            keys << fields->value(row, "key").toString();
        for (const QString &key : keys) {
            if (answers.contains(key)) {
                asked << key;
                m_kiosk->form()->setAnswer(key, answers.value(key));
            }
        }
        m_kiosk->forward();
    }
    asked.sort();
    QCOMPARE(asked, answers.keys()); // each once, whichever office asks it
    QVERIFY(isAt(QStringLiteral("Materials")));
}

void ThemeCityTest::submit()
{
    // The certificate is asked for once. It is welcome, and belongs to both.
    QCOMPARE(m_kiosk->materials()->list()->count(), 2);
    m_kiosk->materials()->scan(QStringLiteral("disability"));
    QVERIFY(isAt(QStringLiteral("PageReview")));
    m_kiosk->keepPage();
    m_kiosk->forward();
    QVERIFY(isAt(QStringLiteral("Signature")));
    test::KioskRig::drawOn(*m_kiosk);
    m_kiosk->forward();
    QVERIFY(isAt(QStringLiteral("Review")));
    m_kiosk->forward();
    QVERIFY(QTest::qWaitFor(
        [&] {
            return m_kiosk->step() == QLatin1String("Receipt") &&
                   m_kiosk->state().print == flow::PrintPhase::Confirmed && !m_kiosk->busy();
        },
        patience));
}

QJsonArray ThemeCityTest::casesAtCity(int count)
{
    QJsonArray cases;
    const auto areAccepted = [&] {
        cases = m_city->platform.cases().value_or(QJsonArray());
        return cases.size() == count && std::all_of(cases.begin(), cases.end(), [](const QJsonValue &one) {
                   return one.toObject().value(QStringLiteral("status")).toString() == QLatin1String("accepted");
               });
    };
    return QTest::qWaitFor(areAccepted, patience) ? cases : QJsonArray();
}

void ThemeCityTest::checkAtCity(const QJsonObject &held, const domain::SubmittedCase &stored)
{
    const domain::CaseDraft &content = stored.content;
    QCOMPARE(held.value(QStringLiteral("itemCode")).toString(), content.item.code);
    QCOMPARE(held.value(QStringLiteral("theme")).toString(), theme);
    const QJsonObject answers = held.value(QStringLiteral("answers")).toObject();
    QCOMPARE(answers.size(), content.answers.size());
    QCOMPARE(answers.contains(QStringLiteral("care")), content.item.code == care);       // its own
    QCOMPARE(answers.contains(QStringLiteral("noOverlap")), content.item.code == living); // likewise
    QCOMPARE(answers.value(QStringLiteral("account")).toString(), QStringLiteral("6217995200012345679")); // both
    const QString certificate =
        content.item.code == care ? QStringLiteral("certificate") : QStringLiteral("disability");
    QCOMPARE(content.pages.keys(), QStringList{certificate});
    QCOMPARE(wrongFilesAt(held, content, m_city->platform.directory()), QString());
}

void ThemeCityTest::oneFormTwoCases()
{
    toFirstForm();
    fillForm();
    submit();
    const auto together = m_kiosk->state().together;
    QCOMPARE(together.size(), size_t{2});
    QCOMPARE(m_screen->devices.printer.script.calls(), 2); // a receipt each
    QVERIFY(together[0].localNumber != together[1].localNumber);
    view::RowModel *rows = m_kiosk->receipt()->cases();
    QCOMPARE(rows->value(0, "number").toString(), together[0].localNumber);
    QCOMPARE(rows->value(1, "state").toString(), QStringLiteral("out"));

    const QJsonArray held = casesAtCity(2);
    QCOMPARE(held.size(), 2);
    QStringList items;
    for (const QJsonValue &value : held) {
        const QJsonObject one = value.toObject();
        const auto stored = std::find_if(together.begin(), together.end(), [&](const domain::SubmittedCase &mine) {
            return mine.localNumber == one.value(QStringLiteral("localNumber")).toString();
        });
        QVERIFY(stored != together.end());
        checkAtCity(one, *stored);
        items << stored->content.item.code;
    }
    items.sort();
    QCOMPARE(items, (QStringList{living, care}));
    const auto counters = m_city->platform.counters();
    QVERIFY(counters && counters->value(QStringLiteral("violations")).toObject().isEmpty());

    m_kiosk->forward();
    QVERIFY(isAt(QStringLiteral("Rating")));
    m_kiosk->rate(5);
    QTRY_COMPARE_WITH_TIMEOUT(m_city->boxStates().filter(QStringLiteral("sendEvaluation done")).size(), 2, patience);
}

void ThemeCityTest::theDraftIsFoundAgainAfterAPowerCut()
{
    toFirstForm();
    m_kiosk->forward();
    m_kiosk->form()->setAnswer(QStringLiteral("noOverlap"), domain::agreedAnswer);
    const QString version = m_kiosk->state().draft->item.version;
    m_screen.reset();
    m_city->cutPower();
    m_city->openTerminal();
    m_screen = std::make_unique<CityScreen>(*m_city);
    m_kiosk = &m_screen->kiosk();
    QTRY_VERIFY_WITH_TIMEOUT(m_kiosk->home()->item(theme), patience);
    m_kiosk->touched();
    m_kiosk->chooseItem(living); // whatever the person comes for: the draft is theirs
    m_kiosk->forward();
    m_kiosk->form()->setAnswer(QStringLiteral("who"), QStringLiteral("self"));
    m_kiosk->forward();
    m_kiosk->form()->setAnswer(QStringLiteral("home"), QStringLiteral("dibao"));
    m_kiosk->forward();
    QVERIFY(isAt(QStringLiteral("Resume")));
    QCOMPARE(m_kiosk->resume()->itemName(), QStringLiteral("残疾补贴一件事"));
    m_kiosk->continueDraft();
    QVERIFY(isAt(QStringLiteral("Form")));
    const domain::ServiceItem &item = m_kiosk->state().draft->item;
    QCOMPARE(item.version, version);
    QCOMPARE(item.parts.size(), size_t{2});
    QCOMPARE(m_kiosk->state().draft->answers.value(QStringLiteral("noOverlap")).reveal(), domain::agreedAnswer);
}

QTEST_MAIN(ThemeCityTest)
#include "theme_city_test.moc"
