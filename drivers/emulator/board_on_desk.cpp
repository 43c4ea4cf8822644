// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/board_on_desk.h"

#include "drivers/emulator/fault_names.h"

#include <QJsonArray>

namespace tongban::drivers::emulator {
namespace {

constexpr int baudRate = 9600;

} // namespace

BoardOnDesk::BoardOnDesk(const QString &directory) : m_port(directory + QStringLiteral("/board.tty"), m_board, baudRate)
{}

void BoardOnDesk::set(const QJsonObject &arguments)
{
    m_board.setDoor(arguments.value(QStringLiteral("door")).toBool(m_board.door()));
    m_board.setPerson(arguments.value(QStringLiteral("person")).toBool(m_board.person()));
}

Result<void> BoardOnDesk::setFault(const QString &kind)
{
    const auto fault = boardFaultNamed(kind);
    const bool isUnplugged = kind == QStringLiteral("unplugged");
    if (!fault && !isUnplugged)
        return fail(ErrorKind::InputInvalid, QStringLiteral("command"),
                    QStringLiteral("board.fault: unknown kind ") + kind);
    m_board.setFault(fault.value_or(BoardFault::None));
    if (!isUnplugged)
        return m_port.plug();
    m_port.unplug();
    m_board.darken();
    return {};
}

QJsonObject BoardOnDesk::status() const
{
    QJsonArray lamps;
    for (const bool isOn : m_board.lamps())
        lamps << isOn;
    return {{QStringLiteral("door"), m_board.door()},
            {QStringLiteral("person"), m_board.person()},
            {QStringLiteral("lamps"), lamps},
            {QStringLiteral("plugged"), m_port.isPlugged()},
            {QStringLiteral("fault"), nameOf(m_board.fault())}};
}

} // namespace tongban::drivers::emulator
