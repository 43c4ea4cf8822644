// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/row_model.h"

namespace tongban::view {

RowModel::RowModel(const QByteArrayList &roles, QObject *parent) : QAbstractListModel(parent), m_roles(roles) {}

int RowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    const int column = role - Qt::UserRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || column < 0 || column >= m_roles.size())
        return {};
    return m_rows.at(index.row()).at(column);
}

QHash<int, QByteArray> RowModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (qsizetype i = 0; i < m_roles.size(); ++i)
        names.insert(Qt::UserRole + static_cast<int>(i), m_roles.at(i));
    return names;
}

QVariant RowModel::value(int row, const QByteArray &role) const
{
    const qsizetype column = m_roles.indexOf(role);
    return row < 0 || row >= count() || column < 0 ? QVariant() : m_rows.at(row).at(column);
}

bool RowModel::hasSameKeys(const QList<QVariantList> &rows) const
{
    if (rows.size() != m_rows.size())
        return false;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows.at(i).first() != m_rows.at(i).first())
            return false;
    }
    return true;
}

void RowModel::setRows(QList<QVariantList> rows)
{
    if (!hasSameKeys(rows)) {
        const bool resized = rows.size() != m_rows.size();
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        if (resized)
            Q_EMIT countChanged();
        return;
    }
    for (int i = 0; i < count(); ++i) {
        if (m_rows.at(i) == rows.at(i))
            continue;
        m_rows[i] = rows.at(i);
        Q_EMIT dataChanged(index(i), index(i));
    }
}

} // namespace tongban::view
