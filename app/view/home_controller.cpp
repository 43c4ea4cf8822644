// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/home_controller.h"

#include <algorithm>

namespace tongban::view {

namespace {

constexpr qsizetype availableRole = 3;

} // namespace

QList<QByteArray> HomeController::rowRoles()
{
    return {"code", "name", "icon", "available", "reason", "mark"};
}

HomeController::HomeController(QObject *parent)
    : QObject(parent), m_items(rowRoles()), m_notice(tr("正在打开服务目录，请稍候"))
{}

void HomeController::setCatalogue(std::vector<domain::ServiceItem> items,
                                  std::function<QString(const domain::ServiceItem &)> closed,
                                  QHash<QString, QString> marks)
{
    m_catalogue = std::move(items);
    // Who stands here is old, more often than not: what concerns old people comes first.
    std::stable_partition(m_catalogue.begin(), m_catalogue.end(), [](const domain::ServiceItem &item) {
        return item.people.contains(QStringLiteral("elderly"));
    });
    m_closed = std::move(closed);
    m_marks = std::move(marks);
    m_catalogueReady = true;
    m_notice = m_catalogue.empty() ? tr("本机暂无可办事项，请到窗口办理") : QString();
    refresh();
}

void HomeController::setUnavailable(const QString &notice)
{
    if (m_catalogueReady)
        return; // the last good catalogue stays
    m_notice = notice;
    Q_EMIT changed();
}

void HomeController::setAuthorMode(bool isAuthors)
{
    m_authorNote = isAuthors ? tr("作者模式：本机文件夹里的事项，办了不算数") : QString();
    Q_EMIT changed();
}

void HomeController::refresh()
{
    QList<QVariantList> rows;
    QList<QVariantList> closed; // behind the others: nobody is to look through them
    for (const domain::ServiceItem &item : m_catalogue) {
        QVariantList row = rowOf(item);
        (row.at(availableRole).toBool() ? rows : closed).append(std::move(row));
    }
    m_items.setRows(rows + closed);
    Q_EMIT changed();
}

QVariantList HomeController::rowOf(const domain::ServiceItem &item) const
{
    const QString reason = m_closed(item);
    return {item.code, item.name, item.icon, reason.isEmpty(), reason, m_marks.value(item.code)};
}

std::optional<QVariantList> HomeController::rowOf(const QString &code) const
{
    const domain::ServiceItem *found = item(code);
    return found ? std::optional(rowOf(*found)) : std::nullopt;
}

const domain::ServiceItem *HomeController::item(const QString &code) const
{
    const auto found = std::find_if(m_catalogue.begin(), m_catalogue.end(),
                                    [&code](const domain::ServiceItem &item) { return item.code == code; });
    return found == m_catalogue.end() ? nullptr : &*found;
}

bool HomeController::isAvailable(const QString &code) const
{
    const domain::ServiceItem *found = item(code);
    return found && m_closed(*found).isEmpty();
}

} // namespace tongban::view
