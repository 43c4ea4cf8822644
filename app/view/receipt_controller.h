// SPDX-License-Identifier: GPL-3.0-or-later
// 回执.
#pragma once

#include "app/flow/service/service_flow.h"
#include "app/view/row_model.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class ReceiptController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // "" | "printing" | "confirmed" | "asking" | "failed"
    Q_PROPERTY(QString phase READ phase NOTIFY changed)
    // the paper is, or is to be, a copy besides the first
    Q_PROPERTY(bool spare READ spare NOTIFY changed)
    // what was brought for a letter (补正), not an application
    Q_PROPERTY(bool supplement READ supplement NOTIFY changed)
    // 预受理编号; of a supplement 补正编号
    Q_PROPERTY(QString localNumber READ localNumber NOTIFY changed)
    // 受理编号, only ever from the platform; empty until then
    Q_PROPERTY(QString projectNumber READ projectNumber NOTIFY changed)
    Q_PROPERTY(QString whenToReturn READ whenToReturn NOTIFY changed)
    Q_PROPERTY(QString whomToCall READ whomToCall NOTIFY changed)
    // 一件事: all its cases, each with a receipt of its own; empty for an item by itself. roles: name, number, state ("out"
    // | "printing" | "asked": did it come out? | "failed" | "waiting")
    Q_PROPERTY(tongban::view::RowModel *cases READ cases CONSTANT)

public:
    explicit ReceiptController(QObject *parent = nullptr);

    [[nodiscard]] QString phase() const { return m_phase; }
    [[nodiscard]] bool supplement() const { return m_supplement; }
    [[nodiscard]] bool spare() const { return m_spare; }
    [[nodiscard]] QString localNumber() const { return m_localNumber; }
    [[nodiscard]] QString projectNumber() const { return m_projectNumber; }
    [[nodiscard]] QString whenToReturn() const { return m_whenToReturn; }
    [[nodiscard]] QString whomToCall() const { return m_whomToCall; }

    [[nodiscard]] RowModel *cases() { return &m_cases; }

    void show(const flow::ServiceState &state);

Q_SIGNALS:
    void changed();

private:
    QString m_phase;
    bool m_spare = false;
    bool m_supplement = false;
    QString m_localNumber;
    QString m_projectNumber;
    QString m_whenToReturn;
    QString m_whomToCall;
    RowModel m_cases;
};

} // namespace tongban::view
