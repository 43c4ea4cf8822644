// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/offline/store_world.h"

#include "app/core/base/uuid7.h"
#include "app/core/domain/draft_codec.h"
#include "app/core/domain/item_codec.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace tongban::testing {

namespace {

domain::IdCard cardOf(const QString &name, domain::Sex sex, const QString &idNumber, const QString &address)
{
    return {.name = Secret(name),
            .sex = sex,
            .ethnicCode = QStringLiteral("01"),
            .birth = QDate::fromString(idNumber.mid(6, 8), QStringLiteral("yyyyMMdd")),
            .address = Secret(address),
            .idNumber = Secret(idNumber),
            .issuer = QStringLiteral("青山县公安局"),
            .validFrom = QDate(2010, 1, 2),
            .validTo = std::nullopt};
}

QString directoryTemplate()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return (memory.isWritable() ? memory.filePath() : QDir::tempPath()) + QStringLiteral("/tongban-store-XXXXXX");
}

} // namespace

Villager zhang()
{
    return {.card = cardOf(QStringLiteral("张秀英"), domain::Sex::Female, QStringLiteral("11010519391231002X"),
                           QStringLiteral("青山镇石桥村三组17号")),
            .phone = QStringLiteral("13855512346")};
}

Villager li()
{
    return {.card = cardOf(QStringLiteral("李大山"), domain::Sex::Male, QStringLiteral("440524193001010014"),
                           QStringLiteral("青山镇柳湾村一组4号")),
            .phone = QStringLiteral("13955598761")};
}

domain::ServiceItem allowance()
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/gaoling-jintie.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the shipped item is missing");
    auto item = domain::itemFromJson(QJsonDocument::fromJson(file.readAll()).object());
    if (!item)
        qFatal("the shipped item is wrong: %s", qPrintable(item.error().detail));
    return *item;
}

QByteArray pageImage(int number)
{
    return QByteArray("\xFF\xD8\xFF\xE0 page ") + QByteArray::number(number) + QByteArray(5000, 'p');
}

Result<domain::SealedPage> sealedPage(ports::Vault &vault, const QUuid &owner, const QByteArray &image)
{
    const auto kept = vault.put(owner, image);
    if (!kept)
        return fail(kept.error());
    return domain::SealedPage{
        .blob = kept->blob, .size = {1200, 1600}, .bytes = image.size(), .sm3 = kept->sm3.result()};
}

Result<domain::CaseDraft> filledDraft(OfflineStore &store, const Villager &villager, const Clock &clock)
{
    Uuid7Generator ids(clock);
    domain::CaseDraft draft{.id = ids.next(),
                            .item = allowance(),
                            .applicant = villager.card,
                            .startedAt = clock.nowUtc(),
                            .appliesAgainstAdvice = true,
                            .answers = {},
                            .pages = {},
                            .signature = std::nullopt};
    draft.answers.insert(QStringLiteral("name"), villager.card.name);
    draft.answers.insert(QStringLiteral("idNumber"), villager.card.idNumber);
    draft.answers.insert(QStringLiteral("address"), villager.card.address);
    draft.answers.insert(QStringLiteral("phone"), Secret(villager.phone));
    draft.answers.insert(QStringLiteral("living"), Secret(QStringLiteral("alone")));
    for (int number = 1; number <= 2; ++number) {
        const auto page = sealedPage(store.vault(), draft.id, pageImage(number));
        if (!page)
            return fail(page.error());
        draft.pages[QStringLiteral("householdRegister")].push_back(*page);
    }
    const auto signature = sealedPage(store.vault(), draft.id, QByteArrayLiteral("\x89PNG signature"));
    if (!signature)
        return fail(signature.error());
    draft.signature = *signature;
    return draft;
}

bool sameContent(const domain::CaseDraft &left, const domain::CaseDraft &right)
{
    return domain::toJson(left) == domain::toJson(right);
}

Result<Census> censusOf(const QString &databasePath)
{
    const auto database = offline::store::Database::open(databasePath);
    if (!database)
        return fail(database.error());
    const auto rows = (*database)->query(
        QStringLiteral("census"),
        QStringLiteral(
            "SELECT (SELECT count(*) FROM drafts), (SELECT count(*) FROM cases), (SELECT count(*) FROM pages),"
            " (SELECT count(*) FROM outbox), (SELECT count(*) FROM outbox_needs)"));
    if (!rows)
        return fail(rows.error());
    const auto &row = rows->front();
    return Census{.drafts = row.at(0).toInt(),
                  .cases = row.at(1).toInt(),
                  .pages = row.at(2).toInt(),
                  .messages = row.at(3).toInt(),
                  .needs = row.at(4).toInt()};
}

Result<StorePointer> openSwept(const offline::store::OfflineOptions &options, const Clock &clock,
                               ports::FileSystem &files)
{
    auto store = OfflineStore::open(options, clock, files);
    if (store)
        (*store)->orphanSweep().waitForFinished();
    return store;
}

StoreWorld::StoreWorld() : clock(QDateTime(QDate(2026, 3, 1), QTime(1, 30), Qt::UTC)), m_directory(directoryTemplate())
{}

offline::store::OfflineOptions terminal(const QString &stateDirectory)
{
    return {.stateDirectory = stateDirectory,
            .siteCode = QStringLiteral("330106002000"),
            .deviceId = QStringLiteral("K01")};
}

const offline::crypto::Sm2PrivateKey &StoreWorld::city()
{
    if (!m_city)
        m_city = offline::crypto::Sm2PrivateKey::generate();
    return *m_city;
}

offline::store::OfflineOptions StoreWorld::optionsWithBackup()
{
    if (!QDir().mkpath(backupDirectory()))
        qFatal("no directory for the backup");
    auto with = options();
    with.backup.emplace(offline::store::BackupOptions{.directory = backupDirectory(), .cityKey = city().publicKey()});
    return with;
}

Result<StorePointer> StoreWorld::open()
{
    return open(disk);
}

Result<StorePointer> StoreWorld::open(ports::FileSystem &files)
{
    return openSwept(options(), clock, files);
}

} // namespace tongban::testing
