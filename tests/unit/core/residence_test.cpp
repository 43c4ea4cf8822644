// SPDX-License-Identifier: GPL-3.0-or-later
// Where somebody lives, as the address on the card says it, seen from halls in different corners of the country. The
// addresses are of the kinds that stand on cards: whole, without the prefecture, short, with the names of before.
#include "app/core/domain/region_tree.h"
#include "app/core/domain/residence.h"

#include <QJsonArray>
#include <QTest>

using namespace tongban::domain;

namespace {

// Province, prefecture, county and township of each hall, and neighbours at every level; GB/T 2260.
const QList<std::pair<const char *, const char *>> places{
    {"110000000000", "北京市"},         {"110100000000", "市辖区"},           {"110108000000", "海淀区"},
    {"110108027000", "西北旺镇"},       {"110114000000", "昌平区"},           {"120000000000", "天津市"},
    {"130000000000", "河北省"},         {"140000000000", "山西省"},           {"150000000000", "内蒙古自治区"},
    {"150100000000", "呼和浩特市"},     {"152500000000", "锡林郭勒盟"},       {"152502000000", "锡林浩特市"},
    {"152531000000", "多伦县"},         {"152531100000", "多伦诺尔镇"},       {"152531101000", "大北沟镇"},
    {"152522000000", "阿巴嘎旗"},       {"210000000000", "辽宁省"},           {"220000000000", "吉林省"},
    {"220100000000", "长春市"},         {"220200000000", "吉林市"},           {"220203000000", "龙潭区"},
    {"220203100000", "乌拉街满族镇"},   {"220203101000", "缸窑镇"},           {"220204000000", "船营区"},
    {"310000000000", "上海市"},         {"320000000000", "江苏省"},           {"330000000000", "浙江省"},
    {"360000000000", "江西省"},         {"410000000000", "河南省"},           {"420000000000", "湖北省"},
    {"420100000000", "武汉市"},         {"420600000000", "襄阳市"},           {"422800000000", "恩施土家族苗族自治州"},
    {"422801000000", "恩施市"},         {"422822000000", "建始县"},           {"422823000000", "巴东县"},
    {"422823101000", "东坪镇"},         {"422823105000", "青山镇"},           {"422823105201", "石门村"},
    {"422823109000", "白杨镇"},         {"422823110000", "青山坪乡"},         {"430000000000", "湖南省"},
    {"440000000000", "广东省"},         {"450000000000", "广西壮族自治区"},   {"460000000000", "海南省"},
    {"500000000000", "重庆市"},         {"500100000000", "市辖区"},           {"500101000000", "万州区"},
    {"500101100000", "小周镇"},         {"500101101000", "大周镇"},           {"500102000000", "涪陵区"},
    {"630000000000", "青海省"},         {"632500000000", "海南藏族自治州"},   {"632521000000", "共和县"},
    {"632521100000", "恰卜恰镇"},       {"632521101000", "倒淌河镇"},         {"632600000000", "果洛藏族自治州"},
    {"640000000000", "宁夏回族自治区"}, {"650000000000", "新疆维吾尔自治区"},
};

RegionTree tree()
{
    QJsonArray list;
    for (const auto &[code, name] : places)
        list.append(QJsonObject{{"code", code}, {"name", name}});
    const auto read = RegionTree::fromJson({{"version", "1"}, {"source", "test"}, {"regions", list}});
    if (!read)
        qFatal("%s", qPrintable(read.error().detail));
    return *read;
}

const char *const qingshan = "422823105001"; // a township hall in an autonomous prefecture
const char *const village = "422823105201";  // a point in one of its villages
const char *const badong = "422823000000";   // the county's hall
const char *const dolonNor = "152531100001"; // a league, a banner's neighbour
const char *const wula = "220203100001";     // a city that bears the province's name
const char *const wanzhou = "500101100001";  // a municipality
const char *const xibeiwang = "110108027001";
const char *const qabqa = "632521100001"; // a prefecture that bears another province's name

} // namespace

class ResidenceTest : public QObject
{
    Q_OBJECT

    const RegionTree m_regions = tree();

private Q_SLOTS:
    void theAddressIsRead_data()
    {
        QTest::addColumn<QString>("site");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("residence");
        const auto row = [](const char *site, const char *address, Residence residence) {
            QTest::newRow(qPrintable(QStringLiteral("%1: %2").arg(QString::fromUtf8(site), QString::fromUtf8(address))))
                << QString::fromUtf8(site) << QString::fromUtf8(address) << static_cast<int>(residence);
        };
        const auto local = [&](const char *site, const char *address) { row(site, address, Residence::Local); };
        const auto elsewhere = [&](const char *site, const char *address) { row(site, address, Residence::Elsewhere); };
        const auto unclear = [&](const char *site, const char *address) { row(site, address, Residence::Unclear); };

        local(qingshan, "湖北省恩施土家族苗族自治州巴东县青山镇石门村三组12号");
        local(qingshan, "湖北省巴东县青山镇石门村3组"); // the prefecture is left out on many cards
        local(qingshan, "湖北省恩施州巴东县青山镇青山社区人民路8号");
        local(qingshan, "恩施土家族苗族自治州巴东县青山镇大岭村一组");
        local(qingshan, "恩施州巴东县青山镇水井村");
        local(qingshan, "巴东县青山镇柳树村二组");
        local(qingshan, "湖北巴东县青山镇双河村");
        local(qingshan, "湖北省 巴东县 青山镇 茶树村 5 组"); // as some chips hold it
        local(qingshan, "湖北省巴东县青山乡石门村3组");      // before it became a town
        local(qingshan, "湖北省巴东县青山街道和平路1号");
        local(village, "湖北省巴东县青山镇白果村一组"); // another village of the same township
        elsewhere(qingshan, "湖北省恩施土家族苗族自治州巴东县东坪镇某村四组");
        elsewhere(qingshan, "湖北省巴东县白杨镇白杨社区");
        elsewhere(qingshan, "湖北省巴东县青山坪乡一村"); // begins like ours
        elsewhere(village, "巴东县东坪镇石门村三组");    // a village of that name is there too
        elsewhere(qingshan, "湖北省恩施市舞阳坝街道办事处");
        elsewhere(qingshan, "湖北省恩施土家族苗族自治州恩施市六角亭街道");
        elsewhere(qingshan, "湖北省建始县业州镇");
        elsewhere(qingshan, "建始县业州镇草子坝村");
        elsewhere(qingshan, "湖北省武汉市洪山区珞喻路1037号");
        elsewhere(qingshan, "武汉市江夏区纸坊街");
        elsewhere(qingshan, "湖北襄阳市樊城区");
        elsewhere(qingshan, "湖南省长沙市岳麓区");
        elsewhere(qingshan, "湖南长沙市岳麓区麓山南路");
        elsewhere(qingshan, "重庆市万州区小周镇");
        elsewhere(qingshan, "广西壮族自治区南宁市青秀区");
        elsewhere(qingshan, "广西南宁市青秀区民族大道");
        elsewhere(qingshan, "内蒙古呼和浩特市新城区");
        elsewhere(qingshan, "新疆乌鲁木齐市天山区");
        elsewhere(qingshan, "新疆维吾尔自治区伊犁哈萨克自治州伊宁市");
        elsewhere(qingshan, "宁夏银川市兴庆区");
        elsewhere(qingshan, "北京市海淀区中关村大街");
        elsewhere(qingshan, "吉林省吉林市船营区");
        unclear(qingshan, "");
        unclear(qingshan, "青山镇石门村三组"); // there is more than one 青山镇
        unclear(qingshan, "东坪镇一村");
        unclear(qingshan, "石门村三组12号");
        unclear(qingshan, "江西村三组");
        unclear(qingshan, "湖南路12号");
        unclear(qingshan, "河南街道红旗小区5栋");
        unclear(qingshan, "江西村幸福小区3号");
        unclear(qingshan, "湖北省襄樊市樊城区");     // a name of before, of which the regions know nothing
        unclear(qingshan, "湖北省仙桃市沙嘴街道");   // straight under the province
        unclear(qingshan, "湖北省巴东县石门村三组"); // the township is left out
        unclear(qingshan, "湖北省巴东县官渡口镇");   // merged, or unknown to this file
        unclear(qingshan, "湖北省恩施县屯堡区");     // 恩施市 before 1982
        unclear(qingshan, "湖北省恩施土家族苗族自治州");
        unclear(qingshan, "湖北省");
        unclear(qingshan, "城关区张掖路5号"); // a district by itself is one of many
        unclear(qingshan, "集体户口");

        local(badong, "湖北省巴东县东坪镇某村四组"); // the county's hall is for all of it
        local(badong, "湖北省巴东县官渡口镇");
        elsewhere(badong, "湖北省建始县业州镇");

        local(dolonNor, "内蒙古自治区锡林郭勒盟多伦县多伦诺尔镇");
        local(dolonNor, "内蒙古锡林郭勒盟多伦县多伦诺尔镇会盟街");
        local(dolonNor, "内蒙古多伦县多伦诺尔镇");
        elsewhere(dolonNor, "内蒙古多伦县大北沟镇");
        elsewhere(dolonNor, "内蒙古锡林浩特市额尔敦街");
        elsewhere(dolonNor, "内蒙古自治区锡林郭勒盟阿巴嘎旗");
        elsewhere(dolonNor, "内蒙古自治区呼和浩特市新城区");
        elsewhere(dolonNor, "河北省张家口市");

        local(wula, "吉林省吉林市龙潭区乌拉街满族镇");
        local(wula, "吉林市龙潭区乌拉街满族镇弓通村");
        elsewhere(wula, "吉林省吉林市船营区北京路");
        elsewhere(wula, "吉林市龙潭区缸窑镇");
        elsewhere(wula, "吉林省长春市朝阳区");
        elsewhere(wula, "长春市朝阳区人民大街");
        unclear(wula, "龙潭区乌拉街村"); // of which city
        unclear(wula, "船营区北京路");

        local(wanzhou, "重庆市万州区小周镇平安村");
        elsewhere(wanzhou, "重庆市万州区大周镇");
        elsewhere(wanzhou, "重庆市涪陵区荔枝街道");
        elsewhere(wanzhou, "河南省信阳市浉河区");
        elsewhere(wanzhou, "湖北省利川市");

        local(xibeiwang, "北京市海淀区西北旺镇永丰屯村");
        elsewhere(xibeiwang, "北京市昌平区回龙观");
        unclear(xibeiwang, "北京市海淀区中关村大街1号");

        local(qabqa, "青海省海南藏族自治州共和县恰卜恰镇");
        local(qabqa, "海南州共和县恰卜恰镇");
        elsewhere(qabqa, "青海省果洛藏族自治州玛沁县");
        elsewhere(qabqa, "海南省海口市龙华区");
        elsewhere(qabqa, "青海省共和县倒淌河镇");
    }

    void theAddressIsRead()
    {
        QFETCH(QString, site);
        QFETCH(QString, address);
        QFETCH(int, residence);
        QCOMPARE(static_cast<int>(residenceOf(address, m_regions, site)), residence);
    }

    // A hall that the regions do not know advises nobody.
    void anUnknownHallSaysNothing()
    {
        for (const char *site : {"510104020001", "", "nonsense"})
            QVERIFY(residenceOf(QStringLiteral("湖北省武汉市洪山区"), m_regions, QString::fromLatin1(site)) ==
                    Residence::Unclear);
        QVERIFY(residenceOf(QStringLiteral("湖北省武汉市洪山区"), RegionTree(), QString::fromLatin1(qingshan)) ==
                Residence::Unclear);
    }
};

QTEST_GUILESS_MAIN(ResidenceTest)
#include "residence_test.moc"
