// SPDX-License-Identifier: GPL-3.0-or-later
// 指示灯和门磁: the door, the person in front, and which lamps the kiosk has lit.
#pragma once

#include <QGroupBox>
#include <QJsonObject>
#include <QLabel>

#include <functional>

namespace tongban::drivers::emulator {

class BoardBox final : public QGroupBox
{
    Q_OBJECT

public:
    using Perform = std::function<void(const QJsonObject &)>;
    BoardBox(Perform perform, QWidget *parent);

    void show(const QJsonObject &board); // "board" of the status

private:
    void addButton(const QString &label, const QJsonObject &command, bool isQuiet);

    Perform m_perform;
    QLabel *m_state = nullptr;
};

} // namespace tongban::drivers::emulator
