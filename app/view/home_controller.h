// SPDX-License-Identifier: GPL-3.0-or-later
// 首页: the services of this terminal, as the catalogue and the devices have it.
#pragma once

#include "app/core/base/error.h"
#include "app/core/domain/item/item_text.h"
#include "app/view/row_model.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>
#include <vector>

namespace tongban::view {

class HomeController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // roles: code, name, icon, available (bool), reason (why it is closed; empty when available), mark (why it stands
    // in front: 本厅常办; mostly empty)
    Q_PROPERTY(tongban::view::RowModel *items READ items CONSTANT)
    // the first of them, as many as any first page has room for: a page makes no tile that nobody sees
    Q_PROPERTY(tongban::view::RowModel *offered READ offered CONSTANT)
    // false until the first catalogue came from the platform
    Q_PROPERTY(bool catalogueReady READ catalogueReady NOTIFY changed)
    // why there is nothing to choose, e.g. 服务目录正在下载; empty when there is
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    // the items are drafts of an author, not the city's; says so, else empty
    Q_PROPERTY(QString authorNote READ authorNote NOTIFY changed)

public:
    explicit HomeController(QObject *parent = nullptr);

    [[nodiscard]] RowModel *items() { return &m_items; }
    [[nodiscard]] RowModel *offered() { return &m_offered; }
    [[nodiscard]] bool catalogueReady() const { return m_catalogueReady; }
    [[nodiscard]] QString notice() const;
    [[nodiscard]] QString authorNote() const;

    [[nodiscard]] static QList<QByteArray> rowRoles();

    // `closed` says why an item cannot be done now; empty = it can. `marks`: code → mark. UI thread.
    void setCatalogue(std::vector<domain::ServiceItem> items,
                      std::function<QString(const domain::ServiceItem &)> closed, QHash<QString, QString> marks = {});
    void setUnavailable(ErrorKind why); // no catalogue (yet)
    void setAuthorMode(bool isAuthors);
    void refresh();                     // ask `closed` again
    void setLanguage(domain::Language language);
    [[nodiscard]] const domain::ServiceItem *item(const QString &code) const;
    [[nodiscard]] std::optional<QVariantList> rowOf(const QString &code) const; // of `items`; none: no such item
    [[nodiscard]] bool isAvailable(const QString &code) const;
    [[nodiscard]] QString reasonOf(const QString &code) const; // why it is closed, as shown; empty: it is not

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QVariantList rowOf(const domain::ServiceItem &item) const;

    std::vector<domain::ServiceItem> m_catalogue;
    std::function<QString(const domain::ServiceItem &)> m_closed;
    QHash<QString, QString> m_marks;
    RowModel m_items;
    RowModel m_offered;
    bool m_catalogueReady = false;
    std::optional<ErrorKind> m_unavailable;
    domain::Language m_language = domain::Language::Chinese;
    bool m_isAuthors = false;
};

} // namespace tongban::view
