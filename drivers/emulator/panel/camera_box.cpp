// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/panel/camera_box.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace tongban::drivers::emulator {

CameraBox::CameraBox(Perform perform, QWidget *parent)
    : QGroupBox(tr("摄像头"), parent), m_perform(std::move(perform))
{
    auto *row = new QHBoxLayout(this);
    addButton(tr("放到镜头前…"), [this] { chooseFile(); });
    addButton(tr("拿开"), [this] {
        m_perform({{QStringLiteral("do"), QStringLiteral("camera.show")}, {QStringLiteral("file"), QString()}});
    });
    addButton(tr("卡住"), [this] { fault("hang"); });
    addButton(tr("乱码"), [this] { fault("garbage"); });
    addButton(tr("拔掉"), [this] { fault("unplugged"); });
    addButton(tr("恢复正常"), [this] { fault("none"); });
    m_state = new QLabel(this);
    row->addWidget(m_state, 1);
}

void CameraBox::addButton(const QString &label, const std::function<void()> &act)
{
    auto *button = new QPushButton(label, this);
    button->setProperty("quiet", true);
    connect(button, &QPushButton::clicked, this, act);
    layout()->addWidget(button);
}

void CameraBox::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("放到镜头前"), {}, tr("图片 (*.png *.jpg *.jpeg *.pnm)"));
    if (!file.isEmpty())
        m_perform({{QStringLiteral("do"), QStringLiteral("camera.show")}, {QStringLiteral("file"), file}});
}

void CameraBox::fault(const char *kind)
{
    m_perform({{QStringLiteral("do"), QStringLiteral("camera.fault")}, {QStringLiteral("kind"), QLatin1String(kind)}});
}

void CameraBox::show(const QJsonObject &camera)
{
    setVisible(!camera.isEmpty());
    const bool isFaulty = camera.value(QStringLiteral("fault")).toString() != QStringLiteral("none");
    const QString state = !camera.value(QStringLiteral("plugged")).toBool()    ? tr("拔掉了")
                          : camera.value(QStringLiteral("streaming")).toBool() ? tr("镜头亮着")
                                                                               : tr("镜头暗着");
    m_state->setText(state + (isFaulty ? tr("　故障") : QString()));
}

} // namespace tongban::drivers::emulator
