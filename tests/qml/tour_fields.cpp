// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of the tour of fields: each type on a page of an item that asks it.
#include "tests/qml/tour.h"

#include <QTest>

namespace tongban::qmltest {

namespace {

const QString applicantId = QStringLiteral("422823199603120020"); // 30 years old: no rule of an item says no

// What stands for an answer on the way to a field.
QString anAnswerTo(const view::RowModel &rows, int row)
{
    const QString type = rows.value(row, "type").toString();
    const QVariantList choices = rows.value(row, "choices").toList();
    if (type == QStringLiteral("choice") || type == QStringLiteral("multiChoice"))
        return choices.value(0).toMap().value(QStringLiteral("value")).toString();
    static const QMap<QString, QString> others{{QStringLiteral("phone"), QStringLiteral("13872650418")},
                                               {QStringLiteral("date"), QStringLiteral("2026-11-30")},
                                               {QStringLiteral("number"), QStringLiteral("3")},
                                               {QStringLiteral("money"), QStringLiteral("120000")},
                                               {QStringLiteral("bankAccount"), QStringLiteral("6217995200012345679")},
                                               {QStringLiteral("creditCode"), QStringLiteral("12441500196720244T")},
                                               {QStringLiteral("idNumber"), applicantId},
                                               {QStringLiteral("region"), QStringLiteral("422823105000")},
                                               {QStringLiteral("text"), QStringLiteral("青山")},
                                               {QStringLiteral("declaration"), QStringLiteral("agreed")}};
    return others.value(type);
}

} // namespace

void Tour::goHome()
{
    if (m_kiosk->step() != QStringLiteral("Attract")) {
        m_kiosk->startOver();
        if (!reach(QStringLiteral("Farewell")))
            return;
        m_kiosk->touched();
    }
    if (!reach(QStringLiteral("Attract")) ||
        !QTest::qWaitFor([this] { return m_kiosk->home()->catalogueReady(); }, 5'000))
        return;
    m_kiosk->touched();
    (void)reach(QStringLiteral("Home"));
}

// True: the page asks for `field`. Else everything on it is answered.
bool Tour::answerPage(const QString &field, const QMap<QString, QString> &told)
{
    view::RowModel &rows = *m_kiosk->form()->fields();
    QMap<QString, QString> answers;
    for (int row = 0; row < rows.count(); ++row) {
        const QString key = rows.value(row, "key").toString();
        if (key == field)
            return true;
        if (rows.value(row, "type").toString() != QStringLiteral("prefilled"))
            answers.insert(key, told.value(key, anAnswerTo(rows, row)));
    }
    for (auto answer = answers.cbegin(); answer != answers.cend(); ++answer)
        m_kiosk->form()->setAnswer(answer.key(), answer.value());
    return false;
}

void Tour::goToForm(const QString &itemCode, const QString &field, const QMap<QString, QString> &told)
{
    goHome();
    if (!m_problem.isEmpty())
        return;
    m_kiosk->chooseItem(itemCode);
    if (!reach(QStringLiteral("Guide")))
        return;
    m_kiosk->forward();
    if (m_kiosk->step() == QStringLiteral("Parts"))
        m_kiosk->forward();
    const auto asks = [&](const QString &step) {
        for (int page = 0; page < 40 && m_kiosk->step() == step; ++page) {
            if (answerPage(field, told))
                return true;
            m_kiosk->forward();
        }
        return false;
    };
    if (asks(QStringLiteral("Situation")) || !reach(QStringLiteral("Identify")))
        return;
    m_hall.reader.cards.give(cardOf(QStringLiteral("欧阳秀英"), applicantId));
    if (!QTest::qWaitFor([this] { return m_kiosk->step() != QStringLiteral("Identify"); }, 5'000))
        m_problem = QStringLiteral("the card leads nowhere");
    if (m_kiosk->step() == QStringLiteral("NotEligible"))
        m_kiosk->forward();
    if (m_kiosk->step() == field) // another person's card
        return;
    if (!asks(QStringLiteral("Form")))
        m_problem = QStringLiteral("%1 of %2 is not asked; at %3").arg(field, itemCode, m_kiosk->title());
}

void Tour::atField(const QString &scene, const QString &itemCode, const QString &field,
                   const QMap<QString, QString> &told)
{
    goToForm(itemCode, field, told);
    stop(scene);
}

void Tour::digits(const QString &keys)
{
    for (const QChar key : keys)
        press(QString(key));
}

void Tour::choicesOfMany()
{
    atField(QStringLiteral("situation-closed"), QStringLiteral("dibao-shenqing"), QStringLiteral("home"));
    atField(QStringLiteral("form-multi"), QStringLiteral("falv-yuanzhu-shenqing"), QStringLiteral("needs"));
    press(QStringLiteral("不识字"));
    press(QStringLiteral("讲民族话"));
    stop(QStringLiteral("form-multi-chosen"));
    atField(QStringLiteral("form-declaration"), QStringLiteral("jiaotong-weifa-chuli"), QStringLiteral("driver"),
            {{QStringLiteral("plateNumber"), QStringLiteral("鄂Q12345")}});
    m_kiosk->forward();
    stop(QStringLiteral("form-declaration-wanted"));
    press(QStringLiteral("我看过了，我同意"));
    stop(QStringLiteral("form-declaration-agreed"));
}

void Tour::placesAndWords()
{
    atField(QStringLiteral("form-region"), QStringLiteral("falv-yuanzhu-shenqing"), QStringLiteral("caseRegion"));
    m_kiosk->forward();
    stop(QStringLiteral("form-region-wanted"));
    press(QStringLiteral("石门村"));
    stop(QStringLiteral("form-region-chosen"));
    for (int level = 0; level < 4; ++level)
        press(QStringLiteral("别的地方"));
    stop(QStringLiteral("form-region-provinces"));
    atField(QStringLiteral("form-text"), QStringLiteral("jiaotong-weifa-chuli"), QStringLiteral("plateNumber"));
    atField(QStringLiteral("form-credit-code"), QStringLiteral("shigong-xuke"), QStringLiteral("unitCode"));
    digits(QStringLiteral("91350100M0001TGQXM"));
    stop(QStringLiteral("form-credit-code-doubted"));
}

void Tour::numbers()
{
    const QString land = QStringLiteral("chengbaodi-liuzhuan-beian");
    atField(QStringLiteral("form-number"), land, QStringLiteral("area"));
    digits(QStringLiteral("12.5"));
    stop(QStringLiteral("form-number-filled"));
    atField(QStringLiteral("form-date"), land, QStringLiteral("from"));
    digits(QStringLiteral("20261201"));
    stop(QStringLiteral("form-date-filled"));
    atField(QStringLiteral("form-money"), land, QStringLiteral("rent"),
            {{QStringLiteral("until"), QStringLiteral("2030-01-01")}});
    digits(QStringLiteral("680.5"));
    stop(QStringLiteral("form-money-filled"));
    atField(QStringLiteral("form-account"), QStringLiteral("gengdi-dili-baohu-butie"), QStringLiteral("account"));
    digits(QStringLiteral("6217995200012345"));
    stop(QStringLiteral("form-account-doubted"));
    atField(QStringLiteral("form-id-number"), QStringLiteral("shengyu-dengji"), QStringLiteral("spouseIdNumber"),
            {{QStringLiteral("marriage"), QStringLiteral("married")}});
    digits(QStringLiteral("42282319960312002"));
    stop(QStringLiteral("form-id-number-short"));
}

void Tour::persons()
{
    atField(QStringLiteral("form-family"), QStringLiteral("gongzufang-shenqing"), QStringLiteral("members"));
    press(QStringLiteral("加一个人"));
    stop(QStringLiteral("form-family-name"));
    digits(QStringLiteral("wang"));
    stop(QStringLiteral("form-family-name-pinyin"));
    press(QStringLiteral("王"));
    digits(QStringLiteral("jianguo"));
    press(QStringLiteral("建国"));
    press(QStringLiteral("下一步"));
    digits(QStringLiteral("1101051949"));
    press(QStringLiteral("下一步"));
    stop(QStringLiteral("form-family-number-short"));
    digits(QStringLiteral("1231002X"));
    stop(QStringLiteral("form-family-number"));
    press(QStringLiteral("下一步"));
    stop(QStringLiteral("form-family-relation"));
    press(QStringLiteral("爸妈"));
    press(QStringLiteral("下一步"));
    stop(QStringLiteral("form-family-one"));
    const QString person =
        QStringLiteral(R"({"memberName":"欧阳震华","memberIdNumber":"11010519491231002X","relation":"child"})");
    m_kiosk->form()->setAnswer(QStringLiteral("members"),
                               QStringLiteral("[%1]").arg(QStringList(8, person).join(u',')));
    stop(QStringLiteral("form-family-full"));
}

// 没带: what may follow, what may not, who goes to fetch it, who comes another day.
void Tour::leave()
{
    goToForm(QStringLiteral("shipin-xiaozuofang-beian"), QStringLiteral("phone"),
             {{QStringLiteral("crew"), QStringLiteral("several")}, {QStringLiteral("room"), QStringLiteral("30")}});
    m_kiosk->form()->setAnswer(QStringLiteral("phone"), QStringLiteral("13872650418"));
    m_kiosk->forward();
    if (!reach(QStringLiteral("Materials")))
        return;
    stop(QStringLiteral("materials-may-follow"));
    press(QStringLiteral("没带"));
    stop(QStringLiteral("missing-may-follow"));
    press(QStringLiteral("先办，以后补交"));
    stop(QStringLiteral("materials-promised"));
    toMissing();
    stop(QStringLiteral("missing"));
    press(QStringLiteral("我去找材料"));
    if (!reach(QStringLiteral("Away")))
        return;
    stop(QStringLiteral("away"));
    m_hall.reader.cards.give(cardOf(QStringLiteral("覃大山"), QStringLiteral("422823196003120020")));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("another card is no trouble");
    stop(QStringLiteral("away-another-card"));
    press(QStringLiteral("重新开始"));
    stop(QStringLiteral("away-start-over"));
    toMissing();
    press(QStringLiteral("今天不办了，改天带来"));
    if (reach(QStringLiteral("Kept")))
        stop(QStringLiteral("kept"));
    m_kiosk->forward();
}

// Two in one case: the card of the other, nobody there, and whose turn it is to sign.
void Tour::others()
{
    goToForm(QStringLiteral("gongzufang-shenqing"), QStringLiteral("Party"),
             {{QStringLiteral("household"), QStringLiteral("couple")}});
    stop(QStringLiteral("party"));
    m_hall.reader.cards.give(cardOf(QStringLiteral("欧阳秀英"), applicantId));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("the same card twice is no trouble");
    stop(QStringLiteral("party-same-card"));
    press(QStringLiteral("没来，或者没带证"));
    stop(QStringLiteral("party-missing"));
    m_kiosk->backward();
    m_hall.reader.cards.give(cardOf(QStringLiteral("覃大山"), QStringLiteral("422823196003120020")));
    if (!reach(QStringLiteral("Form")))
        return;
    for (int page = 0; page < 20 && m_kiosk->step() == QStringLiteral("Form"); ++page) {
        (void)answerPage({}, {});
        m_kiosk->forward();
    }
    (void)reach(QStringLiteral("Materials"));
    for (int pages = 0; pages < 10 && !m_kiosk->canGoForward(); ++pages) {
        press(QStringLiteral("扫描"));
        m_hall.scanner.pages.give(std::vector{ports::ScannedPage{householdPage(), {1200, 1600}}});
        if (!reach(QStringLiteral("PageReview")))
            return;
        m_kiosk->keepPage();
    }
    m_kiosk->forward();
    if (!reach(QStringLiteral("Signature")))
        return;
    for (const auto *scene : {"", "signature-other"}) {
        if (*scene)
            stop(QString::fromLatin1(scene));
        m_kiosk->signature()->beginStroke({120, 200}, {984, 700});
        m_kiosk->signature()->extendStroke({700, 260});
        m_kiosk->forward();
        if (!QTest::qWaitFor([this] { return !m_kiosk->busy() && m_kiosk->signature()->isEmpty(); }, 5'000) && !*scene)
            m_problem = QStringLiteral("the pad is not the next person's");
    }
    if (reach(QStringLiteral("Review")))
        stop(QStringLiteral("review-others"));
}

void Tour::toMissing()
{
    goToForm(QStringLiteral("shengyu-dengji"), QStringLiteral("marriage"), {});
    m_kiosk->form()->setAnswer(QStringLiteral("marriage"), QStringLiteral("single"));
    m_kiosk->forward();
    if (reach(QStringLiteral("Materials")))
        press(QStringLiteral("没带"));
    (void)reach(QStringLiteral("Missing"));
}

void Tour::marks()
{
    goHome();
    m_kiosk->home()->setAuthorMode(true);
    stop(QStringLiteral("home-author"));
    m_kiosk->home()->setAuthorMode(false);
}

} // namespace tongban::qmltest
