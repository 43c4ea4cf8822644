// SPDX-License-Identifier: GPL-3.0-or-later
// From the state of 查进度 to the rows of its pages.
#include "app/flow/progress/status_words.h"
#include "app/view/progress_controller.h"

#include <algorithm>

namespace tongban::view {

namespace progress = flow::progress;

namespace {

// A line of the timeline: a status or a letter of the office.
struct Moment
{
    QDateTime at;
    QString text;
    bool isNow = false;
    bool isLetter = false;
};

// Newest first. Statuses keep the order of the way whatever two clocks say; of the same moment a status stands above
// the letter that told of it.
std::vector<Moment> momentsOf(const ports::FollowedCase &followed)
{
    std::vector<Moment> moments;
    for (const ports::Notice &notice : followed.notices)
        moments.push_back({.at = notice.issuedAt, .text = progress::wordsOf(notice.kind), .isLetter = true});
    QDateTime atLeast;
    for (const ports::StatusMoment &moment : followed.way) {
        atLeast = atLeast.isValid() ? std::max(atLeast, moment.at) : moment.at;
        moments.push_back(
            {.at = atLeast, .text = progress::wordsOf(moment.status).brief, .isNow = &moment == &followed.way.back()});
    }
    std::stable_sort(moments.begin(), moments.end(),
                     [](const Moment &one, const Moment &other) { return one.at < other.at; });
    std::reverse(moments.begin(), moments.end());
    return moments;
}

} // namespace

void ProgressController::show()
{
    showCases();
    showChosen();
    showLetter();
    Q_EMIT changed();
}

QString ProgressController::nameOf(const ports::FollowedCase &followed) const
{
    if (followed.item.code.isEmpty())
        return tr("打不开的申请，请问工作人员");
    return domain::textIn(followed.item, m_language, followed.item.name);
}

void ProgressController::showCases()
{
    QList<QVariantList> rows;
    for (const ports::FollowedCase &followed : m_state.found.cases)
        rows.append({followed.id.toString(QUuid::WithoutBraces), nameOf(followed),
                     followed.submittedAt.toLocalTime().toString(tr("yyyy年M月d日")),
                     progress::wordsOf(followed.status).brief, progress::wantsThePerson(followed.status)});
    m_cases.setRows(std::move(rows));
}

void ProgressController::showChosen()
{
    const ports::FollowedCase *chosen = progress::chosenCase(m_state);
    QList<QVariantList> rows;
    for (const Moment &moment : chosen ? momentsOf(*chosen) : std::vector<Moment>())
        rows.append({QString::number(rows.size()), moment.at.toLocalTime().toString(tr("M月d日 HH:mm")), moment.text,
                     moment.isNow, moment.isLetter});
    m_way.setRows(std::move(rows));
    m_itemName = chosen ? nameOf(*chosen) : QString();
    m_localNumber = chosen ? chosen->localNumber : QString();
    m_projectNumber = chosen ? chosen->projectNumber : QString();
    const QDateTime asOf = m_state.found.asOf.toLocalTime();
    m_asOfText = !chosen          ? QString()
                 : asOf.isValid() ? tr("市里的消息到%1为止").arg(asOf.toString(tr("M月d日 HH:mm")))
                                  : tr("市里还没有来过消息");
}

// The office's words stand as they were written; the material has its name on the screen.
void ProgressController::showLetter()
{
    const bool isRead = m_state.step == progress::Step::Letter;
    const ports::Notice *letter = isRead ? progress::letterToRead(m_state) : nullptr;
    QList<QVariantList> rows;
    for (const ports::NoticeItem &item : letter ? letter->items : std::vector<ports::NoticeItem>()) {
        const domain::ServiceItem &service = progress::chosenCase(m_state)->item;
        const domain::MaterialSpec *material = service.material(item.material);
        const domain::FormField *field = item.field.isEmpty() ? nullptr : service.field(item.field);
        const QString place = material ? material->name : field ? field->label : QString();
        rows.append({QString::number(rows.size()),
                     place.isEmpty() ? place : domain::textIn(service, m_language, place), item.text});
    }
    m_letter.setRows(std::move(rows));
    m_letterTitle = letter ? letter->title : QString();
}

} // namespace tongban::view
