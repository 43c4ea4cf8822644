// SPDX-License-Identifier: GPL-3.0-or-later
// The words of tongban-items.
#pragma once

#include <QString>
#include <QStringList>

namespace tongban::app {

struct ItemsCommand
{
    enum class Verb { Check, Figures, Preview } verb = Verb::Check;
    QStringList files; // as given; at least one, of a preview exactly one
    bool asJson = false;
    bool wantsHelp = false;
    QString complaint; // Chinese; empty: the words are good
};

[[nodiscard]] ItemsCommand readItemsCommand(const QStringList &words);
[[nodiscard]] QString itemsHelp();

} // namespace tongban::app
