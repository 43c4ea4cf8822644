// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/progress/status_words.h"

#include <QCoreApplication>

namespace tongban::flow::progress {

using domain::CaseStatus;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseStatus)
};

} // namespace

StatusWords wordsOf(CaseStatus status)
{
    switch (status) {
    case CaseStatus::Draft: // never told of: a draft is no case
    case CaseStatus::Queued:
        return {Words::tr("还在这台机器里"), Words::tr("还没有送到市里。线路通了会自己送，您不用再来。")};
    case CaseStatus::Submitted:
        return {Words::tr("市里收到了"), Words::tr("等工作人员先看一看。")};
    case CaseStatus::PreReturned:
        return {Words::tr("退回来修改"), Words::tr("请到窗口问一问要改什么。")};
    case CaseStatus::PrePassed:
        return {Words::tr("预审通过"), Words::tr("等部门收件。")};
    case CaseStatus::Received:
        return {Words::tr("部门收件了"), Words::tr("等部门决定受理不受理。")};
    case CaseStatus::Supplementing:
        return {Words::tr("要补材料"), Words::tr("补齐了才能接着办。")};
    case CaseStatus::NotAccepted:
        return {Words::tr("不予受理"), Words::tr("请到窗口问原因。不服可以申请复议。")};
    case CaseStatus::Accepted:
        return {Words::tr("已受理"), Words::tr("正式开始办了。")};
    case CaseStatus::Reviewing:
        return {Words::tr("正在审查"), Words::tr("请等结果。")};
    case CaseStatus::Suspended:
        return {Words::tr("暂停审查"), Words::tr("原因解决了会接着办。")};
    case CaseStatus::Approved:
        return {Words::tr("批准了"), Words::tr("等后面的手续办完。")};
    case CaseStatus::Rejected:
        return {Words::tr("没有批准"), Words::tr("请到窗口问原因。不服可以申请复议。")};
    case CaseStatus::FeeDue:
        return {Words::tr("等您缴费"), Words::tr("请到窗口缴费。")};
    case CaseStatus::FeePaid:
        return {Words::tr("费用缴了"), Words::tr("等后面的手续办完。")};
    case CaseStatus::LicenceReady:
        return {Words::tr("证件做好了"), Words::tr("请带身份证来领。")};
    case CaseStatus::Closed:
        return {Words::tr("办完了"), Words::tr("这件事办完了。")};
    case CaseStatus::Delivered:
        return {Words::tr("结果送到了"), Words::tr("这件事办完了。")};
    case CaseStatus::Withdrawn:
        return {Words::tr("撤回了"), Words::tr("不再往下办。要办，请重新申请。")};
    case CaseStatus::Terminated:
        return {Words::tr("终止了"), Words::tr("请到窗口问原因。")};
    }
    Q_UNREACHABLE();
}

QString wordsOf(ports::NoticeKind kind)
{
    switch (kind) {
    case ports::NoticeKind::Correction:
        return Words::tr("补正通知");
    case ports::NoticeKind::Accepted:
        return Words::tr("受理通知");
    case ports::NoticeKind::NotAccepted:
        return Words::tr("不予受理通知");
    case ports::NoticeKind::Decision:
        return Words::tr("决定");
    }
    Q_UNREACHABLE();
}

bool wantsThePerson(CaseStatus status)
{
    switch (status) {
    case CaseStatus::PreReturned:
    case CaseStatus::Supplementing:
    case CaseStatus::NotAccepted:
    case CaseStatus::Rejected:
    case CaseStatus::FeeDue:
    case CaseStatus::LicenceReady:
    case CaseStatus::Terminated:
        return true;
    case CaseStatus::Draft:
    case CaseStatus::Queued:
    case CaseStatus::Submitted:
    case CaseStatus::PrePassed:
    case CaseStatus::Received:
    case CaseStatus::Accepted:
    case CaseStatus::Reviewing:
    case CaseStatus::Suspended:
    case CaseStatus::Approved:
    case CaseStatus::FeePaid:
    case CaseStatus::Closed:
    case CaseStatus::Delivered:
    case CaseStatus::Withdrawn:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace tongban::flow::progress
