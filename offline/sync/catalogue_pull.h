// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/sync/pull.h"

namespace tongban::offline::sync {

// The catalogue: what changed since the one held; when that cannot be had or does not make its manifest, the whole one;
// when that does not either, the one held stays, which is logged and counted. A whole one that was refused is not
// fetched again while the platform has no other.
class CataloguePull final : public Pull
{
public:
    CataloguePull(PullHost host, std::function<void()> changed) : Pull(std::move(host)), m_changed(std::move(changed))
    {}
    void run() override;

private:
    using Held = Result<ports::HeldCatalogue>;
    using News = Result<ports::CatalogueNews>;

    void askForChanges(const ports::HeldCatalogue &held);
    void changesCame(const ports::HeldCatalogue &held, const News &news);
    void askForWhole(const QString &heldVersion);
    void wholeCame(const QString &heldVersion, const Result<std::optional<ports::CatalogueNews>> &news);
    void adopt(const ports::CatalogueNews &news, const QString &heldVersion);
    void adopted(const ports::CatalogueNews &news, const QString &heldVersion, const Result<void> &kept);
    void refused(const Error &error, std::function<void()> next);
    void waitForNext() { rest(m_host.options.catalogueEvery); }

    std::function<void()> m_changed;
    QString m_wholeVersion; // of the whole one that came last
};

inline constexpr auto refusedCataloguesKey = "catalogue.refused"; // how many so far, in the store's memory

} // namespace tongban::offline::sync
