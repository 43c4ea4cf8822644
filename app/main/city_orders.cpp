// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/city_orders.h"

#include <QPromise>

#include <memory>

namespace tongban::app {

using ports::CityCommand;
using ports::CommandKind;

QFuture<Result<QString>> CityOrders::carryOut(const CityCommand &command)
{
    const auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    QMetaObject::invokeMethod(
        this,
        [this, command, promise] {
            promise->addResult(Result<QString>(obey(command)));
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

void CityOrders::restore(const ports::StandingOrders &orders)
{
    m_kiosk.setClosed(orders.closedText);
    if (!orders.message.isEmpty())
        m_kiosk.cityWord()->setMessage(orders.message, orders.messageUntil);
}

QString CityOrders::obey(const CityCommand &command)
{
    switch (command.kind) {
    case CommandKind::Reload:
        m_kiosk.setClosed({});
        m_kiosk.loadCatalogue();
        return QStringLiteral("open; the catalogue is asked for");
    case CommandKind::Diagnose:
        return m_devices();
    case CommandKind::Message:
        m_kiosk.cityWord()->setMessage(command.text, command.expiresAt);
        return QStringLiteral("shown until %1").arg(command.expiresAt.toString(Qt::ISODate));
    case CommandKind::Close:
        m_kiosk.setClosed(command.text);
        return QStringLiteral("closed until the next reload");
    }
    Q_UNREACHABLE();
}

} // namespace tongban::app
