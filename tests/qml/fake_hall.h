// SPDX-License-Identifier: GPL-3.0-or-later
// The world around a kiosk whose pages are looked at: every port answers when the test says so, and not before. What it
// holds of persons is invented.
#pragma once

#include "app/view/kiosk_ports.h"

#include <QPromise>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

namespace tongban::qmltest {

// Answers that the test hands out one by one; whoever asks waits for one, until stopped or until its deadline.
template <class T> class Answers
{
public:
    void give(Result<T> answer)
    {
        const std::lock_guard lock(m_mutex);
        m_answers.push_back(std::move(answer));
        m_given.notify_all();
    }
    Result<T> take(const Deadline &deadline, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_given.wait_for(lock, stop, deadline.remaining(), [this] { return !m_answers.empty(); }))
            return fail(stop.stop_requested() ? ErrorKind::Cancelled : ErrorKind::DeviceSilent, QStringLiteral("fake-hall"));
        m_taken.emplace(std::move(m_answers.front())); // in a member: GCC 12 takes a local for uninitialised (bug 80635)
        m_answers.pop_front();
        return *m_taken;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_given;
    std::deque<Result<T>> m_answers;
    std::optional<Result<T>> m_taken;
};

[[nodiscard]] domain::IdCard cardOf(const QString &name, const QString &idNumber); // birth and sex as the number says
[[nodiscard]] QByteArray householdPage(); // JPEG of a page of a household register, 1200 × 1600

class FakeReader final : public ports::IdCardReader
{
public:
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Answers<domain::IdCard> cards;
    Result<domain::IdCard> read(Deadline deadline, std::stop_token stop) override { return cards.take(deadline, stop); }
};

class FakeScanner final : public ports::DocumentScanner
{
public:
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Answers<std::vector<ports::ScannedPage>> pages;
    Result<std::vector<ports::ScannedPage>> scan(const ports::PageProfile &, int, Deadline deadline,
                                                 std::stop_token stop, const ports::OnScanProgress &) override
    {
        return pages.take(deadline, stop);
    }
};

class FakeCodeScanner final : public ports::CodeScanner
{
public:
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Answers<domain::ScannedCode> codes;
    Result<domain::ScannedCode> next(Deadline deadline, std::stop_token stop) override { return codes.take(deadline, stop); }
};

class FakePrinter final : public ports::ReceiptPrinter
{
public:
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Answers<ports::PrintOutcome> outcomes;
    Result<ports::PrinterStatus> status(Deadline, std::stop_token) override
    {
        return ports::PrinterStatus{.online = true};
    }
    Result<ports::PrintOutcome> print(const domain::ReceiptDocument &, Deadline deadline, std::stop_token stop) override
    {
        return outcomes.take(deadline, stop);
    }
};

class FakeSpeaker final : public ports::Speaker
{
public:
    QStringList said;
    ports::SpeechManner manner;
    void setManner(const ports::SpeechManner &wanted) override { manner = wanted; }
    void say(const QStringList &clauses) override { said = clauses; }
    void hush() override {}
};

// Cases, vault, print journal and catalogue in memory.
class FakeStore final : public ports::CaseStore,
                        public ports::Vault,
                        public ports::PrintJournal,
                        public ports::Catalogue,
                        public ports::CaseLedger
{
public:
    Answers<bool> maySubmit; // one for each submission
    ports::Unfinished unfinished; // set before the card is read
    ports::Followed followed;     // likewise
    QString (*itemWords)(const QString &chinese) = nullptr; // in place of the items' English

    Result<void> saveDraft(const domain::CaseDraft &draft) override;
    Result<ports::Unfinished> findUnfinished(const domain::IdCard &holder) override;
    Result<void> discardDraft(const QUuid &draft) override;
    Result<domain::SubmittedCase> submit(const domain::CaseDraft &draft) override;
    Result<std::vector<domain::SubmittedCase>> submitAll(const domain::CaseDraft &draft) override;
    Result<domain::SubmittedCase> findCase(const QUuid &id) override;
    Result<domain::CaseDraft> beginSupplement(const domain::IdCard &holder, const QUuid &caseId, const QUuid &letter,
                                              const QUuid &draftId) override;
    Result<QHash<QString, int>> countsSince(const QDateTime &sinceUtc) override; // 高龄津贴, often
    Result<void> recordStatus(const QUuid &caseId, domain::CaseStatus status, const QString &projectNumber,
                              const QDateTime &sinceUtc) override;
    Result<void> saveEvaluation(const domain::Evaluation &evaluation) override;

    Result<ports::KeptFile> put(const QUuid &owner, const QByteArray &plain) override;
    Result<QByteArray> get(const QUuid &owner, const QUuid &blob) override;
    Result<void> erase(const QUuid &owner) override;
    Result<QByteArray> seal(const QByteArray &plain, const QByteArray &context) override;
    Result<QByteArray> open(const QByteArray &sealed, const QByteArray &context) override;
    Result<QByteArray> sealOwned(const QUuid &, const QByteArray &plain, const QByteArray &context) override
    {
        return seal(plain, context);
    }
    Result<QByteArray> openOwned(const QUuid &, const QByteArray &sealed, const QByteArray &context) override
    {
        return open(sealed, context);
    }
    Result<QByteArray> sealForHolder(const QByteArray &plain, const QString &id, const QByteArray &context) override;
    Result<QByteArray> openForHolder(const QByteArray &sealed, const QString &id, const QByteArray &context) override;
    [[nodiscard]] QByteArray keyedDigest(const QString &value) const override;

    Result<ports::PrintJob> reserve(const QUuid &caseId) override;
    Result<ports::PrintJob> reserveSheet(const QString &sheet) override;
    Result<void> record(const QUuid &job, ports::PrintState state, const QString &detail) override;
    Result<ports::NewestPrint> newest(const QUuid &caseId) override;

    Result<ports::Followed> ofHolder(const domain::IdCard &holder) override;
    Result<ports::Followed> ofReceipt(const domain::ReceiptFacts &facts) override;
    Result<void> letterRead(const QUuid &notice, const QDateTime &nowUtc) override;

    // The shipped items; 施工许可 without its other parties, for it alone asks for a credit code.
    Result<ports::CatalogueSnapshot> current() override;
    Result<ports::HeldCatalogue> held() override;
    Result<void> adopt(const ports::CatalogueNews &news) override;

private:
    QMap<QUuid, QByteArray> m_blobs;
    ports::NewestPrint m_newest;
};

// A question of one kind: asked, and answered when the test says so.
template <class T> class Question
{
public:
    QFuture<Result<T>> ask()
    {
        m_asked = std::make_shared<QPromise<Result<T>>>();
        m_asked->start();
        return m_asked->future();
    }
    [[nodiscard]] bool isAsked() const { return m_asked != nullptr; }
    void answer(const Result<T> &said)
    {
        m_asked->addResult(said);
        m_asked->finish();
        m_asked.reset();
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_asked;
};

class FakeCity final : public ports::CityDesk
{
public:
    using Held = Result<QMap<QString, domain::HeldLicence>>;
    Question<ports::PhoneCodeAnswer> phoneCode;
    Question<ports::PhoneCheckAnswer> phoneCheck;
    QFuture<Held> queryLicences(const ports::LicenceQuestion &) override { return m_licences.ask(); }
    QFuture<Result<ports::PhoneCodeAnswer>> sendPhoneCode(const QUuid &, const Secret &) override
    {
        return phoneCode.ask();
    }
    QFuture<Result<ports::PhoneCheckAnswer>> checkPhoneCode(const Secret &, const QString &, const Secret &) override
    {
        return phoneCheck.ask();
    }
    [[nodiscard]] bool isAsked() const { return m_licences.isAsked(); }
    void answer(const Held &held) { m_licences.answer(held); }

private:
    Question<QMap<QString, domain::HeldLicence>> m_licences;
};

// What nobody reads here.
class FakeAudit final : public ports::AuditTrail
{
public:
    Result<void> append(const ports::AuditEvent &) override { return {}; }
    Result<std::vector<ports::AuditRecord>> records(qint64, int) override { return std::vector<ports::AuditRecord>(); }
    Result<ports::AuditHead> head() override { return ports::AuditHead(); }
    Result<ports::AuditVerdict> verify() override { return ports::AuditVerdict(); }
};

class FakeHall
{
public:
    FakeHall();
    [[nodiscard]] view::KioskPorts ports();

    ManualClock clock;
    domain::RegionTree regions; // those of the demonstration
    FakeReader reader;
    FakeScanner scanner;
    FakeCodeScanner codeScanner; // any code is the newest case's receipt
    FakePrinter printer;
    FakeSpeaker speaker;
    FakeStore store;
    FakeAudit audit;
    FakeCity city;

private: // destroyed first: their work uses the above
    Lane m_storeLane{QStringLiteral("store")};
    Lane m_cardLane{QStringLiteral("card")};
    Lane m_scanLane{QStringLiteral("scan")};
    Lane m_codeLane{QStringLiteral("code")};
    Lane m_printLane{QStringLiteral("print")};
};

} // namespace tongban::qmltest
