// SPDX-License-Identifier: GPL-3.0-or-later
// A room beside the villager's journey (looking up, one day paying): its pages stand in front of the home page while it
// is open. The journey stays at home meanwhile and keeps what is the same everywhere: idle, start over, wipe, good-bye.
#pragma once

#include "app/core/domain/device_health.h"
#include "app/core/domain/item/item_text.h"
#include "app/flow/service/notice.h"
#include "app/view/page_header.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace tongban::view {

class SideRoom : public QObject // UI thread
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Whether it may be opened now; asked at each attempt. Until it is set: always.
    void setDoor(std::function<bool()> mayOpen) { m_mayOpen = std::move(mayOpen); }

    [[nodiscard]] virtual QString step() const = 0; // names its page, as Kiosk.step; empty: closed
    [[nodiscard]] virtual bool busy() const = 0;
    [[nodiscard]] virtual PageHeader header() const = 0;
    [[nodiscard]] virtual std::optional<flow::Notice> notice() const = 0; // what went wrong
    [[nodiscard]] virtual std::optional<domain::DeviceClass> guideLight() const = 0;

    virtual void forward() = 0; // the primary action
    virtual void backward() = 0;
    virtual void tryAgain() = 0;
    virtual void leave() = 0; // the session is over: everything of the person is forgotten
    virtual void setLanguage(domain::Language language) = 0;

Q_SIGNALS:
    void turned();       // what the frame around the page shows is another
    void touched();      // by a person
    void sessionEnded(); // the person is through with everything

protected:
    [[nodiscard]] bool mayOpen() const { return m_mayOpen(); }

private:
    std::function<bool()> m_mayOpen = [] { return true; };
};

} // namespace tongban::view
