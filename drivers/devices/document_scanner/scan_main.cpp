// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-scan: scans for the kiosk in a process of its own, because SANE backends crash and hang. Speaks scan_protocol
// on standard input and output; the picture lives in memory only, never on a disk.
#include "drivers/devices/document_scanner/sane_device.h"
#include "drivers/devices/document_scanner/scan_protocol.h"
#include "drivers/imaging/page.h"

#include <csignal>
#include <cstdlib>
#include <mutex>
#include <thread>
#include <unistd.h>

using namespace tongban;
using namespace tongban::drivers::devices;

namespace {

// Seconds between a cancel and the end of this process, whatever the backend does: the page is a person's.
constexpr unsigned graceAfterCancel = 1;
// Seconds that closing the device may take: a lamp carriage travels home.
constexpr unsigned graceAtEnd = 10;

// Our messages go to a copy of standard output; the descriptor itself is turned to standard error, because backends
// print.
class Speech
{
public:
    Speech() : m_fd(::dup(STDOUT_FILENO)) { ::dup2(STDERR_FILENO, STDOUT_FILENO); }

    void say(ScanMessage::Type type, const QByteArray &payload = {}) const
    {
        const QByteArray message = encodeScanMessage(type, payload);
        qsizetype sent = 0;
        while (sent < message.size()) {
            const auto n = ::write(m_fd, message.constData() + sent, static_cast<size_t>(message.size() - sent));
            if (n <= 0)
                ::_exit(EXIT_FAILURE); // the kiosk is gone: nobody is to have this page
            sent += n;
        }
    }

private:
    int m_fd;
};

Result<ScanRequest> readRequest()
{
    ScanMessageDecoder decoder;
    while (true) {
        if (auto message = decoder.next()) {
            if (!*message)
                return fail(message->error());
            return ScanRequest::fromPayload((*message)->payload);
        }
        char bytes[4096];
        const auto n = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (n <= 0)
            return fail(ErrorKind::Cancelled, QStringLiteral("scan.request"));
        decoder.feed(QByteArray(bytes, n));
    }
}

// Cancels the device once standard input ends. Detached: it may block in read() when the process ends.
class CancelWatch
{
public:
    explicit CancelWatch(SaneDevice &device)
    {
        s_device = &device;
        std::thread([] {
            char byte = 0;
            while (::read(STDIN_FILENO, &byte, 1) > 0) {
            }
            ::alarm(graceAfterCancel);
            const std::scoped_lock lock(s_mutex);
            if (s_device)
                s_device->cancel();
        }).detach();
    }
    ~CancelWatch()
    {
        const std::scoped_lock lock(s_mutex);
        s_device = nullptr;
    }
    CancelWatch(const CancelWatch &) = delete;
    CancelWatch &operator=(const CancelWatch &) = delete;

private:
    static inline std::mutex s_mutex;
    static inline SaneDevice *s_device = nullptr;
};

Result<void> scanPages(const ScanRequest &request, SaneDevice &device, const Speech &speech)
{
    const auto progress = [&](int percent) {
        speech.say(ScanMessage::Type::Progress, QByteArray(1, static_cast<char>(percent)));
    };
    // Which sheet of a stack it was, and that the ones before it are not kept (the port's all or nothing).
    const auto failedAt = [&](int page, const Error &error) {
        if (!request.feeder)
            return fail(error);
        return fail(error.kind, error.where, QStringLiteral("page %1: %2; %3 before it given up")
                                                 .arg(page).arg(error.detail).arg(page - 1));
    };
    for (int pages = 0; pages < request.maxPages; ++pages) {
        const auto picture = device.scanPage(progress);
        if (failedWith(picture, ErrorKind::PageMissing) && pages > 0)
            return {}; // the feeder is empty
        if (!picture)
            return failedAt(pages + 1, picture.error());
        const auto page = drivers::imaging::preparePage(*picture, request.profile);
        if (!page)
            return failedAt(pages + 1, page.error());
        speech.say(ScanMessage::Type::Page, pageToPayload(*page));
        if (const auto thumbnail = drivers::imaging::thumbnailOf(*picture))
            speech.say(ScanMessage::Type::Thumbnail, thumbnailToPayload(*thumbnail));
        if (!request.feeder)
            return {};
    }
    return {};
}

void tell(const Speech &speech, const Result<void> &served)
{
    if (served)
        speech.say(ScanMessage::Type::End);
    else
        speech.say(ScanMessage::Type::Failure, errorToPayload(served.error()));
}

Result<void> scanWith(SaneDevice &device, const ScanRequest &request, const Speech &speech)
{
    const CancelWatch watch(device);
    if (auto configured = device.configure(request.settings, request.feeder, request.duplex); !configured)
        return configured;
    if (request.opensOnly)
        return {};
    return scanPages(request, device, speech);
}

void serve(const Speech &speech)
{
    const auto request = readRequest();
    if (!request)
        return tell(speech, fail(request.error()));
    if (!request->configDirectory.isEmpty())
        qputenv("SANE_CONFIG_DIR", request->configDirectory.toUtf8());
    const auto device = SaneDevice::open(request->device);
    if (!device)
        return tell(speech, fail(device.error()));
    tell(speech, scanWith(**device, *request, speech));
    ::alarm(graceAtEnd); // the device is closed now, and a backend may hang in that
}

} // namespace

int main()
{
    std::signal(SIGPIPE, SIG_IGN); // write() says it
    serve(Speech());
    return EXIT_SUCCESS;
}
