// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/catalogue/notice_link.h"

#include <QUrl>

#include <algorithm>

namespace tongban::catalogue {

namespace {

constexpr char mark[] = "TBN1:";
constexpr qsizetype longestRead = 4096; // what a code scanner may hand in

QByteArray encoded(const QString &part)
{
    return QUrl::toPercentEncoding(part);
}

QString decoded(const QByteArray &part)
{
    return QUrl::fromPercentEncoding(part);
}

QByteArray lineOf(const NoticeLink &link, bool withSituations)
{
    QByteArrayList answers;
    for (auto answer = link.situations.begin(); withSituations && answer != link.situations.end(); ++answer)
        answers << encoded(answer.key()) + '=' + encoded(answer->reveal());
    return mark + encoded(link.itemCode) + ':' + encoded(link.itemVersion) + ':' + answers.join('&');
}

std::optional<domain::Answers> answersIn(const QByteArray &text)
{
    domain::Answers answers;
    if (text.isEmpty())
        return answers;
    for (const QByteArray &pair : text.split('&')) {
        const auto sides = pair.split('=');
        if (sides.size() != 2 || sides.at(0).isEmpty() || sides.at(1).isEmpty())
            return std::nullopt;
        answers.insert(decoded(sides.at(0)), Secret(decoded(sides.at(1))));
    }
    return answers;
}

} // namespace

QByteArray noticeCode(const NoticeLink &link, const QStringList &words)
{
    QByteArray code = lineOf(link, true);
    if (code.size() > longestNoticeCode)
        code = lineOf(link, false);
    if (code.size() > longestNoticeCode)
        return {};
    for (const QString &line : words) {
        const QByteArray text = ' ' + line.simplified().toUtf8();
        if (code.size() + text.size() > longestNoticeCode)
            break;
        code += text;
    }
    return code;
}

std::optional<NoticeLink> noticeLinkIn(const QByteArray &code)
{
    if (!code.startsWith(mark) || code.size() > longestRead)
        return std::nullopt;
    const QByteArray line = code.split(' ').first().mid(sizeof mark - 1);
    const auto parts = line.split(':');
    if (parts.size() != 3 || parts.at(0).isEmpty())
        return std::nullopt;
    auto situations = answersIn(parts.at(2));
    if (!situations)
        return std::nullopt;
    return NoticeLink{
        .itemCode = decoded(parts.at(0)), .itemVersion = decoded(parts.at(1)), .situations = *std::move(situations)};
}

domain::Answers situationsOf(const NoticeLink &link, const domain::ServiceItem &item)
{
    domain::Answers kept;
    for (const domain::Situation &situation : item.situations) {
        const Secret answer = link.situations.value(situation.field.key);
        const auto &choices = situation.field.choices;
        const bool isOption = std::any_of(choices.begin(), choices.end(), [&](const domain::FieldChoice &choice) {
            return choice.value == answer.reveal();
        });
        if (isOption && domain::isVisible(item, situation.field, kept))
            kept.insert(situation.field.key, answer);
    }
    return kept;
}

} // namespace tongban::catalogue
