// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/home_controller.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::view {

namespace {

constexpr qsizetype availableRole = 3;
constexpr qsizetype mostOffered = 12;

QString shownMark(const QString &mark)
{
    return mark.isEmpty() ? QString() : QCoreApplication::translate("FavouriteMarks", mark.toUtf8().constData());
}

} // namespace

QList<QByteArray> HomeController::rowRoles()
{
    return {"code", "name", "icon", "available", "reason", "mark"};
}

HomeController::HomeController(QObject *parent) : QObject(parent), m_items(rowRoles()), m_offered(rowRoles()) {}

QString HomeController::notice() const
{
    if (m_catalogueReady)
        return m_catalogue.empty() ? tr("本机暂无可办事项，请到窗口办理") : QString();
    if (!m_unavailable)
        return tr("正在打开服务目录，请稍候");
    return *m_unavailable == ErrorKind::NotFound ? tr("服务目录正在下载，请稍候")
                                                 : tr("本机资料暂时打不开，请联系工作人员");
}

QString HomeController::authorNote() const
{
    return m_isAuthors ? tr("作者模式：本机文件夹里的事项，办了不算数") : QString();
}

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
    refresh();
}

void HomeController::setUnavailable(ErrorKind why)
{
    m_unavailable = why; // the last good catalogue stays
    Q_EMIT changed();
}

void HomeController::setAuthorMode(bool isAuthors)
{
    m_isAuthors = isAuthors;
    Q_EMIT changed();
}

void HomeController::setLanguage(domain::Language language)
{
    m_language = language;
    if (m_catalogueReady)
        refresh();
    else
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
    rows += closed;
    m_offered.setRows(rows.first(std::min(rows.size(), mostOffered)));
    m_items.setRows(std::move(rows));
    Q_EMIT changed();
}

QVariantList HomeController::rowOf(const domain::ServiceItem &item) const
{
    const QString reason = m_closed(item);
    return {item.code,        textIn(item, m_language, item.name), item.icon,
            reason.isEmpty(), textIn(item, m_language, reason),    shownMark(m_marks.value(item.code))};
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

QString HomeController::reasonOf(const QString &code) const
{
    const domain::ServiceItem *found = item(code);
    return found ? textIn(*found, m_language, m_closed(*found)) : QString();
}

bool HomeController::isAvailable(const QString &code) const
{
    const domain::ServiceItem *found = item(code);
    return found && m_closed(*found).isEmpty();
}

} // namespace tongban::view
