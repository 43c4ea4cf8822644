// SPDX-License-Identifier: GPL-3.0-or-later
// The stop of somebody whose card says that they live elsewhere.
#include "tests/qml/tour.h"

#include <QTest>

namespace tongban::qmltest {

void Tour::fromElsewhere()
{
    goHome();
    if (!m_problem.isEmpty())
        return;
    m_kiosk->chooseItem(QStringLiteral("nongcun-zhaijidi-he-jianfang"));
    if (!reach(QStringLiteral("Guide")))
        return;
    m_kiosk->forward();
    for (int question = 0; question < 10 && m_kiosk->step() == QStringLiteral("Situation"); ++question) {
        (void)answerPage({}, {});
        m_kiosk->forward();
    }
    if (!reach(QStringLiteral("Identify")))
        return;
    domain::IdCard card = cardOf(QStringLiteral("郑建国"), QStringLiteral("420111197003120017"));
    card.address = Secret(QStringLiteral("湖北省武汉市洪山区珞喻路1037号"));
    m_hall.reader.cards.give(card);
    if (!reach(QStringLiteral("NotEligible")))
        return;
    stop(QStringLiteral("not-eligible-elsewhere"));
    m_kiosk->forward(); // 仍要申请
    (void)reach(QStringLiteral("Form"));
}

} // namespace tongban::qmltest
