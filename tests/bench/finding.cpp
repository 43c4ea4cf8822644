// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/finding.h"

#include "app/core/domain/item_codec.h"
#include "app/core/finding/search.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace tongban::bench {

using finding::FindableItem;

namespace {

constexpr size_t wantedItems = 5000;
constexpr int rounds = 5;
const auto where = QStringLiteral("bench.finding");

Result<QJsonObject> objectIn(const QString &path)
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/") + path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, where, path + QStringLiteral(": ") + file.errorString());
    return QJsonDocument::fromJson(file.readAll()).object();
}

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '));
}

Result<std::vector<FindableItem>> shippedItems()
{
    std::vector<FindableItem> items;
    const QStringList files = QDir(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items"))
                                  .entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const auto json = objectIn(QStringLiteral("items/") + file);
        const auto item = json ? domain::itemFromJson(*json) : Result<domain::ServiceItem>(fail(json.error()));
        if (!item)
            return fail(item.error().within(file));
        items.push_back(finding::findableOf(*item));
    }
    return items;
}

// What a city's list is full of besides: licences, filings and certificates of every trade, for whoever asks.
void addBelievable(std::vector<FindableItem> &items)
{
    const QStringList who = words("个人 企业 合作社 学校 医院 村集体");
    const QStringList what = words(
        "食品经营许可 道路运输证 取水许可 排污许可 动物防疫证 种子经营许可 兽药经营许可 农药经营许可 渔业捕捞证 "
        "公共卫生许可 "
        "医师执业证 护士执业证 教师资格证 民办学校 幼儿园 养老机构 社会团体 宗教场所 印刷许可 出版物零售 网吧经营 "
        "演出活动 "
        "文物保护 旅行社 导游证 广告发布 特种设备 计量器具 烟草零售 药品零售 医疗器械 化妆品 酒类流通 成品油零售 "
        "再生资源 "
        "危险化学品 烟花爆竹 消防检查 建筑资质 房产预售 物业服务 燃气经营 供水经营 占道挖掘 户外广告 城市树木 古树名木 "
        "不动产登记 土地使用权 采矿许可 测绘资质 水土保持 河道采砂 航道通航 船舶登记 驾校培训 出租车经营 网约车证 "
        "货运代理 "
        "劳务派遣 职业介绍 技能鉴定 工伤认定 失业保险金 生育津贴 社保补缴 社保转移 医保转移 门诊慢特病 大病救助 "
        "殡葬用品 公墓 "
        "收养登记 慈善组织 志愿服务 律师执业 公证员 司法鉴定 商标质押 专利资助 高新企业 外商投资 进出口权 对外劳务");
    const QStringList act = words("核发 变更 延续 补办 注销 年度报告 备案 查询 申领 转让");
    const QStringList asked = words("办%1 %1要什么材料 %1多少钱 %1在哪里办");
    for (size_t i = 0; items.size() < wantedItems; ++i) {
        const QString &matter = what[static_cast<qsizetype>(i) % what.size()];
        const qsizetype turn = static_cast<qsizetype>(i) / what.size();
        const QString &deed = act[turn % act.size()];
        const QString &whose = who[turn / act.size() % who.size()];
        FindableItem item{.code = QStringLiteral("believable-%1").arg(i),
                          .name = matter + deed,
                          .fullName = whose + matter + deed,
                          .summary = QStringLiteral("%1来办%2的%3，材料齐了当场受理。").arg(whose, matter, deed)};
        for (const QString &form : asked)
            item.aliases << form.arg(matter) + (turn % 2 == 0 ? deed : whose);
        items.push_back(std::move(item));
    }
}

// The baseline: how many items hold the question as it stands.
qsizetype plainSearch(const std::vector<FindableItem> &items, const QString &question)
{
    qsizetype found = 0;
    for (const FindableItem &item : items) {
        bool holds =
            item.name.contains(question) || item.fullName.contains(question) || item.summary.contains(question);
        for (const QString &alias : item.aliases)
            holds = holds || alias.contains(question);
        found += holds ? 1 : 0;
    }
    return found;
}

} // namespace

Result<std::vector<Figure>> measureFinding()
{
    auto items = shippedItems();
    if (!items)
        return fail(items.error());
    addBelievable(*items);
    const auto words = objectIn(QStringLiteral("finding/words.json"));
    const auto pinyin = objectIn(QStringLiteral("finding/pinyin.json"));
    const auto phrases = objectIn(QStringLiteral("finding/phrases.json"));
    for (const auto *json : {&words, &pinyin, &phrases}) {
        if (!*json)
            return fail(json->error());
    }
    auto table = finding::PinyinTable::fromJson(*pinyin);
    const auto vocabulary = finding::FindingWords::fromJson(*words);
    if (!table || !vocabulary)
        return fail(!table ? table.error() : vocabulary.error());
    const finding::Search search(*items, *vocabulary, *std::move(table));

    std::vector<double> ours;
    std::vector<double> plain;
    qsizetype found = 0; // keeps both loops from being optimised away, and says whether there was anything to find
    const QJsonArray asked = phrases->value(QStringLiteral("phrases")).toArray();
    QElapsedTimer timer;
    for (int round = 0; round < rounds; ++round) {
        for (const auto &phrase : asked) {
            const QString question = phrase.toObject().value(QStringLiteral("say")).toString();
            timer.start();
            found += static_cast<qsizetype>(search.find(question).size());
            ours.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            timer.start();
            found += plainSearch(*items, question);
            plain.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
    }
    if (ours.empty() || found == 0)
        return fail(ErrorKind::NotFound, where, QStringLiteral("no phrases, or nothing found by any"));
    const auto ms = QStringLiteral("ms");
    return std::vector<Figure>{
        {.name = QStringLiteral("items.finding_p95"),
         .value = percentile(ours, 0.95),
         .unit = ms,
         .baseline = {},
         .target = 20,
         .samples = {},
         .baselineSamples = {}},
        {.name = QStringLiteral("items.finding_p50"),
         .value = percentile(ours, 0.5),
         .unit = ms,
         .baseline = percentile(plain, 0.5),
         .target = 20,
         .samples = {},
         .baselineSamples = {}},
    };
}

} // namespace tongban::bench
