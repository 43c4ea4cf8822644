// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts: rows, previews, strokes, what is said when.
#include "app/view/page_images.h"
#include "app/view/row_model.h"
#include "app/view/signature_controller.h"
#include "app/view/speech_policy.h"
#include "tests/unit/view/fake_devices.h"

#include <QSignalSpy>
#include <QTest>

using namespace tongban;
using namespace tongban::view;

class ViewPartsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void announcesOnlyTheRowThatChanged();
    void resetsWhenTheRowsAreOthers();
    void handsOutPreviewsOnce();
    void scalesAPreviewDown();
    void takesATapForNoSignature();
    void rendersWhatWasWritten();
    void keepsWhatIsBeingSealed();
    void speaksOncePerPage();
};

void ViewPartsTest::announcesOnlyTheRowThatChanged()
{
    RowModel model({"key", "value"});
    model.setRows({{1, QStringLiteral("a")}, {2, QStringLiteral("b")}});
    QSignalSpy changed(&model, &RowModel::dataChanged);
    QSignalSpy reset(&model, &RowModel::modelReset);
    model.setRows({{1, QStringLiteral("a")}, {2, QStringLiteral("c")}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(model.value(1, "value").toString(), QStringLiteral("c"));
}

void ViewPartsTest::resetsWhenTheRowsAreOthers()
{
    RowModel model({"key"});
    QSignalSpy count(&model, &RowModel::countChanged);
    QSignalSpy reset(&model, &RowModel::modelReset);
    model.setRows({{1}, {2}});
    model.setRows({{2}, {1}});
    QCOMPARE(reset.count(), 2);
    QCOMPARE(count.count(), 1);
    QVERIFY(!model.value(5, "key").isValid());
    QVERIFY(!model.value(0, "unknown").isValid());
}

void ViewPartsTest::handsOutPreviewsOnce()
{
    const auto images = std::make_shared<PageImages>();
    PageImageProvider provider(images);
    QImage page(10, 20, QImage::Format_RGB32);
    page.fill(Qt::white);
    QCOMPARE(images->replace({page}), QStringList({QStringLiteral("image://pages/1")}));
    QCOMPARE(provider.requestImage(QStringLiteral("1"), nullptr, {}).size(), QSize(10, 20));
    QCOMPARE(images->replace({page}), QStringList({QStringLiteral("image://pages/2")})); // never an old number
    QVERIFY(provider.requestImage(QStringLiteral("1"), nullptr, {}).isNull());
    images->clear();
    QVERIFY(images->isEmpty());
    QVERIFY(provider.requestImage(QStringLiteral("2"), nullptr, {}).isNull());
}

void ViewPartsTest::scalesAPreviewDown()
{
    const auto images = std::make_shared<PageImages>();
    PageImageProvider provider(images);
    QImage page(100, 200, QImage::Format_RGB32);
    page.fill(Qt::white);
    images->replace({page});
    QSize size;
    QCOMPARE(provider.requestImage(QStringLiteral("1"), &size, {50, 50}).size(), QSize(25, 50));
    QCOMPARE(size, QSize(100, 200));
    QCOMPARE(provider.requestImage(QStringLiteral("1"), nullptr, {500, 500}).size(), QSize(100, 200));
}

void ViewPartsTest::takesATapForNoSignature()
{
    SignatureController signature;
    QVERIFY(signature.isEmpty());
    QVERIFY(signature.picture().png.isEmpty());
    signature.beginStroke({10, 10}, {600, 200});
    signature.extendStroke({12, 11});
    QVERIFY(signature.isEmpty());
    signature.beginStroke({10, 10}, {600, 200});
    signature.extendStroke({300, 100});
    QVERIFY(!signature.isEmpty());
}

void ViewPartsTest::rendersWhatWasWritten()
{
    SignatureController signature;
    signature.beginStroke({0, 100}, {600, 200});
    signature.extendStroke({900, 100}); // beyond the pad: kept on its edge
    const SignatureController::Picture picture = signature.picture();
    QCOMPARE(picture.size, QSize(900, 300));
    const QImage image = QImage::fromData(picture.png, "PNG");
    QCOMPARE(image.size(), picture.size);
    QVERIFY(image.pixelColor(450, 150).lightness() < 60);
    QCOMPARE(image.pixelColor(450, 20), QColor(Qt::white));
}

void ViewPartsTest::keepsWhatIsBeingSealed()
{
    SignatureController signature;
    signature.beginStroke({0, 100}, {600, 200});
    signature.extendStroke({400, 100});
    signature.setLocked(true);
    signature.beginStroke({0, 0}, {600, 200});
    signature.extendStroke({1, 1});
    QCOMPARE(signature.strokes().size(), std::size_t(1));
    QCOMPARE(signature.strokes().front().size(), 2);
}

void ViewPartsTest::speaksOncePerPage()
{
    test::FakeSpeaker speaker;
    SpeechPolicy policy(&speaker);
    const QStringList page{QStringLiteral("请刷身份证")};
    policy.show(QStringLiteral("Identify"), page);
    policy.show(QStringLiteral("Identify"), page);
    QCOMPARE(speaker.said.size(), 1);
    policy.show(QStringLiteral("Identify"), {QStringLiteral("卡拿得太快了")});
    policy.repeat();
    QCOMPARE(speaker.said.size(), 3);
    QCOMPARE(speaker.said.last(), QStringList({QStringLiteral("卡拿得太快了")}));
    policy.forget();
    policy.repeat();
    QCOMPARE(speaker.said.size(), 3);
    QCOMPARE(speaker.hushed, 1);
}

QTEST_MAIN(ViewPartsTest)
#include "view_parts_test.moc"
