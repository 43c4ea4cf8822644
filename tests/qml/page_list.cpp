// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/page_list.h"

#include <algorithm>

namespace tongban::qmltest {

namespace {

ListedPage page(const char *name, const QList<const char *> &scenes = {})
{
    ListedPage listed{QString::fromUtf8(name), {}};
    for (const char *scene : scenes)
        listed.scenes << QString::fromUtf8(scene);
    return listed;
}

bool shows(const ListedPage &page, const QString &scene)
{
    return std::any_of(page.scenes.begin(), page.scenes.end(),
                       [&](const QString &begin) { return scene.startsWith(begin); });
}

} // namespace

QList<ListedPage> listedPages()
{
    return {
        page("attract", {"attract"}),
        page("home", {"home"}),
        page("identify: card", {"identify"}),
        page("identify: assisted", {"identify-helped"}),
        page("identify: code of a receipt", {"progress-code", "progress-by-receipt"}),
        page("scenario wizard", {"find-pictures", "find-question", "find-list"}),
        page("search", {"find-words", "find-found"}),
        page("item guide, and its list on paper", {"guide", "slip"}),
        page("situation questions", {"situation"}),
        page("assisted mode", {"helping", "helper-card", "naming", "mark-sheet"}),
        page("upon the card: unfinished, not eligible", {"resume", "not-eligible"}),
        page("form", {"form"}),
        page("materials: list", {"materials"}),
        page("materials: capture", {"capture"}),
        page("materials: review", {"page-review"}),
        page("materials: reorder", {"page-review-two"}),
        page("signature", {"signature"}),
        page("review", {"review"}),
        page("submitting", {"submitting"}),
        page("not brought: library, commitment, later"),
        page("I go and look for it"),
        page("receipt", {"receipt"}),
        page("rating", {"rating"}),
        page("progress list and case timeline", {"progress"}),
        page("supplement: what is wanted", {"progress-letter"}),
        page("supplement: hand it in here", {"supplement"}),
        page("a letter is told of first", {"letter-first"}),
        page("subsidies"),
        page("certificates and printing"),
        page("pay"),
        page("queue ticket"),
        page("appointments"),
        page("notices"),
        page("FAQ and complaint"),
        page("my page"),
        page("help, and how it is easier", {"help", "comfort"}),
        page("closed", {"closed"}),
        page("out of service", {"out-of-service"}),
        page("over every page: start over, idle, wiped", {"start-over", "idle", "farewell"}),
        page("staff"),
        page("technician"),
        page("hall board"),
    };
}

QStringList listFaults(const QStringList &scenesSeen)
{
    QStringList faults;
    const QList<ListedPage> pages = listedPages();
    for (const QString &scene : scenesSeen)
        if (std::none_of(pages.begin(), pages.end(), [&](const ListedPage &page) { return shows(page, scene); }))
            faults << QStringLiteral("«%1» stands in no page of the list").arg(scene);
    for (const ListedPage &page : pages)
        for (const QString &begin : page.scenes)
            if (std::none_of(scenesSeen.begin(), scenesSeen.end(),
                             [&](const QString &scene) { return scene.startsWith(begin); }))
                faults << QStringLiteral("%1: no scene «%2»").arg(page.page, begin);
    return faults;
}

} // namespace tongban::qmltest
