// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept, what to do next, what the button says.
#include "app/flow/service/notice_words.h"

namespace tongban::flow {

namespace {

bool isStoreTrouble(ErrorKind kind)
{
    return kind == ErrorKind::StoreFull || kind == ErrorKind::StoreUnwritable || kind == ErrorKind::StoreCorrupt;
}

QString cardAdvice(ErrorKind kind, Step step)
{
    if (kind == ErrorKind::CardNotTheSame && step == Step::Party)
        return NoticeWords::tr("请换另一个人的身份证放上去。");
    if (kind == ErrorKind::CardNotTheSame && step == Step::Identify)
        return NoticeWords::tr("请换要办事的人的身份证放上去。");
    if (kind == ErrorKind::CardNotTheSame && step == Step::Naming)
        return NoticeWords::tr("请按知道了，把号码改过来。");
    if (kind == ErrorKind::CardExpired)
        return NoticeWords::tr("请换一张没过期的身份证，或者问工作人员。");
    if (kind == ErrorKind::CardNotTheSame)
        return NoticeWords::tr("请放上开始时用的那张身份证。");
    if (kind == ErrorKind::CardUnreadable) // a reader gives a card's content only once for each time it is laid down
        return NoticeWords::tr("请把身份证拿起来，再放平一次。");
    return NoticeWords::tr("请把身份证放平，等说好了再拿开。");
}

QString staffAdvice(Step step)
{
    if (step == Step::Slip)
        return NoticeWords::tr("请叫工作人员来弄好再打。清单也可以到窗口要。");
    if (step == Step::MarkSheet)
        return NoticeWords::tr("请叫工作人员来弄好再打。也可以回去，用手指在屏幕上画押。");
    if (step == Step::Receipt)
        return NoticeWords::tr("请叫工作人员来。也可以改天带身份证来补打。");
    return NoticeWords::tr("请叫工作人员来，弄好了再试一次。");
}

QString technicianAdvice(ErrorKind kind, Step step)
{
    if (step == Step::Receipt)
        return NoticeWords::tr("请记下编号，改天带身份证来补打。");
    if (step == Step::MarkSheet)
        return NoticeWords::tr("请回去，用手指在屏幕上画押，或者到窗口办。");
    if (step == Step::Slip)
        return NoticeWords::tr("请到窗口要一张清单。指南里也写着要带什么。");
    if (isStoreTrouble(kind))
        return NoticeWords::tr("请再试一次。还不行，就叫工作人员。");
    return NoticeWords::tr("请叫工作人员，或者到窗口办。");
}

QString paperAdvice(Step step)
{
    if (step == Step::Materials)
        return NoticeWords::tr("请点还没扫的材料，把它扫完。");
    return NoticeWords::tr("请把纸放平，字朝下，再扫一次。");
}

QString fillAdvice(Step step)
{
    return step == Step::Signature ? NoticeWords::tr("签好以后，再按签好了。")
                                   : NoticeWords::tr("改好以后，再按下一步。");
}

} // namespace

QString whatIsKept(ErrorKind kind, Step step)
{
    switch (step) {
    case Step::Attract:
    case Step::Home:
    case Step::Guide:
    case Step::Slip:
    case Step::Farewell:
        return NoticeWords::tr("没有留下您的信息。");
    case Step::Parts:
    case Step::Situation:
        return NoticeWords::tr("前面选的都还在。");
    case Step::Identify:
    case Step::Helping:
    case Step::HelperCard:
    case Step::Naming:
        return NoticeWords::tr("还没有填东西，什么都没丢。");
    case Step::Resume:
        return NoticeWords::tr("上次填的都还在。");
    case Step::NotEligible:
    case Step::Party:
    case Step::Form:
    case Step::PhoneCode:
    case Step::Materials:
    case Step::Capture:
    case Step::PageReview:
    case Step::Missing:
    case Step::Signature:
    case Step::MarkSheet:
    case Step::Review:
    case Step::Submitting:
        // Never a promise that the disk did not keep.
        return isStoreTrouble(kind) ? NoticeWords::tr("填好的还在屏幕上，请先别走开。")
                                    : NoticeWords::tr("您填好的都还在。");
    case Step::Receipt:
        return NoticeWords::tr("您的申请已经存好，编号在屏幕上。");
    case Step::Rating:
        return NoticeWords::tr("您的申请已经存好。");
    case Step::Away:
    case Step::Kept:
        return NoticeWords::tr("填好的已经存好，别人打不开。");
    }
    Q_UNREACHABLE();
}

QString whatToDo(ErrorKind kind, Step step)
{
    switch (kind) {
    case ErrorKind::CardAbsent:
    case ErrorKind::CardLifted:
    case ErrorKind::CardUnreadable:
    case ErrorKind::CardExpired:
    case ErrorKind::CardNotTheSame:
        return cardAdvice(kind, step);
    case ErrorKind::NotEligible:
        if (step == Step::Helping || step == Step::Identify)
            return NoticeWords::tr("请换亲属、村干部或者工作人员来帮。");
        return step == Step::Situation
                   ? NoticeWords::tr("请到服务窗口办，先打一张材料清单带着。选错了，可以按上一步重新选。")
                   : NoticeWords::tr("您可以仍要申请，也可以问工作人员。");
    case ErrorKind::InputInvalid:
        return fillAdvice(step);
    case ErrorKind::PageMissing:
    case ErrorKind::PageIllegible:
        return paperAdvice(step);
    case ErrorKind::CodeAbsent:
    case ErrorKind::CodeUnreadable:
        return NoticeWords::tr("请把码放平、放近一点，再扫一次。");
    case ErrorKind::PaperOut:
    case ErrorKind::PaperJam:
    case ErrorKind::CoverOpen:
    case ErrorKind::TonerOut:
    case ErrorKind::OutputFull:
        return staffAdvice(step);
    case ErrorKind::ScannerJam: // the port gives all pages of a stack or none
        return NoticeWords::tr("请叫工作人员来。弄好了，把这一份的纸全部重新放一遍。");
    case ErrorKind::DeviceAbsent:
    case ErrorKind::DeviceSilent:
    case ErrorKind::DeviceFault:
    case ErrorKind::ProtocolViolation:
    case ErrorKind::Misconfigured:
    case ErrorKind::StoreFull:
    case ErrorKind::StoreUnwritable:
    case ErrorKind::StoreCorrupt:
    case ErrorKind::SealBroken:
        return technicianAdvice(kind, step);
    case ErrorKind::PlatformUnreachable:
    case ErrorKind::PlatformBusy:
    case ErrorKind::PlatformBadAnswer:
        return NoticeWords::tr("您接着办就行，通了会自己送过去。");
    case ErrorKind::PlatformRefused:
    case ErrorKind::PlatformConflict:
        return NoticeWords::tr("请到窗口，让工作人员帮您看看。");
    case ErrorKind::NotFound:
    case ErrorKind::Cancelled:
        return NoticeWords::tr("请再试一次。");
    }
    Q_UNREACHABLE();
}

QString retryLabel(ErrorKind kind, Step step)
{
    const bool isForThePerson =
        kind == ErrorKind::InputInvalid || (kind == ErrorKind::PageMissing && step == Step::Materials);
    if (isForThePerson)
        return {}; // there is something to fill in first; the page's own button goes on
    switch (step) {
    case Step::Identify:
    case Step::HelperCard:
    case Step::Party:
    case Step::Away:
        return NoticeWords::tr("再读一次");
    case Step::Form:
    case Step::PhoneCode:
    case Step::Materials:
    case Step::PageReview:
    case Step::Missing:
    case Step::Signature:
        return NoticeWords::tr("再存一次");
    case Step::Capture:
        return NoticeWords::tr("再扫一次");
    case Step::Review:
        return NoticeWords::tr("再提交一次");
    case Step::Receipt:
    case Step::Slip:
    case Step::MarkSheet:
        return NoticeWords::tr("再打一次");
    case Step::Situation: // nothing to try, but something to take along
        return kind == ErrorKind::NotEligible ? NoticeWords::tr("打印材料清单") : QString();
    case Step::Helping:
    case Step::Naming:
    case Step::Parts:
    case Step::Resume:
    case Step::NotEligible:
        return NoticeWords::tr("知道了");
    case Step::Attract:
    case Step::Home:
    case Step::Guide:
    case Step::Submitting:
    case Step::Rating:
    case Step::Kept:
    case Step::Farewell:
        return {}; // nothing is shown here
    }
    Q_UNREACHABLE();
}

} // namespace tongban::flow
