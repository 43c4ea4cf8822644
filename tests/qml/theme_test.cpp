// SPDX-License-Identifier: GPL-3.0-or-later
// Every ink on every ground that it may stand on is 7:1 (WCAG 2.1, 1.4.6), light and dark, standard and elder. What is
// painted is measured by page_test; here no pair is forgotten because no page of the tour shows it.
#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

#include <cmath>

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

struct Pair
{
    const char *ink;
    QList<const char *> grounds;
};

const QList<Pair> pairs{
    {"ink", {"ground", "surface", "brandTint", "successTint", "warningTint"}},
    {"softInk", {"ground", "surface", "brandTint", "warningTint"}},
    {"brand", {"ground", "surface", "brandTint"}},
    {"brandText", {"brand", "brandPressed"}},
    {"heroText", {"hero", "heroDeep", "mark"}},
    {"softHeroText", {"hero"}},
    {"seal", {"surface", "brandTint"}},
    {"success", {"ground", "surface", "successTint", "warningTint"}},
    {"warning", {"ground", "surface", "warningTint"}},
    {"teal", {"tealTint"}},
    {"plum", {"plumTint"}},
};

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyInkStandsOutOnEveryGround_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("elder");
        QTest::newRow("light") << false << false;
        QTest::newRow("light, elder") << false << true;
        QTest::newRow("dark") << true << false;
        QTest::newRow("dark, elder") << true << true;
    }
    void everyInkStandsOutOnEveryGround()
    {
        QFETCH(bool, dark);
        QFETCH(bool, elder);
        QQmlEngine engine;
        engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        QQmlComponent component(&engine);
        component.setData("import QtQuick\nimport Tongban.Controls\nQtObject { readonly property QtObject theme: Theme }",
                          QUrl());
        const std::unique_ptr<QObject> holder(component.create());
        QVERIFY2(holder, qPrintable(component.errorString()));
        auto *theme = holder->property("theme").value<QObject *>();
        QVERIFY(theme->setProperty("dark", dark) && theme->setProperty("elder", elder));
        int faults = 0;
        for (const Pair &pair : pairs)
            for (const char *ground : pair.grounds) {
                const auto ink = theme->property(pair.ink).value<QColor>(), behind = theme->property(ground).value<QColor>();
                QVERIFY2(ink.isValid() && behind.isValid(), pair.ink);
                if (contrast(ink, behind) < 7.0) {
                    ++faults;
                    qWarning("%s on %s: %.2f", pair.ink, ground, contrast(ink, behind));
                }
            }
        QCOMPARE(faults, 0);
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
