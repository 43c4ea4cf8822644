// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/rating_controller.h"

namespace tongban::view {

namespace {

struct ReasonWords
{
    QString label;
    QString sign;
};

} // namespace

RatingController::RatingController(QObject *parent)
    : QObject(parent), m_levels({"level", "label"}), m_reasons({"code", "label", "sign", "chosen"})
{
    show({});
}

void RatingController::show(const flow::ServiceState &state)
{
    m_levels.setRows(
        {{5, tr("非常满意")}, {4, tr("满意")}, {3, tr("基本满意")}, {2, tr("不满意")}, {1, tr("非常不满意")}});
    const QHash<QString, ReasonWords> words{
        {QStringLiteral("unclear"), {tr("看不懂、听不懂"), QStringLiteral("help_outline")}},
        {QStringLiteral("slow"), {tr("等得太久"), QStringLiteral("schedule")}},
        {QStringLiteral("device"), {tr("机器不好用"), QStringLiteral("touch_app")}},
        {QStringLiteral("papers"), {tr("要的材料太多"), QStringLiteral("description")}},
        {QStringLiteral("nobody"), {tr("没有人帮忙"), QStringLiteral("support_agent")}},
        {QStringLiteral("other"), {tr("别的原因"), QStringLiteral("more_horiz")}}};
    QList<QVariantList> rows;
    for (const QString &code : domain::evaluationReasons()) {
        const ReasonWords reason = words.value(code);
        rows.append({code, reason.label, reason.sign, state.reasons.contains(code)});
    }
    m_reasons.setRows(std::move(rows));
    m_asking = state.rated != 0;
    Q_EMIT changed();
}

} // namespace tongban::view
