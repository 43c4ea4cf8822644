// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a camera on the screen, whole, in the middle of its place. The pixels are those of the capture process;
// the only copy on this side is the upload to the screen's own memory, where there is one.
#pragma once

#include "app/view/camera_feed.h"

#include <QImage>
#include <QPointer>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class CameraPreviewItem : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    // The feed runs while the item is visible, and only then.
    Q_PROPERTY(tongban::view::CameraFeed *feed READ feed WRITE setFeed NOTIFY feedChanged)
    // As in a mirror: people find their own face and hand that way. Not for documents.
    Q_PROPERTY(bool mirrored READ isMirrored WRITE setMirrored NOTIFY mirroredChanged)
    Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY hasPictureChanged)

public:
    explicit CameraPreviewItem(QQuickItem *parent = nullptr);
    ~CameraPreviewItem() override;

    [[nodiscard]] CameraFeed *feed() const { return m_feed; }
    void setFeed(CameraFeed *feed);
    [[nodiscard]] bool isMirrored() const { return m_isMirrored; }
    void setMirrored(bool mirrored);
    [[nodiscard]] bool hasPicture() const { return m_hasPicture; }

    // Where a picture of this size lies within a place of that size.
    [[nodiscard]] static QRectF letterboxed(QSizeF picture, QSizeF place);

Q_SIGNALS:
    void feedChanged();
    void mirroredChanged();
    void hasPictureChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *data) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    void runAsVisible();
    void drop();

    QPointer<CameraFeed> m_feed;
    bool m_isMirrored = false;
    bool m_hasPicture = false;
    QImage m_next; // arrived and not on the screen yet; its pixels are the frame's
};

} // namespace tongban::view
