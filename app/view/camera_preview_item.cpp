// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/camera_preview_item.h"

#include <QQuickWindow>
#include <QSGImageNode>

#include <memory>
#include <utility>

namespace tongban::view {

namespace {

// An image over the frame's pixels that holds the frame for as long as the image or a copy of it lives.
QImage imageOf(const ports::CameraFrame &frame)
{
    auto held = std::make_unique<std::shared_ptr<const uchar>>(frame.pixels);
    const auto release = [](void *pixels) { delete static_cast<std::shared_ptr<const uchar> *>(pixels); };
    return QImage(frame.pixels.get(), frame.size.width(), frame.size.height(), frame.bytesPerLine,
                  QImage::Format_RGB32, release, held.release());
}

} // namespace

CameraPreviewItem::CameraPreviewItem(QQuickItem *parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

CameraPreviewItem::~CameraPreviewItem()
{
    if (m_feed)
        m_feed->stop();
}

void CameraPreviewItem::setFeed(CameraFeed *feed)
{
    if (feed == m_feed)
        return;
    if (m_feed) {
        m_feed->disconnect(this);
        m_feed->stop();
    }
    drop();
    m_feed = feed;
    if (feed) {
        connect(feed, &CameraFeed::arrived, this, [this] {
            if (const auto frame = m_feed->take())
                m_next = imageOf(*frame);
            update();
        });
        connect(feed, &CameraFeed::troubledChanged, this, [this] {
            if (m_feed->isTroubled()) // a picture that stands still would be taken for the present
                drop();
        });
    }
    runAsVisible();
    Q_EMIT feedChanged();
}

void CameraPreviewItem::setMirrored(bool mirrored)
{
    if (mirrored == m_isMirrored)
        return;
    m_isMirrored = mirrored;
    update();
    Q_EMIT mirroredChanged();
}

void CameraPreviewItem::runAsVisible()
{
    if (!m_feed)
        return;
    if (isVisible() && window()) {
        m_feed->start();
        return;
    }
    m_feed->stop();
    drop();
}

void CameraPreviewItem::drop()
{
    m_next = {};
    if (std::exchange(m_hasPicture, false))
        Q_EMIT hasPictureChanged();
    update();
}

void CameraPreviewItem::itemChange(ItemChange change, const ItemChangeData &value)
{
    QQuickItem::itemChange(change, value);
    if (change == ItemVisibleHasChanged || change == ItemSceneChange)
        runAsVisible();
}

void CameraPreviewItem::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    update();
}

QRectF CameraPreviewItem::letterboxed(QSizeF picture, QSizeF place)
{
    const QSizeF size = picture.scaled(place, Qt::KeepAspectRatio);
    return {QPointF((place.width() - size.width()) / 2, (place.height() - size.height()) / 2), size};
}

// On the render thread, while the UI thread waits.
QSGNode *CameraPreviewItem::updatePaintNode(QSGNode *node, UpdatePaintNodeData *)
{
    auto *picture = static_cast<QSGImageNode *>(node);
    if (m_next.isNull() && !m_hasPicture) {
        delete picture; // and with it the last person's face
        return nullptr;
    }
    if (!m_next.isNull()) {
        if (!picture) {
            picture = window()->createImageNode();
            picture->setOwnsTexture(true);
            picture->setFiltering(QSGTexture::Linear);
        }
        picture->setTexture(window()->createTextureFromImage(m_next, QQuickWindow::TextureIsOpaque));
        m_next = {};
        const bool isFirst = !std::exchange(m_hasPicture, true);
        const auto shown = [this, isFirst] {
            if (isFirst)
                Q_EMIT hasPictureChanged();
            if (m_feed)
                m_feed->wantNext();
        };
        QMetaObject::invokeMethod(this, shown, Qt::QueuedConnection);
    }
    if (picture) {
        picture->setRect(letterboxed(picture->texture()->textureSize(), size()));
        picture->setTextureCoordinatesTransform(m_isMirrored ? QSGImageNode::MirrorHorizontally
                                                             : QSGImageNode::NoTransform);
    }
    return picture;
}

} // namespace tongban::view
