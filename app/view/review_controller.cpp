// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/review_controller.h"

#include "app/core/domain/masking.h"
#include "app/core/domain/phone_check.h"
#include "app/flow/service/helper_words.h"
#include "app/view/field_rows.h"
#include "app/view/session_item.h"

namespace tongban::view {

namespace {

void appendSituations(QList<QVariantList> &rows, const domain::CaseDraft &draft)
{
    for (auto index = domain::situationAfter(draft.item, -1, draft.answers); index;
         index = domain::situationAfter(draft.item, *index, draft.answers)) {
        const domain::FormField &question = draft.item.situations[static_cast<std::size_t>(*index)].field;
        rows.append({QStringLiteral("field:") + question.key, ReviewController::tr("情形"), question.label,
                     domain::displayValue(question, draft.answers.value(question.key), domain::Shown::Plain)});
    }
}

void appendAnswers(QList<QVariantList> &rows, const domain::CaseDraft &draft, const PlacesController &places)
{
    for (const domain::FormPage &page : draft.item.pages) {
        for (const domain::FormField *field : domain::visibleFields(draft.item, page, draft.answers)) {
            const Secret value = draft.answers.value(field->key);
            if (value.reveal().isEmpty())
                continue;
            const auto shown = comesFromCard(draft, *field) ? domain::Shown::ForHolder : domain::Shown::Plain;
            QString text = shownValue(*field, value, shown, places);
            if (domain::takesCode(*field, value))
                text = domain::confirmationOf(draft, field->key) ? ReviewController::tr("%1（已核对）").arg(text)
                                                                 : ReviewController::tr("%1（未核对）").arg(text);
            rows.append({QStringLiteral("field:") + field->key, page.title, field->label, text});
        }
    }
}

// Their names in full, as the applicant's: they stand here and look.
void appendParties(QList<QVariantList> &rows, const domain::CaseDraft &draft)
{
    for (const domain::Party *party : domain::askedParties(draft.item, draft.answers)) {
        if (const auto present = draft.parties.constFind(party->key); present != draft.parties.cend())
            rows.append({QStringLiteral("party:") + party->key, ReviewController::tr("一起办的人"), party->label,
                         present->card.name.reveal()});
    }
}

// Likewise; and how sure the terminal is of the applicant, in plain words.
void appendHelper(QList<QVariantList> &rows, const domain::CaseDraft &draft)
{
    if (!draft.helper)
        return;
    const QString section = ReviewController::tr("帮办人");
    rows.append({QStringLiteral("helper"), section, flow::roleWord(draft.helper->role), draft.helper->card.name.reveal()});
    rows.append({QStringLiteral("helper:number"), section, ReviewController::tr("身份证号码"),
                 domain::maskedIdNumber(draft.helper->card.idNumber)});
    if (draft.assurance != domain::Assurance::Card)
        rows.append({QStringLiteral("helper:standing"), section, ReviewController::tr("本人身份"),
                     draft.assurance == domain::Assurance::Vouched ? ReviewController::tr("没刷证，帮办人证明")
                                                                   : ReviewController::tr("没刷证，凭带来的材料")});
}

} // namespace

ReviewController::ReviewController(const PlacesController &places, QObject *parent)
    : QObject(parent), m_places(places), m_rows({"key", "section", "label", "value"})
{}

void ReviewController::show(const flow::ServiceState &state)
{
    QList<QVariantList> rows;
    if (state.step == flow::Step::Review && state.draft) {
        const domain::CaseDraft &draft = *state.draft;
        appendSituations(rows, draft);
        appendAnswers(rows, draft, m_places);
        for (const domain::MaterialSpec &material : draft.item.materials) {
            const auto pages = draft.pages.value(material.key).size();
            if (pages > 0)
                rows.append({QStringLiteral("material:") + material.key, tr("材料"), material.name,
                             tr("%n 页", nullptr, static_cast<int>(pages))});
            else if (const QDate until = draft.later.value(material.key); until.isValid())
                rows.append({QStringLiteral("material:") + material.key, tr("材料"), material.name,
                             tr("%1以前补交").arg(until.toString(tr("yyyy年M月d日")))});
        }
        appendParties(rows, draft);
        appendHelper(rows, draft);
        for (const QString &signer : domain::signersOf(draft)) {
            const QString who = signer.isEmpty() ? tr("申请人") : draft.item.party(signer)->label;
            const bool isMark = signer.isEmpty() && draft.isMark;
            if (domain::signatureOf(draft, signer))
                rows.append({QStringLiteral("signature:") + signer, tr("签名"), tr("%1签名").arg(who), isMark ? tr("已按手印，帮办人见证") : tr("已签名")});
        }
    }
    m_rows.setRows(std::move(rows));
    Q_EMIT changed();
}

} // namespace tongban::view
