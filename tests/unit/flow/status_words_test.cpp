// SPDX-License-Identifier: GPL-3.0-or-later
// How far a case is, in a villager's words: every status has its own.
#include "app/core/domain/case_machine.h"
#include "app/flow/progress/status_words.h"

#include <QSet>
#include <QTest>

using namespace tongban;
using namespace tongban::flow::progress;
using domain::CaseStatus;

class StatusWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusHasItsWords()
    {
        QSet<QString> briefs;
        for (int i = 1; i < domain::caseStatusCount; ++i) {
            const StatusWords words = wordsOf(static_cast<CaseStatus>(i));
            QVERIFY(!words.brief.isEmpty() && words.meaning.endsWith(QStringLiteral("。")));
            briefs << words.brief;
        }
        QCOMPARE(briefs.size(), domain::caseStatusCount - 1);
    }
};

QTEST_GUILESS_MAIN(StatusWordsTest)
#include "status_words_test.moc"
