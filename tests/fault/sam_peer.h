// SPDX-License-Identifier: GPL-3.0-or-later
// A scripted card reader at the far end of a pseudo-terminal: it takes requests one after another and answers each with
// what the script says for it. Its frames are written from the tables of GA 467, not with the driver's codec.
#pragma once

#include "tests/unit/drivers/card_block.h"
#include "tests/unit/drivers/pty_pair.h"

#include <QByteArray>
#include <QMutex>
#include <QMutexLocker>

#include <functional>
#include <thread>

namespace tongban::tests {

class SamPeer
{
public:
    // Answers one request (the two command bytes); runs on the peer's thread.
    using Script = std::function<void(SamPeer &, const QByteArray &command)>;

    explicit SamPeer(Script script) : m_script(std::move(script)), m_thread([this](std::stop_token stop) { run(stop); })
    {}
    ~SamPeer() // the thread ends before the line that it serves
    {
        m_thread.request_stop();
        m_thread.join();
    }

    [[nodiscard]] const QString &path() const { return m_path; }
    void send(const QByteArray &bytes) { m_pty.send(bytes); }
    void hangUp() { m_pty.hangUp(); }

    // Requests seen so far, e.g. {2001, 2002, 3001} as hex.
    [[nodiscard]] QByteArrayList requests() const
    {
        const QMutexLocker locker(&m_mutex);
        return m_requests;
    }

    [[nodiscard]] static QByteArray frame(const QByteArray &body)
    {
        const int length = static_cast<int>(body.size()) + 1;
        QByteArray counted{1, static_cast<char>(length >> 8)};
        counted += static_cast<char>(length);
        counted += body;
        char check = 0;
        for (const char c : counted)
            check = static_cast<char>(check ^ c);
        return QByteArray::fromHex("AAAAAA9669") + counted + check;
    }
    [[nodiscard]] static QByteArray status(const char *sw3)
    {
        return frame(QByteArray::fromHex("0000") + QByteArray::fromHex(sw3));
    }
    [[nodiscard]] static QByteArray found() { return QByteArray::fromHex("AAAAAA9669 0008 00009F 00000000 97"); }
    [[nodiscard]] static QByteArray selected()
    {
        return QByteArray::fromHex("AAAAAA9669 000C 000090 0000000000000000 9C");
    }
    [[nodiscard]] static QByteArray base(const CardBlock &card = {})
    {
        return frame(QByteArray::fromHex("000090 01000400") + card.bytes() + QByteArray(1024, '\x57'));
    }
    // The same with a wrong CHK.
    [[nodiscard]] static QByteArray brokenBase()
    {
        QByteArray bytes = base();
        bytes.back() = static_cast<char>(bytes.back() ^ 0x01);
        return bytes;
    }
    // What a reader with a card on it says to `command`.
    [[nodiscard]] static QByteArray good(const QByteArray &command)
    {
        if (command == "2001")
            return found();
        return command == "2002" ? selected() : base();
    }

private:
    void run(const std::stop_token &stop)
    {
        QByteArray pending;
        while (!stop.stop_requested() && m_pty.fd() >= 0) {
            pollfd ready{m_pty.fd(), POLLIN, 0};
            if (::poll(&ready, 1, 20) <= 0)
                continue;
            pending += m_pty.receiveSome();
            while (pending.size() >= 7 && pending.size() >= 7 + pending.at(6)) { // requests are shorter than 256 bytes
                const QByteArray command = pending.mid(7, 2).toHex();
                pending.remove(0, 7 + pending.at(6));
                {
                    const QMutexLocker locker(&m_mutex);
                    m_requests << command;
                }
                m_script(*this, command);
            }
        }
    }

    Script m_script;
    PtyPair m_pty;
    QString m_path = m_pty.path();
    mutable QMutex m_mutex;
    QByteArrayList m_requests;
    std::jthread m_thread; // last: everything above exists while it runs
};

} // namespace tongban::tests
