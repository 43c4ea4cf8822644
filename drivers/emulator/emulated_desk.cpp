// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/emulated_desk.h"

#include "drivers/emulator/desk_commands.h"
#include "drivers/emulator/fault_names.h"

namespace tongban::drivers::emulator {
namespace {

constexpr int dotsPerMillimetre = 8;

const QString unplugged = QStringLiteral("unplugged");

tl::unexpected<Error> refused(const QString &why)
{
    return fail(ErrorKind::InputInvalid, QStringLiteral("command"), why);
}

} // namespace

EmulatedDesk::EmulatedDesk(const DeskOptions &options)
    : m_testbed(options.hasTestbed ? std::make_unique<Testbed>() : nullptr),
      m_tray(options.directory + QStringLiteral("/paper")), m_printer([this](const PaperReceipt &receipt) {
          if (const auto dropped = m_tray.drop(receipt); !dropped)
              qCritical("%s", qPrintable(dropped.error().where + QStringLiteral(": ") + dropped.error().detail));
      }),
      m_glass(options.directory + QStringLiteral("/page.pnm")), m_board(options.directory)
{
    if (m_testbed)
        m_bus.emplace(*m_testbed);
    m_codes = std::make_unique<CodesOnDesk>(options.directory, m_testbed.get(), m_bus ? &*m_bus : nullptr);
    m_readerPort = readerPort(options);
    m_printerPort = printerPort(options);
    if (options.hasCamera)
        m_camera.emplace(*m_testbed);
    if (options.route)
        m_line = std::make_unique<LineRelay>(*options.route);
    for (WirePort *port : std::initializer_list<WirePort *>{m_readerPort.get(), m_printerPort.get(), &m_board.port()})
        connect(port, &WirePort::acted, this, &EmulatedDesk::changed);
}

Result<void> EmulatedDesk::start()
{
    if (auto plugged = m_readerPort->plug(); !plugged)
        return plugged;
    if (auto plugged = m_printerPort->plug(); !plugged)
        return plugged;
    if (auto plugged = m_board.port().plug(); !plugged)
        return plugged;
    if (m_camera) {
        if (auto plugged = m_camera->plug(); !plugged)
            return plugged;
    }
    if (auto started = m_codes->start(); !started)
        return started;
    if (const auto *network = qobject_cast<TcpPort *>(m_printerPort.get()))
        m_printerTcpPort = network->port();
    if (m_line)
        return m_line->listen();
    return {};
}

QJsonObject EmulatedDesk::whereabouts() const
{
    QJsonObject where;
    if (m_testbed)
        where.insert(QStringLiteral("testbed"), m_testbed->root());
    if (m_printerTcpPort != 0)
        where.insert(QStringLiteral("printerPort"), m_printerTcpPort);
    return where;
}

QJsonObject EmulatedDesk::execute(const QJsonObject &command)
{
    QJsonObject arguments = command;
    const QString what = arguments.take(QStringLiteral("do")).toString();
    const auto done = dispatch(what, arguments);
    if (!done)
        return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), done.error().detail}};
    QJsonObject answer = what == QStringLiteral("status") ? status() : QJsonObject();
    answer.insert(QStringLiteral("ok"), true);
    if (what != QStringLiteral("status"))
        Q_EMIT changed();
    return answer;
}

Result<void> EmulatedDesk::dispatch(const QString &what, const QJsonObject &arguments)
{
    if (auto known = checkCommand(what, arguments); !known)
        return known;
    const QString kind = arguments.value(QStringLiteral("kind")).toString();
    if (what == QStringLiteral("card.place"))
        return placeCard(arguments.value(QStringLiteral("card")).toObject());
    if (what == QStringLiteral("card.lift"))
        m_reader.lift();
    if (what == QStringLiteral("card.set"))
        m_reader.setFindsReadCard(arguments.value(QStringLiteral("findsReadCard")).toBool());
    if (what == QStringLiteral("card.fault"))
        return setReaderFault(kind);
    if (what == QStringLiteral("scanner.place"))
        return m_glass.place(arguments.value(QStringLiteral("file")).toString());
    if (what == QStringLiteral("scanner.remove"))
        m_glass.remove();
    if (what == QStringLiteral("printer.set"))
        return setPrinter(arguments);
    if (what == QStringLiteral("printer.model"))
        return setPrinterModel(arguments);
    if (what == QStringLiteral("printer.fault"))
        return setPrinterFault(kind);
    if (what == QStringLiteral("board.set"))
        m_board.set(arguments);
    if (what == QStringLiteral("board.fault"))
        return m_board.setFault(kind);
    if (what.startsWith(QStringLiteral("camera.")) && !m_camera)
        return refused(what + QStringLiteral(": started without --camera"));
    if (what == QStringLiteral("camera.show"))
        return m_camera->show(arguments.value(QStringLiteral("file")).toString());
    if (what == QStringLiteral("camera.fault"))
        return m_camera->setFault(kind);
    if (what == QStringLiteral("code.show"))
        return m_codes->show(arguments);
    if (what == QStringLiteral("code.fault"))
        return m_codes->setFault(arguments);
    if (what.startsWith(QStringLiteral("line.")))
        return commandLine(what, arguments);
    return {};
}

Result<void> EmulatedDesk::placeCard(const QJsonObject &arguments)
{
    auto chip = makeCardChip(arguments);
    if (!chip)
        return fail(chip.error());
    m_reader.place(std::move(*chip));
    return {};
}

Result<void> EmulatedDesk::plug(WirePort &port, bool isPlugged)
{
    if (isPlugged)
        return port.plug();
    port.unplug();
    return {};
}

Result<void> EmulatedDesk::setReaderFault(const QString &kind)
{
    const auto fault = readerFaultNamed(kind);
    if (!fault && kind != unplugged)
        return refused(QStringLiteral("card.fault: unknown kind ") + kind);
    m_reader.setFault(fault.value_or(ReaderFault::None));
    return plug(*m_readerPort, kind != unplugged);
}

Result<void> EmulatedDesk::setPrinterFault(const QString &kind)
{
    const auto fault = printerFaultNamed(kind);
    if (!fault && kind != unplugged)
        return refused(QStringLiteral("printer.fault: unknown kind ") + kind);
    m_printer.setFault(fault.value_or(PrinterFault::None));
    return plug(*m_printerPort, kind != unplugged);
}

Result<void> EmulatedDesk::setPrinter(const QJsonObject &arguments)
{
    PrinterSensors sensors = m_printer.sensors();
    const QJsonValue paper = arguments.value(QStringLiteral("paper"));
    const auto state = paperStateNamed(paper.toString());
    if (!paper.isUndefined() && !state)
        return refused(QStringLiteral("printer.set: paper is ok, near or out"));
    if (state) { // a fresh roll, or none
        sensors.paper = *state;
        sensors.paperLeftDots.reset();
    }
    if (const QJsonValue left = arguments.value(QStringLiteral("paperLeftMm")); left.isDouble())
        sensors.paperLeftDots = left.toInt() * dotsPerMillimetre;
    sensors.coverOpen = arguments.value(QStringLiteral("cover")).toBool(sensors.coverOpen);
    sensors.offline = arguments.value(QStringLiteral("offline")).toBool(sensors.offline);
    sensors.cutterJammed = arguments.value(QStringLiteral("cutter")).toBool(sensors.cutterJammed);
    m_printer.setSensors(sensors);
    if (const QJsonValue speed = arguments.value(QStringLiteral("dotsPerSecond")); speed.isDouble())
        m_printer.setSpeed(std::max(0, speed.toInt()));
    m_printerPort->pump(); // what stood still may go on
    return {};
}

Result<void> EmulatedDesk::setPrinterModel(const QJsonObject &arguments)
{
    const QJsonValue rom = arguments.value(QStringLiteral("rom"));
    const auto known = printerRomNamed(rom.toString());
    if (!rom.isUndefined() && !known)
        return refused(QStringLiteral("printer.model: rom is gbk, gb2312 or gb18030"));
    m_printer.setRom(known.value_or(m_printer.rom()));
    m_printer.setClearsAlways(arguments.value(QStringLiteral("clears")).toBool(m_printer.clearsAlways()));
    return {};
}

Result<void> EmulatedDesk::commandLine(const QString &what, const QJsonObject &arguments)
{
    if (!m_line)
        return refused(what + QStringLiteral(": started without --line"));
    if (what == QStringLiteral("line.cut"))
        m_line->cut();
    if (what == QStringLiteral("line.restore"))
        m_line->restore();
    if (what == QStringLiteral("line.latency"))
        m_line->setLatency(std::chrono::milliseconds(std::max(0, arguments.value(QStringLiteral("ms")).toInt())));
    return {};
}

QJsonObject EmulatedDesk::status() const
{
    const PrinterSensors &sensors = m_printer.sensors();
    QJsonObject state{
        {QStringLiteral("card"), QJsonObject{{QStringLiteral("present"), m_reader.hasCard()},
                                             {QStringLiteral("read"), m_reader.wasRead()},
                                             {QStringLiteral("plugged"), m_readerPort->isPlugged()},
                                             {QStringLiteral("fault"), nameOf(m_reader.fault())}}},
        {QStringLiteral("printer"), QJsonObject{{QStringLiteral("paper"), nameOf(sensors.paper)},
                                                {QStringLiteral("cover"), sensors.coverOpen},
                                                {QStringLiteral("offline"), sensors.offline},
                                                {QStringLiteral("cutter"), sensors.cutterJammed},
                                                {QStringLiteral("printing"), m_printer.nextAt().has_value()},
                                                {QStringLiteral("plugged"), m_printerPort->isPlugged()},
                                                {QStringLiteral("fault"), nameOf(m_printer.fault())}}},
        {QStringLiteral("scanner"), QJsonObject{{QStringLiteral("page"), m_glass.hasPage()}}},
        {QStringLiteral("board"), m_board.status()},
        {QStringLiteral("codes"), m_codes->status()},
        {QStringLiteral("receipts"), m_printer.receipts()},
        {QStringLiteral("lastReceipt"), m_tray.newest()},
    };
    if (m_camera)
        state.insert(QStringLiteral("camera"), m_camera->status());
    if (m_line)
        state.insert(QStringLiteral("line"),
                     QJsonObject{{QStringLiteral("port"), m_line->port()},
                                 {QStringLiteral("cut"), m_line->isCut()},
                                 {QStringLiteral("ms"), static_cast<int>(m_line->latency().count())},
                                 {QStringLiteral("connections"), m_line->connections()}});
    return state;
}

} // namespace tongban::drivers::emulator
