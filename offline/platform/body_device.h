// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/platform/bandwidth_budget.h"

#include <QByteArray>
#include <QIODevice>
#include <QTimer>

#include <algorithm>
#include <cstring>
#include <memory>

namespace tongban::offline::platform {

// A request's body that can be read only once. Why: QNetworkAccessManager silently sends a request again when its
// connection is cut; from a sequential device it cannot, so that one attempt is one attempt and every retry is ours.
// With a budget it gives no more than that allows, and says when there is more.
class BodyDevice final : public QIODevice
{
public:
    // budget, when there is one, outlives the device.
    // counter, when there is one, counts what is taken.
    explicit BodyDevice(QByteArray bytes, BandwidthBudget *budget = nullptr, std::shared_ptr<qint64> counter = nullptr)
        : m_bytes(std::move(bytes)), m_budget(budget), m_counter(std::move(counter))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    bool reset() override { return false; } // what it asks for before it sends again; the answer ends the attempt
    bool seek(qint64) override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_taken; }
    [[nodiscard]] bool atEnd() const override { return m_taken == m_bytes.size(); }

protected:
    qint64 readData(char *to, qint64 wanted) override
    {
        if (atEnd())
            return -1;
        const qint64 most = std::min(wanted, bytesAvailable());
        const qint64 given = m_budget != nullptr ? m_budget->take(most) : most;
        if (given == 0 && most > 0) {
            QTimer::singleShot(m_budget->waitFor(most), this, &QIODevice::readyRead);
            return 0;
        }
        std::memcpy(to, m_bytes.constData() + m_taken, static_cast<size_t>(given));
        m_taken += given;
        if (m_counter)
            *m_counter += given;
        return given;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    BandwidthBudget *m_budget;
    std::shared_ptr<qint64> m_counter;
    qint64 m_taken = 0;
};

} // namespace tongban::offline::platform
