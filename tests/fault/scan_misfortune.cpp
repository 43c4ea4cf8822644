// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for the scan program and does what a bad SANE backend makes it do; the "device" of the request says what.
#include "drivers/devices/document_scanner/scan_protocol.h"

#include <csignal>
#include <cstdlib>
#include <unistd.h>

using namespace tongban::drivers::devices;

namespace {

void say(const QByteArray &bytes)
{
    if (::write(STDOUT_FILENO, bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size())
        ::_exit(EXIT_FAILURE);
}

QString askedDevice()
{
    ScanMessageDecoder decoder;
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) == 1) {
        decoder.feed(QByteArray(1, byte));
        if (const auto message = decoder.next())
            return ScanRequest::fromPayload((*message)->payload)->device;
    }
    return {};
}

} // namespace

int main()
{
    using Type = ScanMessage::Type;
    const QString misfortune = askedDevice();
    const QByteArray page =
        encodeScanMessage(Type::Page, pageToPayload({.jpeg = QByteArray(900, 'j'), .size = {800, 600}}));
    if (misfortune == QStringLiteral("crash-in-mid-page")) {
        say(page.first(500));
        std::signal(SIGSEGV, SIG_DFL);
        ::raise(SIGSEGV);
    } else if (misfortune == QStringLiteral("killed")) { // by the system, when memory is short
        say(page);
        ::raise(SIGKILL);
    } else if (misfortune == QStringLiteral("exit-without-end")) {
        say(page);
        return 3;
    } else if (misfortune == QStringLiteral("hang")) { // deaf to everything but SIGKILL, the end of its input included
        std::signal(SIGTERM, SIG_IGN);
        say(encodeScanMessage(Type::Progress, QByteArray(1, 42)));
        while (true)
            ::pause();
    } else if (misfortune == QStringLiteral("babble")) {
        say("[backend] found a scanner!\n");
    } else if (misfortune == QStringLiteral("oversize")) {
        say(encodeScanMessage(Type::Page, pageToPayload({.jpeg = QByteArray(90'001, 'j'), .size = {800, 600}})) +
            encodeScanMessage(Type::End));
    } else if (misfortune == QStringLiteral("thumbnail-of-nothing")) {
        say(encodeScanMessage(Type::Thumbnail, thumbnailToPayload({.jpeg = "j", .size = {8, 6}})) + page);
    } else if (misfortune == QStringLiteral("two-thumbnails")) {
        const QByteArray thumbnail =
            encodeScanMessage(Type::Thumbnail, thumbnailToPayload({.jpeg = "j", .size = {8, 6}}));
        say(page + thumbnail + thumbnail);
    } else if (misfortune == QStringLiteral("large-thumbnail")) {
        say(page + encodeScanMessage(Type::Thumbnail, thumbnailToPayload({.jpeg = "j", .size = {8, 321}})));
    } else if (misfortune == QStringLiteral("no-page")) {
        say(encodeScanMessage(Type::End));
    }
    return EXIT_SUCCESS;
}
