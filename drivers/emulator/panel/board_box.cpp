// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/panel/board_box.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QPushButton>

#include <utility>

namespace tongban::drivers::emulator {
namespace {

QJsonObject command(const char *what, const char *key, const QJsonValue &value)
{
    return {{QStringLiteral("do"), QLatin1String(what)}, {QLatin1String(key), value}};
}

} // namespace

BoardBox::BoardBox(Perform perform, QWidget *parent)
    : QGroupBox(tr("指示灯和门磁"), parent), m_perform(std::move(perform))
{
    auto *row = new QHBoxLayout(this);
    addButton(tr("开柜门"), command("board.set", "door", true), false);
    addButton(tr("关柜门"), command("board.set", "door", false), false);
    addButton(tr("有人"), command("board.set", "person", true), true);
    addButton(tr("没人"), command("board.set", "person", false), true);
    addButton(tr("没反应"), command("board.fault", "kind", QStringLiteral("silent")), true);
    addButton(tr("恢复正常"), command("board.fault", "kind", QStringLiteral("none")), true);
    m_state = new QLabel(this);
    row->addWidget(m_state, 1);
}

void BoardBox::addButton(const QString &label, const QJsonObject &command, bool isQuiet)
{
    auto *button = new QPushButton(label, this);
    button->setProperty("quiet", isQuiet);
    connect(button, &QPushButton::clicked, this, [this, command] { m_perform(command); });
    layout()->addWidget(button);
}

void BoardBox::show(const QJsonObject &board)
{
    QString lamps;
    for (const QJsonValue lamp : board.value(QStringLiteral("lamps")).toArray())
        lamps += lamp.toBool() ? u'●' : u'○';
    const bool isFaulty = board.value(QStringLiteral("fault")).toString() != QStringLiteral("none");
    m_state->setText((board.value(QStringLiteral("door")).toBool() ? tr("门开着 ") : tr("门关着 ")) + lamps +
                     (isFaulty ? tr("　故障") : QString()));
}

} // namespace tongban::drivers::emulator
