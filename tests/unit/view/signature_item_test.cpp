// SPDX-License-Identifier: GPL-3.0-or-later
// The pad under real pointer events in a window.
#include "app/view/signature_item.h"

#include <QQuickWindow>
#include <QTest>

using namespace tongban::view;

class SignatureItemTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void takesTheMouse();
    void takesOneFingerOnly();
    void paintsTheStrokes();
    void clears();

private:
    void drag();

    std::unique_ptr<QQuickWindow> m_window;
    std::unique_ptr<SignatureController> m_signature;
    SignatureItem *m_item = nullptr;
};

void SignatureItemTest::init()
{
    m_window = std::make_unique<QQuickWindow>();
    m_window->resize(600, 200);
    m_signature = std::make_unique<SignatureController>();
    m_item = new SignatureItem(m_window->contentItem());
    m_item->setSize({600, 200});
    m_item->setSignature(m_signature.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void SignatureItemTest::cleanup()
{
    m_window.reset();
    m_signature.reset();
}

void SignatureItemTest::drag()
{
    QTest::mousePress(m_window.get(), Qt::LeftButton, {}, {50, 100});
    QTest::mouseMove(m_window.get(), {300, 120});
    QTest::mouseMove(m_window.get(), {500, 60});
    QTest::mouseRelease(m_window.get(), Qt::LeftButton, {}, {500, 60});
}

void SignatureItemTest::takesTheMouse()
{
    QVERIFY(m_item->isEmpty());
    drag();
    QVERIFY(!m_item->isEmpty());
    QCOMPARE(m_signature->strokes().size(), std::size_t(1));
    QCOMPARE(m_signature->strokes().front().first(), QPointF(50, 100));
}

void SignatureItemTest::takesOneFingerOnly()
{
    std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    QTest::touchEvent(m_window.get(), screen.get()).press(1, {50, 100});
    QTest::touchEvent(m_window.get(), screen.get()).move(1, {300, 100}).press(2, {10, 10}); // the palm
    QTest::touchEvent(m_window.get(), screen.get()).move(1, {500, 100}).move(2, {30, 30});
    QTest::touchEvent(m_window.get(), screen.get()).release(1, {500, 100}).stationary(2);
    QTest::touchEvent(m_window.get(), screen.get()).release(2, {30, 30});
    QCOMPARE(m_signature->strokes().size(), std::size_t(1));
    for (const QPointF &point : m_signature->strokes().front())
        QCOMPARE(point.y(), 100.0);
    QTest::touchEvent(m_window.get(), screen.get()).press(3, {50, 50});
    QTest::touchEvent(m_window.get(), screen.get()).release(3, {90, 90});
    QCOMPARE(m_signature->strokes().size(), std::size_t(2));
}

void SignatureItemTest::paintsTheStrokes()
{
    m_item->setInk(Qt::red);
    drag();
    QTRY_COMPARE(m_window->grabWindow().pixelColor(300, 120), QColor(Qt::red));
}

void SignatureItemTest::clears()
{
    drag();
    m_item->clear();
    QVERIFY(m_item->isEmpty());
    QVERIFY(m_signature->strokes().empty());
}

QTEST_MAIN(SignatureItemTest)
#include "signature_item_test.moc"
