// SPDX-License-Identifier: GPL-3.0-or-later
// A list of rows with named roles, for QML delegates with required properties. A row's first role is its key: when the
// keys stay, only what changed is announced, so that a delegate keeps its focus while its neighbours are corrected.
#pragma once

#include <QAbstractListModel>
#include <QByteArrayList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class RowModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by a page controller")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    explicit RowModel(const QByteArrayList &roles, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    // Every row has one value a role, in the order of the roles.
    void setRows(QList<QVariantList> rows);
    void clear() { setRows({}); }

    // A value by role name, for tests and for C++ readers.
    [[nodiscard]] QVariant value(int row, const QByteArray &role) const;

Q_SIGNALS:
    void countChanged();

private:
    [[nodiscard]] bool hasSameKeys(const QList<QVariantList> &rows) const;

    QByteArrayList m_roles;
    QList<QVariantList> m_rows;
};

} // namespace tongban::view
