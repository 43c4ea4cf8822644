// SPDX-License-Identifier: GPL-3.0-or-later
// Devices behind their ports: they answer what the test laid ready, else that all is well.
#pragma once

#include "app/core/ports/document_scanner.h"
#include "app/core/ports/id_card_reader.h"
#include "app/core/ports/io_board.h"
#include "app/core/ports/receipt_printer.h"
#include "app/core/ports/speaker.h"
#include "tests/unit/view/gate.h"

#include <QBuffer>
#include <QImage>
#include <QList>

#include <deque>
#include <functional>
#include <mutex>
#include <set>

namespace tongban::test {

// Answers in order; the last word for every later call.
template <class T> class Script
{
public:
    explicit Script(Result<T> usual) : m_usual(std::move(usual)) {}
    void usually(Result<T> answer)
    {
        const std::lock_guard lock(m_mutex);
        m_usual = std::move(answer);
    }
    void once(Result<T> answer)
    {
        const std::lock_guard lock(m_mutex);
        m_next.push_back(std::move(answer));
    }
    Result<T> take()
    {
        const std::lock_guard lock(m_mutex);
        ++m_calls;
        if (m_next.empty())
            return m_usual;
        m_given = std::move(m_next.front()); // in a member: GCC 12 takes a local for uninitialised (GCC bug 80635)
        m_next.pop_front();
        return m_given;
    }
    int calls()
    {
        const std::lock_guard lock(m_mutex);
        return m_calls;
    }

private:
    std::mutex m_mutex;
    Result<T> m_usual;
    Result<T> m_given = m_usual;
    std::deque<Result<T>> m_next;
    int m_calls = 0;
};

inline domain::IdCard cardOf(const QString &name, const QString &idNumber, int birthYear)
{
    domain::IdCard card;
    card.name = Secret(name);
    card.sex = domain::Sex::Female;
    card.ethnicCode = QStringLiteral("01");
    card.birth = QDate(birthYear, 12, 31);
    card.address = Secret(QStringLiteral("青山镇柳树村三组十七号"));
    card.idNumber = Secret(idNumber);
    card.issuer = QStringLiteral("青山县公安局");
    card.validFrom = QDate(2010, 1, 1);
    return card;
}

inline domain::IdCard oldWidow()
{
    return cardOf(QStringLiteral("欧阳秀兰"), QStringLiteral("11010519301231004X"), 1930);
}

class FakeReader final : public ports::IdCardReader
{
public:
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Result<domain::IdCard> read(Deadline, std::stop_token stop) override
    {
        if (!gate.pass(stop))
            return fail(ErrorKind::Cancelled, QStringLiteral("fake reader"));
        return script.take();
    }
    Gate gate;
    Script<domain::IdCard> script{oldWidow()};
};

inline ports::ScannedPage whitePage()
{
    ports::ScannedPage page;
    QImage image(960, 1280, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QBuffer buffer(&page.jpeg);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG");
    page.size = image.size();
    return page;
}

class FakeScanner final : public ports::DocumentScanner
{
public:
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Result<std::vector<ports::ScannedPage>> scan(const ports::PageProfile &, int, Deadline, std::stop_token stop,
                                                 const ports::OnScanProgress &progress) override
    {
        if (progress)
            progress({.page = 2, .percent = 40});
        if (!gate.pass(stop))
            return fail(ErrorKind::Cancelled, QStringLiteral("fake scanner"));
        return script.take();
    }
    Gate gate;
    Script<std::vector<ports::ScannedPage>> script{std::vector{whitePage()}};
};

class FakePrinter final : public ports::ReceiptPrinter
{
public:
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Result<ports::PrinterStatus> status(Deadline, std::stop_token) override
    {
        return ports::PrinterStatus{.online = true};
    }
    Result<ports::PrintOutcome> print(const domain::ReceiptDocument &document, Deadline, std::stop_token stop) override
    {
        if (!gate.pass(stop))
            return fail(ErrorKind::Cancelled, QStringLiteral("fake printer"));
        {
            const std::lock_guard lock(m_mutex);
            m_printed.push_back(document);
        }
        if (onPrint)
            onPrint();
        paper = document;
        return script.take();
    }
    void forget()
    {
        const std::lock_guard lock(m_mutex);
        m_printed.clear();
    }
    std::vector<domain::ReceiptDocument> printed() // what it was given, whatever became of it
    {
        const std::lock_guard lock(m_mutex);
        return m_printed;
    }
    std::function<void()> onPrint; // set before printing begins
    domain::ReceiptDocument paper; // the last one; read when the outcome is known
    Gate gate;
    Script<ports::PrintOutcome> script{ports::PrintOutcome::Confirmed};

private:
    std::mutex m_mutex;
    std::vector<domain::ReceiptDocument> m_printed;
};

class FakeBoard final : public ports::IoBoard
{
public:
    Result<void> probe(Deadline, std::stop_token) override { return {}; }
    void close() override {}
    Result<ports::BoardInputs> inputs(Deadline, std::stop_token) override { return ports::BoardInputs{}; }
    Result<void> light(domain::DeviceClass beside, bool isOn, Deadline, std::stop_token stop) override
    {
        if (!gate.pass(stop))
            return fail(ErrorKind::Cancelled, QStringLiteral("fake board"));
        auto outcome = script.take();
        if (outcome) {
            const std::lock_guard lock(m_mutex);
            m_lit.erase(beside);
            if (isOn)
                m_lit.insert(beside);
        }
        return outcome;
    }
    std::set<domain::DeviceClass> lit()
    {
        const std::lock_guard lock(m_mutex);
        return m_lit;
    }
    // As somebody else's hand, or the last program, left them.
    void leaveLit(std::set<domain::DeviceClass> lamps)
    {
        const std::lock_guard lock(m_mutex);
        m_lit = std::move(lamps);
    }
    Gate gate;
    Script<void> script{Result<void>()};

private:
    std::mutex m_mutex;
    std::set<domain::DeviceClass> m_lit;
};

class FakeSpeaker final : public ports::Speaker
{
public:
    void setManner(const ports::SpeechManner &wanted) override { manner = wanted; }
    void say(const QStringList &clauses) override
    {
        said.append(clauses);
        if (onSay)
            onSay(clauses);
    }
    void hush() override { ++hushed; }
    std::function<void(const QStringList &)> onSay;
    QList<QStringList> said;
    ports::SpeechManner manner;
    int hushed = 0;
};

} // namespace tongban::test
