// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/progress_controller.h"

#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"
#include "app/core/domain/masking.h"
#include "app/flow/progress/progress_words.h"
#include "app/view/lane_work.h"

namespace tongban::view {

namespace progress = flow::progress;

ProgressController::ProgressController(const KioskPorts &ports, const KioskTimes &times, QObject *parent)
    : SideRoom(parent), m_ports(ports), m_times(times), m_ids(*ports.clock),
      m_cases({"caseId", "name", "date", "state", "wanted"}), m_way({"key", "date", "text", "now", "letter"}),
      m_letter({"key", "place", "text"})
{}

ProgressController::~ProgressController()
{
    m_cardStop.request_stop();
}

void ProgressController::open()
{
    if (mayOpen())
        act(progress::Opened{.codes = m_ports.codeLane && m_ports.readReceipt});
}

void ProgressController::openLetters(const domain::IdCard &card)
{
    if (mayOpen())
        act(progress::LettersWanted{card});
}

void ProgressController::readLater()
{
    act(progress::ReadLater{});
}

void ProgressController::printLetter()
{
    act(progress::PrintWanted{});
}

void ProgressController::paperCameOut(bool cameOut)
{
    act(progress::PaperSeen{cameOut});
}

void ProgressController::choose(const QString &caseId)
{
    act(progress::CaseChosen{QUuid::fromString(caseId)});
}

void ProgressController::forward()
{
    act(progress::Forward{});
}

void ProgressController::backward()
{
    act(progress::Backward{});
}

void ProgressController::tryAgain()
{
    act(progress::TriedAgain{});
}

void ProgressController::leave()
{
    turn(progress::Left{}); // whoever ends the session tells of it
}

void ProgressController::newsArrived()
{
    feed(progress::NewsArrived{});
}

void ProgressController::setLanguage(domain::Language language)
{
    m_language = language;
    show();
}

void ProgressController::act(const progress::Event &event)
{
    Q_EMIT touched();
    feed(event);
}

void ProgressController::feed(const progress::Event &event)
{
    turn(event);
    Q_EMIT turned();
}

void ProgressController::turn(const progress::Event &event)
{
    const QString before = step();
    progress::Transition transition = progress::next(m_state, event);
    m_state = std::move(transition.state);
    if (m_state.step == progress::Step::Closed) {
        ++m_operation; // whatever is under way was for somebody who has left
        ++m_codeOperation;
        ++m_paper;
        m_job = {};
    }
    if (const auto *failure = std::get_if<progress::EffectFailed>(&event); failure && m_state.trouble)
        log(LogEvent::ErrorShown, {{"kind", QString::fromLatin1(tongban::nameOf(failure->error.kind))},
                                   {"where", failure->error.where},
                                   {"detail", failure->error.detail}});
    if (step() != before && !step().isEmpty())
        log(LogEvent::StepEntered, {{"step", step()}});
    for (const progress::Effect &effect : transition.effects)
        std::visit([this](const auto &one) { carryOut(one); }, effect);
    show();
}

void ProgressController::carryOut(const progress::ReadCard &)
{
    m_cardStop.request_stop();
    m_cardStop = std::stop_source();
    auto work = [wait = m_times.cardWait](ports::IdCardReader &reader, std::stop_token stop) {
        return reader.read(Deadline::in(wait), stop);
    };
    const auto future = onDevice(m_ports.cardLane, m_ports.cardReader, m_cardStop.get_token(), work);
    whenFinished(future, this, [this, operation = ++m_operation](const Result<domain::IdCard> &card) {
        if (!card)
            return failed(operation, card.error());
        if (operation == m_operation)
            feed(progress::CardWasRead{*card});
    });
}

// The card is waited for beside it: a scanner that sees nothing, or is not there, is no trouble of the person's.
void ProgressController::carryOut(const progress::ReadCode &)
{
    auto work = [wait = m_times.cardWait](ports::CodeScanner &scanner, std::stop_token stop) {
        return scanner.next(Deadline::in(wait), stop);
    };
    const auto future = onDevice(m_ports.codeLane, m_ports.codeScanner, m_cardStop.get_token(), work);
    whenFinished(future, this, [this, operation = ++m_codeOperation](const Result<domain::ScannedCode> &code) {
        if (operation != m_codeOperation)
            return;
        if (code)
            return feed(progress::CodeWasRead{*code});
        if (code.error().kind == ErrorKind::CodeUnreadable)
            return feed(progress::CodeNotRead{code.error()});
        if (code.error().kind != ErrorKind::CodeAbsent && code.error().kind != ErrorKind::Cancelled)
            log(LogEvent::DeviceTrouble, {{"device", QLatin1String(domain::nameOf(domain::DeviceClass::CodeScanner))},
                                          {"kind", QLatin1String(tongban::nameOf(code.error().kind))},
                                          {"where", code.error().where},
                                          {"detail", code.error().detail}});
    });
}

void ProgressController::carryOut(const progress::StopDevices &)
{
    m_cardStop.request_stop();
    ++m_operation; // what a device still says is nobody's
    ++m_codeOperation;
}

void ProgressController::carryOut(const progress::FindByReceipt &effect)
{
    const auto future = inStore(m_ports, [read = m_ports.readReceipt, code = effect.code](StorePorts &store) {
        const auto facts = read(code.bytes.reveal());
        return facts ? store.ledger->ofReceipt(*facts) : Result<ports::Followed>(fail(facts.error()));
    });
    whenFinished(future, this, [this, operation = ++m_operation](const Result<ports::Followed> &found) {
        if (!found)
            return failed(operation, found.error());
        if (operation == m_operation)
            feed(progress::CasesFound{*found});
    });
}

void ProgressController::carryOut(const progress::FindCases &effect)
{
    const auto future =
        inStore(m_ports, [holder = effect.holder](StorePorts &store) { return store.ledger->ofHolder(holder); });
    whenFinished(future, this, [this, operation = ++m_operation](const Result<ports::Followed> &found) {
        if (!found) {
            logStoreTrouble(found.error());
            return failed(operation, found.error());
        }
        if (operation == m_operation)
            feed(progress::CasesFound{*found});
    });
}

void ProgressController::carryOut(const progress::EndSession &)
{
    Q_EMIT sessionEnded();
}

void ProgressController::failed(quint64 operation, const Error &error)
{
    if (operation == m_operation)
        feed(progress::EffectFailed{error});
}

QString ProgressController::step() const
{
    switch (m_state.step) {
    case progress::Step::Closed:
        return {};
    case progress::Step::Identify:
        return QStringLiteral("ProgressIdentify");
    case progress::Step::Mail:
        return QStringLiteral("ProgressMail");
    case progress::Step::List:
        return QStringLiteral("ProgressList");
    case progress::Step::Case:
        return QStringLiteral("ProgressCase");
    case progress::Step::Letter:
        return QStringLiteral("ProgressLetter");
    }
    Q_UNREACHABLE();
}

PageHeader ProgressController::header() const
{
    PageHeader header;
    const flow::PageWords words = progress::wordsFor(m_state);
    header.title = words.title;
    header.subtitle = words.subtitle;
    header.primaryText = words.primary;
    header.spoken = words.spoken;
    header.canGoForward = !words.primary.isEmpty();
    header.canGoBack = true;
    if (m_state.holder) {
        header.holderName = domain::maskedName(m_state.holder->name);
        header.holderId = domain::maskedIdNumber(m_state.holder->idNumber);
    }
    header.itemName = m_itemName;
    return header;
}

std::optional<flow::Notice> ProgressController::notice() const
{
    return progress::noticeFor(m_state, m_ports.site.phone);
}

std::optional<domain::DeviceClass> ProgressController::guideLight() const
{
    const bool waits = m_state.step == progress::Step::Identify && m_state.busy && !m_state.holder;
    const bool comesOut = m_state.print != flow::PrintPhase::None && m_state.print != flow::PrintPhase::Failed;
    return waits      ? std::optional(domain::DeviceClass::IdCardReader)
           : comesOut ? std::optional(domain::DeviceClass::ReceiptPrinter)
                      : std::nullopt;
}

} // namespace tongban::view
