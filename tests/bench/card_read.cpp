// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/card_read.h"

#include "drivers/devices/id_card_reader/sam_reader.h"
#include "drivers/emulator/client/emulator_process.h"
#include "drivers/transport/serial_transport.h"

#include <QCoreApplication>

namespace tongban::bench {

using namespace std::chrono_literals;
using namespace drivers;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int reads = 21;
constexpr int baudRate = 115200; // of the emulated line
constexpr double bitsPerByte = 10; // 8N1

// What passed since the last `select` began.
struct Passage
{
    Clock::time_point begun;
    qsizetype answered = 0; // bytes
};

// The line, with a watch at the driver's end of it.
class WatchedLine final : public transport::Transport
{
public:
    WatchedLine(const QString &path, Passage &passage) : m_line({.path = path, .baudRate = baudRate}), m_passage(passage) {}

    Result<void> open() override { return m_line.open(); }
    Result<void> write(const QByteArray &bytes, Deadline deadline, std::stop_token stop) override
    {
        static const QByteArray select = QByteArray::fromHex("AAAAAA96690003200221"); // DEVICES 1
        if (bytes == select)
            m_passage = {.begun = Clock::now(), .answered = 0};
        return m_line.write(bytes, deadline, stop);
    }
    Result<QByteArray> read(qsizetype maxBytes, Deadline deadline, std::stop_token stop) override
    {
        auto bytes = m_line.read(maxBytes, deadline, stop);
        if (bytes)
            m_passage.answered += bytes->size();
        return bytes;
    }
    void discardInput() override { m_line.discardInput(); }
    void close() override { m_line.close(); }
    [[nodiscard]] bool isOpen() const override { return m_line.isOpen(); }

private:
    transport::SerialTransport m_line;
    Passage &m_passage;
};

// The example of GB 11643 on a card.
QJsonObject someCard()
{
    return {{QStringLiteral("name"), QStringLiteral("王桂兰")},
            {QStringLiteral("sex"), QStringLiteral("女")},
            {QStringLiteral("ethnic"), QStringLiteral("汉")},
            {QStringLiteral("birth"), QStringLiteral("19491231")},
            {QStringLiteral("address"), QStringLiteral("北京市朝阳区青山镇 1 号")},
            {QStringLiteral("idNumber"), QStringLiteral("11010519491231002X")},
            {QStringLiteral("issuer"), QStringLiteral("北京市公安局朝阳分局")},
            {QStringLiteral("validFrom"), QStringLiteral("20150301")},
            {QStringLiteral("validTo"), QStringLiteral("长期")}};
}

} // namespace

Result<std::vector<Figure>> measureCardRead()
{
    emulator::EmulatorProcess desk;
    if (const auto started = desk.start(QCoreApplication::applicationDirPath() + QStringLiteral("/tongban-emulate"));
        !started)
        return fail(started.error());
    Passage passage;
    devices::SamReader reader(std::make_unique<WatchedLine>(desk.path(QStringLiteral("reader.tty")), passage), {});
    Figure figure{.name = QStringLiteral("drivers.card_read"),
                  .unit = QStringLiteral("ms"),
                  .baseline = std::nullopt,
                  .target = 1.15,
                  .samples = {},
                  .baselineSamples = {}};
    for (int i = 0; i < reads; ++i) {
        if (const auto placed = desk.client().placeCard(someCard()); !placed)
            return fail(placed.error());
        const auto card = reader.read(Deadline::in(10s), {});
        const std::chrono::duration<double, std::milli> took = Clock::now() - passage.begun;
        if (!card)
            return fail(card.error());
        figure.samples.push_back(took.count());
        figure.baselineSamples.push_back(static_cast<double>(passage.answered) * bitsPerByte * 1000 / baudRate);
    }
    figure.value = median(figure.samples);
    figure.baseline = median(figure.baselineSamples);
    return std::vector{figure};
}

} // namespace tongban::bench
