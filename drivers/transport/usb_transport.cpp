// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/usb_transport.h"

#include "drivers/transport/usb_transfer.h"

#include <algorithm>
#include <utility>

namespace tongban::drivers::transport {
namespace {

using namespace std::chrono_literals;

constexpr qsizetype inputBuffer = 4096;            // a multiple of every bulk packet size, as bulk transfers want
constexpr std::chrono::milliseconds farewell{200}; // for cancelled transfers to come back
constexpr unsigned char classRequestToHost = 0xA1; // of an interface (USB 2.0, 9.3)
constexpr unsigned char getDeviceId = 0;           // USB printer class 1.1, 4.2.1
constexpr int longestDeviceId = 1024;

timeval toTimeval(std::chrono::milliseconds span)
{
    return {.tv_sec = span.count() / 1000, .tv_usec = (span.count() % 1000) * 1000};
}

} // namespace

UsbTransport::UsbTransport(UsbOptions options)
    : m_options(std::move(options)), m_pipes(m_options.split.value_or(SplitRule{.headerBytes = 0, .lengthAt = 0}))
{}

UsbTransport::~UsbTransport()
{
    close();
}

Result<void> UsbTransport::open()
{
    if (isOpen())
        return {};
    auto device = UsbDevice::open(m_options.address);
    if (!device)
        return fail(device.error());
    m_device = std::move(*device);
    m_isGone = m_isBroken = false;
    m_pipes.clear();
    m_isSplit = m_options.split.has_value() && m_device->bulkIn().size() > 1 && m_device->bulkOut().size() > 1;
    const size_t pipes = m_isSplit ? 2 : 1;
    for (size_t i = 0; i < pipes; ++i) {
        m_listening.push_back(std::make_unique<UsbTransfer>(m_device, inputBuffer));
        UsbTransfer &pipe = *m_listening.back();
        libusb_fill_bulk_transfer(pipe.transfer, m_device->handle(), m_device->bulkIn().at(i), pipe.bytes(),
                                  static_cast<int>(inputBuffer), &UsbTransfer::onEnd, &pipe, 0);
        pipe.onDone = [this, &pipe] { received(pipe); };
        if (auto listening = listen(pipe); !listening)
            return listening;
    }
    return {};
}

Result<void> UsbTransport::listen(UsbTransfer &pipe)
{
    const int code = pipe.submit();
    if (code == LIBUSB_SUCCESS)
        return {};
    const auto where = QStringLiteral("usb.listen");
    const QString why = QString::fromUtf8(libusb_error_name(code));
    if (code == LIBUSB_ERROR_NO_DEVICE)
        return gone(where, why);
    return fault(where, why);
}

// Called by libusb while it handles events, on our own thread.
void UsbTransport::received(UsbTransfer &pipe)
{
    const QByteArray bytes = pipe.buffer.first(pipe.transfer->actual_length);
    if (m_isSplit && &pipe == m_listening.back().get())
        m_pipes.feedBodyPipe(bytes);
    else
        m_pipes.feedHeaderPipe(bytes);
    if (pipe.state == UsbTransfer::State::Done)
        pipe.submit();
    m_isGone = m_isGone || pipe.state == UsbTransfer::State::Gone;
    m_isBroken = m_isBroken || pipe.state == UsbTransfer::State::Broken;
}

bool UsbTransport::hasInput() const
{
    return !m_pipes.isEmpty();
}

UsbTransfer *UsbTransport::stalledPipe() const
{
    const auto stalled = std::find_if(m_listening.begin(), m_listening.end(),
                                      [](const auto &pipe) { return pipe->state == UsbTransfer::State::Stalled; });
    return stalled == m_listening.end() ? nullptr : stalled->get();
}

Result<QByteArray> UsbTransport::read(qsizetype maxBytes, Deadline deadline, std::stop_token stop)
{
    Q_ASSERT(maxBytes > 0);
    const auto where = QStringLiteral("usb.read");
    if (!isOpen())
        return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("not open"));
    for (bool wasCleared = false;; wasCleared = true) {
        const auto waited = handleUntil([this] { return hasInput() || m_isGone || m_isBroken || stalledPipe() != nullptr; },
                                        deadline, stop, where);
        if (failedWith(waited, ErrorKind::DeviceSilent))
            m_pipes.releaseHeld();
        if (!waited && !(hasInput() && failedWith(waited, ErrorKind::DeviceSilent)))
            return fail(waited.error());
        if (hasInput()) // what came before an end is still to be had
            return m_pipes.take(maxBytes);
        if (m_isGone)
            return gone(where, QStringLiteral("unplugged"));
        UsbTransfer *stalled = stalledPipe();
        if (m_isBroken || stalled == nullptr || wasCleared)
            return fault(where, stalled != nullptr ? QStringLiteral("stalled again") : QStringLiteral("broken transfer"));
        if (auto cleared = clearHalt(*stalled); !cleared)
            return fail(cleared.error());
        if (auto listening = listen(*stalled); !listening)
            return fail(listening.error());
    }
}

Result<void> UsbTransport::write(const QByteArray &bytes, Deadline deadline, std::stop_token stop)
{
    const auto where = QStringLiteral("usb.write");
    if (!isOpen())
        return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("not open"));
    const qsizetype header = m_isSplit ? std::min(bytes.size(), m_options.split->headerBytes) : bytes.size();
    qsizetype sent = 0;
    auto written = writePiece(m_device->bulkOut().at(0), bytes.first(header), sent, deadline, stop);
    if (written && header < bytes.size())
        written = writePiece(m_device->bulkOut().at(1), bytes.mid(header), sent, deadline, stop);
    if (!written)
        return fail(written.error().kind, where,
                    QStringLiteral("%1 of %2 bytes had left: %3").arg(sent).arg(bytes.size()).arg(written.error().detail));
    return {};
}

Result<void> UsbTransport::writePiece(quint8 endpoint, const QByteArray &bytes, qsizetype &sent, Deadline deadline,
                                      const std::stop_token &stop)
{
    const auto where = QStringLiteral("usb.write");
    qsizetype left = 0;
    for (bool wasCleared = false; left < bytes.size(); wasCleared = true) {
        UsbTransfer transfer(m_device, 0);
        transfer.buffer = bytes.mid(left);
        libusb_fill_bulk_transfer(transfer.transfer, m_device->handle(), endpoint, transfer.bytes(),
                                  static_cast<int>(transfer.buffer.size()), &UsbTransfer::onEnd, &transfer, 0);
        const auto ran = run(transfer, deadline, stop, where);
        left += transfer.transfer->actual_length;
        sent += transfer.transfer->actual_length;
        if (!ran)
            return ran;
        if (transfer.state == UsbTransfer::State::Done)
            continue;
        if (transfer.state != UsbTransfer::State::Stalled || wasCleared)
            return fault(where, QStringLiteral("the pipe does not take it"));
        if (auto cleared = clearHalt(transfer); !cleared)
            return cleared;
    }
    return {};
}

Result<void> UsbTransport::run(UsbTransfer &transfer, Deadline deadline, const std::stop_token &stop, const QString &where)
{
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, where);
    transfer.submit();
    const auto hasEnded = [&] { return transfer.state != UsbTransfer::State::UnderWay; };
    auto waited = handleUntil(hasEnded, deadline, stop, where);
    if (!hasEnded()) {
        libusb_cancel_transfer(transfer.transfer);
        (void)handleUntil(hasEnded, Deadline::in(farewell), {}, where);
    }
    if (!hasEnded()) { // the system does not give it back; it lets go of it when the device is closed
        close();
        return fail(ErrorKind::DeviceFault, where, QStringLiteral("a transfer cannot be cancelled"));
    }
    if (transfer.state == UsbTransfer::State::Gone)
        return gone(where, QStringLiteral("unplugged"));
    if (transfer.state == UsbTransfer::State::Done) // it ended while it was being cancelled
        return {};
    return waited;
}

Result<void> UsbTransport::clearHalt(UsbTransfer &pipe)
{
    const int code = libusb_clear_halt(m_device->handle(), pipe.transfer->endpoint);
    pipe.state = UsbTransfer::State::Idle;
    if (code == LIBUSB_ERROR_NO_DEVICE || code == LIBUSB_ERROR_NOT_FOUND)
        return gone(QStringLiteral("usb.clear"), QStringLiteral("unplugged"));
    if (code != LIBUSB_SUCCESS)
        return fault(QStringLiteral("usb.clear"), QString::fromUtf8(libusb_error_name(code)));
    return {};
}

Result<void> UsbTransport::handleUntil(const std::function<bool()> &done, Deadline deadline, const std::stop_token &stop,
                                       const QString &where)
{
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, where);
    libusb_context *context = m_device->context();
    // Wakes the wait below; when none is under way, the next one returns at once.
    const std::stop_callback onStop(stop, [context] { libusb_interrupt_event_handler(context); });
    while (!done()) {
        handleOnce(deadline.remaining());
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, where);
        if (!done() && deadline.expired())
            return fail(ErrorKind::DeviceSilent, where, QStringLiteral("deadline passed"));
    }
    return {};
}

void UsbTransport::handleOnce(std::chrono::milliseconds longest)
{
    timeval span = toTimeval(longest);
    // Its errors are those of transfers, which end with them; an interrupted wait is taken up again.
    (void)libusb_handle_events_timeout_completed(m_device->context(), &span, nullptr);
}

void UsbTransport::discardInput()
{
    if (!isOpen())
        return;
    handleOnce(0ms); // what has arrived and was not looked at
    m_pipes.clear();
}

Result<QByteArray> UsbTransport::selfDescription(Deadline deadline, std::stop_token stop)
{
    const auto where = QStringLiteral("usb.deviceId");
    if (auto opened = open(); !opened)
        return fail(opened.error());
    if (!m_device->isPrinter())
        return QByteArray();
    UsbTransfer transfer(m_device, LIBUSB_CONTROL_SETUP_SIZE + longestDeviceId);
    const auto index = static_cast<uint16_t>(m_device->interface() << 8 | m_device->alternateSetting());
    libusb_fill_control_setup(transfer.bytes(), classRequestToHost, getDeviceId, 0, index, longestDeviceId);
    libusb_fill_control_transfer(transfer.transfer, m_device->handle(), transfer.bytes(), &UsbTransfer::onEnd, &transfer, 0);
    if (auto ran = run(transfer, deadline, stop, where); !ran)
        return fail(ran.error());
    if (transfer.state != UsbTransfer::State::Done)
        return QByteArray(); // a printer without one stalls
    constexpr int lengthBytes = 2; // big-endian, of the id with itself
    const QByteArray answer = transfer.buffer.mid(LIBUSB_CONTROL_SETUP_SIZE, transfer.transfer->actual_length);
    return answer.mid(lengthBytes);
}

void UsbTransport::close()
{
    if (!isOpen())
        return;
    for (const auto &pipe : m_listening)
        pipe->onDone = nullptr;
    for (const auto &pipe : m_listening) {
        if (pipe->state == UsbTransfer::State::UnderWay)
            libusb_cancel_transfer(pipe->transfer);
    }
    const auto allEnded = [this] {
        return std::all_of(m_listening.begin(), m_listening.end(),
                           [](const auto &pipe) { return pipe->state != UsbTransfer::State::UnderWay; });
    };
    (void)handleUntil(allEnded, Deadline::in(farewell), {}, QStringLiteral("usb.close"));
    m_device->release(); // a transfer that did not come back belongs to the system until then
    m_listening.clear();
    m_device.reset();
    m_pipes.clear();
}

tl::unexpected<Error> UsbTransport::gone(const QString &where, const QString &detail)
{
    close();
    return fail(ErrorKind::DeviceAbsent, where, detail);
}

tl::unexpected<Error> UsbTransport::fault(const QString &where, const QString &detail)
{
    close();
    return fail(ErrorKind::DeviceFault, where, detail);
}

} // namespace tongban::drivers::transport
