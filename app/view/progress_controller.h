// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度: whose card is laid down sees how far the own cases are. Carries app/flow/progress out and shows its state.
#pragma once

#include "app/core/base/uuid7.h"
#include "app/flow/progress/progress_flow.h"
#include "app/view/kiosk_ports.h"
#include "app/view/row_model.h"
#include "app/view/side_room.h"

#include <QtQml/qqmlregistration.h>

#include <stop_token>

namespace tongban::view {

class ProgressController : public SideRoom
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // the list; roles: caseId, name, date (of the application), state (a few words), wanted (bool: something is to be
    // done, or the office said no)
    Q_PROPERTY(tongban::view::RowModel *cases READ cases CONSTANT)
    // whoever has a receipt can hold its code under the scanner
    Q_PROPERTY(bool codes READ codes NOTIFY changed)
    // of the chosen case
    Q_PROPERTY(QString itemName READ itemName NOTIFY changed)
    Q_PROPERTY(QString localNumber READ localNumber NOTIFY changed)     // 预受理编号
    Q_PROPERTY(QString projectNumber READ projectNumber NOTIFY changed) // 受理编号; empty: none yet
    // newest first; roles: key, date, text, now (bool: this is where it stands), letter (bool: the office wrote)
    Q_PROPERTY(tongban::view::RowModel *way READ way CONSTANT)
    // of the letter that is read; roles: key, place (the material that it is about; may be empty), text
    Q_PROPERTY(tongban::view::RowModel *letter READ letter CONSTANT)
    Q_PROPERTY(QString letterTitle READ letterTitle NOTIFY changed) // the office's own words
    Q_PROPERTY(
        QString letterPrint READ letterPrint NOTIFY changed) // "" | "printing" | "confirmed" | "asking" | "failed"
    Q_PROPERTY(bool canSupplement READ canSupplement NOTIFY changed) // the letter can be answered here
    // until when the city's word is in it; says so too when the city never said anything
    Q_PROPERTY(QString asOfText READ asOfText NOTIFY changed)

public:
    ProgressController(const KioskPorts &ports, const KioskTimes &times, QObject *parent = nullptr);
    ~ProgressController() override; // asks the reader to stop

    [[nodiscard]] bool codes() const { return m_state.codes; }
    [[nodiscard]] RowModel *cases() { return &m_cases; }
    [[nodiscard]] RowModel *way() { return &m_way; }
    [[nodiscard]] RowModel *letter() { return &m_letter; }
    [[nodiscard]] QString letterTitle() const { return m_letterTitle; }
    [[nodiscard]] QString itemName() const { return m_itemName; }
    [[nodiscard]] QString localNumber() const { return m_localNumber; }
    [[nodiscard]] QString projectNumber() const { return m_projectNumber; }
    [[nodiscard]] QString asOfText() const { return m_asOfText; }

    [[nodiscard]] QString letterPrint() const;

    Q_INVOKABLE void open();
    [[nodiscard]] bool canSupplement() const { return flow::progress::canSupplement(m_state); }
    Q_INVOKABLE void read() { forward(); } // 现在看
    Q_INVOKABLE void readLater();   // 以后看
    Q_INVOKABLE void printLetter(); // 打印这封信
    Q_INVOKABLE void paperCameOut(bool cameOut);
    void openLetters(const domain::IdCard &card); // 现在看, where an errand began
    Q_INVOKABLE void choose(const QString &caseId);

    void newsArrived(); // the city said something of a case of this terminal
    [[nodiscard]] const flow::progress::State &state() const { return m_state; }

    [[nodiscard]] QString step() const override;
    [[nodiscard]] bool busy() const override { return m_state.busy || m_state.print == flow::PrintPhase::Printing; }
    [[nodiscard]] PageHeader header() const override;
    [[nodiscard]] std::optional<flow::Notice> notice() const override;
    [[nodiscard]] std::optional<domain::DeviceClass> guideLight() const override;
    void forward() override;
    void backward() override;
    void tryAgain() override;
    void leave() override;
    void setLanguage(domain::Language language) override;

Q_SIGNALS:
    void changed();                                                // what the page shows
    void supplementBegun(const tongban::domain::CaseDraft &draft); // the room has closed; the journey goes on with it

private:
    void act(const flow::progress::Event &event); // of a person
    void feed(const flow::progress::Event &event);
    void turn(const flow::progress::Event &event);
    void carryOut(const flow::progress::ReadCard &effect);
    void carryOut(const flow::progress::ReadCode &effect);
    void carryOut(const flow::progress::StopDevices &effect);
    void carryOut(const flow::progress::FindCases &effect);
    void carryOut(const flow::progress::FindByReceipt &effect);
    void carryOut(const flow::progress::MarkRead &effect);
    void carryOut(const flow::progress::BeginSupplement &effect);
    void carryOut(const flow::progress::EnterJourney &effect);
    void carryOut(const flow::progress::PrintLetter &effect);
    void carryOut(const flow::progress::RecordPaper &effect);
    void carryOut(const flow::progress::EndSession &effect);
    void print(const QUuid &job, const flow::progress::PrintLetter &effect, quint64 paper);
    void recordPaper(const QUuid &job, ports::PrintState state);
    void failed(quint64 operation, const Error &error);
    void show();
    void showCases();
    void showChosen();
    void showLetter();
    [[nodiscard]] QString nameOf(const ports::FollowedCase &followed) const;

    KioskPorts m_ports;
    KioskTimes m_times;
    flow::progress::State m_state;
    std::stop_source m_cardStop;
    quint64 m_codeOperation = 1; // likewise; of the code scanner
    quint64 m_operation = 1; // answers of an older one are dropped
    quint64 m_paper = 0;     // likewise, of the letter's paper
    QUuid m_job;             // newest in the print journal
    Uuid7Generator m_ids;
    domain::Language m_language = domain::Language::Chinese;
    RowModel m_cases;
    RowModel m_way;
    RowModel m_letter;
    QString m_letterTitle;
    QString m_itemName;
    QString m_localNumber;
    QString m_projectNumber;
    QString m_asOfText;
};

} // namespace tongban::view
