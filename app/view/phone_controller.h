// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone number on the form, and the code that the city sends to it. It never keeps anybody: without a line, or
// without a telephone at hand, the number stands as it is.
#pragma once

#include "app/core/base/clock.h"
#include "app/flow/service/service_flow.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <chrono>

namespace tongban::view {

class PhoneController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // of the number on this page of the form: "" (none, or not whole) | "offer": a code can be sent | "sending" |
    // "waiting": not before secondsLeft | "sent": a code can be typed in | "confirmed" | "kept": nobody can be asked
    // now
    Q_PROPERTY(QString phase READ phase NOTIFY changed)
    Q_PROPERTY(QString code READ code NOTIFY changed) // typed so far, at PhoneCode
    Q_PROPERTY(bool sending READ sending NOTIFY changed)
    Q_PROPERTY(bool checking READ checking NOTIFY changed)
    Q_PROPERTY(bool warns READ warns NOTIFY changed)           // what is said of the code is that it is not right
    Q_PROPERTY(bool mayAsk READ mayAsk NOTIFY changed)         // for another code, at PhoneCode
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY ticked) // until another code may be asked for

public:
    // clock outlives this.
    explicit PhoneController(const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QString phase() const { return m_phase; }
    [[nodiscard]] QString code() const { return m_code.reveal(); }
    [[nodiscard]] bool sending() const { return m_asking == flow::PhoneCheck::Asking::Sending; }
    [[nodiscard]] bool checking() const { return m_asking == flow::PhoneCheck::Asking::Checking; }
    [[nodiscard]] bool warns() const
    {
        return m_word == flow::PhoneCheck::Word::Wrong || m_word == flow::PhoneCheck::Word::Gone;
    }
    [[nodiscard]] bool mayAsk() const;
    [[nodiscard]] int secondsLeft() const;

    void show(const flow::ServiceState &state, bool canAsk); // canAsk: the line to the city is up
    // Looks at the clock; called by an own timer twice a second while somebody waits, by tests directly.
    void check();

    Q_INVOKABLE void want(); // 发送验证码, 没收到
    Q_INVOKABLE void type(const QString &code);
    Q_INVOKABLE void later(); // 以后再核

Q_SIGNALS:
    void changed();
    void ticked();
    void asked(const tongban::flow::ServiceEvent &event); // of the person
    void over();                                          // another code may be asked for

private:
    void count(const flow::PhoneCheck &phone);
    [[nodiscard]] QString phaseOf(const flow::ServiceState &state, bool canAsk) const;

    const Clock &m_clock;
    QTimer m_timer;
    QString m_field; // the phone field on this page
    QString m_phase;
    Secret m_code;
    flow::PhoneCheck::Asking m_asking = flow::PhoneCheck::Asking::No;
    flow::PhoneCheck::Word m_word = flow::PhoneCheck::Word::None;
    bool m_mayAsk = true;
    int m_answers = 0;                    // of the city's: the one that is counted from
    std::chrono::milliseconds m_until{0}; // monotonic
    int m_lastSeconds = 0;
};

} // namespace tongban::view
