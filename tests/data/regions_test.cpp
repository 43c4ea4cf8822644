// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped regions: inside their schema, whole, and what the tree makes of wrong ones.
#include "app/core/domain/region_tree.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace tongban;
using namespace tongban::domain;

namespace {

QJsonObject objectIn(const char *path)
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/") + QLatin1String(path));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QJsonObject listed(const QList<std::pair<QString, QString>> &regions)
{
    QJsonArray list;
    for (const auto &[code, name] : regions)
        list.append(QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("name"), name}});
    return {{QStringLiteral("version"), QStringLiteral("1")},
            {QStringLiteral("source"), QStringLiteral("test")},
            {QStringLiteral("regions"), list}};
}

} // namespace

class RegionsTest : public QObject
{
    Q_OBJECT

    const QJsonObject m_file = objectIn("resources/regions/demonstration.json");
    RegionTree m_tree;

private Q_SLOTS:
    void initTestCase()
    {
        const auto tree = RegionTree::fromJson(m_file);
        QVERIFY2(tree, tree ? "" : qPrintable(tree.error().detail));
        m_tree = *tree;
    }

    void itFitsItsSchema()
    {
        const QJsonValue schemaJson(objectIn("resources/schema/regions.schema.json"));
        const QJsonValue value(m_file);
        valijson::Schema schema;
        valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(schemaJson), schema);
        QVERIFY(valijson::Validator().validate(schema, valijson::adapters::QtJsonAdapter(value), nullptr));
    }

    // GB/T 2260-2007: 34 provinces, autonomous regions, municipalities and special administrative regions.
    void everyProvinceIsThere() { QCOMPARE(m_tree.under({}).size(), std::size_t(34)); }

    // From each region down to its villages and up again.
    void everyRegionIsReached()
    {
        qsizetype reached = 0;
        std::vector<QString> open{QString()};
        while (!open.empty()) {
            const QString code = open.back();
            open.pop_back();
            for (const Region &region : m_tree.under(code)) {
                ++reached;
                QCOMPARE(regionAbove(region.code), code);
                QCOMPARE(region.hasMore, !m_tree.under(region.code).empty());
                QVERIFY(m_tree.fullName(region.code).endsWith(region.name));
                open.push_back(region.code);
            }
        }
        QCOMPARE(reached, m_file.value(QStringLiteral("regions")).toArray().size());
    }

    void namesFromTheProvinceDown()
    {
        QCOMPARE(m_tree.fullName(QStringLiteral("422823105201")), QStringLiteral("湖北省恩施土家族苗族自治州巴东县青山镇石门村"));
        QCOMPARE(m_tree.fullName(QStringLiteral("420000000000")), QStringLiteral("湖北省"));
        QCOMPARE(m_tree.fullName(QStringLiteral("422823105999")), QStringLiteral("湖北省恩施土家族苗族自治州巴东县青山镇"));
        QCOMPARE(m_tree.fullName(QStringLiteral("nowhere")), QString());
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QJsonObject>("file");
        QTest::addColumn<QString>("place");
        const std::pair hubei(QStringLiteral("420000000000"), QStringLiteral("湖北省"));
        const std::pair wuhan(QStringLiteral("420100000000"), QStringLiteral("武汉市"));
        QTest::newRow("none") << listed({}) << QStringLiteral("/regions");
        QTest::newRow("short") << listed({hubei, {QStringLiteral("4201"), QStringLiteral("武汉市")}})
                               << QStringLiteral("/regions/1/code");
        QTest::newRow("twice") << listed({hubei, wuhan, wuhan}) << QStringLiteral("/regions/2/code");
        QTest::newRow("orphan") << listed({wuhan}) << QStringLiteral("/regions/0/code");
        QTest::newRow("nameless") << listed({hubei, {wuhan.first, QString()}}) << QStringLiteral("/regions/1/name");
    }
    void mistakesAreNamed()
    {
        QFETCH(QJsonObject, file);
        QFETCH(QString, place);
        const auto tree = RegionTree::fromJson(file);
        QVERIFY(!tree);
        QCOMPARE(tree.error().kind, ErrorKind::Misconfigured);
        QVERIFY2(tree.error().detail.startsWith(place), qPrintable(tree.error().detail));
    }
};

QTEST_GUILESS_MAIN(RegionsTest)
#include "regions_test.moc"
