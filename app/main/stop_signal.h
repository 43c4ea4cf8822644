// SPDX-License-Identifier: GPL-3.0-or-later
// SIGTERM and SIGINT as an orderly end. A handler and a pipe, not a blocked mask: children would inherit the mask and
// could not be ended any more.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace tongban::app {

class StopSignal : public QObject // one a process
{
    Q_OBJECT
public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void asked();

private:
    int m_readEnd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace tongban::app
