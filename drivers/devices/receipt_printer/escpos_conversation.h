// SPDX-License-Identifier: GPL-3.0-or-later
// Question and answer with an ESC/POS printer; prints nothing. All calls on the printer's Lane.
#pragma once

#include "drivers/codec/escpos_answers.h"
#include "drivers/devices/receipt_printer/escpos_options.h"
#include "drivers/transport/transport.h"

#include <functional>
#include <memory>
#include <vector>

namespace tongban::drivers::devices {

class EscposConversation
{
public:
    EscposConversation(std::unique_ptr<transport::Transport> transport, const EscposOptions &options);

    // DLE EOT 1…4, asked again after a miss: a cable that was moved or a busy machine is no dead printer. The misses'
    // error when it stays so. ProtocolViolation: something answers, but it is no printer.
    Result<codec::EscposStatus> status(Deadline deadline, const std::stop_token &stop);

    // Waits until the buffer is empty and no answer of an earlier job is on its way.
    Result<void> settle(Deadline deadline, const std::stop_token &stop);

    Result<void> write(const QByteArray &bytes, Deadline deadline, const std::stop_token &stop);
    Result<std::vector<codec::EscposAnswer>> read(Deadline deadline, const std::stop_token &stop);

    // The question that is answered in order; a new one each time.
    [[nodiscard]] QByteArray nextQuestion();
    // Whether that is the answer to the last question, and says that all before it is on paper.
    [[nodiscard]] bool isConfirmation(const codec::EscposAnswer &answer) const;

    void close();

private:
    Result<codec::EscposStatus> askOnce(Deadline deadline, const std::stop_token &stop);
    Result<void> open(Deadline deadline, const std::stop_token &stop);
    Result<void> await(const std::function<bool(const codec::EscposAnswer &)> &take, Deadline deadline,
                       const std::stop_token &stop);

    std::unique_ptr<transport::Transport> m_transport;
    EscposOptions m_options;
    codec::EscposAnswerDecoder m_decoder;
    quint32 m_process; // of GS ( H
    QByteArray m_processId;
};

} // namespace tongban::drivers::devices
