// SPDX-License-Identifier: GPL-3.0-or-later
// Every error at every step has words that a villager understands; every page too.
#include "app/flow/service/notice.h"
#include "app/flow/service/page_words.h"
#include "tests/unit/flow/flow_samples.h"

#include <QRegularExpression>
#include <QTest>

using namespace tongban;
using namespace tongban::flow;
using namespace tongban::tests;

namespace {

constexpr int errorKindCount = static_cast<int>(ErrorKind::Cancelled) + 1;

// What is wrong with a sentence for the ear; empty when nothing is.
QString harsh(const QString &text)
{
    static const QRegularExpression latin(QStringLiteral("[A-Za-z_]"));
    static const QStringList technical{
        QStringLiteral("错误"), QStringLiteral("异常"), QStringLiteral("协议"),   QStringLiteral("超时"),
        QStringLiteral("系统"), QStringLiteral("数据"), QStringLiteral("服务器"), QStringLiteral("接口"),
        QStringLiteral("设备"), QStringLiteral("配置"), QStringLiteral("驱动"),   QStringLiteral("端口"),
        QStringLiteral("校验"), QStringLiteral("网络"), QStringLiteral("平台"),   QStringLiteral("加密"),
        QStringLiteral("请求"), QStringLiteral("响应"), QStringLiteral("离线"),   QStringLiteral("缓存")};
    if (text.contains(latin))
        return QStringLiteral("Latin letters");
    for (const QString &word : technical) {
        if (text.contains(word))
            return QStringLiteral("a technical word: ") + word;
    }
    for (const QString &sentence : text.split(QRegularExpression(QStringLiteral("[。？！]")))) {
        if (sentence.size() > 40)
            return QStringLiteral("a sentence of more than 40 characters");
    }
    return {};
}

const FlowWords hall{.hallPhone = QStringLiteral("0571-88880000"), .fieldSentence = {}};

} // namespace

class NoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void harshWordsAreFound()
    {
        QVERIFY(!harsh(QStringLiteral("系统异常。")).isEmpty());
        QVERIFY(!harsh(QStringLiteral("error")).isEmpty());
        QVERIFY(!harsh(QString(41, u'长')).isEmpty());
        QVERIFY(harsh(QStringLiteral("请再试一次。")).isEmpty());
    }

    void everyErrorAtEveryStep_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < errorKindCount; ++kind)
            QTest::newRow(nameOf(static_cast<ErrorKind>(kind))) << kind;
    }

    void everyErrorAtEveryStep()
    {
        QFETCH(int, kind);
        for (int step = 0; step < stepCount; ++step) {
            const Notice notice = noticeFor(static_cast<ErrorKind>(kind), static_cast<Step>(step), hall);
            const QStringList shown{notice.title, notice.body, notice.kept, notice.nextStep};
            for (const QString &text : shown)
                QVERIFY2(!text.isEmpty() && harsh(text).isEmpty(),
                         qPrintable(text + QStringLiteral(": ") + harsh(text)));
            QVERIFY(harsh(notice.help).isEmpty() && harsh(notice.action).isEmpty());
            QVERIFY2(notice.title.size() <= 14, qPrintable(notice.title));
            QVERIFY(!notice.spoken.isEmpty());
            for (const QString &clause : notice.spoken)
                QVERIFY2(shown.contains(clause), qPrintable(clause));
            QCOMPARE(notice.helper == Helper::Self, notice.help.isEmpty());
        }
    }

    // A button that does nothing is a lie: wherever a trouble can come up, its button is an event that is known there.
    void retryButtonsWork()
    {
        for (const NamedState &sample : everyState()) {
            for (int i = 0; i < errorKindCount; ++i) {
                const auto kind = static_cast<ErrorKind>(i);
                const Transition failed = next(sample.state, EffectFailed{{kind, {}, {}}});
                if (!failed.state.trouble || failed.state.trouble->kind != kind)
                    continue;
                const Notice notice = noticeFor(kind, failed.state.step, hall);
                if (notice.action.isEmpty())
                    continue;
                const Transition again = next(failed.state, TriedAgain{});
                QVERIFY2(!again.state.trouble, sample.name + " " + nameOf(kind));
            }
        }
    }

    void unsavedIsNeverCalledKept()
    {
        for (const ErrorKind kind : {ErrorKind::StoreFull, ErrorKind::StoreUnwritable, ErrorKind::StoreCorrupt}) {
            const QString lost = noticeFor(kind, Step::Form, hall).kept;
            QVERIFY(lost != noticeFor(ErrorKind::CardLifted, Step::Form, hall).kept);
            QVERIFY(lost.contains(QStringLiteral("先别走开")));
        }
    }

    void theFieldSpeaks()
    {
        ServiceState state;
        state.step = Step::Form;
        state.draft = freshDraft();
        state.draft->answers.insert(QStringLiteral("phone"), Secret(QStringLiteral("138")));
        state.trouble = Trouble{ErrorKind::InputInvalid, QStringLiteral("phone")};
        domain::SiteProfile site;
        site.phone = QStringLiteral("0571-88880000");
        const Notice notice = noticeFor(ErrorKind::InputInvalid, Step::Form, flowWordsFor(state, site));
        QVERIFY(notice.body.contains(QStringLiteral("11位")));
        QVERIFY(notice.action.isEmpty());
        QVERIFY(noticeFor(ErrorKind::PaperOut, Step::Receipt, flowWordsFor(state, site)).help.contains(site.phone));
    }

    void everyPageHasWords()
    {
        QCOMPARE(stepBarWords().size(), 6);
        for (const NamedState &sample : everyState()) {
            const PageWords words = wordsFor(sample.state);
            QVERIFY2(!words.title.isEmpty() && !words.subtitle.isEmpty(), sample.name);
            for (const QString &text : {words.title, words.subtitle, words.primary})
                QVERIFY2(harsh(text).isEmpty(), qPrintable(text));
            QVERIFY2(!words.spoken.isEmpty(), sample.name);
            for (const QString &clause : words.spoken)
                QVERIFY2(words.title.contains(clause) || words.subtitle.contains(clause), qPrintable(clause));
            QVERIFY(words.bar >= -1 && words.bar < 6);
        }
    }
};

QTEST_GUILESS_MAIN(NoticeTest)
#include "notice_test.moc"
