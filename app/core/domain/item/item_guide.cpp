// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item/item_guide.h"

#include <QCoreApplication>

namespace tongban::domain {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ItemGuide)
};

// Sentences behind each other; the full stop that an author left out is put in.
QString joined(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (sentence.isEmpty())
            continue;
        const QString pause = QStringLiteral("。？！；：.?!;:");
        text += pause.contains(sentence.back()) ? sentence : Words::tr("%1。").arg(sentence);
        if (pause.indexOf(text.back()) > 4)
            text += u' '; // Latin script sets sentences apart
    }
    return text.trimmed();
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
    QStringList names{Words::tr("本人身份证")};
    for (const MaterialSpec &material : item.materials) {
        const bool perhaps = material.optional || material.when.kind != Condition::Kind::Always;
        names << (perhaps ? Words::tr("%1（看情况）").arg(material.name) : material.name);
    }
    if (names.size() == 1)
        return Words::tr("本人身份证，不用别的材料。");
    return Words::tr("%1。").arg(names.join(Words::tr("、")));
}

QString howLong(const ServiceItem &item)
{
    QString text = doneWithinText(item.promised);
    if (item.statutory.number != item.promised.number || item.statutory.unit != item.promised.unit)
        text += Words::tr("（法定时限%1）").arg(limitText(item.statutory));
    return Words::tr("%1。").arg(text);
}

// 一件事: the items that one form applies for.
QString togetherText(const ServiceItem &theme)
{
    QStringList names;
    for (const ServiceItem &part : theme.parts)
        names << part.name;
    return Words::tr("%1。填一张表，签一次名，每一项各出一张回执。")
        .arg(names.join(Words::tr("、")));
}

QString whyLawful(const ServiceItem &item)
{
    QStringList laws;
    for (const LegalBasis &basis : item.basis) {
        QString law = basis.title;
        if (!basis.number.isEmpty())
            law += Words::tr("（%1）").arg(basis.number);
        laws << law + basis.article;
    }
    return joined(laws);
}

} // namespace

QString limitText(const TimeLimit &limit)
{
    if (limit.number == 0)
        return Words::tr("当场");
    switch (limit.unit) {
    case TimeLimit::Unit::Workday:
        return Words::tr("%n个工作日", nullptr, limit.number);
    case TimeLimit::Unit::Day:
        return Words::tr("%n天", nullptr, limit.number);
    case TimeLimit::Unit::Month:
        return Words::tr("%n个月", nullptr, limit.number);
    }
    Q_UNREACHABLE();
}

QString doneWithinText(const TimeLimit &limit)
{
    return limit.number == 0 ? Words::tr("当场办好") : Words::tr("%1内办好").arg(limitText(limit));
}

QString feeText(const Fee &fee)
{
    if (fee.kind != Fee::Kind::Fixed)
        return joined({fee.text});
    const QString yuan = fee.fen % 100 == 0
                             ? QString::number(fee.fen / 100)
                             : QStringLiteral("%1.%2").arg(fee.fen / 100).arg(fee.fen % 100, 2, 10, QChar(u'0'));
    return joined({Words::tr("%1元").arg(yuan), fee.text});
}

std::vector<GuideSection> guideOf(const ServiceItem &item)
{
    QString fee = feeText(item.fee);
    if (!item.fee.basis.isEmpty())
        fee += joined({Words::tr("收费依据：") + item.fee.basis});
    std::vector<GuideSection> guide;
    const bool isTheme = !item.parts.empty();
    if (isTheme)
        guide.push_back({Words::tr("一起办"), togetherText(item)});
    const std::vector<GuideSection> forAll{{Words::tr("谁能办"), whoMay(item)},
                                           {Words::tr("带什么"), whatToBring(item)},
                                           {Words::tr("怎么办"), joined(item.process)},
                                           {Words::tr("多久办好"), howLong(item)},
                                           {Words::tr("收费"), fee}};
    guide.insert(guide.end(), forAll.begin(), forAll.end());
    if (isTheme) // of several offices it would be a book; each item's own guide has it
        return guide;
    const std::vector<GuideSection> ofOffice{{Words::tr("依据"), whyLawful(item)},
                                             {Words::tr("审查标准"), joined({item.standard})},
                                             {Words::tr("中介服务"), joined({item.intermediaries})},
                                             {Words::tr("咨询"), joined({item.contact})},
                                             {Words::tr("监督投诉"), joined({item.supervision})}};
    guide.insert(guide.end(), ofOffice.begin(), ofOffice.end());
    return guide;
}

} // namespace tongban::domain
