// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal's state directory, two villagers and their papers, for tests of the store.
#pragma once

#include "app/core/base/clock.h"
#include "app/core/domain/case_draft.h"
#include "offline/store/database.h"
#include "offline/store/offline_store.h"
#include "offline/vault/posix_file_system.h"

#include <QTemporaryDir>

namespace tongban::testing {

using OfflineStore = offline::store::OfflineStore;
using StorePointer = std::unique_ptr<OfflineStore>;

struct Villager
{
    domain::IdCard card;
    QString phone;
};

[[nodiscard]] Villager zhang();
[[nodiscard]] Villager li();

[[nodiscard]] domain::ServiceItem allowance();  // 高龄津贴, as shipped
[[nodiscard]] QByteArray pageImage(int number); // bytes of a "scan", different for each number

[[nodiscard]] offline::store::OfflineOptions terminal(const QString &stateDirectory);

// Opens, and waits for the background sweep: tests count files and plant faults in the operations that follow.
[[nodiscard]] Result<StorePointer> openSwept(const offline::store::OfflineOptions &options, const Clock &clock,
                                             ports::FileSystem &files);

// A page sealed for the owner, with its true digest.
[[nodiscard]] Result<domain::SealedPage> sealedPage(ports::Vault &vault, const QUuid &owner, const QByteArray &image);

// A complete draft: answers, two pages, a signature; its pages are in the vault, itself is not saved.
[[nodiscard]] Result<domain::CaseDraft> filledDraft(OfflineStore &store, const Villager &villager, const Clock &clock);

[[nodiscard]] bool sameContent(const domain::CaseDraft &left, const domain::CaseDraft &right);

// What the tables hold, counted on a connection of its own.
struct Census
{
    int drafts = 0;
    int cases = 0;
    int pages = 0;
    int messages = 0;
    int needs = 0;
    [[nodiscard]] bool operator==(const Census &) const = default;
};
[[nodiscard]] Result<Census> censusOf(const QString &databasePath);

class StoreWorld
{
public:
    StoreWorld();

    [[nodiscard]] QString stateDirectory() const { return m_directory.filePath(QStringLiteral("state")); }
    [[nodiscard]] QString databasePath() const { return stateDirectory() + QStringLiteral("/store.db"); }
    [[nodiscard]] offline::store::OfflineOptions options() const { return terminal(stateDirectory()); }
    [[nodiscard]] Result<StorePointer> open(); // on the real disk
    // With a backup's disk beside; the city's key pair is made for this world.
    [[nodiscard]] QString backupDirectory() const { return m_directory.filePath(QStringLiteral("backup")); }
    [[nodiscard]] offline::store::OfflineOptions optionsWithBackup();
    [[nodiscard]] const offline::crypto::Sm2PrivateKey &city();
    [[nodiscard]] Result<StorePointer> open(ports::FileSystem &files);

    ManualClock clock;
    offline::vault::PosixFileSystem disk;

private:
    std::optional<offline::crypto::Sm2PrivateKey> m_city;
    QTemporaryDir m_directory; // in memory where there is such a place: faults are planted, not waited for
};

} // namespace tongban::testing
