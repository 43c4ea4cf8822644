// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader finds on the page.
#include "tests/qml/page_checks.h"

#include <QAccessible>

namespace tongban::qmltest {

namespace {

bool isOperated(QAccessible::Role role)
{
    return role == QAccessible::Button || role == QAccessible::RadioButton || role == QAccessible::CheckBox ||
           role == QAccessible::EditableText;
}

bool isSaid(QAccessible::Role role)
{
    return isOperated(role) || role == QAccessible::StaticText || role == QAccessible::Heading ||
           role == QAccessible::AlertMessage || role == QAccessible::Dialog || role == QAccessible::ProgressBar ||
           role == QAccessible::Indicator || role == QAccessible::Graphic || role == QAccessible::Canvas;
}

class TreeWalk
{
public:
    QStringList faults;
    QString words; // of all names and descriptions

    void visit(QAccessibleInterface *item)
    {
        if (!item || item->state().invisible)
            return;
        look(*item);
        for (int child = 0; child < item->childCount(); ++child)
            visit(item->child(child));
    }

private:
    void look(QAccessibleInterface &item)
    {
        const QString name = item.text(QAccessible::Name);
        words += name + u'\n' + item.text(QAccessible::Description) + u'\n';
        if (isSaid(item.role()) && name.isEmpty())
            faults << QStringLiteral("role %1 without a name (%2)").arg(item.role()).arg(kindOf(item));
        const auto *shown = qobject_cast<QQuickItem *>(item.object());
        if (!shown || !isOperated(item.role()))
            return;
        const QAccessible::State state = item.state();
        if (shown->isEnabled() != bool(state.focusable)) // Qt 6.4 tells no "disabled" of an item
            faults << QStringLiteral("«%1»: whether it can have the focus is told wrongly").arg(name);
        const bool isAnswer = item.role() == QAccessible::RadioButton || item.role() == QAccessible::CheckBox;
        if (isAnswer && (!state.checkable || bool(state.checked) != shown->property("checked").toBool()))
            faults << QStringLiteral("«%1»: checked is told wrongly").arg(name);
    }
    static QString kindOf(const QAccessibleInterface &item)
    {
        return item.object() ? QString::fromLatin1(item.object()->metaObject()->className()) : QString();
    }
};

} // namespace

QStringList accessibilityFaults(const Shown &shown, QQuickWindow &window)
{
    TreeWalk walk;
    walk.visit(QAccessible::queryAccessibleInterface(&window));
    for (const QQuickItem *text : shown.texts) {
        const QString words = text->property("text").toString();
        const bool isNumeral = words.size() == 1 && words.front().isDigit(); // of the steps, which say their number
        const bool isMark = QByteArray(text->parentItem()->metaObject()->className()).contains("SealMark");
        if (!isNumeral && !isMark && !walk.words.contains(words))
            walk.faults << QStringLiteral("«%1» is painted and not told").arg(words);
    }
    return walk.faults;
}

} // namespace tongban::qmltest
