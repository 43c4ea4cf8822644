// SPDX-License-Identifier: GPL-3.0-or-later
// Every icon that an item names is one ligature of the packaged icon font, not a word spelled out on a tile.
#include "tests/data/item_files.h"

#include <QFont>
#include <QFontDatabase>
#include <QGlyphRun>
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
