// SPDX-License-Identifier: GPL-3.0-or-later
// The table tests/journey/bad_input.json (error × shown × spoken × kept × next step) against the words of the house. The
// journey bad_input holds the same table against the screen.
#include "app/flow/service/notice.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tongban;

namespace {

std::optional<ErrorKind> kindNamed(const QString &name)
{
    for (int i = 0; i <= static_cast<int>(ErrorKind::Cancelled); ++i) {
        if (QString::fromLatin1(nameOf(static_cast<ErrorKind>(i))) == name)
            return static_cast<ErrorKind>(i);
    }
    return std::nullopt;
}

flow::Step stepNamed(const QString &name)
{
    if (name == QStringLiteral("Identify"))
        return flow::Step::Identify;
    if (name == QStringLiteral("Capture"))
        return flow::Step::Capture;
    return flow::Step::Receipt;
}

} // namespace

class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableIsWhatIsSaid_data()
    {
        QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/tests/journey/bad_input.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::addColumn<QJsonObject>("row");
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(rows.size() >= 8);
        for (const QJsonValue &row : rows)
            QTest::newRow(qPrintable(row[QStringLiteral("case")].toString())) << row.toObject();
    }
    void theTableIsWhatIsSaid()
    {
        QFETCH(QJsonObject, row);
        const auto kind = kindNamed(row[QStringLiteral("error")].toString());
        QVERIFY(kind);
        const flow::Notice notice = flow::noticeFor(*kind, stepNamed(row[QStringLiteral("step")].toString()), {});
        const QJsonArray shown = row[QStringLiteral("shown")].toArray();
        QCOMPARE(notice.title, shown[0].toString());
        QCOMPARE(notice.body, shown[1].toString());
        QCOMPARE(notice.kept, row[QStringLiteral("kept")].toString());
        QCOMPARE(notice.nextStep, row[QStringLiteral("next")].toString());
        QCOMPARE(notice.action, row[QStringLiteral("button")].toString());
        // Spoken: what happened and what to do, and nothing that is not shown.
        const QStringList screen{notice.title, notice.body, notice.kept, notice.nextStep, notice.help};
        QVERIFY(notice.spoken.contains(notice.title));
        QVERIFY(notice.spoken.contains(notice.nextStep));
        for (const QString &clause : notice.spoken)
            QVERIFY2(screen.contains(clause), qPrintable(clause));
    }
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "bad_input_test.moc"
