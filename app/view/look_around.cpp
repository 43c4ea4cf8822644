// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk looks at between two people: the catalogue, and whether the devices are there.
#include "app/core/base/when_finished.h"
#include "app/view/effect_runner.h"
#include "app/view/lane_work.h"

namespace tongban::view {

namespace {

Result<void> verdictOn(const ports::PrinterStatus &status)
{
    const QString where = QStringLiteral("printer status");
    if (status.paperOut)
        return fail(ErrorKind::PaperOut, where);
    if (status.coverOpen)
        return fail(ErrorKind::CoverOpen, where);
    if (status.fault || !status.online)
        return fail(ErrorKind::DeviceFault, where, status.fault ? QStringLiteral("fault") : QStringLiteral("off line"));
    return {};
}

} // namespace

void EffectRunner::loadCatalogue()
{
    const auto future = inStore(m_ports, [](StorePorts &store) { return store.catalogue->current(); });
    whenFinished(future, this, [this](const Result<ports::CatalogueSnapshot> &snapshot) {
        if (!snapshot && snapshot.error().kind != ErrorKind::NotFound)
            logStoreTrouble(snapshot.error());
        Q_EMIT catalogueLoaded(snapshot);
    });
}

template <class Port> void EffectRunner::probe(KioskDevice device, Lane *lane, const Door<Port> &door)
{
    const auto future = lane->run([door](std::stop_token) {
        const Result<Port *> port = door();
        return port ? Result<void>() : Result<void>(fail(port.error()));
    });
    whenFinished(future, this, [this, device](const Result<void> &present) {
        if (!failedWith(present, ErrorKind::Cancelled))
            Q_EMIT presenceReported(device, errorOf(present));
    });
}

void EffectRunner::probeDevices()
{
    probe(KioskDevice::CardReader, m_ports.cardLane, m_ports.cardReader);
    probe(KioskDevice::Scanner, m_ports.scanLane, m_ports.scanner);
    probe(KioskDevice::Printer, m_ports.printLane, m_ports.printer);
    probePrinter();
}

// Asking a printer moves no paper, so missing paper is seen before somebody waits for a receipt.
void EffectRunner::probePrinter()
{
    auto work = [](ports::ReceiptPrinter &printer, std::stop_token stop) -> Result<void> {
        const auto status = printer.status(Deadline::in(std::chrono::seconds(3)), stop);
        return status ? verdictOn(*status) : Result<void>(fail(status.error()));
    };
    const auto future = onDevice(m_ports.printLane, m_ports.printer, std::stop_token(), work);
    whenFinished(future, this, [this](const Result<void> &well) { report(KioskDevice::Printer, errorOf(well)); });
}

} // namespace tongban::view
