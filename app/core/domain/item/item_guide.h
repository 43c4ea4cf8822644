// SPDX-License-Identifier: GPL-3.0-or-later
// 办事指南: the elements of an item in the order in which people ask for them. Its own words are looked up
// (DECISIONS.md 38): Chinese on every lane.
#pragma once

#include "app/core/domain/service_item.h"

namespace tongban::domain {

struct GuideSection
{
    QString title; // 谁能办, 带什么, …
    QString text;
};

// Every element that a person may ask for, none empty; of a theme first what is applied for together: 谁能办 带什么 怎么办 多久办好 收费 依据 审查标准 中介服务 咨询
// 监督投诉.
[[nodiscard]] std::vector<GuideSection> guideOf(const ServiceItem &item);

[[nodiscard]] QString limitText(const TimeLimit &limit);      // 20个工作日, 3个月, 当场
[[nodiscard]] QString doneWithinText(const TimeLimit &limit); // 20个工作日内办好, 当场办好
[[nodiscard]] QString feeText(const Fee &fee);                // the spoken sentence, with the sum when it is fixed

} // namespace tongban::domain
