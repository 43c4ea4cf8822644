// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/fault_names.h"

namespace tongban::drivers::emulator {
namespace {

template <class Value, size_t N> std::optional<Value> named(const QString &name, const Value (&values)[N])
{
    for (const Value value : values) {
        if (nameOf(value) == name)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString nameOf(ReaderFault fault)
{
    switch (fault) {
    case ReaderFault::None:
        return QStringLiteral("none");
    case ReaderFault::LiftMidRead:
        return QStringLiteral("liftMidRead");
    case ReaderFault::BadChecksum:
        return QStringLiteral("badChecksum");
    case ReaderFault::Garbage:
        return QStringLiteral("garbage");
    case ReaderFault::Silent:
        return QStringLiteral("silent");
    case ReaderFault::OneByte:
        return QStringLiteral("oneByte");
    }
    Q_UNREACHABLE();
}

QString nameOf(PrinterFault fault)
{
    switch (fault) {
    case PrinterFault::None:
        return QStringLiteral("none");
    case PrinterFault::LoseAnswer:
        return QStringLiteral("loseAnswer");
    case PrinterFault::Silent:
        return QStringLiteral("silent");
    case PrinterFault::Garbage:
        return QStringLiteral("garbage");
    }
    Q_UNREACHABLE();
}

QString nameOf(BoardFault fault)
{
    switch (fault) {
    case BoardFault::None:
        return QStringLiteral("none");
    case BoardFault::Silent:
        return QStringLiteral("silent");
    case BoardFault::Garbage:
        return QStringLiteral("garbage");
    case BoardFault::OneByte:
        return QStringLiteral("oneByte");
    case BoardFault::Refuse:
        return QStringLiteral("refuse");
    }
    Q_UNREACHABLE();
}

QString nameOf(PaperState paper)
{
    switch (paper) {
    case PaperState::Ok:
        return QStringLiteral("ok");
    case PaperState::NearEnd:
        return QStringLiteral("near");
    case PaperState::Out:
        return QStringLiteral("out");
    }
    Q_UNREACHABLE();
}

std::optional<ReaderFault> readerFaultNamed(const QString &name)
{
    static constexpr ReaderFault all[] = {ReaderFault::None,    ReaderFault::LiftMidRead, ReaderFault::BadChecksum,
                                          ReaderFault::Garbage, ReaderFault::Silent,      ReaderFault::OneByte};
    return named(name, all);
}

std::optional<PrinterFault> printerFaultNamed(const QString &name)
{
    static constexpr PrinterFault all[] = {PrinterFault::None, PrinterFault::LoseAnswer, PrinterFault::Silent,
                                           PrinterFault::Garbage};
    return named(name, all);
}

std::optional<BoardFault> boardFaultNamed(const QString &name)
{
    static constexpr BoardFault all[] = {BoardFault::None, BoardFault::Silent, BoardFault::Garbage, BoardFault::OneByte,
                                         BoardFault::Refuse};
    return named(name, all);
}

std::optional<PaperState> paperStateNamed(const QString &name)
{
    static constexpr PaperState all[] = {PaperState::Ok, PaperState::NearEnd, PaperState::Out};
    return named(name, all);
}

std::optional<PrinterRom> printerRomNamed(const QString &name)
{
    if (name == QStringLiteral("gbk"))
        return PrinterRom::Gbk;
    if (name == QStringLiteral("gb2312"))
        return PrinterRom::Gb2312;
    return name == QStringLiteral("gb18030") ? std::optional(PrinterRom::Gb18030) : std::nullopt;
}

} // namespace tongban::drivers::emulator
