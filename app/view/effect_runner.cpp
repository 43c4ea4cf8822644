// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/effect_runner.h"

#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"
#include "app/core/domain/device_health.h"
#include "app/view/lane_work.h"
#include "app/view/page_sealing.h"
#include "app/view/scan_progress_relay.h"

namespace tongban::view {

namespace {

QString scannerName()
{
    return QLatin1String(nameOf(domain::DeviceClass::DocumentScanner));
}

} // namespace

EffectRunner::EffectRunner(const KioskPorts &ports, const KioskTimes &times, std::shared_ptr<PageImages> images,
                           Answer answer, QObject *parent)
    : QObject(parent), m_ports(ports), m_times(times), m_images(std::move(images)), m_answer(std::move(answer)),
      m_uuids(*ports.clock)
{}

EffectRunner::~EffectRunner()
{
    m_deviceStop.request_stop();
}

void EffectRunner::run(const flow::ServiceEffect &effect)
{
    std::visit([this](const auto &one) { carryOut(one); }, effect);
}

void EffectRunner::answer(quint64 session, const flow::ServiceEvent &event)
{
    if (session == m_session)
        m_answer(event);
}

void EffectRunner::failed(quint64 session, const Error &error)
{
    answer(session, flow::EffectFailed{error});
}

quint64 EffectRunner::beginDeviceWork()
{
    m_deviceStop.request_stop();
    m_deviceStop = std::stop_source();
    return ++m_operation;
}

void EffectRunner::carryOut(const flow::StopDevices &)
{
    m_deviceStop.request_stop();
    ++m_operation;
}

void EffectRunner::carryOut(const flow::ReadCard &effect)
{
    const quint64 operation = beginDeviceWork();
    auto work = [wait = effect.patient ? m_times.away : m_times.cardWait](ports::IdCardReader &reader,
                                                                          std::stop_token stop) {
        return reader.read(Deadline::in(wait), stop);
    };
    const auto future = onDevice(m_ports.cardLane, m_ports.cardReader, m_deviceStop.get_token(), work);
    whenFinished(future, this, [this, operation](const Result<domain::IdCard> &card) {
        if (operation != m_operation)
            return;
        if (!card)
            return failed(m_session, card.error());
        const QDateTime now = m_ports.clock->nowUtc();
        const auto residence =
            m_ports.regions ? domain::residenceOf(card->address.reveal(), *m_ports.regions, m_ports.site.siteCode)
                            : domain::Residence::Unclear;
        answer(m_session, flow::CardWasRead{*card, m_uuids.next(), now, now.toLocalTime().date(), residence});
    });
}

void EffectRunner::carryOut(const flow::ScanPages &effect)
{
    const quint64 operation = beginDeviceWork();
    m_images->clear();
    m_previews.clear();
    log(LogEvent::ScanBegun, {{"device", scannerName()}});
    auto work = [wait = m_times.scan, pages = effect.material.maxPages,
                 progress = progressOf(operation)](ports::DocumentScanner &scanner, std::stop_token stop) {
        return scanner.scan(ports::PageProfile{}, pages, Deadline::in(wait), stop, progress);
    };
    const auto future = onDevice(m_ports.scanLane, m_ports.scanner, m_deviceStop.get_token(), work);
    whenFinished(future, this,
                 [this, operation, owner = effect.owner](const Result<std::vector<ports::ScannedPage>> &pages) {
                     if (operation != m_operation)
                         return;
                     if (!pages)
                         return failed(m_session, pages.error());
                     seal(owner, *pages, operation);
                 });
}

ports::OnScanProgress EffectRunner::progressOf(quint64 operation)
{
    auto relay = ScanProgressRelay::make();
    connect(
        relay.get(), &ScanProgressRelay::progressed, this,
        [this, operation](int page, int percent) {
            if (operation == m_operation)
                Q_EMIT scanProgressed(page, percent);
        },
        Qt::QueuedConnection);
    return [relay](const ports::ScanProgress &progress) { Q_EMIT relay->progressed(progress.page, progress.percent); };
}

void EffectRunner::seal(const QUuid &owner, std::vector<ports::ScannedPage> pages, quint64 operation)
{
    qint64 bytes = 0;
    for (const ports::ScannedPage &page : pages)
        bytes += page.jpeg.size();
    log(LogEvent::ScanEnded,
        {{"device", scannerName()}, {"pages", QString::number(pages.size())}, {"bytes", QString::number(bytes)}});
    const auto future = inStore(
        m_ports, [owner, pages = std::move(pages)](StorePorts &store) { return sealScan(*store.vault, owner, pages); });
    whenFinished(future, this, [this, operation](const Result<SealedScan> &scan) {
        if (!scan)
            logStoreTrouble(scan.error());
        if (operation != m_operation)
            return;
        if (!scan)
            return failed(m_session, scan.error());
        const QStringList sources = m_images->replace(scan->previews);
        for (qsizetype page = 0; page < sources.size(); ++page)
            m_previews.insert(scan->pages.at(static_cast<size_t>(page)).blob, sources.at(page));
        answer(m_session, flow::PagesSealed{scan->pages});
    });
}

void EffectRunner::sealSignature(const QUuid &draft, const SignatureController::Picture &picture)
{
    m_sealing = true;
    Q_EMIT sealingChanged();
    const auto future = inStore(m_ports, [draft, picture](StorePorts &store) {
        return sealPicture(*store.vault, draft, picture.png, picture.size);
    });
    whenFinished(future, this, [this, session = m_session](const Result<domain::SealedPage> &page) {
        if (!page)
            logStoreTrouble(page.error());
        if (session != m_session)
            return;
        m_sealing = false;
        if (page)
            answer(session, flow::SignatureSealed{*page});
        else
            failed(session, page.error());
        Q_EMIT sealingChanged();
    });
}

void EffectRunner::carryOut(const flow::FindUnfinished &effect)
{
    const auto future =
        inStore(m_ports, [holder = effect.holder](StorePorts &store) { return store.cases->findUnfinished(holder); });
    whenFinished(future, this, [this, session = m_session](const Result<ports::Unfinished> &unfinished) {
        if (unfinished)
            return answer(session, flow::UnfinishedFound{*unfinished});
        logStoreTrouble(unfinished.error());
        failed(session, unfinished.error());
    });
}

void EffectRunner::carryOut(const flow::OpenLetters &effect)
{
    Q_EMIT lettersWanted(effect.holder);
}

void EffectRunner::carryOut(const flow::SaveDraft &effect)
{
    const auto future =
        inStore(m_ports, [draft = effect.draft](StorePorts &store) { return store.cases->saveDraft(draft); });
    whenFinished(future, this, [this, session = m_session](const Result<void> &saved) {
        if (saved)
            return;
        logStoreTrouble(saved.error());
        answer(session, flow::DraftNotSaved{saved.error()});
    });
}

void EffectRunner::carryOut(const flow::PutAway &effect)
{
    const auto future =
        inStore(m_ports, [draft = effect.draft](StorePorts &store) { return store.cases->saveDraft(draft); });
    whenFinished(future, this, [this, session = m_session](const Result<void> &saved) {
        if (saved)
            return answer(session, flow::DraftPutAway{});
        logStoreTrouble(saved.error());
        failed(session, saved.error());
    });
}

void EffectRunner::carryOut(const flow::DiscardDraft &effect)
{
    const auto future =
        inStore(m_ports, [draft = effect.draft](StorePorts &store) { return store.cases->discardDraft(draft); });
    whenFinished(future, this, [](const Result<void> &discarded) {
        if (!discarded) // sealed to the holder's card all the same; nobody waits for this any more
            logStoreTrouble(discarded.error());
    });
}

void EffectRunner::carryOut(const flow::SubmitDraft &effect)
{
    const auto future =
        inStore(m_ports, [draft = effect.draft](StorePorts &store) { return store.cases->submitAll(draft); });
    whenFinished(future, this, [this, session = m_session](const Result<std::vector<domain::SubmittedCase>> &submitted) {
        if (!submitted) {
            logStoreTrouble(submitted.error());
            return failed(session, submitted.error());
        }
        Q_EMIT outboxFilled();
        answer(session, flow::CaseSaved{submitted->front(), {submitted->begin() + 1, submitted->end()}});
    });
}

void EffectRunner::carryOut(const flow::SaveRating &effect)
{
    const auto future = inStore(
        m_ports, [rating = effect.evaluation](StorePorts &store) { return store.cases->saveEvaluation(rating); });
    whenFinished(future, this, [this, session = m_session](const Result<void> &saved) {
        if (saved) {
            Q_EMIT outboxFilled();
            return;
        }
        logStoreTrouble(saved.error());
        failed(session, saved.error());
    });
}

void EffectRunner::carryOut(const flow::Wipe &effect)
{
    ++m_session;
    ++m_question;
    ++m_phoneQuestion;
    m_codeNumber = {};
    m_codeKey = {};
    m_deviceStop.request_stop();
    ++m_operation;
    m_images->clear();
    m_previews.clear();
    m_sealing = false;
    m_slip = {};
    log(LogEvent::SessionWiped, {{"reason", effect.reason}});
}

} // namespace tongban::view
