// SPDX-License-Identifier: GPL-3.0-or-later
// What must be brought, for every origin, online and offline, and the words for it.
#include "app/core/catalogue/material_resolver.h"

#include <QRegularExpression>
#include <QTest>

using namespace tongban;
using namespace tongban::catalogue;
using domain::MaterialOrigin;
using domain::MaterialSpec;

Q_DECLARE_METATYPE(std::vector<tongban::domain::MaterialOrigin>)
Q_DECLARE_METATYPE(tongban::catalogue::MaterialWay)

namespace {

const LibraryState offline{};
const LibraryState holds{.isKnown = true, .held = {QStringLiteral("register")}};
const LibraryState lacks{.isKnown = true, .held = {}};

MaterialSpec material(std::vector<MaterialOrigin> origins)
{
    MaterialSpec spec;
    spec.key = QStringLiteral("register");
    spec.name = QStringLiteral("户口簿");
    spec.origins = std::move(origins);
    spec.licence = QStringLiteral("register");
    spec.commitment = QStringLiteral("我承诺户口簿上的内容是真实的。");
    spec.paperReason = QStringLiteral("图纸要盖章");
    return spec;
}

domain::ServiceItem itemWith(const MaterialSpec &spec)
{
    domain::ServiceItem item;
    item.name = QStringLiteral("高龄津贴");
    item.department = QStringLiteral("民政局");
    item.promised.number = 20;
    item.fee.text = QStringLiteral("不收费");
    item.contact = QStringLiteral("大厅咨询台");
    item.consent = QStringLiteral("我填写的内容都是真实的。");
    item.materials = {spec};
    return item;
}

MaterialLine lineOf(const MaterialSpec &spec, const LibraryState &library, bool given = false)
{
    const auto lines = resolveMaterials(itemWith(spec), {}, library, given ? QSet<QString>{spec.key} : QSet<QString>());
    return lines.at(0);
}

} // namespace

class MaterialResolverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ways_data()
    {
        using enum MaterialOrigin;
        QTest::addColumn<std::vector<MaterialOrigin>>("origins");
        QTest::addColumn<MaterialWay>("known"); // the library holds it
        QTest::addColumn<MaterialWay>("empty"); // it does not
        QTest::addColumn<MaterialWay>("away");  // nobody can ask
        const auto row = [](const char *name, std::vector<MaterialOrigin> origins, MaterialWay known, MaterialWay empty,
                            MaterialWay away) { QTest::newRow(name) << std::move(origins) << known << empty << away; };
        row("scan", {Scan}, MaterialWay::Scan, MaterialWay::Scan, MaterialWay::Scan);
        row("library, scan", {Library, Scan}, MaterialWay::FromLibrary, MaterialWay::Scan, MaterialWay::Deferred);
        row("scan, library", {Scan, Library}, MaterialWay::FromLibrary, MaterialWay::Scan, MaterialWay::Deferred);
        row("library alone", {Library}, MaterialWay::FromLibrary, MaterialWay::Paper, MaterialWay::Deferred);
        row("shared, scan", {Shared, Scan}, MaterialWay::Shared, MaterialWay::Shared, MaterialWay::Shared);
        row("library, shared", {Library, Shared}, MaterialWay::FromLibrary, MaterialWay::Shared, MaterialWay::Shared);
        row("scan, commitment", {Scan, Commitment}, MaterialWay::Commitment, MaterialWay::Commitment,
            MaterialWay::Commitment);
        row("library, scan, commitment", {Library, Scan, Commitment}, MaterialWay::FromLibrary, MaterialWay::Commitment,
            MaterialWay::Deferred);
        row("camera", {Camera}, MaterialWay::Camera, MaterialWay::Camera, MaterialWay::Camera);
        row("paper", {Paper}, MaterialWay::Paper, MaterialWay::Paper, MaterialWay::Paper);
    }
    void ways()
    {
        QFETCH(std::vector<MaterialOrigin>, origins);
        QFETCH(MaterialWay, known);
        QFETCH(MaterialWay, empty);
        QFETCH(MaterialWay, away);
        const MaterialSpec spec = material(origins);
        QCOMPARE(lineOf(spec, holds).way, known);
        QCOMPARE(lineOf(spec, lacks).way, empty);
        QCOMPARE(lineOf(spec, offline).way, away);
        for (const LibraryState &library : {holds, lacks, offline}) {
            QCOMPARE(lineOf(spec, library, true).way, MaterialWay::Given);
            const MaterialLine line = lineOf(spec, library);
            QVERIFY(line.reason.endsWith(u'。') || line.reason.contains(spec.paperReason));
            QVERIFY(!line.reason.contains(QRegularExpression(QStringLiteral("[A-Za-z%]"))));
        }
    }

    void offlineNothingIsSaidToBeFound()
    {
        const MaterialLine line = lineOf(material({MaterialOrigin::Library, MaterialOrigin::Scan}), offline);
        QVERIFY(line.reason != lineOf(material({MaterialOrigin::Library, MaterialOrigin::Scan}), holds).reason);
        QVERIFY(line.mayScan && !line.isBrought); // scanning is welcome, never demanded
        const auto lines = std::vector{line};
        QVERIFY(isComplete(lines));
        QVERIFY(signedText(itemWith(material({MaterialOrigin::Library})), lines).contains(QStringLiteral("户口簿")));
    }

    void whatIsInTheLibraryIsNotScanned()
    {
        QVERIFY(!lineOf(material({MaterialOrigin::Library, MaterialOrigin::Scan}), holds).mayScan);
        QVERIFY(lineOf(material({MaterialOrigin::Library, MaterialOrigin::Scan}), lacks).mayScan);
    }

    void onlyWhatMustBeScannedHolds()
    {
        MaterialSpec spec = material({MaterialOrigin::Scan});
        QVERIFY(!isComplete({lineOf(spec, offline)}));
        QVERIFY(isComplete({lineOf(spec, offline, true)}));
        spec.late = true;
        QCOMPARE(lineOf(spec, offline).way, MaterialWay::Later);
        QVERIFY(isComplete({lineOf(spec, offline)}));
        QVERIFY(lineOf(spec, offline).isBrought); // later, but brought
        spec.late = false;
        spec.optional = true;
        QVERIFY(isComplete({lineOf(spec, offline)}) && !lineOf(spec, offline).isBrought);
    }

    void aPortraitIsTakenHereAndNotBrought()
    {
        MaterialSpec spec = material({MaterialOrigin::Camera});
        QVERIFY(lineOf(spec, offline).isBrought);
        spec.profile = domain::PageKind::Portrait;
        QVERIFY(!lineOf(spec, offline).isBrought);
    }

    void situationsDecide()
    {
        domain::ServiceItem item = itemWith(material({MaterialOrigin::Scan}));
        domain::Situation whom;
        whom.field.key = QStringLiteral("whom");
        whom.field.type = domain::FieldType::Choice;
        item.situations = {whom};
        item.materials[0].when = {.kind = domain::Condition::Kind::Equals,
                                  .field = QStringLiteral("whom"),
                                  .values = {QStringLiteral("other")},
                                  .children = {}};
        const auto asked = [&](const char *answer) {
            return resolveMaterials(item, {{QStringLiteral("whom"), Secret(QString::fromLatin1(answer))}}, offline)
                .size();
        };
        QCOMPARE(asked("self"), size_t(0));
        QCOMPARE(asked("other"), size_t(1));
        QCOMPARE(resolveMaterials(item, {}, offline).size(), size_t(0));
    }

    void aDraftKnowsWhatIsGiven()
    {
        domain::CaseDraft draft;
        draft.item = itemWith(material({MaterialOrigin::Scan}));
        QCOMPARE(resolveMaterials(draft).front().way, MaterialWay::Scan);
        draft.pages.insert(QStringLiteral("register"), {});
        QCOMPARE(resolveMaterials(draft).front().way, MaterialWay::Scan); // an empty list is no page
        draft.pages.insert(QStringLiteral("register"), {domain::SealedPage()});
        QCOMPARE(resolveMaterials(draft).front().way, MaterialWay::Given);
    }

    // 容缺 is a promise of the person, not a property of the paper.
    void whatMayFollowIsAskedForUntilItIsPromised()
    {
        domain::CaseDraft draft;
        MaterialSpec spec = material({MaterialOrigin::Scan});
        spec.late = true;
        spec.lateDays = 20;
        draft.item = itemWith(spec);
        auto lines = resolveMaterials(draft);
        QCOMPARE(lines.front().way, MaterialWay::Scan);
        QVERIFY(lines.front().mayFollow && lines.front().mayScan && !isComplete(lines));
        draft.later.insert(spec.key, QDate(2026, 12, 11));
        lines = resolveMaterials(draft);
        QCOMPARE(lines.front().way, MaterialWay::Later);
        QVERIFY(isComplete(lines) && lines.front().mayScan);
        QVERIFY(lines.front().reason.contains(QStringLiteral("2026年12月11日")));
        QVERIFY(signedText(draft.item, lines).contains(QStringLiteral("我会在2026年12月11日以前补交户口簿。")));
        draft.pages.insert(spec.key, {domain::SealedPage()});
        QCOMPARE(resolveMaterials(draft).front().way, MaterialWay::Given);
        draft.pages.clear();
        draft.item.materials[0].late = false; // a promise that the item does not take
        QCOMPARE(resolveMaterials(draft).front().way, MaterialWay::Scan);
        QVERIFY(!resolveMaterials(draft).front().mayFollow);
    }

    void theNoticeBeginsWithWhatIsBrought()
    {
        const domain::ServiceItem item = itemWith(material({MaterialOrigin::Scan}));
        const QStringList notice = oneTimeNotice(item, resolveMaterials(item, {}, offline));
        QCOMPARE(notice.at(0), QStringLiteral("办理高龄津贴"));
        QVERIFY(notice.at(2).startsWith(QStringLiteral("户口簿：")));
        QVERIFY(!notice.contains(QStringLiteral("不用带：")));
        QVERIFY(notice.join(u' ').contains(QStringLiteral("20个工作日内办好")));
        const domain::ServiceItem spared = itemWith(material({MaterialOrigin::Shared}));
        const QStringList none = oneTimeNotice(spared, resolveMaterials(spared, {}, offline));
        QVERIFY(none.indexOf(QStringLiteral("不用带：")) == 2 && none.at(3).startsWith(QStringLiteral("户口簿：")));
    }

    void commitmentsAndGapsAreSigned()
    {
        MaterialSpec promise = material({MaterialOrigin::Commitment});
        QVERIFY(signedText(itemWith(promise), {lineOf(promise, offline)}).endsWith(promise.commitment));
        MaterialSpec gap = material({MaterialOrigin::Scan});
        gap.late = true;
        QVERIFY(signedText(itemWith(gap), {lineOf(gap, offline)}).contains(QStringLiteral("补交户口簿")));
        MaterialSpec plain = material({MaterialOrigin::Scan});
        QCOMPARE(signedText(itemWith(plain), {lineOf(plain, offline)}), itemWith(plain).consent);
    }
};

QTEST_GUILESS_MAIN(MaterialResolverTest)
#include "material_resolver_test.moc"
