// SPDX-License-Identifier: GPL-3.0-or-later
// 帮办代办: who helps, how the applicant is known through them, and the way of who cannot write.
#pragma once

#include "app/flow/service/service_flow.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class HelperController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // role and masked name, e.g. 村干部 田*; empty: nobody helps, or their card was not read yet
    Q_PROPERTY(QString who READ who NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed) // the same without the role
    // the applicant's card is not here
    Q_PROPERTY(bool cardless READ cardless NOTIFY changed)
    // how an applicant without a card is known, a sentence; empty: by the own card
    Q_PROPERTY(QString standing READ standing NOTIFY changed)
    // the applicant signs now; mayMark: a helper is here as the witness of a thumbprint
    Q_PROPERTY(bool applicantSigns READ applicantSigns NOTIFY changed)
    Q_PROPERTY(bool mayMark READ mayMark NOTIFY changed)

public:
    explicit HelperController(QObject *parent = nullptr);

    [[nodiscard]] QString who() const { return m_who; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] bool cardless() const { return m_cardless; }
    [[nodiscard]] QString standing() const { return m_standing; }
    [[nodiscard]] bool applicantSigns() const { return m_applicantSigns; }
    [[nodiscard]] bool mayMark() const { return m_mayMark; }

    void show(const flow::ServiceState &state);

    Q_INVOKABLE void want();                      // 有人帮我办
    Q_INVOKABLE void wantWithoutCard();           // 没带身份证
    Q_INVOKABLE void choose(const QString &role); // relative, cadre, volunteer, staff
    Q_INVOKABLE void cannotWrite();               // 不会写字

Q_SIGNALS:
    void changed();
    void asked(const tongban::flow::ServiceEvent &event); // of the person

private:
    QString m_who;
    QString m_name;
    QString m_standing;
    bool m_cardless = false;
    bool m_applicantSigns = false;
    bool m_mayMark = false;
};

} // namespace tongban::view
