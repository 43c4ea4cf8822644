// SPDX-License-Identifier: GPL-3.0-or-later
// One spelling of a JSON value. The expected texts were made by JSON.stringify of another program (an ECMAScript
// engine, members sorted by their bytes), the digests of them by "openssl dgst -sm3".
#include "offline/crypto/sm3.h"
#include "offline/platform/canonical_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace tongban::offline;

namespace {

// A value alone is no document for Qt: it travels in a list.
QJsonValue parsed(const QByteArray &json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson('[' + json + ']', &error);
    return error.error == QJsonParseError::NoError ? document.array().at(0) : QJsonValue(QJsonValue::Undefined);
}

} // namespace

class PlatformCanonicalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asAnotherProgramSpellsIt_data();
    void asAnotherProgramSpellsIt();
    void orderAndSpaceOfTheTextAreNothing();
    void everyDifferenceIsSeen();
    void whatNoTextSaysIsNull();
};

void PlatformCanonicalTest::asAnotherProgramSpellsIt_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("canonical");
    QTest::addColumn<QByteArray>("sm3");
    const auto row = [](const char *name, const char *json, const char *canonical, const char *sm3) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(canonical) << QByteArray(sm3);
    };
    row("members sorted bytewise", R"({ "b":1, "a":2, "Z":3, "中":4, "é":5, "":6, "aa":7 })",
        R"({"":6,"Z":3,"a":2,"aa":7,"b":1,"é":5,"中":4})",
        "ef27650d9e1c5b3585f6b38542d097d338a1030d8d9eb3ba3d8c5bd74602d4b4");
    // By UTF-16 units, as QJsonObject sorts, the second name would be the first.
    row("names beyond the basic plane", R"({"\ud83d\ude00":2,"\uff5e":1})", R"({"～":1,"😀":2})",
        "1aa98dc532c93573949d2b868be0196ff97799dfa6dc3a4243a2be09a25d14e8");
    row("nested", R"({"a":[{"d":null,"c":[true,false]}, [], {}]})", R"({"a":[{"c":[true,false],"d":null},[],{}]})",
        "1fb6e98bdba1be4c264cfd238b04515a9c9d3be47c5d8adacfa032a78c97bf04");
    row("escapes", R"("\u0022\u005c\/\b\f\n\r\t\u0000\u001f\u007f\u4e2d\u2028")",
        "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\x7f中\xe2\x80\xa8\"",
        "6caab37ae995682237131e2b5239d7a88a3f87dd1c5f033d1f48ffdedeedd08a");
    row("text beyond the basic plane", R"("\ud842\udfb7")", "\"𠮷\"",
        "a18b6c1a086b333ab64f1ab6ef544a2a850314ac27af8ceba0cb8e15d0b80ff8");
    row("whole numbers", "[0,-0,1,-17,9007199254740991,1.0,2e3,1E+2,80]", "[0,0,1,-17,9007199254740991,1,2000,100,80]",
        "5ea8fa2dd89027f6071ab7ac2f6d202aae6457a6d949e980395c25a4d9a0db8f");
    row("fractions", "[0.1,-2.50,1.0e-6,123456789.125,0.000123,3.5,1e-2]",
        "[0.1,-2.5,0.000001,123456789.125,0.000123,3.5,0.01]",
        "09ffb25485bd1fdcf96f993b2fced2e075f3cd34837b22c78d48dbfe3630f169");
    row("very small and very large",
        "[1e-7,1.5e-10,-1e-7,1e20,123456789012345680000,1e21,2.5e+300,9007199254740994,5e-324,1.7976931348623157e308]",
        "[1e-7,1.5e-10,-1e-7,100000000000000000000,123456789012345680000,1e+21,2.5e+300,9007199254740994,5e-324,"
        "1.7976931348623157e+308]",
        "bcef34eb95a65fd5e84add26922e3ececcc00dd9c8310f260bba552f464f6a0d");
    row("an item",
        R"({"code":"gaoling-jintie","version":3,"names":{"zh-CN":"高龄津贴","en":"Allowance \"80+\""},"fee":{"fen":0},)"
        R"("fields":[{"max":99.5,"key":"age"}]})",
        R"({"code":"gaoling-jintie","fee":{"fen":0},"fields":[{"key":"age","max":99.5}],"names":{"en":)"
        R"("Allowance \"80+\"","zh-CN":"高龄津贴"},"version":3})",
        "1061ba6fe7a1b4e74072319c662b8a2e480d11ce722506125d2e55c2a560a555");
}

void PlatformCanonicalTest::asAnotherProgramSpellsIt()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, canonical);
    QFETCH(const QByteArray, sm3);
    const QJsonValue value = parsed(json);
    QVERIFY(!value.isUndefined());
    QCOMPARE(platform::canonicalJson(value), canonical);
    QCOMPARE(crypto::sm3(platform::canonicalJson(value)).toHex(), sm3);
    QCOMPARE(platform::canonicalJson(parsed(canonical)), canonical); // and is its own spelling
}

void PlatformCanonicalTest::orderAndSpaceOfTheTextAreNothing()
{
    QCOMPARE(platform::canonicalJson(parsed("{\"a\":1,\"b\":[1,2]}")),
             platform::canonicalJson(parsed("{ \"b\" : [ 1 , 2.0 ],\n\"a\":1e0 }")));
}

void PlatformCanonicalTest::everyDifferenceIsSeen()
{
    const auto differ = [](const char *one, const char *other) {
        return platform::canonicalJson(parsed(one)) != platform::canonicalJson(parsed(other));
    };
    QVERIFY(differ("[1,2]", "[2,1]"));
    QVERIFY(differ("1", "\"1\""));
    QVERIFY(differ("null", "\"null\""));
    QVERIFY(differ("{\"a\":null}", "{}"));
    QVERIFY(differ("0.1", "0.10000000000000002"));
    QVERIFY(differ("\"e\\u0301\"", "\"\\u00e9\"")); // looks the same, is another text
}

void PlatformCanonicalTest::whatNoTextSaysIsNull()
{
    const QJsonArray numbers{QJsonValue(std::numeric_limits<double>::infinity()), QJsonValue(1)};
    QCOMPARE(platform::canonicalJson(numbers), "[null,1]");
    QCOMPARE(platform::canonicalJson(QJsonValue(QJsonValue::Undefined)), "null");
}

QTEST_GUILESS_MAIN(PlatformCanonicalTest)
#include "platform_canonical_test.moc"
