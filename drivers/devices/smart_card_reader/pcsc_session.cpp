// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/smart_card_reader/pcsc_session.h"

#include "drivers/codec/card_id.h"

#include <QByteArrayList>

#include <array>

namespace tongban::drivers::devices {

namespace {

constexpr auto opening = "open";

ErrorKind kindOf(LONG code)
{
    switch (code) { // some of a few dozen numbers of libpcsclite
    case SCARD_E_NO_SERVICE:
    case SCARD_E_SERVICE_STOPPED:
    case SCARD_F_COMM_ERROR: // pcscd went while it was asked
    case SCARD_E_INVALID_HANDLE:
    case SCARD_E_NO_READERS_AVAILABLE:
    case SCARD_E_READER_UNAVAILABLE:
    case SCARD_E_UNKNOWN_READER:
        return ErrorKind::DeviceAbsent;
    case SCARD_E_NO_SMARTCARD:
    case SCARD_W_REMOVED_CARD:
    case SCARD_E_NOT_TRANSACTED: // what drivers say when the card goes in mid exchange
        return ErrorKind::CardLifted;
    case SCARD_W_UNRESPONSIVE_CARD:
    case SCARD_W_UNPOWERED_CARD:
    case SCARD_W_UNSUPPORTED_CARD:
    case SCARD_W_RESET_CARD:
    case SCARD_E_PROTO_MISMATCH:
        return ErrorKind::CardUnreadable;
    default:
        return ErrorKind::DeviceFault;
    }
}

// libpcsclite says "access denied" both when pcscd refuses the kiosk (polkit, as it is asked for a session) and when
// pcscd hangs up on a session that stands.
constexpr LONG hungUp = SCARD_W_SECURITY_VIOLATION;

tl::unexpected<Error> failed(const char *call, LONG code)
{
    return fail(code == hungUp && call != opening ? ErrorKind::DeviceAbsent : kindOf(code),
                QStringLiteral("pcsc.") + QLatin1String(call), QString::fromLatin1(pcsc_stringify_error(code)));
}

// One card while it is talked to; stays as it is afterwards.
class Connection
{
public:
    explicit Connection(SCARDHANDLE card) : m_card(card) {}
    ~Connection() { ::SCardDisconnect(m_card, SCARD_LEAVE_CARD); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] Result<QByteArray> atr() const
    {
        std::array<BYTE, MAX_ATR_SIZE> bytes{};
        DWORD length = bytes.size();
        DWORD nameLength = 0;
        if (const LONG code = ::SCardStatus(m_card, nullptr, &nameLength, nullptr, nullptr, bytes.data(), &length);
            code != SCARD_S_SUCCESS)
            return failed("status", code);
        return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(length));
    }

    [[nodiscard]] Result<QByteArray> transmit(const QByteArray &apdu, DWORD protocol) const
    {
        std::array<BYTE, MAX_BUFFER_SIZE> bytes{};
        DWORD length = bytes.size();
        const SCARD_IO_REQUEST *pci = protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
        if (const LONG code = ::SCardTransmit(m_card, pci, reinterpret_cast<const BYTE *>(apdu.constData()),
                                              static_cast<DWORD>(apdu.size()), nullptr, bytes.data(), &length);
            code != SCARD_S_SUCCESS)
            return failed("transmit", code);
        if (length == 0) // the least that a card says is two bytes: it left meanwhile
            return fail(ErrorKind::CardLifted, QStringLiteral("pcsc.transmit"), QStringLiteral("no response"));
        return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(length));
    }

private:
    SCARDHANDLE m_card;
};

Result<QByteArray> idOf(const Connection &card, DWORD protocol)
{
    const auto response = card.transmit(codec::cardIdRequest(), protocol);
    if (!response)
        return fail(response.error());
    const auto answer = codec::decodeCardId(*response);
    if (!answer)
        return fail(answer.error());
    if (!answer->askFor)
        return answer->id;
    const auto again = card.transmit(codec::cardIdRequest(*answer->askFor), protocol);
    if (!again)
        return fail(again.error());
    const auto second = codec::decodeCardId(*again);
    if (!second)
        return fail(second.error());
    return second->id;
}

} // namespace

Result<std::unique_ptr<PcscSession>> PcscSession::open()
{
    SCARDCONTEXT context = 0;
    LONG code = ::SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context);
    if (code == hungUp) // a pcscd that ended in between is not there the second time; one that refuses does so again
        code = ::SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context);
    if (code != SCARD_S_SUCCESS)
        return failed(opening, code);
    return std::unique_ptr<PcscSession>(new PcscSession(context));
}

PcscSession::~PcscSession()
{
    ::SCardReleaseContext(m_context);
}

Result<std::vector<ReaderSlot>> PcscSession::readers(const QString &prefix)
{
    // At most 16 readers (PCSCLITE_MAX_READERS_CONTEXTS) of 128 bytes each.
    QByteArray names(16 * MAX_READERNAME + 1, '\0');
    auto length = static_cast<DWORD>(names.size());
    if (const LONG code = ::SCardListReaders(m_context, nullptr, names.data(), &length); code != SCARD_S_SUCCESS)
        return failed("readers", code);
    std::vector<ReaderSlot> found;
    for (const QByteArray &name : names.first(static_cast<qsizetype>(length)).split('\0')) {
        if (!name.isEmpty() && QString::fromUtf8(name).startsWith(prefix))
            found.push_back({.name = name});
    }
    if (found.empty())
        return fail(ErrorKind::DeviceAbsent, QStringLiteral("pcsc.readers"),
                    QStringLiteral("no reader whose name begins with \"%1\"").arg(prefix));
    return found;
}

Result<void> PcscSession::wait(std::vector<ReaderSlot> &slots, std::chrono::milliseconds span)
{
    std::vector<SCARD_READERSTATE> states;
    for (const ReaderSlot &slot : slots) {
        SCARD_READERSTATE state{};
        state.szReader = slot.name.constData();
        state.dwCurrentState = slot.state;
        states.push_back(state);
    }
    const LONG code = ::SCardGetStatusChange(m_context, static_cast<DWORD>(span.count()), states.data(),
                                             static_cast<DWORD>(states.size()));
    if (code == SCARD_E_TIMEOUT)
        return {};
    if (code != SCARD_S_SUCCESS)
        return failed("wait", code);
    for (size_t i = 0; i < slots.size(); ++i) {
        if ((states[i].dwEventState & (SCARD_STATE_UNKNOWN | SCARD_STATE_UNAVAILABLE)) != 0)
            return fail(ErrorKind::DeviceAbsent, QStringLiteral("pcsc.wait"), QStringLiteral("a reader was unplugged"));
        slots[i].state = states[i].dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
    }
    return {};
}

Result<ports::SmartCard> PcscSession::read(const QByteArray &reader)
{
    SCARDHANDLE handle = 0;
    DWORD protocol = 0;
    if (const LONG code = ::SCardConnect(m_context, reader.constData(), SCARD_SHARE_SHARED,
                                         SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &handle, &protocol);
        code != SCARD_S_SUCCESS)
        return failed("connect", code);
    const Connection card(handle);
    const auto atr = card.atr();
    if (!atr)
        return fail(atr.error());
    const auto id = idOf(card, protocol);
    if (!id)
        return fail(id.error());
    return ports::SmartCard{.atr = *atr, .id = Sensitive(*id)};
}

} // namespace tongban::drivers::devices
