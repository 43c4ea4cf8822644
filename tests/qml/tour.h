// SPDX-License-Identifier: GPL-3.0-or-later
// One walk through every page of the journey on the real window with the real controller: each stop is a scene.
#pragma once

#include "app/view/kiosk_controller.h"
#include "tests/qml/fake_hall.h"
#include "tests/qml/sizes.h"

#include <QQmlAbstractUrlInterceptor>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>
#include <memory>

namespace tongban::qmltest {

class Tour
{
public:
    // qmlDirectory: where to take the QML from; empty = as built into the program. itemWords: makes the English of
    // the items from their Chinese; null = the English that they have.
    // hold: how long a finger rests before its label is read.
    explicit Tour(const QString &qmlDirectory = {}, QString (*itemWords)(const QString &chinese) = nullptr,
                  std::chrono::milliseconds hold = std::chrono::hours(1));
    ~Tour();

    // Calls visit for every scene in order. Empty when all were reached, else what went wrong.
    [[nodiscard]] QString walk(const std::function<void(const QString &scene)> &visit);

    // The same for every type of field, each on a page of an item that asks it, and what else a form can look like.
    [[nodiscard]] QString walkFields(const std::function<void(const QString &scene)> &visit);
    // The first page, with a catalogue; nothing more. Empty when it stands there.
    [[nodiscard]] QString open();

    // From a fresh start to the page where a name is written; no scene on the way. Empty when it stands there.
    [[nodiscard]] QString walkToName();
    // From wherever it stands to the page that asks `field` (of a form or of the situations), everything before it
    // answered: as told, else with what its type takes. Empty when it stands there.
    [[nodiscard]] QString walkToField(const QString &itemCode, const QString &field,
                                      const QMap<QString, QString> &told = {});

    // The window and the kiosk as in the look; returns when that is laid out and painted. The walk itself goes on in
    // Chinese.
    void show(const Look &look);
    // Layout that waits for the next turn of the event loop has its turns, and a frame has been painted after them.
    void settle();

    [[nodiscard]] QQuickWindow &window() { return *m_window; }
    [[nodiscard]] FakeHall &hall() { return m_hall; }
    [[nodiscard]] view::KioskController &kiosk() { return *m_kiosk; }
    [[nodiscard]] QQmlApplicationEngine &engine() { return *m_engine; }

    // The visible thing of that accessible name that can be pressed; null when there is none.
    [[nodiscard]] QQuickItem *pressable(const QString &name) const;
    // Presses it the way an accessibility tool does; what cannot be pressed ends the walk.
    void press(const QString &name);
    // Puts a finger on it: press and release where it is painted. False: there is no such thing.
    [[nodiscard]] bool tap(const QString &name);

private:
    [[nodiscard]] bool reach(const QString &step);
    void stop(const QString &scene);
    void enter();
    void find();
    void follow();
    void supplement();
    void printLetter();
    void bring();
    void printSlip();
    void identify();
    void fillIn();
    void goToName();
    void goHome();
    void goToForm(const QString &itemCode, const QString &field, const QMap<QString, QString> &told);
    [[nodiscard]] bool answerPage(const QString &field, const QMap<QString, QString> &told);
    void atField(const QString &scene, const QString &itemCode, const QString &field,
                 const QMap<QString, QString> &told = {});
    void digits(const QString &keys);
    void choicesOfMany();
    void placesAndWords();
    void numbers();
    void persons();
    void marks();
    void leave();
    void others();
    void helped();
    void nameApplicant();
    void mark();
    void scanMaterial(const QString &key);
    void library();
    void phoneCode();
    void fromElsewhere();
    void together();
    void printTogether();
    void toMissing();
    void write();
    void collect();
    void finish();

    FakeHall m_hall;
    std::unique_ptr<view::KioskController> m_kiosk;
    std::unique_ptr<QQmlAbstractUrlInterceptor> m_files;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
    std::function<void(const QString &)> m_visit;
    QString m_problem;
};

// Every item below `root` that is shown (visible, not transparent), in painting order.
[[nodiscard]] QList<QQuickItem *> shownItems(QQuickItem *root);

} // namespace tongban::qmltest
