// SPDX-License-Identifier: GPL-3.0-or-later
// 扫码器: a code to hold before one of the scanners.
#pragma once

#include <QComboBox>
#include <QGroupBox>
#include <QJsonObject>
#include <QLineEdit>

#include <functional>

namespace tongban::drivers::emulator {

class CodeBox final : public QGroupBox
{
    Q_OBJECT

public:
    using Perform = std::function<void(const QJsonObject &)>;
    CodeBox(Perform perform, QWidget *parent);

private:
    void show();

    Perform m_perform;
    QComboBox *m_device = nullptr;
    QLineEdit *m_text = nullptr;
};

} // namespace tongban::drivers::emulator
