// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/panel/code_box.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace tongban::drivers::emulator {

CodeBox::CodeBox(Perform perform, QWidget *parent) : QGroupBox(tr("扫码器"), parent), m_perform(std::move(perform))
{
    auto *row = new QHBoxLayout(this);
    m_device = new QComboBox(this);
    m_device->addItem(tr("串口"), QStringLiteral("serial"));
    m_device->addItem(tr("USB（HID POS）"), QStringLiteral("hidpos"));
    m_device->addItem(tr("USB（键盘）"), QStringLiteral("wedge"));
    m_text = new QLineEdit(this);
    m_text->setPlaceholderText(tr("二维码的内容"));
    auto *button = new QPushButton(tr("出示二维码"), this);
    connect(button, &QPushButton::clicked, this, &CodeBox::show);
    row->addWidget(m_device);
    row->addWidget(m_text, 1);
    row->addWidget(button);
}

void CodeBox::show()
{
    m_perform({{QStringLiteral("do"), QStringLiteral("code.show")},
               {QStringLiteral("device"), m_device->currentData().toString()},
               {QStringLiteral("aim"), QStringLiteral("]Q1")},
               {QStringLiteral("data"), m_text->text()}});
}

} // namespace tongban::drivers::emulator
