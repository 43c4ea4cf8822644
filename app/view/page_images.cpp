// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/page_images.h"

#include <QMutexLocker>

namespace tongban::view {

QStringList PageImages::replace(const QList<QImage> &images)
{
    const QMutexLocker lock(&m_mutex);
    m_images.clear();
    QStringList sources;
    for (const QImage &image : images) {
        sources.append(QStringLiteral("image://%1/%2").arg(QLatin1String(PageImageProvider::name)).arg(m_next));
        m_images.insert(m_next++, image);
    }
    return sources;
}

void PageImages::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_images.clear();
}

QImage PageImages::image(int number) const
{
    const QMutexLocker lock(&m_mutex);
    return m_images.value(number);
}

bool PageImages::isEmpty() const
{
    const QMutexLocker lock(&m_mutex);
    return m_images.isEmpty();
}

PageImageProvider::PageImageProvider(std::shared_ptr<PageImages> images)
    : QQuickImageProvider(QQuickImageProvider::Image), m_images(std::move(images))
{}

QImage PageImageProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QImage image = m_images->image(id.toInt());
    if (size)
        *size = image.size();
    const QSize wanted = image.size().scaled(requestedSize, Qt::KeepAspectRatio);
    if (image.isNull() || !requestedSize.isValid() || requestedSize.isEmpty() || wanted.width() >= image.width())
        return image;
    return image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace tongban::view
