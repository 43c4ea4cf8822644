// SPDX-License-Identifier: GPL-3.0-or-later
// What came of a visit, as another program finds it.
#include "offline/store/database.h"
#include "tests/qml/visit.h"

#include <QDir>

namespace tongban::qmltest {

testing::Census Visit::census()
{
    rig.onStoreLane([] {}); // what was asked of the store before is done
    const auto census = testing::censusOf(world.databasePath());
    return census ? *census : testing::Census{.drafts = -1};
}

QString Visit::text(const QString &sql)
{
    rig.onStoreLane([] {});
    const auto database = offline::store::Database::open(world.databasePath());
    const auto rows = database ? (*database)->query(QStringLiteral("visit"), sql)
                               : Result<offline::store::Rows>(fail(database.error()));
    return rows && !rows->empty() ? rows->front().at(0).toString() : QString();
}

domain::SubmittedCase Visit::lastCase()
{
    const QUuid id = QUuid::fromString(text(QStringLiteral("SELECT id FROM cases ORDER BY rowid DESC")));
    domain::SubmittedCase found;
    rig.onStoreLane([&] {
        if (const auto kept = m_store->cases().findCase(id))
            found = *kept;
    });
    return found;
}

int Visit::count(const QString &sql)
{
    bool isNumber = false;
    const int number = text(sql).toInt(&isNumber);
    return isNumber ? number : -1;
}

int Visit::owners()
{
    rig.onStoreLane([] {});
    return static_cast<int>(
        QDir(world.stateDirectory() + QStringLiteral("/vault")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
}

} // namespace tongban::qmltest
