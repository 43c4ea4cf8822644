// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/staff_reason.h"

namespace tongban::offline::outbox {

QString reasonFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::PlatformUnreachable:
        return QStringLiteral("连不上市平台，线路恢复后会自动发送；如果长时间不通，请检查网线或用U盘导出。");
    case ErrorKind::PlatformBusy:
        return QStringLiteral("市平台繁忙，稍后会自动再发，不用操作。");
    case ErrorKind::PlatformBadAnswer:
        return QStringLiteral("市平台的答复不正常，不能确认是否收到；请联系平台管理员，恢复后再点“重新发送”。");
    case ErrorKind::PlatformRefused:
        return QStringLiteral(
            "市平台没有接收这份内容；请与平台核对原因，需要更正的请联系申请人，处理好后再点“重新发送”。");
    case ErrorKind::PlatformConflict:
        return QStringLiteral("市平台已有一份内容不同的同号申请；请与平台核对以哪一份为准，再决定是否“重新发送”。");
    case ErrorKind::SealBroken:
    case ErrorKind::StoreCorrupt:
        return QStringLiteral("本机保存的这份内容已损坏，打不开；请技术人员检查，并按预受理编号联系申请人核对补办。");
    case ErrorKind::NotFound:
        return QStringLiteral("本机找不到要发送的页面；请技术人员检查存储，必要时请申请人带材料重新扫描。");
    case ErrorKind::Misconfigured:
        return QStringLiteral("本机与市平台的连接设置或证书不对；请技术人员处理，处理好后会自动发送。");
    case ErrorKind::StoreFull:
        return QStringLiteral("本机磁盘已满，暂时不能发送；请技术人员清理磁盘，之后会自动发送。");
    case ErrorKind::StoreUnwritable:
        return QStringLiteral("本机磁盘写不进去，暂时不能发送；请技术人员检查磁盘，之后会自动发送。");
    default: // of people and devices; no message meets them
        return QStringLiteral("这一次没有发送成功，会自动再发；如果一直不成功，请联系技术人员。");
    }
}

} // namespace tongban::offline::outbox
