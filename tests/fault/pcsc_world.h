// SPDX-License-Identifier: GPL-3.0-or-later
// A world of one's own for tests of smart card readers: a real pcscd with the virtual reader of vsmartcard-vpcd, and cards
// that are laid into it over TCP. pcscd's socket and vpcd's port are fixed, so the test runs in namespaces of its own, where
// /run is empty and the only network is a loopback.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>

#include <atomic>
#include <functional>
#include <thread>

namespace tongban::tests {

// First thing in main(): goes on only inside such a world (starts the program again in one when need be). Ends the process
// when the system gives none.
void enterPcscWorld(char *argv[]);

class Pcscd
{
public:
    ~Pcscd() { end(); }
    // Returns when it takes clients.
    [[nodiscard]] bool start(bool withReader = true, const char *readerName = "Virtual PCD");
    void end();
    void freeze();
    void thaw();

private:
    QTemporaryDir m_configuration;
    QProcess m_process;
};

// A card in the virtual reader, from construction to destruction or lift().
class VirtualCard
{
public:
    // What it says to an APDU; nothing: it is pulled out instead. Runs on the card's thread.
    using Answer = std::function<QByteArray(const QByteArray &apdu)>;
    explicit VirtualCard(Answer answer);
    // A contactless card that gives `id` when it is asked as PC/SC part 3 wants.
    [[nodiscard]] static Answer withId(const QByteArray &id);
    ~VirtualCard() { lift(); }
    void lift();

    [[nodiscard]] static QByteArray atr() { return QByteArray::fromHex("3B8F8001804F0CA000000306030001000000006A"); }

private:
    void serve(const std::stop_token &stop);

    Answer m_answer;
    std::jthread m_thread;
};

} // namespace tongban::tests
