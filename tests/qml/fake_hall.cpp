// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/fake_hall.h"

#include "app/core/domain/supplement.h"
#include "app/core/domain/item_codec.h"
#include "app/core/domain/theme.h"
#include "app/core/domain/theme_cases.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFont>
#include <QImage>
#include <QJsonDocument>
#include <QPainter>

namespace tongban::qmltest {

domain::IdCard cardOf(const QString &name, const QString &idNumber)
{
    domain::IdCard card;
    card.name = Secret(name);
    card.idNumber = Secret(idNumber);
    card.birth = QDate::fromString(idNumber.mid(6, 8), QStringLiteral("yyyyMMdd"));
    card.sex = idNumber.mid(16, 1).toInt() % 2 == 1 ? domain::Sex::Male : domain::Sex::Female;
    card.ethnicCode = QStringLiteral("15"); // 土家族
    card.address = Secret(QStringLiteral("湖北省恩施土家族苗族自治州巴东县青山镇石桥坪村三组二十八号"));
    card.issuer = QStringLiteral("巴东县公安局");
    card.validFrom = QDate(2010, 5, 1);
    return card;
}

QByteArray householdPage()
{
    QImage page(1200, 1600, QImage::Format_RGB32);
    page.fill(QColor(250, 247, 238));
    QPainter painter(&page);
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(64);
    painter.setFont(font);
    painter.drawText(QRect(0, 90, 1200, 100), Qt::AlignCenter, QStringLiteral("常住人口登记卡"));
    font.setPixelSize(40);
    painter.setFont(font);
    const QStringList rows{QStringLiteral("姓　　名　　王秀英"), QStringLiteral("户主或与户主关系　　户主"),
                           QStringLiteral("性　　别　　女"),     QStringLiteral("民　　族　　土家族"),
                           QStringLiteral("出生日期　　一九四〇年三月十二日"), QStringLiteral("住　　址　　青山镇石桥坪村三组"),
                           QStringLiteral("何时由何地迁来本址　　久居"),       QStringLiteral("登记日期　　二〇一五年六月一日")};
    painter.setPen(QPen(QColor(90, 90, 90), 3));
    for (int i = 0; i < rows.size(); ++i) {
        const QRect box(90, 260 + i * 150, 1020, 150);
        painter.drawRect(box);
        painter.drawText(box.adjusted(36, 0, 0, 0), Qt::AlignVCenter, rows.at(i));
    }
    painter.end();
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, "JPEG", 60);
    return jpeg;
}

// --- store ---------------------------------------------------------------------------------------------------------

Result<void> FakeStore::saveDraft(const domain::CaseDraft &) { return {}; }
Result<ports::Unfinished> FakeStore::findUnfinished(const domain::IdCard &) { return unfinished; }
Result<ports::Followed> FakeStore::ofHolder(const domain::IdCard &)
{
    return followed;
}
Result<void> FakeStore::letterRead(const QUuid &, const QDateTime &) { return {}; }
Result<domain::CaseDraft> FakeStore::beginSupplement(const domain::IdCard &holder, const QUuid &caseId,
                                                     const QUuid &letter, const QUuid &draftId)
{
    for (const ports::FollowedCase &one : followed.cases) {
        if (one.id != caseId || one.notices.empty() || one.notices.back().id != letter)
            continue;
        domain::SupplementOf of{.caseId = caseId,
                                .letter = letter,
                                .caseNumber = one.localNumber,
                                .due = one.notices.back().due,
                                .demands = {}};
        for (const ports::NoticeItem &item : one.notices.back().items)
            of.demands.push_back({.material = item.material, .field = item.field, .text = item.text});
        domain::SubmittedCase standing;
        standing.content.id = caseId;
        standing.content.item = one.item;
        standing.content.applicant = holder;
        standing.localNumber = one.localNumber;
        return domain::supplementDraft(standing, of, draftId, one.submittedAt);
    }
    return fail(ErrorKind::NotFound, QStringLiteral("fake-store"));
}
Result<ports::Followed> FakeStore::ofReceipt(const domain::ReceiptFacts &)
{
    ports::Followed one = followed;
    one.cases.resize(std::min(one.cases.size(), size_t{1}));
    return one;
}
Result<void> FakeStore::discardDraft(const QUuid &) { return {}; }

Result<domain::SubmittedCase> FakeStore::submit(const domain::CaseDraft &draft)
{
    const auto allowed = maySubmit.take(Deadline::in(std::chrono::seconds(20)), {});
    if (!allowed)
        return fail(allowed.error());
    return domain::SubmittedCase{.content = draft,
                                 .localNumber = QStringLiteral("422823105000-20261121-K01-0007"),
                                 .submittedAt = draft.startedAt,
                                 .projectNumber = {}};
}

// One word of the hall lets all of them through.
Result<std::vector<domain::SubmittedCase>> FakeStore::submitAll(const domain::CaseDraft &draft)
{
    const auto first = submit(draft);
    const auto contents = domain::casesOf(draft);
    if (!first || !contents)
        return fail(first ? contents.error() : first.error());
    std::vector<domain::SubmittedCase> cases(contents->size(), *first);
    for (size_t i = 0; i < cases.size(); ++i) {
        cases[i].content = contents->at(i);
        cases[i].localNumber.replace(QStringLiteral("0007"), QStringLiteral("%1").arg(7 + i, 4, 10, QLatin1Char('0')));
    }
    return cases;
}

Result<domain::SubmittedCase> FakeStore::findCase(const QUuid &) { return fail(ErrorKind::NotFound, QStringLiteral("fake-store")); }
Result<QHash<QString, int>> FakeStore::countsSince(const QDateTime &)
{
    return QHash<QString, int>{{QStringLiteral("gaoling-jintie"), 12}};
}
Result<void> FakeStore::recordStatus(const QUuid &, domain::CaseStatus, const QString &, const QDateTime &)
{
    return {};
}
Result<void> FakeStore::saveEvaluation(const domain::Evaluation &) { return {}; }

Result<ports::KeptFile> FakeStore::put(const QUuid &, const QByteArray &plain)
{
    const QUuid id = QUuid::createUuid();
    m_blobs.insert(id, plain);
    return ports::KeptFile{
        .blob = id,
        .sm3 = QtFuture::makeReadyFuture(QCryptographicHash::hash(plain, QCryptographicHash::Sha256))};
}

Result<QByteArray> FakeStore::get(const QUuid &, const QUuid &blob) { return m_blobs.value(blob); }
Result<void> FakeStore::erase(const QUuid &) { return {}; }
Result<QByteArray> FakeStore::seal(const QByteArray &plain, const QByteArray &) { return plain; }
Result<QByteArray> FakeStore::open(const QByteArray &sealed, const QByteArray &) { return sealed; }
Result<QByteArray> FakeStore::sealForHolder(const QByteArray &plain, const QString &, const QByteArray &) { return plain; }
Result<QByteArray> FakeStore::openForHolder(const QByteArray &sealed, const QString &, const QByteArray &) { return sealed; }
QByteArray FakeStore::keyedDigest(const QString &value) const
{
    return QCryptographicHash::hash(value.toUtf8(), QCryptographicHash::Sha256);
}

Result<ports::PrintJob> FakeStore::reserve(const QUuid &)
{
    m_newest = {QUuid::createUuid(), ports::PrintState::Reserved};
    return ports::PrintJob{m_newest.job, false};
}

Result<ports::PrintJob> FakeStore::reserveSheet(const QString &) { return reserve({}); }

Result<void> FakeStore::record(const QUuid &job, ports::PrintState state, const QString &)
{
    m_newest = {job, state};
    return {};
}

Result<ports::NewestPrint> FakeStore::newest(const QUuid &) { return m_newest; }

namespace {

Result<ports::CatalogueSnapshot> withThemes(ports::CatalogueSnapshot snapshot, QString (*words)(const QString &))
{
    const QDir folder(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/themes"));
    std::vector<QJsonObject> themes;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::NotFound, QStringLiteral("fake-store"), name);
        QJsonObject theme = QJsonDocument::fromJson(file.readAll()).object();
        QJsonObject english = theme.value(QStringLiteral("english")).toObject();
        for (const QString &chinese : words ? english.keys() : QStringList())
            english[chinese] = words(chinese);
        theme[QStringLiteral("english")] = english;
        themes.push_back(theme);
    }
    std::optional<Error> wrong;
    domain::addThemes(themes, snapshot.items, [&wrong](const QJsonObject &, const Error &why) { wrong = why; });
    return wrong ? Result<ports::CatalogueSnapshot>(fail(*wrong)) : std::move(snapshot);
}

} // namespace

Result<ports::CatalogueSnapshot> FakeStore::current()
{
    ports::CatalogueSnapshot snapshot{QStringLiteral("shipped"), QDateTime::currentDateTimeUtc(), {}};
    const QDir items(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items"));
    for (const QString &name : items.entryList({QStringLiteral("*.json")})) {
        QFile file(items.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::NotFound, QStringLiteral("fake-store"), name);
        auto item = domain::itemFromJson(QJsonDocument::fromJson(file.readAll()).object());
        if (!item)
            return fail(item.error());
        if (item->code == QStringLiteral("shigong-xuke"))
            item->parties.clear();
        for (const QString &chinese : itemWords ? item->english.keys() : QStringList())
            item->english[chinese] = itemWords(chinese);
        snapshot.items.push_back(std::move(*item));
    }
    return withThemes(std::move(snapshot), itemWords);
}

Result<ports::HeldCatalogue> FakeStore::held() { return fail(ErrorKind::NotFound, QStringLiteral("hall")); }
Result<void> FakeStore::adopt(const ports::CatalogueNews &) { return {}; }

// --- hall ----------------------------------------------------------------------------------------------------------

FakeHall::FakeHall() : clock(QDateTime(QDate(2026, 11, 21), QTime(9, 41)).toUTC())
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/regions/demonstration.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no regions");
    auto tree = domain::RegionTree::fromJson(QJsonDocument::fromJson(file.readAll()).object());
    if (!tree)
        qFatal("%s", qPrintable(tree.error().detail));
    regions = std::move(*tree);
}

view::KioskPorts FakeHall::ports()
{
    view::KioskPorts ports;
    ports.storeLane = &m_storeLane;
    ports.cardLane = &m_cardLane;
    ports.scanLane = &m_scanLane;
    ports.codeLane = &m_codeLane;
    ports.codeScanner = [this]() -> Result<tongban::ports::CodeScanner *> { return &codeScanner; };
    ports.readReceipt = [](const QByteArray &) { return Result<domain::ReceiptFacts>(domain::ReceiptFacts()); };
    ports.printLane = &m_printLane;
    ports.store = [this]() -> Result<view::StorePorts> { return view::StorePorts{&store, &store, &store, &store, &store, &audit}; };
    ports.cardReader = [this]() -> Result<tongban::ports::IdCardReader *> { return &reader; };
    ports.scanner = [this]() -> Result<tongban::ports::DocumentScanner *> { return &scanner; };
    ports.printer = [this]() -> Result<tongban::ports::ReceiptPrinter *> { return &printer; };
    ports.speaker = &speaker;
    ports.sm3 = [](const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); };
    ports.clock = &clock;
    ports.regions = &regions;
    ports.city = [this] { return &city; };
    ports.site = {QStringLiteral("422823105000"), QStringLiteral("青山镇便民服务中心"), QStringLiteral("K01"),
                  QStringLiteral("0718-4331234"), QStringLiteral("青山镇人民路 12 号一楼"),
                  QStringLiteral("工作日 9:00—17:00")};
    return ports;
}

} // namespace tongban::qmltest
