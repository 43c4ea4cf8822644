// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item/item_guide.h"

namespace tongban::domain {

namespace {

// Sentences behind each other; the full stop that an author left out is put in.
QString joined(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (sentence.isEmpty())
            continue;
        text += sentence;
        if (!QStringLiteral("。？！；：").contains(sentence.back()))
            text += u'。';
    }
    return text;
}

QString whoMay(const ServiceItem &item)
{
    QStringList sentences;
    for (const EligibilityRule &rule : item.eligibility)
        sentences << rule.clause;
    for (const AcceptanceCondition &condition : item.conditions) {
        if (!sentences.contains(condition.text))
            sentences << condition.text;
    }
    return joined(sentences);
}

// Before anything is answered: what may be asked, and what of it needs no paper.
QString whatToBring(const ServiceItem &item)
{
    QStringList names{QStringLiteral("本人身份证")};
    for (const MaterialSpec &material : item.materials) {
        const bool perhaps = material.optional || material.when.kind != Condition::Kind::Always;
        names << (perhaps ? material.name + QStringLiteral("（看情况）") : material.name);
    }
    if (names.size() == 1)
        return QStringLiteral("本人身份证，不用别的材料。");
    return names.join(QStringLiteral("、")) + u'。';
}

QString howLong(const ServiceItem &item)
{
    QString text = doneWithinText(item.promised);
    if (item.statutory.number != item.promised.number || item.statutory.unit != item.promised.unit)
        text += QStringLiteral("（法定时限%1）").arg(limitText(item.statutory));
    return text + u'。';
}

QString whyLawful(const ServiceItem &item)
{
    QStringList laws;
    for (const LegalBasis &basis : item.basis) {
        QString law = basis.title;
        if (!basis.number.isEmpty())
            law += QStringLiteral("（%1）").arg(basis.number);
        laws << law + basis.article;
    }
    return joined(laws);
}

} // namespace

QString limitText(const TimeLimit &limit)
{
    if (limit.number == 0)
        return QStringLiteral("当场");
    switch (limit.unit) {
    case TimeLimit::Unit::Workday:
        return QStringLiteral("%1个工作日").arg(limit.number);
    case TimeLimit::Unit::Day:
        return QStringLiteral("%1天").arg(limit.number);
    case TimeLimit::Unit::Month:
        return QStringLiteral("%1个月").arg(limit.number);
    }
    Q_UNREACHABLE();
}

QString doneWithinText(const TimeLimit &limit)
{
    return limitText(limit) + (limit.number == 0 ? QStringLiteral("办好") : QStringLiteral("内办好"));
}

QString feeText(const Fee &fee)
{
    if (fee.kind != Fee::Kind::Fixed)
        return joined({fee.text});
    const QString yuan = fee.fen % 100 == 0
                             ? QString::number(fee.fen / 100)
                             : QStringLiteral("%1.%2").arg(fee.fen / 100).arg(fee.fen % 100, 2, 10, QChar(u'0'));
    return joined({QStringLiteral("%1元").arg(yuan), fee.text});
}

std::vector<GuideSection> guideOf(const ServiceItem &item)
{
    QString fee = feeText(item.fee);
    if (!item.fee.basis.isEmpty())
        fee += joined({QStringLiteral("收费依据：") + item.fee.basis});
    std::vector<GuideSection> guide{{QStringLiteral("谁能办"), whoMay(item)},
                                    {QStringLiteral("带什么"), whatToBring(item)},
                                    {QStringLiteral("怎么办"), joined(item.process)},
                                    {QStringLiteral("多久办好"), howLong(item)},
                                    {QStringLiteral("收费"), fee},
                                    {QStringLiteral("依据"), whyLawful(item)},
                                    {QStringLiteral("审查标准"), joined({item.standard})},
                                    {QStringLiteral("中介服务"), joined({item.intermediaries})},
                                    {QStringLiteral("咨询"), joined({item.contact})},
                                    {QStringLiteral("监督投诉"), joined({item.supervision})}};
    return guide;
}

} // namespace tongban::domain
