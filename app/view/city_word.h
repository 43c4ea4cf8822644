// SPDX-License-Identifier: GPL-3.0-or-later
// What the city has this screen say to everybody: that the terminal is closed and why, or a message.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class CityWord : public QObject // UI thread
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    Q_PROPERTY(QString closedText READ closedText NOTIFY changed) // not empty: no new applications, and why
    Q_PROPERTY(QString message READ message NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] QString closedText() const { return m_closedText; }
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] bool isClosed() const { return !m_closedText.isEmpty(); }

    void setClosed(const QString &text); // empty: open
    void setMessage(const QString &text, const QDateTime &untilUtc);
    void look(const QDateTime &nowUtc); // a message whose time is over goes

Q_SIGNALS:
    void changed();

private:
    QString m_closedText;
    QString m_message;
    QDateTime m_messageUntil;
};

} // namespace tongban::view
