// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the codes, sums, dates, families: what is refused, what is only doubted, what of it is shown to whom.
#include "app/core/domain/form_engine.h"

#include <QTest>

using namespace tongban;
using namespace tongban::domain;

Q_DECLARE_METATYPE(tongban::domain::FieldType)

namespace {

const QDate today(2026, 11, 21);

FormField fieldOf(FieldType type)
{
    FormField field;
    field.key = QStringLiteral("f");
    field.label = QStringLiteral("项目");
    field.type = type;
    if (type == FieldType::MultiChoice)
        field.choices = {{QStringLiteral("a"), QStringLiteral("甲"), {}, {}},
                         {QStringLiteral("b"), QStringLiteral("乙"), {}, {}}};
    return field;
}

FormField family()
{
    FormField field = fieldOf(FieldType::Family);
    FormField name = fieldOf(FieldType::ChineseName);
    name.key = QStringLiteral("name");
    name.label = QStringLiteral("姓名");
    FormField income = fieldOf(FieldType::Money);
    income.key = QStringLiteral("income");
    income.label = QStringLiteral("收入");
    income.required = false;
    field.minimumRows = 1;
    field.maximumRows = 2;
    field.rowFields = {name, income};
    return field;
}

QString sentenceFor(const FormField &field, const QString &value)
{
    const auto verdict = validate(field, value, today);
    return verdict ? QString() : verdict.error().detail;
}

} // namespace

class FieldRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, FieldType type, const char *value, bool good) {
            QTest::newRow(name) << type << QString::fromUtf8(value) << good;
        };
        row("number", FieldType::Number, "12", true);
        row("number with decimals", FieldType::Number, "3.75", true);
        row("number of three decimals", FieldType::Number, "3.755", false);
        row("number with a dangling dot", FieldType::Number, "3.", false);
        row("number below nothing", FieldType::Number, "-3", false);
        row("number with zeros in front", FieldType::Number, "03", false);
        row("number full width", FieldType::Number, "１２", false);
        row("money", FieldType::Money, "123456", true);
        row("no money", FieldType::Money, "0", true);
        row("money in yuan", FieldType::Money, "12.50", false);
        row("money beyond reason", FieldType::Money, "123456789012345", false);
        row("credit code", FieldType::CreditCode, "12441500196720244T", true);
        row("credit code that fails its check", FieldType::CreditCode, "91350100M0001TGQXM", true);
        row("credit code with I", FieldType::CreditCode, "9135010IM0001TGQXM", false);
        row("credit code of 17", FieldType::CreditCode, "91350100M0001TGQX", false);
        row("several", FieldType::MultiChoice, "a,b", true);
        row("one of several", FieldType::MultiChoice, "b", true);
        row("one twice", FieldType::MultiChoice, "a,a", false);
        row("one unknown", FieldType::MultiChoice, "a,c", false);
        row("dangling comma", FieldType::MultiChoice, "a,", false);
        row("village", FieldType::Region, "422823105201", true);
        row("no province", FieldType::Region, "992823105201", false);
        row("county only", FieldType::Region, "422823", false);
        row("card of 16", FieldType::BankAccount, "4532015112830366", true);
        row("card of 19", FieldType::BankAccount, "6222021001116245702", true);
        row("card of 15", FieldType::BankAccount, "453201511283036", false);
        row("card with spaces", FieldType::BankAccount, "4532 0151 1283 0366", false);
        row("agreed", FieldType::Declaration, "agreed", true);
        row("not agreed", FieldType::Declaration, "no", false);
        for (const FieldType type : {FieldType::Number, FieldType::Money, FieldType::CreditCode, FieldType::MultiChoice,
                                     FieldType::Region, FieldType::BankAccount, FieldType::Declaration})
            QTest::addRow("empty %d", static_cast<int>(type)) << type << QString() << false;
    }
    void values()
    {
        QFETCH(FieldType, type);
        QFETCH(QString, value);
        QFETCH(bool, good);
        const QString sentence = sentenceFor(fieldOf(type), value);
        QCOMPARE(sentence.isEmpty(), good);
        QVERIFY(good || sentence.endsWith(u'。'));
        QVERIFY(value.isEmpty() || !sentence.contains(value));
    }

    void boundsAreSpoken()
    {
        FormField number = fieldOf(FieldType::Number);
        number.minimum = 1;
        number.maximum = 20;
        number.unit = QStringLiteral("亩");
        QCOMPARE(sentenceFor(number, QStringLiteral("0.5")), QStringLiteral("项目不能小于1亩。"));
        QCOMPARE(sentenceFor(number, QStringLiteral("20.01")), QStringLiteral("项目不能大于20亩。"));
        QVERIFY(sentenceFor(number, QStringLiteral("20")).isEmpty());
        FormField money = fieldOf(FieldType::Money);
        money.maximum = 3'000'000;
        QCOMPARE(sentenceFor(money, QStringLiteral("3000001")), QStringLiteral("项目不能多于30000元。"));
    }

    void datesCountFromToday()
    {
        FormField date = fieldOf(FieldType::Date);
        date.minimum = -30;
        date.maximum = 0;
        QVERIFY(sentenceFor(date, QStringLiteral("2026-11-21")).isEmpty());
        QVERIFY(sentenceFor(date, QStringLiteral("2026-10-22")).isEmpty());
        QCOMPARE(sentenceFor(date, QStringLiteral("2026-11-22")), QStringLiteral("项目不能晚于2026年11月21日。"));
        QCOMPARE(sentenceFor(date, QStringLiteral("2026-10-21")), QStringLiteral("项目不能早于2026年10月22日。"));
    }

    void everyPersonOfAFamilyIsChecked()
    {
        const auto rows = [](const char *text) { return QString::fromUtf8(text); };
        QVERIFY(sentenceFor(family(), rows(R"([{"name":"王建国","income":"120000"},{"name":"李桂英"}])")).isEmpty());
        QCOMPARE(sentenceFor(family(), rows("[]")), QStringLiteral("至少要填1个人。"));
        QCOMPARE(sentenceFor(family(), rows(R"([{"name":"甲乙"},{"name":"丙丁"},{"name":"戊己"}])")),
                 QStringLiteral("最多填2个人。"));
        QCOMPARE(sentenceFor(family(), rows(R"([{"name":"王建国"},{"name":"x"}])")),
                 QStringLiteral("第2个人：姓名不对，请写中文姓名。"));
        for (const char *broken : {"", "王建国", "{}", "[1]", R"([{"name":1}])", R"([{"name":"王建国","age":"3"}])"})
            QVERIFY2(!sentenceFor(family(), rows(broken)).isEmpty(), broken);
        QVERIFY(!sentenceFor(family(), QStringLiteral("[{\"name\":\"%1\"}]").arg(QString(4000, u'王'))).isEmpty());
    }

    // A check digit warns; it never stands in the way of a code in legal use.
    void checkDigitsOnlyWarn()
    {
        const auto warns = [](FieldType type, const char *value) {
            return !warningFor(fieldOf(type), QString::fromLatin1(value)).isEmpty();
        };
        QVERIFY(!warns(FieldType::CreditCode, "12441500196720244T"));
        QVERIFY(warns(FieldType::CreditCode, "91350100M0001TGQXM"));
        QVERIFY(!warns(FieldType::BankAccount, "4532015112830366"));
        QVERIFY(warns(FieldType::BankAccount, "4532015112830367"));
        QVERIFY(!warns(FieldType::Phone, "13800138000"));
        QVERIFY(hasLuhnCheck(QStringLiteral("79927398713")) && !hasLuhnCheck(QString()));
    }

    void valuesAreShownToWhomTheyMayBe()
    {
        const auto shown = [](const FormField &field, const char *value, Shown how) {
            return displayValue(field, Secret(QString::fromUtf8(value)), how);
        };
        FormField mu = fieldOf(FieldType::Number);
        mu.unit = QStringLiteral("亩");
        QCOMPARE(shown(mu, "3.5", Shown::Plain), QStringLiteral("3.5亩"));
        QCOMPARE(shown(fieldOf(FieldType::Money), "120000", Shown::Plain), QStringLiteral("1200元"));
        QCOMPARE(shown(fieldOf(FieldType::Money), "1205", Shown::Plain), QStringLiteral("12.05元"));
        QCOMPARE(shown(fieldOf(FieldType::MultiChoice), "b,a", Shown::Plain), QStringLiteral("乙、甲"));
        QCOMPARE(shown(fieldOf(FieldType::BankAccount), "6222021001116245702", Shown::ForHolder),
                 QStringLiteral("****5702"));
        QCOMPARE(shown(fieldOf(FieldType::BankAccount), "6222021001116245702", Shown::Plain),
                 QStringLiteral("6222021001116245702"));
        QCOMPARE(shown(family(), R"([{"name":"王建国"},{"name":"李桂英"}])", Shown::Plain),
                 QStringLiteral("2人：王建国、李桂英"));
        QCOMPARE(shown(family(), R"([{"name":"王建国"},{"name":"李桂英"}])", Shown::Masked), QStringLiteral("2人"));
        FormField health = fieldOf(FieldType::MultiChoice);
        health.sensitive = true;
        QCOMPARE(shown(health, "a", Shown::Masked), QStringLiteral("已填"));
        QCOMPARE(shown(fieldOf(FieldType::Declaration), "agreed", Shown::Plain), QStringLiteral("同意"));
        QVERIFY(shown(fieldOf(FieldType::Money), "", Shown::Plain).isEmpty());
    }

    void prefillTakesWhatIsKnownAndAsksTheRest()
    {
        ServiceItem item;
        FormField account = fieldOf(FieldType::BankAccount);
        account.key = QStringLiteral("account");
        account.prefill = QStringLiteral("library.socialCard.account");
        FormField spouse = fieldOf(FieldType::ChineseName);
        spouse.key = QStringLiteral("spouse");
        spouse.prefill = QStringLiteral("party.spouse.name");
        FormField phone = fieldOf(FieldType::Phone);
        phone.key = QStringLiteral("phone");
        phone.prefill = QStringLiteral("earlier.phone");
        item.fields = {account, spouse, phone};
        item.pages = {{QStringLiteral("t"), QStringLiteral("p"), {account.key, spouse.key, phone.key}}};
        IdCard card;
        card.name = Secret(QStringLiteral("王建国"));
        PrefillSources sources = sourcesOf(card, QStringLiteral("party.spouse"));
        sources.insert(QStringLiteral("library.socialCard.account"), Secret(QStringLiteral("4532015112830366")));
        const Answers known = prefilled(item, sources);
        QCOMPARE(known.keys(), QStringList({QStringLiteral("account"), QStringLiteral("spouse")}));
        QCOMPARE(known.value(QStringLiteral("spouse")).reveal(), QStringLiteral("王建国"));
        QCOMPARE(firstOpenField(item, item.pages[0], known, today), std::optional(QStringLiteral("phone")));
        // What the library says is no card: it is judged like any answer, and what was answered already stands.
        sources.insert(QStringLiteral("library.socialCard.account"), Secret(QStringLiteral("12")));
        QCOMPARE(firstOpenField(item, item.pages[0], prefilled(item, sources), today),
                 std::optional(QStringLiteral("account")));
        QVERIFY(prefilled(item, sources, known).value(QStringLiteral("account")) ==
                known.value(QStringLiteral("account")));
    }
};

QTEST_GUILESS_MAIN(FieldRulesTest)
#include "field_rules_test.moc"
