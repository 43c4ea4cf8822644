// SPDX-License-Identifier: GPL-3.0-or-later
// What happened.
#include "app/flow/service/notice_words.h"

namespace tongban::flow {

namespace {

// The part of the machine that this step works with, as a person sees it.
QString partAt(Step step)
{
    if (step == Step::Identify || step == Step::HelperCard || step == Step::Party || step == Step::Away)
        return NoticeWords::tr("刷身份证的地方");
    if (step == Step::Capture)
        return NoticeWords::tr("扫描台");
    if (step == Step::Receipt || step == Step::Slip || step == Step::MarkSheet)
        return NoticeWords::tr("打印机");
    return NoticeWords::tr("这台机器");
}

WhatHappened partBroken(Step step)
{
    return {NoticeWords::tr("%1现在用不了").arg(partAt(step)),
            NoticeWords::tr("%1坏了，要请人来修。").arg(partAt(step))};
}

WhatHappened notEligible(Step step)
{
    if (step == Step::Situation)
        return {NoticeWords::tr("这种情形这里办不了"), NoticeWords::tr("要几个人一起办，这台机器上还做不到。")};
    if (step == Step::Helping || step == Step::Identify)
        return {NoticeWords::tr("志愿者不能证明身份"),
                NoticeWords::tr("没带身份证的人，志愿者帮不了。")};
    return {NoticeWords::tr("条件还不符合"), NoticeWords::tr("按规定，现在还不符合办理条件。")};
}

WhatHappened notFilled(Step step)
{
    if (step == Step::Signature)
        return {NoticeWords::tr("还没有签名"), NoticeWords::tr("请在框里写上您的名字。")};
    return {NoticeWords::tr("这里还没填好"), NoticeWords::tr("有一项没填，或者填得不对。")};
}

WhatHappened noPage(Step step)
{
    if (step == Step::Materials)
        return {NoticeWords::tr("材料还没扫完"), NoticeWords::tr("还有材料没有扫描。")};
    return {NoticeWords::tr("没有看到纸"), NoticeWords::tr("扫描台上没有看到纸。")};
}

WhatHappened notStored()
{
    return {NoticeWords::tr("没有存好"), NoticeWords::tr("这台机器现在存不了东西。")};
}

} // namespace

WhatHappened whatHappened(ErrorKind kind, Step step)
{
    switch (kind) {
    case ErrorKind::CardAbsent:
        return {NoticeWords::tr("没有看到身份证"), NoticeWords::tr("等了一会儿，没有读到身份证。")};
    case ErrorKind::CardLifted:
        return {NoticeWords::tr("身份证拿早了"), NoticeWords::tr("还没读完，身份证就拿开了。")};
    case ErrorKind::CardUnreadable:
        return {NoticeWords::tr("身份证没读清楚"), NoticeWords::tr("身份证上的内容没有读全。")};
    case ErrorKind::CardExpired:
        return {NoticeWords::tr("身份证过期了"), NoticeWords::tr("这张身份证过了有效期，不能用来办事。")};
    case ErrorKind::CardNotTheSame:
        if (step == Step::Party)
            return {NoticeWords::tr("这张身份证已经刷过了"), NoticeWords::tr("要刷的是另一个人的身份证。")};
        if (step == Step::Identify)
            return {NoticeWords::tr("这是帮忙的人的身份证"), NoticeWords::tr("帮忙的人和办事的人，要各刷各的证。")};
        if (step == Step::Naming)
            return {NoticeWords::tr("这是帮忙的人自己的号码"), NoticeWords::tr("要写的是没带证的那个人的号码。")};
        return {NoticeWords::tr("不是同一张身份证"), NoticeWords::tr("这不是开始时用的那张身份证。")};
    case ErrorKind::NotEligible:
        return notEligible(step);
    case ErrorKind::InputInvalid:
        return notFilled(step);
    case ErrorKind::PageMissing:
        return noPage(step);
    case ErrorKind::PageIllegible:
        return {NoticeWords::tr("扫得不清楚"), NoticeWords::tr("这一页看不清字，也可能放反了。")};
    case ErrorKind::CodeAbsent:
        return {NoticeWords::tr("没有看到码"), NoticeWords::tr("等了一会儿，没有扫到码。")};
    case ErrorKind::CodeUnreadable:
        return {NoticeWords::tr("码没扫清楚"), NoticeWords::tr("这个码没有读全。")};
    case ErrorKind::PaperOut:
        return {NoticeWords::tr("打印纸用完了"), NoticeWords::tr("打印机里没有纸了。")};
    case ErrorKind::PaperJam:
        return {NoticeWords::tr("打印纸卡住了"), NoticeWords::tr("纸卡在打印机里，出不来。")};
    case ErrorKind::CoverOpen:
        return {NoticeWords::tr("盖子没有盖好"), NoticeWords::tr("机器的盖子还开着。")};
    case ErrorKind::ScannerJam:
        return {NoticeWords::tr("纸卡住了"), NoticeWords::tr("纸卡在扫描台里了。")};
    case ErrorKind::TonerOut:
        return {NoticeWords::tr("墨粉用完了"), NoticeWords::tr("打印机里的墨粉用完了。")};
    case ErrorKind::OutputFull:
        return {NoticeWords::tr("出纸口满了"), NoticeWords::tr("打印机的出纸口放满了纸。")};
    case ErrorKind::DeviceAbsent:
    case ErrorKind::DeviceSilent:
    case ErrorKind::DeviceFault:
    case ErrorKind::ProtocolViolation:
    case ErrorKind::Misconfigured:
        return partBroken(step);
    case ErrorKind::StoreFull:
        return {NoticeWords::tr("没有存好"), NoticeWords::tr("这台机器存满了，放不下了。")};
    case ErrorKind::StoreUnwritable:
    case ErrorKind::StoreCorrupt:
        return notStored();
    case ErrorKind::SealBroken:
        return {NoticeWords::tr("以前的内容打不开"), NoticeWords::tr("上次留下的内容，在这里打不开。")};
    case ErrorKind::PlatformUnreachable:
        return {NoticeWords::tr("线路不通"), NoticeWords::tr("现在和市里连不上。")};
    case ErrorKind::PlatformBusy:
        return {NoticeWords::tr("市里正忙"), NoticeWords::tr("市里那边人多，要等一等。")};
    case ErrorKind::PlatformBadAnswer:
        return {NoticeWords::tr("市里的答复不对"), NoticeWords::tr("市里的答复看不明白。")};
    case ErrorKind::PlatformRefused:
        return {NoticeWords::tr("市里没有收下"), NoticeWords::tr("市里没有收下这次申请。")};
    case ErrorKind::PlatformConflict:
        return {NoticeWords::tr("和市里的对不上"), NoticeWords::tr("市里好像已经有一份了。")};
    case ErrorKind::NotFound:
        return {NoticeWords::tr("没有找到"), NoticeWords::tr("没有找到要用的内容。")};
    case ErrorKind::Cancelled:
        return {NoticeWords::tr("已经停下了"), NoticeWords::tr("刚才的事没有做完。")};
    }
    Q_UNREACHABLE();
}

} // namespace tongban::flow
