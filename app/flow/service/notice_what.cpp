// SPDX-License-Identifier: GPL-3.0-or-later
// What happened.
#include "app/flow/service/notice_words.h"

namespace tongban::flow {

namespace {

using W = NoticeWords;

// The part of the machine that this step works with, as a person sees it.
QString partAt(Step step)
{
    if (step == Step::Identify)
        return W::tr("刷身份证的地方");
    if (step == Step::Capture)
        return W::tr("扫描台");
    if (step == Step::Receipt)
        return W::tr("打印机");
    return W::tr("这台机器");
}

WhatHappened partBroken(Step step)
{
    return {W::tr("%1现在用不了").arg(partAt(step)), W::tr("%1坏了，要请人来修。").arg(partAt(step))};
}

WhatHappened notFilled(Step step)
{
    if (step == Step::Signature)
        return {W::tr("还没有签名"), W::tr("请在框里写上您的名字。")};
    return {W::tr("这里还没填好"), W::tr("有一项没填，或者填得不对。")};
}

WhatHappened noPage(Step step)
{
    if (step == Step::Materials)
        return {W::tr("材料还没扫完"), W::tr("还有材料没有扫描。")};
    return {W::tr("没有看到纸"), W::tr("扫描台上没有看到纸。")};
}

WhatHappened notStored()
{
    return {W::tr("没有存好"), W::tr("这台机器现在存不了东西。")};
}

} // namespace

WhatHappened whatHappened(ErrorKind kind, Step step)
{
    switch (kind) {
    case ErrorKind::CardAbsent:
        return {W::tr("没有看到身份证"), W::tr("等了一会儿，没有读到身份证。")};
    case ErrorKind::CardLifted:
        return {W::tr("身份证拿早了"), W::tr("还没读完，身份证就拿开了。")};
    case ErrorKind::CardUnreadable:
        return {W::tr("身份证没读清楚"), W::tr("身份证上的内容没有读全。")};
    case ErrorKind::CardExpired:
        return {W::tr("身份证过期了"), W::tr("这张身份证过了有效期，不能用来办事。")};
    case ErrorKind::CardNotTheSame:
        return {W::tr("不是同一张身份证"), W::tr("这不是开始时用的那张身份证。")};
    case ErrorKind::NotEligible:
        return {W::tr("条件还不符合"), W::tr("按规定，现在还不符合办理条件。")};
    case ErrorKind::InputInvalid:
        return notFilled(step);
    case ErrorKind::PageMissing:
        return noPage(step);
    case ErrorKind::PageIllegible:
        return {W::tr("扫得不清楚"), W::tr("这一页看不清字，也可能放反了。")};
    case ErrorKind::PaperOut:
        return {W::tr("打印纸用完了"), W::tr("打印机里没有纸了。")};
    case ErrorKind::PaperJam:
        return {W::tr("打印纸卡住了"), W::tr("纸卡在打印机里，出不来。")};
    case ErrorKind::CoverOpen:
        return {W::tr("盖子没有盖好"), W::tr("机器的盖子还开着。")};
    case ErrorKind::ScannerJam:
        return {W::tr("纸卡住了"), W::tr("纸卡在扫描台里了。")};
    case ErrorKind::DeviceAbsent:
    case ErrorKind::DeviceSilent:
    case ErrorKind::DeviceFault:
    case ErrorKind::ProtocolViolation:
    case ErrorKind::Misconfigured:
        return partBroken(step);
    case ErrorKind::StoreFull:
        return {W::tr("没有存好"), W::tr("这台机器存满了，放不下了。")};
    case ErrorKind::StoreUnwritable:
    case ErrorKind::StoreCorrupt:
        return notStored();
    case ErrorKind::SealBroken:
        return {W::tr("以前的内容打不开"), W::tr("上次留下的内容，在这里打不开。")};
    case ErrorKind::PlatformUnreachable:
        return {W::tr("线路不通"), W::tr("现在和市里连不上。")};
    case ErrorKind::PlatformBusy:
        return {W::tr("市里正忙"), W::tr("市里那边人多，要等一等。")};
    case ErrorKind::PlatformBadAnswer:
        return {W::tr("市里的答复不对"), W::tr("市里的答复看不明白。")};
    case ErrorKind::PlatformRefused:
        return {W::tr("市里没有收下"), W::tr("市里没有收下这次申请。")};
    case ErrorKind::PlatformConflict:
        return {W::tr("和市里的对不上"), W::tr("市里好像已经有一份了。")};
    case ErrorKind::NotFound:
        return {W::tr("没有找到"), W::tr("没有找到要用的内容。")};
    case ErrorKind::Cancelled:
        return {W::tr("已经停下了"), W::tr("刚才的事没有做完。")};
    }
    Q_UNREACHABLE();
}

} // namespace tongban::flow
