// SPDX-License-Identifier: GPL-3.0-or-later
// Carries the journey's effects out on the lanes and brings their answers back as events. Blocks never; what belongs to
// an older session (before the last wipe) or to a device operation that was stopped is dropped.
#pragma once

#include "app/core/base/uuid7.h"
#include "app/flow/service/service_flow.h"
#include "app/view/kiosk_ports.h"
#include "app/view/page_images.h"
#include "app/view/signature_controller.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace tongban::view {

class EffectRunner : public QObject // UI thread
{
    Q_OBJECT
public:
    using Answer = std::function<void(const flow::ServiceEvent &)>;

    EffectRunner(const KioskPorts &ports, const KioskTimes &times, std::shared_ptr<PageImages> images, Answer answer,
                 QObject *parent = nullptr);
    ~EffectRunner() override; // asks running device work to stop

    void run(const flow::ServiceEffect &effect);

    // Seals a signature for the draft; answers SignatureSealed or EffectFailed.
    void sealSignature(const QUuid &draft, const SignatureController::Picture &picture);
    [[nodiscard]] bool isSealing() const { return m_sealing; }

    void loadCatalogue(); // with what people here came for lately; answers catalogueLoaded

    [[nodiscard]] const QHash<QUuid, QString> &previews() const { return m_previews; } // of a scan: blob → source

Q_SIGNALS:
    // timesHere: code → how often it was handed in here within the last 30 days
    void catalogueLoaded(const tongban::Result<tongban::ports::CatalogueSnapshot> &snapshot,
                         const QHash<QString, int> &timesHere);
    void sealingChanged();
    void scanProgressed(int page, int percent); // of the scan under way; page from 1
    void outboxFilled(); // there is something for the city
    void lettersWanted(const tongban::domain::IdCard &holder);

private:
    void carryOut(const flow::ReadCard &effect);
    void carryOut(const flow::StopDevices &effect);
    void carryOut(const flow::FindUnfinished &effect);
    void carryOut(const flow::RecordHelp &effect);
    void carryOut(const flow::OpenLetters &effect);
    void carryOut(const flow::SaveDraft &effect);
    void carryOut(const flow::PutAway &effect);
    void carryOut(const flow::DiscardDraft &effect);
    void carryOut(const flow::ScanPages &effect);
    void carryOut(const flow::AskLibrary &effect);
    void carryOut(const flow::SendPhoneCode &effect);
    void carryOut(const flow::CheckPhoneCode &effect);
    void carryOut(const flow::SubmitDraft &effect);
    void carryOut(const flow::PrintReceipt &effect);
    void carryOut(const flow::RecordPaper &effect);
    void carryOut(const flow::PrintSlip &effect);
    void carryOut(const flow::PrintMarkSheet &effect);
    void carryOut(const flow::RecordSlip &effect);
    void carryOut(const flow::SaveRating &effect);
    void carryOut(const flow::Wipe &effect);

    void askCity(const flow::AskLibrary &effect, quint64 question);
    void libraryEnded(quint64 question, const flow::ServiceEvent &event);
    [[nodiscard]] quint64 beginPhoneQuestion();
    void phoneEnded(quint64 question, const flow::ServiceEvent &event);
    [[nodiscard]] QUuid keyOfCode(const Secret &number);
    [[nodiscard]] quint64 beginDeviceWork();
    [[nodiscard]] ports::OnScanProgress progressOf(quint64 operation);
    void seal(const QUuid &owner, std::vector<ports::ScannedPage> pages, quint64 operation);
    using Paper = std::function<domain::ReceiptDocument()>; // made on the print lane
    void printSheet(const QString &sheet, const Paper &paper); // of no case: each is new
    void printSupplement(const flow::PrintReceipt &effect);
    void print(const Paper &paper, const QUuid &job, quint64 session);
    void recordPrint(const QUuid &job, const Result<ports::PrintOutcome> &outcome, quint64 session);
    void recordWord(std::function<Result<QUuid>(ports::PrintJournal &)> job, bool cameOut);
    void answer(quint64 session, const flow::ServiceEvent &event);
    void failed(quint64 session, const Error &error);

    KioskPorts m_ports;
    KioskTimes m_times;
    std::shared_ptr<PageImages> m_images;
    Answer m_answer;
    Uuid7Generator m_uuids;
    std::stop_source m_deviceStop; // of the card or scan operation under way
    QHash<QUuid, QString> m_previews;
    QUuid m_slip;            // the print job of the newest slip or sheet in this session
    quint64 m_question = 0;  // of the licence library: the newest, answered or given up; a later word is dropped
    quint64 m_phoneQuestion = 0; // of a telephone's code, likewise
    Secret m_codeNumber;         // the number to which a code is asked for, while the city has not answered
    QUuid m_codeKey;             // under which it is asked
    quint64 m_session = 1;   // bumped by a wipe
    quint64 m_operation = 1; // bumped by each device operation and when devices are stopped
    bool m_sealing = false;
};

} // namespace tongban::view
