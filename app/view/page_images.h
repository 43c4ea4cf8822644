// SPDX-License-Identifier: GPL-3.0-or-later
// Page previews: in memory, this session only. The provider is the engine's; the pictures are the controller's.
#pragma once

#include <QHash>
#include <QImage>
#include <QMutex>
#include <QQuickImageProvider>
#include <QStringList>

#include <memory>

namespace tongban::view {

class PageImages // any thread
{
public:
    // Replaces what was there; returns the sources for QML ("image://pages/N"). Numbers are never used twice.
    QStringList replace(const QList<QImage> &images);
    void clear();
    [[nodiscard]] QImage image(int number) const;
    [[nodiscard]] bool isEmpty() const;

private:
    mutable QMutex m_mutex;
    QHash<int, QImage> m_images;
    int m_next = 1;
};

class PageImageProvider final : public QQuickImageProvider
{
public:
    static constexpr auto name = "pages";
    explicit PageImageProvider(std::shared_ptr<PageImages> images);
    // Scaled down to requestedSize (bounding box) when that is smaller; a null image once wiped.
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;

private:
    std::shared_ptr<PageImages> m_images;
};

} // namespace tongban::view
