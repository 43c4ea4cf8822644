// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/power_supply/nut_ups.h"

#include "drivers/codec/nut_protocol.h"

#include <utility>

namespace tongban::drivers::devices {

namespace {

constexpr qsizetype chunk = 4096;

} // namespace

NutUps::NutUps(std::unique_ptr<transport::Transport> transport, NutUpsOptions options)
    : m_transport(std::move(transport)), m_options(std::move(options))
{}

Result<ports::PowerState> NutUps::state(Deadline deadline, std::stop_token stop)
{
    auto answer = ask(deadline, stop);
    m_transport->close();
    return answer;
}

Result<void> NutUps::probe(Deadline deadline, std::stop_token stop)
{
    const auto known = state(deadline, stop);
    return known ? Result<void>() : Result<void>(fail(known.error()));
}

Result<ports::PowerState> NutUps::ask(Deadline deadline, const std::stop_token &stop)
{
    const auto where = QStringLiteral("nut-ups");
    if (const auto opened = m_transport->open(); !opened)
        return fail(opened.error().within(where));
    const Deadline answered = deadline.capped(m_options.answerTimeout);
    const QByteArray ups = m_options.ups.toUtf8();
    if (const auto sent = m_transport->write(codec::encodeNutListVar(ups), answered, stop); !sent)
        return fail(sent.error().within(where));
    codec::NutListDecoder decoder(ups);
    while (true) {
        if (const auto list = decoder.next()) {
            if (!*list)
                return fail(list->error().within(where));
            return codec::powerStateOf(**list);
        }
        const auto bytes = m_transport->read(chunk, answered, stop);
        if (!bytes)
            return fail(bytes.error().within(where));
        decoder.feed(*bytes);
    }
}

} // namespace tongban::drivers::devices
