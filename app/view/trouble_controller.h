// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, in words for the person: what happened, what is kept, what to do next.
#pragma once

#include "app/core/domain/site_profile.h"
#include "app/flow/service/notice.h"
#include "app/flow/service/service_flow.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class TroubleController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    Q_PROPERTY(bool active READ active NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    // what happened
    Q_PROPERTY(QString body READ body NOTIFY changed)
    // what the terminal keeps; may be empty
    Q_PROPERTY(QString kept READ kept NOTIFY changed)
    // the next thing to do
    Q_PROPERTY(QString nextStep READ nextStep NOTIFY changed)
    // whom to ask; empty when nobody is needed
    Q_PROPERTY(QString help READ help NOTIFY changed)
    // label of the button that calls Kiosk.tryAgain(); empty = there is none
    Q_PROPERTY(QString actionText READ actionText NOTIFY changed)

public:
    explicit TroubleController(QObject *parent = nullptr);

    [[nodiscard]] bool active() const { return m_active; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString body() const { return m_body; }
    [[nodiscard]] QString kept() const { return m_kept; }
    [[nodiscard]] QString nextStep() const { return m_nextStep; }
    [[nodiscard]] QString help() const { return m_help; }
    [[nodiscard]] QString actionText() const { return m_actionText; }

    void show(const flow::ServiceState &state, const domain::SiteProfile &site);
    void show(const std::optional<flow::Notice> &notice);                // of another flow; none: all is well
    [[nodiscard]] const QStringList &spoken() const { return m_spoken; } // clauses of what is shown

Q_SIGNALS:
    void changed();

private:
    QStringList m_spoken;
    bool m_active = false;
    QString m_title;
    QString m_body;
    QString m_kept;
    QString m_nextStep;
    QString m_help;
    QString m_actionText;
};

} // namespace tongban::view
