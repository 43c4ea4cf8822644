// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/page_checks.h"

#include "tests/qml/tour.h"

#include <QAccessible>
#include <QFont>
#include <QHash>
#include <QTest>

#include <cmath>

namespace tongban::qmltest {

namespace {

constexpr double wordContrast = 7.0; // WCAG 2.1, 1.4.6
constexpr double signContrast = 3.0; // and 1.4.11

QString wordsOf(QQuickItem *text) { return text->property("text").toString(); }

// Where the glyphs are, in the window.
QRectF inkOf(QQuickItem *text)
{
    const double width = text->property("contentWidth").toDouble();
    const double height = text->property("contentHeight").toDouble();
    const int across = text->property("effectiveHorizontalAlignment").toInt();
    const int down = text->property("verticalAlignment").toInt();
    const double x = across & Qt::AlignHCenter ? (text->width() - width) / 2 : across & Qt::AlignRight ? text->width() - width : 0;
    const double top = text->property("topPadding").toDouble();
    const double y = down & Qt::AlignVCenter ? (text->height() - height) / 2 : top;
    return text->mapRectToScene(QRectF(x, y, width, height));
}

QRectF placeOf(QQuickItem *item) { return item->mapRectToScene(QRectF(0, 0, item->width(), item->height())); }

bool isTarget(QQuickItem *item)
{
    return item->metaObject()->indexOfSignal("clicked()") >= 0 && item->metaObject()->indexOfProperty("name") >= 0;
}

bool isBox(QQuickItem *item) { return item->inherits("QQuickRectangle") || isTarget(item) || item->clip(); }

bool isBelow(QQuickItem *item, QQuickItem *ancestor)
{
    for (; item; item = item->parentItem())
        if (item == ancestor)
            return true;
    return false;
}

// The pictures of card, sheet and printer: what moves in them covers what lies below, and says nothing by itself.
bool isInside(QQuickItem *item, const char *type)
{
    for (; item; item = item->parentItem())
        if (QByteArray(item->metaObject()->className()).contains(type))
            return true;
    return false;
}

bool isPartOfPicture(QQuickItem *item) { return isInside(item, "Hint_QML"); }

QQuickItem *openDialog(const QList<QQuickItem *> &items)
{
    for (auto it = items.rbegin(); it != items.rend(); ++it) {
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(*it);
        if (accessible && accessible->role() == QAccessible::Dialog)
            return *it;
    }
    return nullptr;
}

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

// The most frequent colour that is not the ink. Nothing but ink there: the ink itself, which no contrast rule will pass.
QColor groundBehind(const QImage &picture, const QRect &box, const QColor &ink)
{
    QHash<QRgb, int> count;
    const QRect inside = box & picture.rect();
    for (int y = inside.top(); y <= inside.bottom(); y += 2)
        for (int x = inside.left(); x <= inside.right(); x += 2)
            if (picture.pixel(x, y) != ink.rgb())
                ++count[picture.pixel(x, y)];
    QRgb most = ink.rgb();
    int times = -1;
    for (auto it = count.cbegin(); it != count.cend(); ++it)
        if (it.value() > times) {
            times = it.value();
            most = it.key();
        }
    return QColor(most);
}

} // namespace

Shown shownOn(QQuickWindow &window)
{
    const auto items = shownItems(window.contentItem());
    QQuickItem *dialog = openDialog(items);
    Shown shown;
    shown.dialog = dialog != nullptr;
    for (QQuickItem *item : items) {
        if (dialog && !isBelow(item, dialog))
            continue;
        if (item->inherits("QQuickText") && !wordsOf(item).isEmpty()) {
            const bool icon = item->property("font").value<QFont>().family() == QStringLiteral("Material Icons");
            if (!isPartOfPicture(item))
                (icon ? shown.icons : shown.texts).append(item);
        } else if (isTarget(item) && item->isEnabled()) {
            shown.targets.append(item);
        }
    }
    return shown;
}

QStringList clippedTexts(const Shown &shown, QQuickWindow &window)
{
    QStringList faults;
    for (QQuickItem *text : shown.texts) {
        const double wide = text->property("contentWidth").toDouble(), high = text->property("contentHeight").toDouble();
        if (text->property("truncated").toBool() || wide > text->width() + 1 || high > text->height() + 1)
            faults << QStringLiteral("«%1» is cut: %2 × %3 in %4 × %5").arg(wordsOf(text)).arg(wide).arg(high).arg(text->width()).arg(text->height());
        const QRectF ink = inkOf(text);
        if (!QRectF(QPointF(0, 0), window.size()).adjusted(-1, -1, 1, 1).contains(ink))
            faults << QStringLiteral("«%1» leaves the window").arg(wordsOf(text));
        for (QQuickItem *box = text->parentItem(); box; box = box->parentItem())
            if (isBox(box) && !placeOf(box).adjusted(-1, -1, 1, 1).contains(ink)) {
                faults << QStringLiteral("«%1» leaves its box").arg(wordsOf(text));
                break;
            }
    }
    return faults;
}

QStringList untranslatedTexts(const Shown &shown)
{
    // The hall's own words, the invented person's, and the other language's name of itself.
    static const QStringList asWritten{
        QStringLiteral("青山镇便民服务中心"), QStringLiteral("青山镇人民路 12 号一楼"), QStringLiteral("工作日"),
        QStringLiteral("欧阳"),               QStringLiteral("秀英"),                   QStringLiteral("欧*"), QStringLiteral("覃*"),
        QStringLiteral("湖北省恩施土家族苗族自治州巴东县青山镇石桥坪村三组二十八号"), QStringLiteral("土家"), QStringLiteral("中文"),
        QStringLiteral("低保"),               QStringLiteral("通办"), QStringLiteral("停电检修，下午两点恢复"),
        QStringLiteral("还差两样"), QStringLiteral("第三页看不清"), QStringLiteral("存折的户名和申请人不一样"), // the office's letters
        QStringLiteral("还差三样"), QStringLiteral("手机号打不通，请换一个"), QStringLiteral("村委会开的独居证明")};
    QStringList faults;
    for (QQuickItem *text : shown.texts) {
        QString words = wordsOf(text);
        if (isInside(text, "PadKey_QML") || words.contains(u'《'))
            continue;
        for (const QString &name : asWritten)
            words.remove(name);
        if (std::any_of(words.begin(), words.end(), [](QChar c) { return c.script() == QChar::Script_Han; }))
            faults << QStringLiteral("«%1» is Chinese").arg(wordsOf(text));
    }
    return faults;
}

QStringList overlappingTexts(const Shown &shown)
{
    QStringList faults;
    for (int i = 0; i < shown.texts.size(); ++i)
        for (int j = i + 1; j < shown.texts.size(); ++j) {
            const QRectF common = inkOf(shown.texts.at(i)) & inkOf(shown.texts.at(j));
            if (common.width() > 2 && common.height() > 2)
                faults << QStringLiteral("«%1» lies over «%2»").arg(wordsOf(shown.texts.at(j)), wordsOf(shown.texts.at(i)));
        }
    return faults;
}

QStringList smallTexts(const Shown &shown, const Look &look)
{
    QStringList faults;
    for (QQuickItem *text : shown.texts) {
        const int size = text->property("font").value<QFont>().pixelSize();
        if (size < std::floor(28 * look.unit()))
            faults << QStringLiteral("«%1» is %2 pixels high").arg(wordsOf(text)).arg(size);
    }
    return faults;
}

QStringList paleInks(const Shown &shown, const QImage &picture)
{
    QStringList faults;
    const auto look = [&](QQuickItem *text, double least) {
        const QColor ink = text->property("color").value<QColor>();
        const QColor ground = groundBehind(picture, inkOf(text).toAlignedRect(), ink);
        const double found = contrast(ink, ground);
        if (found < least)
            faults << QStringLiteral("«%1»: %2 on %3 is %4 : 1").arg(wordsOf(text), ink.name(), ground.name()).arg(found, 0, 'f', 2);
    };
    for (QQuickItem *text : shown.texts)
        look(text, wordContrast);
    for (QQuickItem *icon : shown.icons)
        look(icon, signContrast);
    return faults;
}

QStringList smallTargets(const Shown &shown, const Look &look)
{
    QStringList faults;
    const double least = 96 * look.unit() - 1, apart = 24 * look.unit() - 1;
    for (int i = 0; i < shown.targets.size(); ++i) {
        const QRectF here = placeOf(shown.targets.at(i));
        const QString name = shown.targets.at(i)->property("name").toString();
        if (here.width() < least || here.height() < least)
            faults << QStringLiteral("«%1» is %2 × %3").arg(name).arg(here.width()).arg(here.height());
        for (int j = i + 1; j < shown.targets.size(); ++j)
            if (here.adjusted(-apart, -apart, apart, apart).intersects(placeOf(shown.targets.at(j))))
                faults << QStringLiteral("«%1» is too near to «%2»").arg(name, shown.targets.at(j)->property("name").toString());
    }
    return faults;
}

QStringList highTargets(const Shown &shown, const Look &look)
{
    QStringList faults;
    const double share = look.low ? (look.portrait() ? 1.0 / 2 : 1.0 / 3) : look.portrait() ? 1.0 / 5 : 0;
    for (QQuickItem *target : shown.targets)
        if (placeOf(target).top() < look.size.height() * share - 1)
            faults << QStringLiteral("«%1» is at %2").arg(target->property("name").toString()).arg(placeOf(target).top());
    return faults;
}

QStringList namelessTargets(const Shown &shown)
{
    QStringList faults, names;
    for (QQuickItem *target : shown.targets) {
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(target);
        const QString name = accessible ? accessible->text(QAccessible::Name) : QString();
        const bool role = accessible && (accessible->role() == QAccessible::Button || accessible->role() == QAccessible::RadioButton ||
                                         accessible->role() == QAccessible::CheckBox);
        if (!role || name.isEmpty() || names.contains(name))
            faults << QStringLiteral("«%1»: no role, no name, or another's name").arg(name);
        else if (!accessible->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()))
            faults << QStringLiteral("«%1» cannot be pressed").arg(name);
        names << name;
    }
    return faults;
}

QStringList unreachableTargets(const Shown &shown, QQuickWindow &window)
{
    QStringList faults;
    for (QQuickItem *target : shown.targets) {
        QTest::mousePress(&window, Qt::LeftButton, {}, placeOf(target).center().toPoint());
        if (!target->property("pressed").toBool())
            faults << QStringLiteral("«%1» does not feel a press").arg(target->property("name").toString());
        QTest::mouseMove(&window, QPoint(1, 1)); // dragged off: nothing is clicked
        QTest::mouseRelease(&window, Qt::LeftButton, {}, QPoint(1, 1));
    }
    return faults;
}

} // namespace tongban::qmltest
