// SPDX-License-Identifier: GPL-3.0-or-later
// The prover against every shipped item, against plain enumeration, and against gaps that were planted.
#include "app/core/catalogue/prover.h"
#include "app/core/domain/item_codec.h"
#include "tests/data/item_files.h"
#include "tests/unit/catalogue/brute_force.h"
#include "tests/unit/catalogue/item_mutations.h"

#include <QJsonArray>
#include <QTest>

using namespace tongban;
using namespace tongban::catalogue;
using namespace tongban::tests;

namespace {

constexpr int wantedFaults = 50;

QString kindOf(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::Gap:
        return QStringLiteral("gap ");
    case Finding::Kind::Superfluous:
        return QStringLiteral("superfluous ");
    case Finding::Kind::NeverAsked:
        return QStringLiteral("never ");
    case Finding::Kind::TooManyPaths:
        return QStringLiteral("paths ");
    }
    return {};
}

QSet<QString> faultsByProof(const domain::ServiceItem &item)
{
    QSet<QString> faults;
    for (const Finding &finding : prove(item))
        faults.insert(kindOf(finding.kind) + finding.pointer);
    return faults;
}

QString joined(const QSet<QString> &faults)
{
    QStringList sorted(faults.begin(), faults.end());
    sorted.sort();
    return sorted.join(u'\n');
}

domain::Situation question(int number, int options)
{
    domain::Situation situation;
    situation.field.key = QStringLiteral("s%1").arg(number);
    situation.field.label = situation.field.key;
    situation.field.type = domain::FieldType::Choice;
    for (int i = 0; i < options; ++i)
        situation.field.choices.push_back({QString::number(i), QString::number(i), {}, {}});
    return situation;
}

} // namespace

class ProverTest : public QObject
{
    Q_OBJECT

private:
    static void rows()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : itemFileNames())
            QTest::newRow(qPrintable(file)) << file;
    }

private Q_SLOTS:
    void everyItemIsProven_data() { rows(); }
    void everyItemIsProven()
    {
        QFETCH(QString, file);
        for (const Finding &finding : prove(itemOfFile(file)))
            qWarning("%s: %s", qPrintable(finding.pointer), qPrintable(finding.what));
        QVERIFY(prove(itemOfFile(file)).empty());
    }

    void enumerationAgrees_data() { rows(); }
    void enumerationAgrees()
    {
        QFETCH(QString, file);
        const QJsonObject json = itemJson(file);
        QCOMPARE(joined(faultsByProof(itemOfFile(file))), joined(faultsByBruteForce(json)));
        QCOMPARE(pathCount(itemOfFile(file)), qint64(countPaths(json, 5000)));
        for (const ItemMutation &mutation : mutationsOf(json)) {
            const auto item = domain::itemFromJson(mutation.item);
            if (!item)
                continue; // the check refused it before the prover had to
            const QSet<QString> expected = faultsByBruteForce(mutation.item);
            if (joined(faultsByProof(*item)) != joined(expected))
                QFAIL(qPrintable(QStringLiteral("%1\nproof:\n%2\nenumeration:\n%3")
                                     .arg(mutation.what, joined(faultsByProof(*item)), joined(expected))));
        }
    }

    // Gaps and superfluous demands planted into real items: each is found, and the finding names the place.
    void plantedFaultsAreFound()
    {
        int planted = 0;
        for (const QString &file : itemFileNames()) {
            for (const ItemMutation &mutation : mutationsOf(itemJson(file))) {
                const auto item = domain::itemFromJson(mutation.item);
                const bool isFault = mutation.isFault || !faultsByBruteForce(mutation.item).isEmpty();
                if (!item || !isFault)
                    continue;
                ++planted;
                const auto findings = prove(*item);
                QVERIFY2(!findings.empty(), qPrintable(file + u' ' + mutation.what));
                QVERIFY(findings.front().pointer.startsWith(u'/') && !findings.front().what.isEmpty());
            }
        }
        qInfo("%d planted faults, all found", planted);
        QVERIFY(planted >= wantedFaults);
    }

    void theFindingNamesThePathInWords()
    {
        domain::ServiceItem item;
        item.situations = {question(0, 2)};
        item.situations[0].field.label = QStringLiteral("替谁办？");
        item.situations[0].field.choices[1].label = QStringLiteral("别人");
        domain::MaterialSpec paper;
        paper.key = QStringLiteral("paper");
        paper.name = QStringLiteral("委托书");
        paper.when = {domain::Condition::Kind::Equals, QStringLiteral("s0"), {QStringLiteral("0")}, {}};
        item.materials = {paper};
        item.conditions = {
            {QStringLiteral("要有委托"), {}, {{domain::Proof::Kind::Material, QStringLiteral("paper")}}}};
        const auto findings = prove(item);
        QCOMPARE(findings.size(), size_t(1));
        QCOMPARE(findings[0].pointer, QStringLiteral("/conditions/0/provenBy/0"));
        QVERIFY2(findings[0].what.startsWith(QStringLiteral("替谁办？ 别人: ")), qPrintable(findings[0].what));
    }

    void tooManyPathsAreRefusedWithoutWalkingThem()
    {
        domain::ServiceItem item;
        for (int i = 0; i < 12; ++i)
            item.situations.push_back(question(i, 2));
        QCOMPARE(pathCount(item), mostPaths);
        QVERIFY(prove(item).empty());
        for (int i = 12; i < 60; ++i)
            item.situations.push_back(question(i, 8));
        QCOMPARE(pathCount(item), mostPaths + 1);
        QCOMPARE(prove(item).front().kind, Finding::Kind::TooManyPaths);
    }

    // Only what matters is walked: a proof that hangs on one of twelve questions looks at two paths, not at 4,096.
    void pathsAreProjected()
    {
        domain::ServiceItem item;
        for (int i = 0; i < 12; ++i)
            item.situations.push_back(question(i, 2));
        item.situations[5].field.visibleWhen = {
            domain::Condition::Kind::Equals, QStringLiteral("s2"), {QStringLiteral("1")}, {}};
        QCOMPARE(pathsOver(item, {QStringLiteral("s7")}).size(), size_t(2));
        QCOMPARE(pathsOver(item, {QStringLiteral("s5")}).size(), size_t(3)); // asked after one answer of s2 only
        QCOMPARE(pathsOver(item, {}).size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(ProverTest)
#include "prover_test.moc"
