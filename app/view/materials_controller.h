// SPDX-License-Identifier: GPL-3.0-or-later
// 材料清单.
#pragma once

#include "app/flow/service/service_flow.h"
#include "app/view/row_model.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class MaterialsController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // roles: key, name, hint (how to lay it; what is signed), state ("needed" | "optional" | "later" | "done" |
    // "commitment" | "library" | "deferred" | "shared" | "paper"), pageCount, reason (why so, a sentence), mayScan
    // (bool), mayFollow (bool: it can be brought later if the person promises so)
    Q_PROPERTY(tongban::view::RowModel *list READ list CONSTANT)
    // "" | "offer": the licence library can be asked now | "asking" | "silent": it did not answer
    // | "closed": the applicant's own card was not here
    Q_PROPERTY(QString library READ library NOTIFY changed)
    // what the person agrees to, a sentence; empty unless it can be asked
    Q_PROPERTY(QString libraryConsent READ libraryConsent NOTIFY changed)

public:
    explicit MaterialsController(QObject *parent = nullptr);

    [[nodiscard]] RowModel *list() { return &m_list; }

    [[nodiscard]] QString library() const { return m_library; }
    [[nodiscard]] QString libraryConsent() const { return m_consent; }

    void show(const flow::ServiceState &state, bool canAsk); // canAsk: the line to the city is up

    Q_INVOKABLE void scan(const QString &key);
    Q_INVOKABLE void askLibrary(); // the person agrees
    Q_INVOKABLE void tellMissing(const QString &key); // 没带

Q_SIGNALS:
    void changed();
    void scanAsked(const QString &key);
    void missing(const QString &key);
    void libraryAgreed();

private:
    void showLibrary(const flow::ServiceState &state, bool canAsk);

    RowModel m_list;
    QString m_library;
    QString m_consent;
};

} // namespace tongban::view
