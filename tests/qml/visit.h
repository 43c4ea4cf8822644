// SPDX-License-Identifier: GPL-3.0-or-later
// One person after another before the real window, by finger only, over the real store: what came of it is asked of the
// store and of the paper. The devices are fakes behind their ports; the clock is the test's.
#pragma once

#include "tests/unit/offline/store_world.h"
#include "tests/unit/view/kiosk_rig.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <memory>

namespace tongban::qmltest {

class Visit
{
public:
    Visit();
    ~Visit();

    [[nodiscard]] bool open(); // the window stands, with the first page
    [[nodiscard]] view::KioskController &kiosk() { return rig.kiosk(); }

    // Each says whether it could be done, within some seconds.
    [[nodiscard]] bool tap(const QString &name); // press and release where it is painted
    [[nodiscard]] bool goOn();                   // the page's primary action, or the way out of a trouble
    [[nodiscard]] bool goBack();
    [[nodiscard]] bool cancel();   // 重新开始, confirmed, to the first page
    [[nodiscard]] bool walkAway(); // until the first page is there again
    [[nodiscard]] bool at(const QString &step);
    [[nodiscard]] bool
    walkTo(const QString &step); // the ordinary way from where it stands, every answer given by finger
    [[nodiscard]] bool isInTrouble();
    [[nodiscard]] bool type(const QString &keys);
    void sign();

    // What the city does to the store meanwhile; it has been opened by then.
    void inStore(const std::function<void(testing::OfflineStore &)> &work)
    {
        rig.onStoreLane([&] { work(*m_store); });
    }
    // Of the store, as another program finds it.
    [[nodiscard]] testing::Census census();
    [[nodiscard]] int count(const QString &sql);
    [[nodiscard]] QString text(const QString &sql);
    [[nodiscard]] domain::SubmittedCase lastCase(); // as kept; empty when there is none
    [[nodiscard]] int owners();    // whose pages lie in the vault
    [[nodiscard]] QString paper(); // the words of the last one that came out
    [[nodiscard]] QString saidSoFar();

    QString itemName = QStringLiteral("高龄津贴");
    QMap<QString, QString> told; // key of a field → what is pressed for it, where that is not the ordinary answer
    double highest = 1e9;        // where a finger was, from the top of the window
    testing::StoreWorld world;
    test::KioskRig rig;

private:
    [[nodiscard]] QQuickItem *pressable(const QString &name) const;
    [[nodiscard]] bool step();
    [[nodiscard]] bool answer(const QString &key, const QString &kind, const QVariantList &choices);
    [[nodiscard]] bool answerPage();
    void settle();

    testing::StorePointer m_store; // touched on the rig's store lane
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

} // namespace tongban::qmltest
