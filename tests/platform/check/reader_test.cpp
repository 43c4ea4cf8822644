// SPDX-License-Identifier: GPL-3.0-or-later
// The OpenAPI document as data: read whole, refused by place when it is wrong; and the digest that pages live by.
#include "tests/platform/base/digest.h"
#include "tests/platform/contract/contract.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban::tests::platform;

class ReaderTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;

    [[nodiscard]] std::string complaint(const QByteArray &yaml)
    {
        QFile file(m_directory.filePath(QStringLiteral("api.yaml")));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(yaml) != yaml.size())
            return "the test could not write";
        file.close();
        const auto contract = contract::Contract::load(file.fileName().toStdString());
        return contract ? std::string() : contract.error();
    }

private Q_SLOTS:
    void theShippedDocumentIsRead()
    {
        const auto contract = contract::Contract::load(TONGBAN_SOURCE_DIR "/resources/api/platform.openapi.yaml");
        QVERIFY2(contract.has_value(), contract ? "" : contract.error().c_str());
        QCOMPARE(contract->operations().size(), std::size_t{23});
        const auto literal = contract->match("GET", "/v1/cases/changes");
        QVERIFY(literal.operation && literal.operation->id == "pullChanges");
        const auto submit = contract->match("POST", "/v1/cases/abc/submit");
        QVERIFY(submit.operation && submit.pathParameters.at("caseId") == "abc");
        QVERIFY(submit.operation->takesKey() && submit.operation->needsSession);
        const contract::Operation *signOn = contract->match("POST", "/v1/sessions").operation;
        QVERIFY(signOn && !signOn->needsSession && signOn->needsSignature);
        const contract::Operation *time = contract->match("GET", "/v1/time").operation;
        QVERIFY(time && !time->needsSession && !time->needsSignature);
        QVERIFY(contract->match("PUT", "/v1/cases").pathKnown);
        QVERIFY(!contract->match("GET", "/v1/case").pathKnown);
    }

    void whatIsWrongIsNamedByPlace()
    {
        QVERIFY(complaint("paths: [").find("api.yaml:1:") != std::string::npos);
        QVERIFY(complaint("openapi: 3.0.3\n").find("no operations") != std::string::npos);
        const std::string lost = complaint("paths: { /a: { get: { operationId: a, responses: { '200': "
                                           "{ $ref: '#/components/responses/None' } } } } }");
        QVERIFY2(lost.find("#/components/responses/None: leads nowhere") != std::string::npos, lost.c_str());
        const std::string type = complaint("paths: { /a: { get: { operationId: a, parameters: "
                                           "[ { name: q, in: query, schema: { type: 5 } } ], responses: {} } } }");
        QVERIFY2(type.find("GET /a q") != std::string::npos, type.c_str());
    }

    void nullableIsTranslated()
    {
        const Json node = Json::parse(R"({"type":"object","required":["a"],"properties":
            {"a":{"type":"string","nullable":true,"enum":["x"]},"b":{"type":"string","pattern":"^[0-9]+$"}}})");
        const auto schema = contract::Schema::compile(node, Json::object());
        QVERIFY(schema.has_value());
        QVERIFY(!(*schema)->check(Json::parse(R"({"a":null})")));
        QVERIFY(!(*schema)->check(Json::parse(R"({"a":"x","b":"12"})")));
        QCOMPARE((*schema)->check(Json::parse(R"({"a":"y"})"))->pointer, std::string("/a"));
        QCOMPARE((*schema)->check(Json::parse(R"({"a":"x","b":null})"))->pointer, std::string("/b"));
    }

    void anAnswerIsHeldAgainstTheContract()
    {
        const auto contract = contract::Contract::load(TONGBAN_SOURCE_DIR "/resources/api/platform.openapi.yaml");
        QVERIFY(contract.has_value());
        const contract::Operation &create = *contract->match("POST", "/v1/cases").operation;
        const Json good = {{"caseId", "c"}, {"status", "created"}};
        const Json bad = {{"caseId", "c"}, {"status", "done"}};
        QVERIFY(!contract::checkAnswer(create, 201, "application/json", &good, {}));
        QCOMPARE(contract::checkAnswer(create, 201, "application/json", &bad, {})->pointer, std::string("/status"));
        QVERIFY(contract::checkAnswer(create, 200, "application/json", &good, {}));
        QVERIFY(contract::checkAnswer(create, 201, "text/html", &good, {}));
        QVERIFY(contract::checkAnswer(create, 201, "", nullptr, {}));
        QVERIFY(contract::checkAnswer(create, 201, "application/json", &good, {{"Idempotent-Replayed", "yes"}}));
        const contract::Operation &upload = *contract->match("POST", "/v1/uploads").operation;
        QVERIFY(contract::checkAnswer(upload, 201, "", nullptr, {{"Tus-Resumable", "1.0.0"}})); // no Location
    }

    void sm3IsTheStandards() // GB/T 32905, appendix A
    {
        QCOMPARE(sm3Hex("abc"), std::string("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
    }
};

QTEST_GUILESS_MAIN(ReaderTest)
#include "reader_test.moc"
