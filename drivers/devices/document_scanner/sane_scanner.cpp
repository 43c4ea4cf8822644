// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/document_scanner/sane_scanner.h"

#include "app/core/base/log.h"

#include <numeric>
#include <utility>

namespace tongban::drivers::devices {

using namespace std::chrono_literals;

namespace {

// Reads one conversation to its end; a value once End or Failure has come.
class Conversation
{
public:
    Conversation(const ports::PageProfile &profile, bool wantsPages, const ports::OnScanProgress &progress)
        : m_profile(profile), m_wantsPages(wantsPages), m_progress(progress)
    {}

    [[nodiscard]] std::optional<Result<std::vector<ports::ScannedPage>>> hear(const QByteArray &bytes)
    {
        m_decoder.feed(bytes);
        while (const auto message = m_decoder.next()) {
            if (!*message)
                return fail(message->error());
            if (auto ended = take(**message))
                return ended;
        }
        return std::nullopt;
    }
    [[nodiscard]] QString whereabouts() const
    {
        return QStringLiteral("at %1 % of page %2").arg(m_percent).arg(m_pages.size() + 1);
    }

private:
    std::optional<Result<std::vector<ports::ScannedPage>>> take(const ScanMessage &message)
    {
        switch (message.type) {
        case ScanMessage::Type::Progress:
            return takeProgress(message.payload);
        case ScanMessage::Type::Page:
            return takePage(message.payload);
        case ScanMessage::Type::Thumbnail:
            return takeThumbnail(message.payload);
        case ScanMessage::Type::Failure:
            return fail(errorFromPayload(message.payload));
        case ScanMessage::Type::End:
            if (m_pages.empty() && m_wantsPages)
                return violation(QStringLiteral("an end without a page"));
            return std::exchange(m_pages, {});
        case ScanMessage::Type::Request:
            return violation(QStringLiteral("a request from the scan program"));
        }
        Q_UNREACHABLE();
    }

    std::optional<Result<std::vector<ports::ScannedPage>>> takeProgress(const QByteArray &payload)
    {
        const auto percent = percentFromPayload(payload);
        if (!percent)
            return fail(percent.error());
        m_percent = *percent;
        if (m_progress)
            m_progress({.page = static_cast<int>(m_pages.size()) + 1, .percent = m_percent});
        return std::nullopt;
    }

    std::optional<Result<std::vector<ports::ScannedPage>>> takePage(const QByteArray &payload)
    {
        auto page = pageFromPayload(payload);
        if (!page)
            return fail(page.error());
        if (page->jpeg.size() > m_profile.maxBytes)
            return violation(QStringLiteral("a page of %1 bytes").arg(page->jpeg.size()));
        m_pages.push_back(std::move(*page));
        m_percent = 0;
        return std::nullopt;
    }

    std::optional<Result<std::vector<ports::ScannedPage>>> takeThumbnail(const QByteArray &payload)
    {
        auto thumbnail = thumbnailFromPayload(payload);
        if (!thumbnail)
            return fail(thumbnail.error());
        if (m_pages.empty() || m_pages.back().thumbnail)
            return violation(QStringLiteral("a thumbnail of no page"));
        m_pages.back().thumbnail = std::move(*thumbnail);
        return std::nullopt;
    }

    static tl::unexpected<Error> violation(const QString &why)
    {
        return fail(ErrorKind::ProtocolViolation, QStringLiteral("scanner"), why);
    }

    ports::PageProfile m_profile;
    bool m_wantsPages;
    const ports::OnScanProgress &m_progress;
    ScanMessageDecoder m_decoder;
    std::vector<ports::ScannedPage> m_pages;
    int m_percent = 0;
};

// Lost interest and an empty glass are no trouble of the scanner's.
void logTrouble(const Error &error)
{
    const Remedy remedy = remedyFor(error.kind);
    if (remedy != Remedy::StaffFixes && remedy != Remedy::TechnicianFixes)
        return;
    log(LogEvent::DeviceTrouble, {{"device", QStringLiteral("document-scanner")},
                                  {"kind", QLatin1String(nameOf(error.kind))},
                                  {"where", error.where},
                                  {"detail", error.detail}});
}

void logEnd(const QString &device, const std::vector<ports::ScannedPage> &pages)
{
    const auto bytes =
        std::accumulate(pages.begin(), pages.end(), qint64(0),
                        [](qint64 sum, const ports::ScannedPage &page) { return sum + page.jpeg.size(); });
    log(LogEvent::ScanEnded,
        {{"device", device}, {"pages", QString::number(pages.size())}, {"bytes", QString::number(bytes)}});
}

} // namespace

SaneScanner::SaneScanner(SaneScannerOptions options, QString program)
    : m_options(std::move(options)), m_program(std::move(program))
{}

Result<std::vector<ports::ScannedPage>> SaneScanner::scan(const ports::PageProfile &profile, int maxPages,
                                                          Deadline deadline, std::stop_token stop,
                                                          const ports::OnScanProgress &progress)
{
    log(LogEvent::ScanBegun, {{"device", m_options.device}});
    auto pages = converse(request(profile, maxPages), deadline, stop, progress);
    if (m_process)
        m_process->dismiss();
    if (!pages)
        logTrouble(pages.error());
    logEnd(m_options.device, pages ? *pages : std::vector<ports::ScannedPage>());
    return pages;
}

ScanRequest SaneScanner::request(const ports::PageProfile &profile, int maxPages) const
{
    return {.device = m_options.device,
            .configDirectory = m_options.configDirectory,
            .settings = m_options.settings,
            .feeder = m_options.feeder,
            .duplex = m_options.duplex,
            .maxPages = maxPages,
            .profile = profile};
}

Result<void> SaneScanner::probe(Deadline deadline, std::stop_token stop)
{
    ScanRequest look = request({}, 1);
    look.opensOnly = true;
    const auto seen = converse(look, deadline, stop, {});
    if (m_process)
        m_process->dismiss();
    return seen ? Result<void>() : Result<void>(fail(seen.error()));
}

void SaneScanner::close()
{
    if (!m_process)
        return;
    m_process->kill();
    static_cast<void>(m_process->waitForEnd(Deadline::in(200ms)));
    m_process.reset();
}

Result<std::vector<ports::ScannedPage>> SaneScanner::converse(const ScanRequest &request, Deadline deadline,
                                                              const std::stop_token &stop,
                                                              const ports::OnScanProgress &progress)
{
    const auto where = QStringLiteral("scanner.scan");
    if (const auto ended = awaitFormerEnd(deadline, stop); !ended)
        return fail(ended.error());
    auto process =
        transport::ChildProcess::start(m_program, encodeScanMessage(ScanMessage::Type::Request, request.toPayload()));
    if (!process)
        return fail(process.error());
    m_process = std::move(*process);

    Conversation conversation(request.profile, !request.opensOnly, progress);
    while (true) {
        const auto bytes = m_process->read(deadline, stop);
        if (!bytes)
            return fail(bytes.error().kind, where, conversation.whereabouts());
        if (bytes->isEmpty()) {
            const auto ending = m_process->waitForEnd(deadline.capped(m_options.formerTimeout), stop);
            return fail(ErrorKind::DeviceFault, where,
                        QStringLiteral("the scan program ended before its answer: ") +
                            ending.value_or(QStringLiteral("output closed")));
        }
        if (auto ended = conversation.hear(*bytes))
            return std::move(*ended);
    }
}

Result<void> SaneScanner::awaitFormerEnd(Deadline deadline, const std::stop_token &stop)
{
    const auto ended = !m_process || m_process->waitForEnd(deadline.capped(m_options.formerTimeout), stop);
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, QStringLiteral("scanner.scan"));
    if (!ended) {
        m_process->kill();
        if (!m_process->waitForEnd(Deadline::in(200ms)))
            return fail(ErrorKind::DeviceFault, QStringLiteral("scanner.scan"),
                        QStringLiteral("the scan before this one cannot be ended"));
    }
    m_process.reset();
    return {};
}

} // namespace tongban::drivers::devices
