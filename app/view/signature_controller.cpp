// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/signature_controller.h"

#include "app/core/catalogue/material_resolver.h"
#include "app/view/session_item.h"

#include <QBuffer>
#include <QImage>
#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace tongban::view {

namespace {

// Millimetres do not reach us; a name is written across at least a tenth of the pad, a slip of the finger is not.
constexpr double shortestPart = 0.1;
constexpr int pictureWidth = 900; // pixels: as fine as a pen line on the paper form at 200 dpi

double lengthOf(const QPolygonF &stroke)
{
    double length = 0;
    for (qsizetype i = 1; i < stroke.size(); ++i)
        length += QLineF(stroke.at(i - 1), stroke.at(i)).length();
    return length;
}

} // namespace

SignatureController::SignatureController(QObject *parent) : QObject(parent) {}

bool SignatureController::isEmpty() const
{
    double length = 0;
    for (const QPolygonF &stroke : m_strokes)
        length += lengthOf(stroke);
    return m_strokes.empty() || length < shortestPart * m_pad.width();
}

void SignatureController::show(const flow::ServiceState &state)
{
    const domain::ServiceItem *item = itemOf(state);
    QString consent = item ? item->consent : QString();
    const domain::Party *party = state.draft ? state.draft->item.party(state.party) : nullptr;
    if (party)
        consent = party->consent;
    else if (state.draft)
        consent = catalogue::signedText(state.draft->item, catalogue::resolveMaterials(*state.draft));
    if (consent == m_consent)
        return;
    m_consent = consent;
    Q_EMIT consentChanged();
}

void SignatureController::beginStroke(QPointF at, QSizeF pad)
{
    if (m_locked)
        return;
    m_pad = pad;
    m_strokes.push_back({at});
    Q_EMIT changed();
}

void SignatureController::extendStroke(QPointF to)
{
    if (m_strokes.empty() || m_locked)
        return;
    m_strokes.back().append(QPointF(std::clamp(to.x(), 0.0, m_pad.width()), std::clamp(to.y(), 0.0, m_pad.height())));
    Q_EMIT changed();
}

void SignatureController::clear()
{
    if (m_strokes.empty())
        return;
    m_strokes.clear();
    Q_EMIT changed();
}

SignatureController::Picture SignatureController::picture() const
{
    if (isEmpty())
        return {};
    const double scale = pictureWidth / m_pad.width();
    QImage image(pictureWidth, std::max(1, qRound(m_pad.height() * scale)), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.setPen(QPen(Qt::black, 5 / scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF &stroke : m_strokes)
        painter.drawPolyline(stroke);
    painter.end();

    Picture picture;
    picture.size = image.size();
    QBuffer buffer(&picture.png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return picture;
}

} // namespace tongban::view
