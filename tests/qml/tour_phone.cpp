// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of a telephone's code: offered, asked for, typed in, wrong, done; and without a line.
#include "tests/qml/tour.h"

#include <QTest>

namespace tongban::qmltest {

void Tour::phoneCode()
{
    using ports::PhoneCheckAnswer;
    using ports::PhoneCodeAnswer;
    const QString errand = QStringLiteral("hukou-qianyi-yushen");
    goToForm(errand, QStringLiteral("phone"), {{QStringLiteral("ground"), QStringLiteral("house")}});
    m_kiosk->form()->setAnswer(QStringLiteral("phone"), QStringLiteral("13872650418"));
    view::PhoneController *phone = m_kiosk->phone();
    const auto isAt = [&](const QString &phase) {
        if (!QTest::qWaitFor([&] { return phone->phase() == phase; }, 5'000))
            m_problem = QStringLiteral("the telephone is not at «%1»").arg(phase);
    };
    const auto pass = [&](std::chrono::seconds time) {
        m_hall.clock.advance(time);
        m_kiosk->idle().restart(); // somebody looks into the telephone
        phone->check();
    };
    isAt(QStringLiteral("offer"));
    stop(QStringLiteral("form-phone-offer"));
    m_kiosk->setOnline(false);
    stop(QStringLiteral("form-phone-kept"));
    m_kiosk->setOnline(true);
    press(QStringLiteral("发送验证码，核对号码"));
    isAt(QStringLiteral("sending"));
    stop(QStringLiteral("form-phone-sending"));
    m_hall.city.phoneCode.answer(PhoneCodeAnswer{.kind = PhoneCodeAnswer::Kind::TooSoon, .waitSeconds = 40});
    isAt(QStringLiteral("waiting"));
    stop(QStringLiteral("form-phone-too-soon"));
    pass(std::chrono::seconds(41));
    isAt(QStringLiteral("offer"));
    press(QStringLiteral("发送验证码，核对号码"));
    isAt(QStringLiteral("sending"));
    m_hall.city.phoneCode.answer(PhoneCodeAnswer{.kind = PhoneCodeAnswer::Kind::Sent,
                                                 .challenge = QStringLiteral("0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a"),
                                                 .waitSeconds = 60});
    if (!reach(QStringLiteral("PhoneCode")))
        return;
    stop(QStringLiteral("phone-code"));
    phone->type(QStringLiteral("204816"));
    stop(QStringLiteral("phone-code-typed"));
    m_kiosk->forward();
    m_hall.city.phoneCheck.answer(PhoneCheckAnswer{.kind = PhoneCheckAnswer::Kind::Wrong, .triesLeft = 4});
    if (!QTest::qWaitFor([&] { return phone->code().isEmpty(); }, 5'000))
        m_problem = QStringLiteral("a wrong code stays");
    pass(std::chrono::seconds(61));
    stop(QStringLiteral("phone-code-wrong"));
    phone->type(QStringLiteral("204817"));
    m_kiosk->forward();
    m_hall.city.phoneCheck.answer(PhoneCheckAnswer{.kind = PhoneCheckAnswer::Kind::Confirmed,
                                                   .token = Secret(QStringLiteral("the city's word"))});
    if (!reach(QStringLiteral("Form")))
        return;
    isAt(QStringLiteral("confirmed"));
    stop(QStringLiteral("form-phone-confirmed"));
}

} // namespace tongban::qmltest
