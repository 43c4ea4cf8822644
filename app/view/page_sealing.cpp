// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/page_sealing.h"

namespace tongban::view {

namespace {

// In the vault, and what is known of it once its digest is.
struct PutPage
{
    ports::KeptFile page;
    std::optional<ports::KeptFile> thumbnail;

    [[nodiscard]] domain::SealedPage sealed(const ports::ScannedPage &scanned) const
    {
        domain::SealedPage sealed{
            .blob = page.blob, .size = scanned.size, .bytes = scanned.jpeg.size(), .sm3 = page.sm3.result()};
        if (thumbnail)
            sealed.thumbnail = domain::SealedThumbnail{.blob = thumbnail->blob,
                                                       .size = scanned.thumbnail->size,
                                                       .bytes = scanned.thumbnail->jpeg.size(),
                                                       .sm3 = thumbnail->sm3.result()};
        return sealed;
    }
};

Result<PutPage> putOne(ports::Vault &vault, const QUuid &owner, const ports::ScannedPage &scanned)
{
    const auto page = vault.put(owner, scanned.jpeg);
    if (!page)
        return fail(page.error().within(QStringLiteral("seal page")));
    PutPage put{.page = *page, .thumbnail = {}};
    if (!scanned.thumbnail)
        return put;
    const auto thumbnail = vault.put(owner, scanned.thumbnail->jpeg);
    if (!thumbnail)
        return fail(thumbnail.error().within(QStringLiteral("seal thumbnail")));
    put.thumbnail = *thumbnail;
    return put;
}

} // namespace

// The digests are asked for last: they are made on other cores while the pages after them are sealed.
Result<SealedScan> sealScan(ports::Vault &vault, const QUuid &owner, const std::vector<ports::ScannedPage> &pages)
{
    SealedScan scan;
    std::vector<PutPage> puts;
    for (const ports::ScannedPage &page : pages) {
        auto put = putOne(vault, owner, page);
        if (!put)
            return fail(put.error());
        puts.push_back(std::move(*put));
        scan.previews.append(QImage::fromData(page.jpeg));
    }
    for (std::size_t i = 0; i < pages.size(); ++i)
        scan.pages.push_back(puts[i].sealed(pages[i]));
    return scan;
}

Result<domain::SealedPage> sealPicture(ports::Vault &vault, const QUuid &owner, const QByteArray &file, QSize size)
{
    const auto put = vault.put(owner, file);
    if (!put)
        return fail(put.error().within(QStringLiteral("seal picture")));
    return domain::SealedPage{.blob = put->blob, .size = size, .bytes = file.size(), .sm3 = put->sm3.result()};
}

} // namespace tongban::view
