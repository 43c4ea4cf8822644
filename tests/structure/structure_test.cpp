// SPDX-License-Identifier: GPL-3.0-or-later
// The house stands as drawn: arrows, sizes, licences, and what the shipped program is linked with.
#include "tests/structure/arrows.h"
#include "tests/structure/source_tree.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace tongban::tests;

namespace {

const QString root = QStringLiteral(TONGBAN_SOURCE_DIR);
const QStringList code{QStringLiteral("cpp"), QStringLiteral("h"), QStringLiteral("inc"), QStringLiteral("qml")};

SourceFile planted(const char *path, const char *line)
{
    return {QString::fromLatin1(path), {QString::fromLatin1(line)}};
}

// The one socket of the kiosk: for tongban-queue and the technician's tools, who are asked for their credentials. It
// reaches the store, never the screen.
bool isToolDoor(const QString &path, const QString &door)
{
    return door == QStringLiteral("QLocalServer") &&
           (path == QStringLiteral("app/main/control_door.h") || path == QStringLiteral("app/main/control_door.cpp"));
}

} // namespace

class StructureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCheckerFindsPlantedArrows_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::newRow("core knows view") << "app/core/domain/x.h" << "#include \"app/view/kiosk.h\"";
        QTest::newRow("base knows domain") << "app/core/base/x.h" << "#include \"app/core/domain/id_card.h\"";
        QTest::newRow("flow knows drivers") << "app/flow/x.cpp" << "#include \"drivers/codec/sam.h\"";
        QTest::newRow("view knows offline") << "app/view/x.cpp" << "  #include \"offline/store/store.h\"";
        QTest::newRow("drivers know offline") << "drivers/devices/x.cpp" << "#include \"offline/vault/vault.h\"";
        QTest::newRow("offline knows drivers") << "offline/store/x.cpp" << "#include \"drivers/codec/sam.h\"";
        QTest::newRow("driver knows emulator") << "drivers/devices/x.cpp" << "#include \"drivers/emulator/y.h\"";
        QTest::newRow("emulator knows codec") << "drivers/emulator/x.cpp" << "#include \"drivers/codec/sam_frame.h\"";
        QTest::newRow("view knows main") << "app/view/x.cpp" << "#include \"app/main/wiring.h\"";
        QTest::newRow("product knows tests") << "offline/sync/x.cpp" << "#include \"tests/platform/y.h\"";
        QTest::newRow("controls know view") << "qml/controls/X.qml" << "import Tongban.View";
        QTest::newRow("forms know pages") << "qml/forms/X.qml" << "import Tongban.Pages 1.0";
    }
    void theCheckerFindsPlantedArrows()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QCOMPARE(wrongArrows(SourceFile{path, {line}}).size(), 1);
    }

    void theCheckerAllowsRightArrows()
    {
        QVERIFY(wrongArrows(planted("app/view/x.h", "#include \"app/flow/service/service_flow.h\"")).isEmpty());
        QVERIFY(wrongArrows(planted("drivers/devices/x.h", "#include \"app/core/ports/vault.h\"")).isEmpty());
        QVERIFY(wrongArrows(planted("qml/pages/X.qml", "import Tongban.View")).isEmpty());
    }

    void everythingPointsAtCore()
    {
        const auto files = sourceFiles(root, code);
        QVERIFY2(files.size() > 50, "the walk found too few files to mean anything");
        QStringList wrong;
        for (const SourceFile &file : files)
            wrong << wrongArrows(file);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void noFileTellsTwoStories()
    {
        QStringList tooLong;
        for (const SourceFile &file : sourceFiles(root, code)) {
            const int limit = file.path.endsWith(QStringLiteral(".qml")) ? 150 : 300;
            const auto count = file.lines.size() - 1;
            if (count > limit)
                tooLong << QStringLiteral("%1: %2 lines, at most %3").arg(file.path).arg(count).arg(limit);
        }
        QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong.join(QLatin1Char('\n'))));
    }

    void everyFileStatesItsLicence()
    {
        QStringList silent;
        for (const SourceFile &file : sourceFiles(root, code + QStringList{QStringLiteral("py"), QStringLiteral("cmake")})) {
            if (!file.lines.mid(0, 3).join(QLatin1Char('\n')).contains(QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later")))
                silent << file.path;
        }
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
    }

    void theToolDoorAsksWhoKnocks()
    {
        QFile door(root + QStringLiteral("/app/main/control_door.cpp"));
        QVERIFY(door.open(QIODevice::ReadOnly));
        const QByteArray text = door.readAll();
        QVERIFY(text.contains("SO_PEERCRED") && !text.contains("view/"));
    }

    void theKioskCarriesNoAutomationDoor()
    {
        // What would let another program drive or watch the screen. Tests bring their own, from outside.
        const QStringList doors{QStringLiteral("QT_LINUX_ACCESSIBILITY"), QStringLiteral("QAccessible::setActive"),
                                QStringLiteral("QQmlDebuggingEnabler"), QStringLiteral("QTest"),
                                QStringLiteral("QLocalServer"), QStringLiteral("QTcpServer"), QStringLiteral("isUnderTest")};
        QStringList found;
        for (const SourceFile &file : sourceFiles(root, code)) {
            const bool product = file.path.startsWith(QStringLiteral("app/")) || file.path.startsWith(QStringLiteral("qml/"))
                || file.path.startsWith(QStringLiteral("offline/"))
                || (file.path.startsWith(QStringLiteral("drivers/")) && !file.path.startsWith(QStringLiteral("drivers/emulator/")));
            for (const QString &door : doors) {
                const QString text = file.lines.join(QLatin1Char('\n'));
                if (product && text.contains(door) && !isToolDoor(file.path, door))
                    found << file.path + QStringLiteral(": ") + door;
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void theKioskLinksNothingHeavyOrForeign()
    {
        QProcess readelf;
        readelf.start(QStringLiteral("readelf"), {QStringLiteral("-d"), QStringLiteral(TONGBAN_BIN_DIR "/tongban-kiosk")});
        QVERIFY2(readelf.waitForFinished(), qPrintable(readelf.errorString()));
        const QString needed = QString::fromUtf8(readelf.readAllStandardOutput());
        QVERIFY2(needed.contains(QStringLiteral("libQt6Quick")), qPrintable(needed));
        // imgcodecs and videoio multiply the start-up by five; SANE back ends crash and live in a child; Widgets and Test
        // have no business on a public screen.
        for (const char *foreign : {"opencv_imgcodecs", "opencv_videoio", "libZXing", "libsane", "libQt6Widgets", "libQt6Test"})
            QVERIFY2(!needed.contains(QString::fromLatin1(foreign)), foreign);
    }
};

QTEST_GUILESS_MAIN(StructureTest)
#include "structure_test.moc"
