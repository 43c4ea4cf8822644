// SPDX-License-Identifier: GPL-3.0-or-later
// A real cupsd with a real IPP printer (ippeveprinter) behind it, in a directory of their own, on loopback only
// (DEVICES §4). The printer's mechanism is a script: it keeps what was printed, and stops where a test says so.
#pragma once

#include "drivers/devices/page_printer/cups_printer.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace tongban::tests {

class CupsRig
{
public:
    CupsRig() = default;
    ~CupsRig(); // ends every process
    CupsRig(const CupsRig &) = delete;
    CupsRig &operator=(const CupsRig &) = delete;

    // Returns why it does not stand; empty when it does.
    [[nodiscard]] QString start();
    [[nodiscard]] QString startPrinter(); // on the port it had
    [[nodiscard]] QString startCupsd();
    void killPrinter();
    void killCupsd();
    void freezeCupsd(); // it takes connections and says nothing
    void thawCupsd();

    // printer-state-reasons that stop the mechanism before the next sheet, e.g.
    // "media-empty-error,media-needed-report"; empty = it goes on. Seen from a job's beginning on, and kept by the
    // printer when the job was withdrawn.
    void setStop(const QByteArray &reasons);
    void setAborts(bool aborts); // with such reasons the job is given up by the printer
    void setCounts(bool counts); // whether the printer counts its pages

    // Points the queue at another port of this machine; "" or why not.
    [[nodiscard]] QString setDevicePort(int port);

    [[nodiscard]] drivers::devices::CupsOptions options() const;
    [[nodiscard]] int printerPort() const { return m_printerPort; }
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QList<QByteArray> printed() const;    // documents that reached paper, oldest first
    [[nodiscard]] QStringList spooledDocuments() const; // that cupsd holds
    [[nodiscard]] bool isMechanismAtWork() const;       // a document is in the mechanism

private:
    [[nodiscard]] QString run(const QString &program, const QStringList &arguments);
    [[nodiscard]] QString startOne(QProcess &process, const QString &program, const QStringList &arguments);
    [[nodiscard]] bool writeFiles();
    void write(const QString &name, const QByteArray &content) const;

    QTemporaryDir m_directory;
    QProcess m_bus;
    QProcess m_printer;
    QProcess m_cupsd;
    int m_printerPort = 0;
};

} // namespace tongban::tests
