// SPDX-License-Identifier: GPL-3.0-or-later
// 摄像头: what is held before it, and what goes wrong with it.
#pragma once

#include <QGroupBox>
#include <QJsonObject>
#include <QLabel>

#include <functional>

namespace tongban::drivers::emulator {

class CameraBox final : public QGroupBox
{
    Q_OBJECT

public:
    using Perform = std::function<void(const QJsonObject &)>;
    CameraBox(Perform perform, QWidget *parent);

    void show(const QJsonObject &camera); // "camera" of the status; empty: none stands on this desk

private:
    void addButton(const QString &label, const std::function<void()> &act);
    void chooseFile();
    void fault(const char *kind);

    Perform m_perform;
    QLabel *m_state = nullptr;
};

} // namespace tongban::drivers::emulator
