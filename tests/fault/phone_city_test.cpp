// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone is checked while a person stands there: the program's own line and controllers, the real store, the real
// reference city; only the devices are played, and the telephone.
#include "app/core/base/log.h"
#include "offline/crypto/sm3.h"
#include "tests/fault/city_screen.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;                                   // ms; ends by the event
const QString errand = QStringLiteral("wu-fanzui-jilu-zhengming"); // 无犯罪记录证明
const QString number = QStringLiteral("13872650418");
const QString asking = QStringLiteral("POST /v1/phones/codes");
const QString checking = QStringLiteral("POST /v1/phones/codes/{challenge}/check");
const QMap<QString, QString> answers{{QStringLiteral("where"), QStringLiteral("resident")},
                                     {QStringLiteral("purpose"), QStringLiteral("job")}};

QByteArray logged;

} // namespace

class PhoneCityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        logged.clear();
        setLogSink([](const QByteArray &line) { logged += line + '\n'; });
        m_city = std::make_unique<SyncCity>();
        QVERIFY(m_city->start());
        m_screen = std::make_unique<CityScreen>(*m_city, view::KioskTimes{.phone = 1500ms});
        m_kiosk = &m_screen->kiosk();
        QTRY_VERIFY_WITH_TIMEOUT(m_kiosk->home()->item(errand) && m_kiosk->online(), patience);
        toPhone();
    }

    void cleanup()
    {
        const auto counters = m_city->platform.counters();
        if (counters)
            QVERIFY(counters->value(QStringLiteral("violations")).toObject().isEmpty());
        QVERIFY(!logged.contains(number.toUtf8()));
        m_screen.reset();
        m_city.reset();
        setLogSink([](const QByteArray &) {});
    }

    void theRightCodeGoesOutWithTheCase()
    {
        askForCode();
        const QString sent = code();
        typeAndCheck(sent);
        QVERIFY(isAt(QStringLiteral("Form")));
        QCOMPARE(m_kiosk->phone()->phase(), QStringLiteral("confirmed"));
        QVERIFY(says(QStringLiteral("核对好了")));
        finish();
        QCOMPARE(stateAtTheCity(), QStringLiteral("confirmed"));
        QVERIFY(!logged.contains(sent.toUtf8()));
    }

    void wrongCodesAreCountedAndTheNumberStaysUnverified()
    {
        QVERIFY(m_city->platform.setPhoneRules({{QStringLiteral("tries"), 3}}));
        askForCode();
        typeAndCheck(otherCode());
        QVERIFY(says(QStringLiteral("还可以试2次")));
        typeAndCheck(otherCode()); // the very same is no second try
        QVERIFY(says(QStringLiteral("还可以试2次")));
        typeAndCheck(code() == QLatin1String("111111") ? "111112" : "111111");
        QVERIFY(says(QStringLiteral("还可以试1次")));
        typeAndCheck(code() == QLatin1String("222222") ? "222223" : "222222");
        QVERIFY(says(QStringLiteral("不能用了")));
        m_kiosk->phone()->type(code()); // there is nothing to compare it with any more
        QVERIFY(!m_kiosk->canGoForward());
        m_kiosk->phone()->later();
        QVERIFY(m_kiosk->step() != QLatin1String("PhoneCode"));
        finish();
        QCOMPARE(stateAtTheCity(), QStringLiteral("unverified"));
    }

    void anOldCodeIsTold()
    {
        QVERIFY(m_city->platform.setPhoneRules({{QStringLiteral("againSeconds"), 0}}));
        askForCode();
        QVERIFY(m_city->platform.setPhoneRules({{QStringLiteral("validSeconds"), 0}}));
        typeAndCheck(code());
        QVERIFY(says(QStringLiteral("不能用了")));
        QVERIFY(m_city->platform.setPhoneRules({{QStringLiteral("validSeconds"), 300}}));
        m_kiosk->phone()->want(); // 没收到, once more
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_kiosk->phone()->sending() && m_kiosk->subtitle().contains(QStringLiteral("短信发到了")), patience);
        QCOMPARE(m_city->requests(asking), 2);
        typeAndCheck(code());
        QVERIFY(isAt(QStringLiteral("Form")));
        QCOMPARE(m_kiosk->phone()->phase(), QStringLiteral("confirmed"));
    }

    void theCitysWaitIsKept()
    {
        askForCode();
        QVERIFY(!m_kiosk->phone()->mayAsk());
        QVERIFY(m_kiosk->phone()->secondsLeft() > 30);
        m_kiosk->backward(); // looks at the number once more, and changes it there and back
        m_kiosk->form()->setAnswer(QStringLiteral("phone"), number.chopped(1));
        m_kiosk->form()->setAnswer(QStringLiteral("phone"), number);
        m_kiosk->phone()->want();
        QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->phone()->phase(), QStringLiteral("waiting"), patience);
        QVERIFY(says(QStringLiteral("等一等")));
        QVERIFY(m_kiosk->canGoForward());
        QVERIFY(m_kiosk->phone()->secondsLeft() > 30);
        finish(); // and the line does not wait with the telephone
        QCOMPARE(stateAtTheCity(), QStringLiteral("unverified"));
    }

    void aSilentCityKeepsNobody()
    {
        QVERIFY(m_city->platform.plan({{QStringLiteral("latencyMs"), 20'000}}));
        m_kiosk->phone()->want();
        QCOMPARE(m_kiosk->phone()->phase(), QStringLiteral("sending"));
        QVERIFY(m_kiosk->canGoForward());
        QVERIFY(says(QStringLiteral("以后由市里核对")));
        QCOMPARE(m_kiosk->step(), QStringLiteral("Form"));
        QVERIFY(m_city->platform.clearFaults());
        finish();
        QCOMPARE(stateAtTheCity(), QStringLiteral("unverified"));
    }

    // The answer was lost, the message was not: whoever presses again types in the code that came.
    void aCodeThatWasSentUnheardIsNotSentTwice()
    {
        QVERIFY(m_city->platform.planOne(asking, QStringLiteral("loseAnswer")));
        m_kiosk->phone()->want();
        QVERIFY(says(QStringLiteral("以后由市里核对")));
        const QString first = code();
        QVERIFY(!first.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->phone()->phase(), QStringLiteral("offer"), patience);
        askForCode();
        QCOMPARE(code(), first);
        typeAndCheck(first);
        QVERIFY(isAt(QStringLiteral("Form")));
        QCOMPARE(m_kiosk->phone()->phase(), QStringLiteral("confirmed"));
    }

    void theLineGoesDownInTheMiddle()
    {
        askForCode();
        const QString sent = code();
        m_city->platform.kill();
        typeAndCheck(sent);
        QVERIFY(says(QStringLiteral("以后由市里核对")));
        QCOMPARE(m_kiosk->step(), QStringLiteral("PhoneCode"));
        QCOMPARE(m_kiosk->phone()->code(), sent);
        QVERIFY(m_city->platform.start().has_value());
        QTRY_VERIFY_WITH_TIMEOUT(m_kiosk->online(), patience);
        m_kiosk->phone()->later();
        finish();
        QCOMPARE(stateAtTheCity(), QStringLiteral("unverified"));
    }

    void withoutALineNothingIsOffered()
    {
        m_city->platform.kill();
        QTRY_VERIFY_WITH_TIMEOUT(!m_kiosk->online(), patience);
        QCOMPARE(m_kiosk->phone()->phase(), QStringLiteral("kept"));
        m_kiosk->phone()->want(); // by whatever means
        QVERIFY(says(QStringLiteral("以后由市里核对")));
        QVERIFY(m_kiosk->canGoForward());
        QVERIFY(m_city->platform.start().has_value());
        finish();
        QCOMPARE(stateAtTheCity(), QStringLiteral("unverified"));
    }

private:
    // To the page that asks for the telephone, and the number in it.
    void toPhone()
    {
        m_kiosk->touched();
        m_kiosk->chooseItem(errand);
        QVERIFY(isAt(QStringLiteral("Guide")));
        view::RowModel *fields = m_kiosk->form()->fields();
        const auto asks = [&](const QString &key) {
            for (int row = 0; row < fields->count(); ++row) {
                if (fields->value(row, "key").toString() == key)
                    return true;
            }
            return false;
        };
        for (int page = 0; page < 40 && !asks(QStringLiteral("phone")); ++page) {
            m_kiosk->forward();
            QTRY_VERIFY_WITH_TIMEOUT(!m_kiosk->busy() && m_kiosk->step() != QLatin1String("Identify"), patience);
            for (auto one = answers.begin(); one != answers.end(); ++one) {
                if (asks(one.key()))
                    m_kiosk->form()->setAnswer(one.key(), one.value());
            }
        }
        QVERIFY(asks(QStringLiteral("phone")));
        QVERIFY(m_kiosk->phone()->phase().isEmpty());
        m_kiosk->form()->setAnswer(QStringLiteral("phone"), number);
    }

    void askForCode()
    {
        QCOMPARE(m_kiosk->phone()->phase(), QStringLiteral("offer"));
        m_kiosk->phone()->want();
        QVERIFY(isAt(QStringLiteral("PhoneCode")));
        QVERIFY(!code().isEmpty());
    }

    void typeAndCheck(const QString &digits)
    {
        QVERIFY(!m_kiosk->canGoForward());
        m_kiosk->phone()->type(digits);
        QVERIFY(m_kiosk->canGoForward());
        m_kiosk->forward();
        QTRY_VERIFY_WITH_TIMEOUT(!m_kiosk->phone()->checking(), patience);
    }

    // On with the form, scans what is asked for, signs, hands in; until the city has it.
    void finish()
    {
        for (int page = 0; page < 40 && m_kiosk->step() == QLatin1String("Form"); ++page) {
            m_kiosk->forward();
            QTRY_VERIFY_WITH_TIMEOUT(!m_kiosk->busy(), patience);
        }
        QCOMPARE(m_kiosk->step(), QStringLiteral("Materials"));
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

    [[nodiscard]] bool isAt(const QString &step) { return m_screen->isAt(step, patience); }
    [[nodiscard]] bool says(const QString &words)
    {
        return QTest::qWaitFor([&] { return m_kiosk->subtitle().contains(words); }, patience);
    }
    [[nodiscard]] QString code() { return m_city->platform.codeSentTo(number).value_or(QString()); }
    [[nodiscard]] QString otherCode() { return code() == QLatin1String("000000") ? "000001" : "000000"; }
    // As the city holds the number of the one case that arrived.
    [[nodiscard]] QString stateAtTheCity()
    {
        const QJsonArray given = m_city->platform.givenPhones().value_or(QJsonArray());
        return given.size() == 1 && given.at(0)["phone"].toString() == number ? given.at(0)["state"].toString()
                                                                              : QStringLiteral("none, or several");
    }

    std::unique_ptr<SyncCity> m_city;
    std::unique_ptr<CityScreen> m_screen;
    view::KioskController *m_kiosk = nullptr; // its
};

QTEST_MAIN(PhoneCityTest)
#include "phone_city_test.moc"
