// SPDX-License-Identifier: GPL-3.0-or-later
// The main job without a finger: Tab, arrows and Enter from the first page to the last. Only the card, the paper and the
// pen come from outside.
#include "app/view/keyboard/keyboard.h"
#include "tests/qml/tour.h"

#include <QTest>

using namespace tongban;
using namespace tongban::qmltest;

class KeyboardTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Tour> m_tour;

    [[nodiscard]] QString focused() const
    {
        const QQuickItem *item = m_tour->window().activeFocusItem();
        return item ? item->property("name").toString() : QString();
    }
    void key(Qt::Key key) { QTest::keyClick(&m_tour->window(), key); }

    // Goes on from key to key until the control of that name has the focus, once around at most.
    [[nodiscard]] bool walkTo(const QString &name, Qt::Key by = Qt::Key_Tab)
    {
        m_tour->settle();
        for (int step = 0; step < 80 && focused() != name; ++step)
            key(by);
        if (focused() != name)
            qWarning("no way to «%s» at %s", qPrintable(name), qPrintable(m_tour->kiosk().step()));
        return focused() == name;
    }
    [[nodiscard]] bool use(const QString &name, Qt::Key by = Qt::Key_Tab)
    {
        if (!walkTo(name, by))
            return false;
        key(Qt::Key_Return);
        return true;
    }
    [[nodiscard]] bool reach(const QString &step)
    {
        return QTest::qWaitFor([&] { return m_tour->kiosk().step() == step && !m_tour->kiosk().busy(); }, 10'000);
    }
    [[nodiscard]] bool next() { return use(m_tour->kiosk().primaryText()); }

public:
    static void initMain() { view::useOwnKeyboard(); }

private Q_SLOTS:
    void init()
    {
        m_tour = std::make_unique<Tour>();
        QVERIFY2(m_tour->open().isEmpty(), "no window");
        m_tour->show({.size = {1080, 1920}});
        m_tour->window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&m_tour->window()));
    }
    void cleanup() { m_tour.reset(); }

    void theMainJobByKeyboardAlone()
    {
        QVERIFY(use(QStringLiteral("轻触屏幕，开始办事")));
        QVERIFY(reach(QStringLiteral("Home")));
        QVERIFY(use(QStringLiteral("高龄津贴")));
        QVERIFY(reach(QStringLiteral("Guide")));
        QVERIFY(next());
        QTRY_COMPARE(m_tour->kiosk().step(), QStringLiteral("Identify"));
        m_tour->hall().reader.cards.give(cardOf(QStringLiteral("欧阳秀英"), QStringLiteral("422823194003120021")));
        QVERIFY(reach(QStringLiteral("Form")));
        QVERIFY(next()); // what the card says
        for (const QChar digit : QStringLiteral("13872650418"))
            QVERIFY(use(QString(digit)));
        QVERIFY(next());
        for (const char *answer : {"住养老机构", "镇敬老院", "一折通存折"}) {
            QVERIFY(use(QString::fromUtf8(answer), Qt::Key_Down));
            QVERIFY(next());
        }
        QVERIFY(reach(QStringLiteral("Materials")));
        QVERIFY(use(QStringLiteral("扫描")));
        const ports::ScannedPage page{householdPage(), {1200, 1600}};
        m_tour->hall().scanner.pages.give(std::vector{page});
        QVERIFY(reach(QStringLiteral("PageReview")));
        QVERIFY(next());
        QVERIFY(reach(QStringLiteral("Materials")));
        QVERIFY(next());
        QVERIFY(reach(QStringLiteral("Signature")));
        m_tour->kiosk().signature()->beginStroke({120, 200}, {984, 700}); // the pen
        for (int i = 1; i < 40; ++i)
            m_tour->kiosk().signature()->extendStroke({120.0 + i * 15, 260.0 + i % 6 * 30});
        QVERIFY(next());
        QVERIFY(reach(QStringLiteral("Review")));
        QVERIFY(next());
        m_tour->hall().store.maySubmit.give(true);
        QTRY_COMPARE(m_tour->kiosk().step(), QStringLiteral("Receipt"));
        m_tour->hall().printer.outcomes.give(ports::PrintOutcome::Confirmed);
        QTRY_COMPARE(m_tour->kiosk().receipt()->phase(), QStringLiteral("confirmed"));
        QVERIFY(next());
        QVERIFY(reach(QStringLiteral("Rating")));
        QVERIFY(use(QStringLiteral("非常满意"), Qt::Key_Up));
        QVERIFY(reach(QStringLiteral("Farewell")));
    }

    // What lies below a sheet cannot be reached, and the sheet can be left.
    void aSheetKeepsTheFocus()
    {
        QVERIFY(use(QStringLiteral("轻触屏幕，开始办事")));
        QVERIFY(reach(QStringLiteral("Home")));
        QVERIFY(use(QStringLiteral("缴费")));
        QTRY_COMPARE(focused(), QStringLiteral("知道了"));
        for (int step = 0; step < 20; ++step) {
            key(Qt::Key_Tab);
            QCOMPARE(focused(), QStringLiteral("知道了"));
        }
        key(Qt::Key_Return);
        QVERIFY(use(QStringLiteral("叫人帮忙")));
        QTRY_COMPARE(focused(), QStringLiteral("回去接着办"));
        QVERIFY(use(QStringLiteral("看不清、够不着、听不清？")));
        QTRY_COMPARE(focused(), QStringLiteral("改好了，接着办"));
        QVERIFY(use(QStringLiteral("深色屏幕")));
        QVERIFY(m_tour->kiosk().comfort()->dark());
        QVERIFY(use(QStringLiteral("English")));
        QCOMPARE(m_tour->kiosk().comfort()->language(), QStringLiteral("en"));
        QVERIFY(use(QStringLiteral("Done, go on")));
        QVERIFY(walkTo(QStringLiteral("Help")));
    }
};

QTEST_MAIN(KeyboardTest)
#include "keyboard_test.moc"
