// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every shipped item: sound, inside the schema, its form can be filled, its case can be submitted.
#include "app/core/domain/item_codec.h"
#include "app/core/domain/receipt_builder.h"
#include "tests/data/form_filler.h"
#include "tests/data/item_files.h"
#include "tests/data/item_schema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tongban;
using namespace tongban::domain;
using namespace tongban::tests;

namespace {

// Walks the whole form with generated answers; the answers at its end.
Answers filled(const ServiceItem &item, const IdCard &card, unsigned seed)
{
    std::mt19937 random(seed);
    Answers answers;
    for (auto index = situationAfter(item, -1, answers); index; index = situationAfter(item, *index, answers)) {
        const FormField &question = item.situations[static_cast<size_t>(*index)].field;
        answers.insert(question.key, Secret(answerFor(question, random)));
    }
    answers = prefilled(item, card, answers);
    for (auto page = pageAfter(item, -1, answers); page; page = pageAfter(item, *page, answers)) {
        for (const FormField *field : visibleFields(item, item.pages[static_cast<size_t>(*page)], answers)) {
            if (!answers.contains(field->key))
                answers.insert(field->key, Secret(answerFor(*field, random)));
        }
        answers = prefilled(item, card, withoutHidden(item, answers));
    }
    return answers;
}

} // namespace

class ItemsTest : public QObject
{
    Q_OBJECT

private:
    ItemSchema m_schema;

    static void rows()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : itemFileNames())
            QTest::newRow(qPrintable(file)) << file;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_schema.isLoaded());
        QVERIFY(itemFileNames().size() >= 6);
    }

    void isSound_data() { rows(); }
    void isSound()
    {
        QFETCH(QString, file);
        const auto item = itemFromJson(itemJson(file));
        QVERIFY2(item.has_value(), item ? "" : qPrintable(item.error().detail));
        QCOMPARE(item->code + QStringLiteral(".json"), file);
        QCOMPARE(m_schema.complaint(itemJson(file)), QString());
    }

    // Schema and codec must not drift apart: what one refuses the other refuses too.
    void schemaAndCodecAgree_data() { rows(); }
    void schemaAndCodecAgree()
    {
        QFETCH(QString, file);
        const QJsonObject whole = itemJson(file);
        QJsonObject extra = whole;
        extra.insert(QStringLiteral("plantedKey"), 1);
        QVERIFY(!itemFromJson(extra) && !m_schema.complaint(extra).isEmpty());
        for (const QString &key : whole.keys()) {
            QJsonObject wrong = whole;
            wrong.insert(key, whole.value(key).isDouble() ? QJsonValue(QStringLiteral("seven")) : QJsonValue(7));
            QVERIFY2(!itemFromJson(wrong) && !m_schema.complaint(wrong).isEmpty(), qPrintable(key));
            QJsonObject lacking = whole;
            lacking.remove(key);
            const auto item = itemFromJson(lacking);
            if (key == QStringLiteral("parties")) // may be left out, but not where a condition names one
                QVERIFY(!item && item.error().detail.contains(QStringLiteral("there is no such party")));
            else
                QCOMPARE(item.has_value(), m_schema.complaint(lacking).isEmpty());
        }
    }

    void formCanBeFilled_data() { rows(); }
    void formCanBeFilled()
    {
        QFETCH(QString, file);
        const ServiceItem item = itemOfFile(file);
        const IdCard card = cardOf(QDate(1942, 3, 8));
        QSet<QString> asked;
        for (unsigned seed = 0; seed < 60; ++seed) {
            const Answers answers = filled(item, card, seed);
            QVERIFY2(!firstOpenPage(item, answers, testDay), qPrintable(QString::number(seed)));
            for (const QString &key : answers.keys()) {
                asked.insert(key);
                const QString shown = displayValue(*item.field(key), answers.value(key), Shown::Masked);
                QVERIFY2(!shown.isEmpty(), qPrintable(key));
                QVERIFY(!shown.contains(card.idNumber.reveal()));
            }
        }
        // No question that nobody is ever asked.
        QCOMPARE(asked.size(), static_cast<qsizetype>(item.fields.size() + item.situations.size()));
    }

    void receiptFits_data() { rows(); }
    void receiptFits()
    {
        QFETCH(QString, file);
        const IdCard card = cardOf(QDate(1942, 3, 8));
        const CaseDraft draft{.id = QUuid::createUuid(),
                              .item = itemOfFile(file),
                              .applicant = card,
                              .startedAt = QDateTime::currentDateTimeUtc(),
                              .answers = filled(itemOfFile(file), card, 1),
                              .pages = {},
                              .signature = {}};
        const SubmittedCase submitted{.content = draft,
                                      .localNumber = QStringLiteral("110105001001-K001-20241121-000123"),
                                      .submittedAt = QDateTime::currentDateTimeUtc(),
                                      .projectNumber = {}};
        const SiteProfile site{.siteCode = {},
                               .hallName = QStringLiteral("青山镇便民服务中心"),
                               .deviceId = QString(64, u'K'),
                               .phone = {},
                               .address = {},
                               .hours = {}};
        const auto sm3 = [](const QByteArray &) { return QByteArray(32, '\xff'); };
        const QByteArray qr = unsignedCodes(submitted, site, sm3).verification;
        QVERIFY2(qr.size() <= 400, qPrintable(QString::number(qr.size())));
    }

    // People who read little hear these sentences: no Latin words, nothing endless.
    void textsAreForTheEar_data() { rows(); }
    void textsAreForTheEar()
    {
        QFETCH(QString, file);
        static const QRegularExpression latin(QStringLiteral("[A-Za-z]"));
        const ServiceItem item = itemOfFile(file);
        QStringList texts{item.name, item.summary, item.consent, item.whenToReturn, item.whomToCall};
        for (const FormPage &page : item.pages)
            texts << page.title << page.prompt;
        for (const FormField &field : item.fields) {
            for (const FieldChoice &choice : field.choices)
                texts << choice.label << choice.hint;
        }
        for (const MaterialSpec &material : item.materials)
            texts << material.name << material.hint;
        for (const QString &text : texts) {
            QVERIFY2(!text.contains(latin), qPrintable(text));
            for (const QString &sentence : text.split(QRegularExpression(QStringLiteral("[。？！]"))))
                QVERIFY2(sentence.size() <= 60, qPrintable(sentence));
        }
    }
};

QTEST_GUILESS_MAIN(ItemsTest)
#include "items_test.moc"
