// SPDX-License-Identifier: GPL-3.0-or-later
// 上次没办完: what the holder of the card left behind here.
#pragma once

#include "app/flow/service/service_flow.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class ResumeController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    Q_PROPERTY(bool hasLetter READ hasLetter NOTIFY changed) // of the office: told of before all else
    Q_PROPERTY(bool isSupplement READ isSupplement NOTIFY changed) // the draft answers a letter: it stays, come what may
    Q_PROPERTY(bool hasDraft READ hasDraft NOTIFY changed)
    // a submitted case whose receipt may not be on paper
    Q_PROPERTY(bool hasReceipt READ hasReceipt NOTIFY changed)
    Q_PROPERTY(QString itemName READ itemName NOTIFY changed)
    // e.g. 11月21日 18:30
    Q_PROPERTY(QString startedText READ startedText NOTIFY changed)

public:
    explicit ResumeController(QObject *parent = nullptr);

    [[nodiscard]] bool hasLetter() const { return m_hasLetter; }
    [[nodiscard]] bool isSupplement() const { return m_isSupplement; }
    [[nodiscard]] bool hasDraft() const { return m_hasDraft; }
    [[nodiscard]] bool hasReceipt() const { return m_hasReceipt; }
    [[nodiscard]] QString itemName() const { return m_itemName; }
    [[nodiscard]] QString startedText() const { return m_startedText; }

    void show(const flow::ServiceState &state);

Q_SIGNALS:
    void changed();

private:
    bool m_hasLetter = false;
    bool m_isSupplement = false;
    bool m_hasDraft = false;
    bool m_hasReceipt = false;
    QString m_itemName;
    QString m_startedText;
};

} // namespace tongban::view
