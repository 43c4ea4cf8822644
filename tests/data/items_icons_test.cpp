// SPDX-License-Identifier: GPL-3.0-or-later
// Every icon that an item, the wizard or a theme names is one ligature of the packaged icon font, not a word spelled
// out on a tile.
#include "tests/data/item_files.h"

#include <QDir>
#include <QFile>
#include <QFont>
#include <QFontDatabase>
#include <QGlyphRun>
#include <QRegularExpression>
#include <QTest>
#include <QTextLayout>

using namespace tongban;
using namespace tongban::tests;

namespace {

int glyphsOf(const QString &text, const QFont &font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    (void)layout.createLine();
    layout.endLayout();
    qsizetype drawn = 0;
    for (const QGlyphRun &run : layout.glyphRuns())
        drawn += run.glyphIndexes().size();
    return static_cast<int>(drawn);
}

// Every value of a key "icon" in a file, or in the files of a folder.
QSet<QString> iconsIn(const QString &path)
{
    QStringList files{path};
    if (QFileInfo(path).isDir()) {
        files.clear();
        for (const QFileInfo &file : QDir(path).entryInfoList({QStringLiteral("*.json")}))
            files << file.filePath();
    }
    static const QRegularExpression icon(QStringLiteral("\"icon\"\\s*:\\s*\"([^\"]*)\""));
    QSet<QString> icons;
    for (const QString &name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(name));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto found = icon.globalMatch(text); found.hasNext();)
            icons << found.next().captured(1);
    }
    return icons;
}

} // namespace

class ItemsIconsTest : public QObject
{
    Q_OBJECT

private:
    QFont m_font;

private Q_SLOTS:
    void initTestCase()
    {
        const int id = QFontDatabase::addApplicationFont(
            QStringLiteral("/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf"));
        QVERIFY2(id >= 0, "the package fonts-material-design-icons-iconfont is missing");
        m_font = QFont(QFontDatabase::applicationFontFamilies(id).constFirst(), 24);
        QVERIFY(glyphsOf(QStringLiteral("no_such_icon_here"), m_font) > 1); // the test can fail
    }

    void iconsExist_data()
    {
        QTest::addColumn<QString>("icon");
        QSet<QString> icons;
        for (const QString &file : itemFileNames()) {
            const domain::ServiceItem item = itemOfFile(file);
            icons << item.icon;
            for (const domain::FormField &field : item.fields) {
                for (const domain::FieldChoice &choice : field.choices)
                    icons << choice.icon;
            }
        }
        for (const char *more : {"finding/wizard.json", "themes"})
            icons += iconsIn(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/") + QLatin1String(more));
        icons.remove(QString());
        for (const QString &icon : icons)
            QTest::newRow(qPrintable(icon)) << icon;
    }

    void iconsExist()
    {
        QFETCH(QString, icon);
        QCOMPARE(glyphsOf(icon, m_font), 1);
    }
};

QTEST_MAIN(ItemsIconsTest)
#include "items_icons_test.moc"
