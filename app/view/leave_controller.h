// SPDX-License-Identifier: GPL-3.0-or-later
// 没带, 我去找材料, 改天再来: what is possible for a material that is not here, and how long the cover stays.
#pragma once

#include "app/core/base/clock.h"
#include "app/flow/service/service_flow.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <chrono>

namespace tongban::view {

class LeaveController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // a person is missing, not a material
    Q_PROPERTY(bool person READ isPerson NOTIFY changed)
    // the cover opens to the applicant's own card: without one here nobody can fetch anything meanwhile
    Q_PROPERTY(bool mayFetch READ mayFetch NOTIFY changed)
    // the material may follow after the submission; untilText: the last day for it, e.g. 2026年12月21日
    Q_PROPERTY(bool mayFollow READ mayFollow NOTIFY changed)
    Q_PROPERTY(QString untilText READ untilText NOTIFY changed)
    // how long a draft that is put away is kept, in days
    Q_PROPERTY(int keptDays READ keptDays CONSTANT)
    // of the cover
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY ticked)
    Q_PROPERTY(int secondsTotal READ secondsTotal CONSTANT)

public:
    LeaveController(const Clock &clock, std::chrono::milliseconds away, QObject *parent = nullptr);

    [[nodiscard]] bool isPerson() const { return m_isPerson; }
    [[nodiscard]] bool mayFetch() const { return m_mayFetch; }
    [[nodiscard]] bool mayFollow() const { return m_mayFollow; }
    [[nodiscard]] QString untilText() const { return m_untilText; }
    [[nodiscard]] int keptDays() const { return flow::draftKeptDays; }
    [[nodiscard]] int secondsLeft() const;
    [[nodiscard]] int secondsTotal() const;

    void show(const flow::ServiceState &state);
    // Looks at the clock; called by an own timer twice a second while the cover stays, by tests directly.
    void check();

    Q_INVOKABLE void promise(); // 以后补交
    Q_INVOKABLE void fetch();   // 我去找材料
    Q_INVOKABLE void another(); // 改天带来
    Q_INVOKABLE void absent();  // 没来

Q_SIGNALS:
    void changed();
    void ticked();
    void asked(const tongban::flow::ServiceEvent &event); // of the person
    void over();                                          // the cover has stayed its time

private:
    const Clock &m_clock;
    std::chrono::milliseconds m_away;
    std::chrono::milliseconds m_since{0}; // monotonic: the cover came
    QTimer m_timer;
    bool m_isAway = false;
    bool m_isPerson = false;
    bool m_mayFetch = false;
    bool m_mayFollow = false;
    int m_lastSeconds = -1;
    QString m_untilText;
};

} // namespace tongban::view
