// SPDX-License-Identifier: GPL-3.0-or-later
// Each control alone: a click and an accessibility press do the same, and only where they may.
#include <QAccessible>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

class ControlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QAccessible::setActive(true);
        m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_window.resize(1080, 1920);
        m_window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_window));
    }

    void clickAndPress_data()
    {
        QTest::addColumn<QString>("qml");
        QTest::newRow("primary") << "PrimaryButton { text: \"下一步\" }";
        QTest::newRow("secondary") << "SecondaryButton { text: \"上一步\"; sign: \"arrow_back\" }";
        QTest::newRow("quiet") << "QuietButton { text: \"叫人帮忙\"; sign: \"support_agent\" }";
        QTest::newRow("choice") << "ChoiceCard { title: \"社会保障卡\"; width: 900 }";
        QTest::newRow("verb") << "VerbTile { title: \"缴费\"; caption: \"水电\"; sign: \"payments\"; tone: \"black\"; tint: \"white\" }";
        QTest::newRow("item") << "ItemTile { name: \"高龄津贴\"; sign: \"elderly\"; width: 320; height: 200 }";
        QTest::newRow("rating") << "RatingRow { text: \"满意\"; sign: \"check\"; width: 900 }";
    }
    void clickAndPress()
    {
        QFETCH(QString, qml);
        const auto item = make(qml);
        QVERIFY(item);
        QSignalSpy clicked(item.get(), SIGNAL(clicked()));
        QTest::mouseClick(&m_window, Qt::LeftButton, {}, QPoint(int(item->width() / 2), int(item->height() / 2)));
        QCOMPARE(clicked.count(), 1);
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item.get());
        QVERIFY(accessible && !accessible->text(QAccessible::Name).isEmpty());
        accessible->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(clicked.count(), 2);
        item->forceActiveFocus();
        QTest::keyClick(&m_window, Qt::Key_Space);
        QCOMPARE(clicked.count(), 3);
        item->setEnabled(false);
        accessible->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTest::mouseClick(&m_window, Qt::LeftButton, {}, QPoint(int(item->width() / 2), int(item->height() / 2)));
        QCOMPARE(clicked.count(), 3);
    }

    void aTremblingFingerTurnsOnePage()
    {
        const auto eager = make(QStringLiteral("PrimaryButton { text: \"下一步\"; ignoreSecondTap: true }"));
        QSignalSpy clicked(eager.get(), SIGNAL(clicked()));
        QTest::mouseDClick(&m_window, Qt::LeftButton, {}, QPoint(60, 60));
        QCOMPARE(clicked.count(), 1);
        QTest::mouseClick(&m_window, Qt::LeftButton, {}, QPoint(60, 60)); // a tap of its own, later
        QCOMPARE(clicked.count(), 2);
    }

    void everyDigitOfAQuickHandCounts()
    {
        const auto key = make(QStringLiteral("SecondaryButton { text: \"1\" }"));
        QSignalSpy clicked(key.get(), SIGNAL(clicked()));
        QTest::mouseDClick(&m_window, Qt::LeftButton, {}, QPoint(30, 30));
        QCOMPARE(clicked.count(), 2);
    }

    void rowsTurnLeavesAndAreNeverCut()
    {
        const auto column = make(QStringLiteral("PagedColumn { width: 900; height: 700\n"
                                                "Repeater { model: 10; Item { width: 900; height: 150 } } }"));
        QVERIFY(column);
        const int leaves = column->property("leaves").toInt();
        QCOMPARE(leaves, 4); // three rows of 150 and the pager fit in 700
        int seen = 0;
        for (int leaf = 0; leaf < leaves; ++leaf) {
            column->setProperty("leaf", leaf);
            for (QQuickItem *row : column->childItems().constFirst()->childItems())
                if (row->isVisible() && row->height() == 150) {
                    ++seen;
                    QVERIFY(row->y() + row->height() <= 700 - 96);
                }
        }
        QCOMPARE(seen, 10);
    }

private:
    std::unique_ptr<QQuickItem> make(const QString &qml)
    {
        QQmlComponent component(&m_engine);
        component.setData(("import QtQuick\nimport Tongban.Controls\n" + qml).toUtf8(), QUrl());
        std::unique_ptr<QQuickItem> item(qobject_cast<QQuickItem *>(component.create()));
        if (!item)
            qWarning("%s", qPrintable(component.errorString()));
        else
            item->setParentItem(m_window.contentItem());
        return item;
    }

    QQmlEngine m_engine;
    QQuickWindow m_window;
};

QTEST_MAIN(ControlTest)
#include "control_test.moc"
