// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/code_scanner/hid_pos_scanner.h"

#include "drivers/devices/code_scanner/code_result.h"

#include <utility>

namespace tongban::drivers::devices {

namespace {

constexpr char name[] = "hid-pos-scanner";

} // namespace

HidPosScanner::HidPosScanner(std::unique_ptr<transport::Transport> transport, HidPosOptions options)
    : m_transport(std::move(transport)), m_options(options)
{}

Result<domain::ScannedCode> HidPosScanner::next(Deadline deadline, std::stop_token stop)
{
    return reported(name, read(deadline, stop));
}

Result<void> HidPosScanner::probe(Deadline deadline, std::stop_token stop)
{
    const auto layout = openAndDescribe(deadline, stop);
    if (!layout)
        return fail(layout.error());
    return stillThere(*m_transport, layout->longestReport, stop);
}

Result<codec::HidPosLayout> HidPosScanner::openAndDescribe(Deadline deadline, const std::stop_token &stop)
{
    if (const auto opened = m_transport->open(); !opened)
        return fail(opened.error().within(QLatin1String(name)));
    const auto descriptor = m_transport->selfDescription(deadline, stop);
    if (!descriptor)
        return fail(descriptor.error().within(QLatin1String(name)));
    auto layout = codec::hidPosLayoutOf(*descriptor);
    if (!layout)
        m_transport->close(); // so that the right one is found once it is plugged in
    return layout;
}

Result<domain::ScannedCode> HidPosScanner::read(Deadline deadline, const std::stop_token &stop)
{
    const auto layout = openAndDescribe(deadline, stop);
    if (!layout)
        return fail(layout.error());
    codec::HidPosDecoder decoder(*layout);
    m_transport->discardInput(); // shown before the question
    while (true) {
        const auto report = m_transport->read(layout->longestReport,
                                              decoder.hasPending() ? deadline.capped(m_options.gap) : deadline, stop);
        if (failedWith(report, ErrorKind::DeviceSilent))
            return nothingMore(name, decoder.hasPending());
        if (!report)
            return fail(report.error().within(QLatin1String(name)));
        const auto code = decoder.feed(*report);
        if (!code)
            return fail(code.error());
        if (*code)
            return codec::decodeCode((*code)->aim, (*code)->bytes);
    }
}

} // namespace tongban::drivers::devices
