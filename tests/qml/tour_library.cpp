// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of the licence library: offered, asked, silent, answered.
#include "tests/qml/tour.h"

#include <QTest>

namespace tongban::qmltest {

void Tour::library()
{
    const QString errand = QStringLiteral("hukou-qianyi-yushen"); // two papers that the library may hold
    goToForm(errand, QStringLiteral("phone"), {{QStringLiteral("ground"), QStringLiteral("house")}});
    m_kiosk->form()->setAnswer(QStringLiteral("phone"), QStringLiteral("13872650418"));
    m_kiosk->forward();
    if (!reach(QStringLiteral("Materials")))
        return;
    const auto isAt = [this](const QString &phase) {
        return QTest::qWaitFor([&] { return m_kiosk->materials()->library() == phase; }, 5'000) &&
               QTest::qWaitFor([this] { return m_kiosk->materials()->library() != QStringLiteral("asking") ||
                                               m_hall.city.isAsked(); }, 5'000);
    };
    stop(QStringLiteral("materials-library"));
    press(QStringLiteral("同意，现在查"));
    if (!isAt(QStringLiteral("asking")))
        m_problem = QStringLiteral("consent asks nobody");
    stop(QStringLiteral("materials-library-asking"));
    m_hall.city.answer(fail(ErrorKind::PlatformUnreachable, QStringLiteral("fake-city")));
    if (!isAt(QStringLiteral("silent")))
        m_problem = QStringLiteral("a silent library is not told");
    stop(QStringLiteral("materials-library-silent"));
    press(QStringLiteral("同意，再查一次"));
    if (!isAt(QStringLiteral("asking")))
        m_problem = QStringLiteral("consent asks nobody a second time");
    m_hall.city.answer(QMap<QString, domain::HeldLicence>{
        {QStringLiteral("householdRegister"), {Secret(QStringLiteral("422823105000123")), QDate(2015, 6, 1)}}});
    if (!isAt(QString()))
        m_problem = QStringLiteral("an answer is not shown");
    stop(QStringLiteral("materials-library-answered"));
}

} // namespace tongban::qmltest
