// SPDX-License-Identifier: GPL-3.0-or-later
// 补正 at the controllers: from the room 查进度 into the journey, to the journal and the paper; a letter told of first.
#include "tests/unit/view/kiosk_progress_rig.h"

using namespace tongban;
using namespace tongban::test;

class KioskSupplementTest : public QObject
{
    Q_OBJECT

    static ports::Followed letter(bool isRead)
    {
        ports::Followed known{.cases = {followed(followedNumber, CaseStatus::Supplementing)}, .asOf = two().asOf};
        known.cases.front().notices = {
            {.id = QUuid::createUuid(),
             .caseId = known.cases.front().id,
             .kind = ports::NoticeKind::Correction,
             .issuedAt = known.cases.front().way.back().at,
             .due = QDate(2026, 12, 1),
             .title = QStringLiteral("请补正"),
             .items = {{QStringLiteral("householdRegister"), QStringLiteral("第三页看不清")}},
             .isRead = isRead}};
        return known;
    }
    static bool open(KioskRig &rig, const char *page)
    {
        if (!rig.toHome())
            return false;
        rig.kiosk().progress()->open();
        return rig.reach(QString::fromLatin1(page));
    }
    static QString heard(KioskRig &rig)
    {
        QString all;
        for (const QStringList &clauses : rig.speaker.said)
            all += clauses.join(QString());
        return all;
    }
    static QString wordsOn(const domain::ReceiptDocument &paper)
    {
        QStringList words;
        for (const domain::ReceiptBlock &block : paper.blocks) {
            if (const auto *text = std::get_if<domain::ReceiptText>(&block))
                words << text->text;
        }
        return words.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void fromTheLetterToTheReceipt()
    {
        KioskRig rig;
        rig.store.setFollowed(letter(false));
        QVERIFY(open(rig, "ProgressMail"));
        QVERIFY(!heard(rig).contains(QStringLiteral("第三页"))); // not before it is opened
        rig.kiosk().progress()->read();
        QVERIFY(rig.reach(QStringLiteral("ProgressLetter")));
        QVERIFY(rig.kiosk().progress()->canSupplement());
        rig.kiosk().forward();
        QVERIFY(rig.reach(QStringLiteral("Materials")));
        QVERIFY(rig.kiosk().subtitle().contains(QStringLiteral("第三页看不清")));
        QCOMPARE(rig.kiosk().materials()->list()->count(), 1);
        QTRY_VERIFY(rig.store.count(QStringLiteral("saveDraft")) > 0); // interrupted, it is found again
        QVERIFY(rig.toPageReview());
        rig.kiosk().keepPage();
        QVERIFY(rig.reach(QStringLiteral("Review")));
        QVERIFY(rig.toReceipt());
        QCOMPARE(rig.kiosk().receipt()->phase(), QStringLiteral("confirmed"));
        const QString paper = wordsOn(rig.printer.printed().back());
        QVERIFY2(paper.contains(QStringLiteral("补正回执")) && paper.contains(QString::fromLatin1(followedNumber)),
                 qPrintable(paper));
        QVERIFY(paper.contains(QStringLiteral("本回执不是受理通知书")));
        QVERIFY(!rig.store.lines().filter(QStringLiteral("reserveSheet supplement")).isEmpty());
        rig.kiosk().forward();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell")); // nothing to rate yet
        QVERIFY(!foundIn(rig.kiosk(), QStringLiteral("第三页看不清")) && knowsNobody(rig));
    }

    void oneThingAPage()
    {
        KioskRig rig;
        ports::Followed known = letter(true);
        known.cases.front().notices.front().items.push_back({{}, QStringLiteral("村里开的证明")});
        rig.store.setFollowed(known);
        QVERIFY(open(rig, "ProgressCase"));
        rig.kiosk().forward();
        rig.kiosk().forward();
        QVERIFY(rig.reach(QStringLiteral("Materials")));
        view::RowModel *list = rig.kiosk().materials()->list();
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->value(0, "key").toString(), QStringLiteral("householdRegister"));
        QVERIFY(rig.toPageReview());
        rig.kiosk().keepPage();
        QVERIFY(rig.reach(QStringLiteral("Materials")));
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->value(0, "key").toString(), QStringLiteral("demand-2"));
        QVERIFY(rig.kiosk().subtitle().contains(QStringLiteral("村里开的证明")));
        QVERIFY(!rig.kiosk().canGoForward());
    }

    void theLetterIsMarkedReadOnce()
    {
        KioskRig rig;
        rig.store.setFollowed(letter(false));
        QVERIFY(open(rig, "ProgressMail"));
        rig.kiosk().progress()->readLater();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressCase"));
        QVERIFY(rig.store.lines().filter(QStringLiteral("letterRead")).isEmpty());
        rig.kiosk().forward();
        QTRY_COMPARE(rig.store.lines().filter(QStringLiteral("letterRead")).size(), 1);
    }

    void theLetterGoesToPaperUnderItsJournal()
    {
        KioskRig rig;
        rig.store.setFollowed(letter(true));
        QVERIFY(open(rig, "ProgressCase"));
        rig.kiosk().forward();
        rig.kiosk().progress()->printLetter();
        QTRY_COMPARE(rig.kiosk().progress()->letterPrint(), QStringLiteral("confirmed"));
        const QString paper = wordsOn(rig.printer.printed().back());
        QVERIFY2(paper.contains(QStringLiteral("1. ")) && paper.contains(QStringLiteral("第三页看不清")),
                 qPrintable(paper));
        QVERIFY(paper.contains(QStringLiteral("2026年12月1日")) && paper.contains(QStringLiteral("补正通知")));
        QVERIFY(!paper.contains(QStringLiteral("欧"))); // whose it is, is not printed
        QTRY_COMPARE(rig.store.count(QStringLiteral("record Done")), 1);
        QVERIFY(!rig.store.lines().filter(QStringLiteral("reserveSheet letter")).isEmpty());
    }

    void whatCannotBeBegunIsSaid()
    {
        KioskRig rig;
        rig.store.setFollowed(letter(true));
        QVERIFY(open(rig, "ProgressCase"));
        rig.kiosk().forward();
        rig.store.failOnce(QStringLiteral("beginSupplement"), ErrorKind::InputInvalid);
        rig.kiosk().forward();
        QTRY_VERIFY(rig.kiosk().trouble()->active());
        QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressLetter"));
        rig.kiosk().backward(); // the letter is still there to read
        QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressLetter"));
        QVERIFY(!rig.kiosk().trouble()->active());
    }

    // An errand was begun: the card says first that there is a letter.
    void whereAnErrandBeginsTheLetterIsFirst()
    {
        KioskRig rig;
        const ports::Followed known = letter(false);
        rig.store.setFollowed(known);
        ports::Unfinished found;
        found.letter = ports::UnreadLetter{.caseId = known.cases.front().id,
                                           .notice = known.cases.front().notices.front().id,
                                           .kind = ports::NoticeKind::Correction,
                                           .itemName = known.cases.front().item.name};
        rig.store.setUnfinished(found);
        QVERIFY(rig.toHome() && rig.toGuide());
        rig.kiosk().forward();
        QVERIFY(rig.reach(QStringLiteral("Resume")));
        QVERIFY(rig.kiosk().resume()->hasLetter());
        QVERIFY(heard(rig).contains(QStringLiteral("有一封信给您")));
        rig.kiosk().readLetter();
        QVERIFY(rig.reach(QStringLiteral("ProgressLetter")));
        rig.kiosk().startOver();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
        QVERIFY(knowsNobody(rig));
    }

    void laterGoesOnWithTheErrand()
    {
        KioskRig rig;
        ports::Unfinished found;
        found.letter = ports::UnreadLetter{
            .caseId = QUuid::createUuid(), .notice = QUuid::createUuid(), .itemName = QStringLiteral("临时救助")};
        rig.store.setUnfinished(found);
        QVERIFY(rig.toHome() && rig.toGuide());
        rig.kiosk().forward();
        QVERIFY(rig.reach(QStringLiteral("Resume")));
        rig.kiosk().leaveLetter();
        QVERIFY(rig.reach(QStringLiteral("Form")));
    }
};

QTEST_MAIN(KioskSupplementTest)
#include "kiosk_supplement_test.moc"
