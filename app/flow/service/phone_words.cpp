// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/phone_words.h"

#include "app/core/domain/masking.h"

#include <QCoreApplication>

namespace tongban::flow {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PhoneWords)
};

} // namespace

QString phoneWord(const PhoneCheck &phone)
{
    switch (phone.word) {
    case PhoneCheck::Word::None:
        return {};
    case PhoneCheck::Word::Confirmed:
        return Words::tr("手机号核对好了，请按下一步。");
    case PhoneCheck::Word::Silent:
        return Words::tr("现在联系不上市里。号码先记下，以后由市里核对，您接着办。");
    case PhoneCheck::Word::TooSoon:
        return Words::tr("刚才发过了，请等一等再发。不想等，可以先接着办。");
    case PhoneCheck::Word::Wrong:
        return phone.triesLeft > 0
                   ? Words::tr("验证码不对，请对着短信再看一看。还可以试%n次。", nullptr, phone.triesLeft)
                   : Words::tr("验证码不对。请重新发一个，或者以后再核。");
    case PhoneCheck::Word::Gone:
        return Words::tr("这个验证码不能用了。请重新发一个，或者以后再核。");
    }
    Q_UNREACHABLE();
}

PageWords phoneCodeWords(const ServiceState &state)
{
    PageWords words{
        .title = Words::tr("请输入验证码"), .subtitle = {}, .spoken = {}, .primary = Words::tr("核对"), .bar = 1};
    const QString word = phoneWord(state.phone);
    const bool isSending = state.phone.asking == PhoneCheck::Asking::Sending;
    const Secret number = state.draft ? state.draft->answers.value(state.phone.field) : Secret();
    words.subtitle = isSending         ? Words::tr("正在请市里再发一个。")
                     : !word.isEmpty() ? word
                                       : Words::tr("短信发到了%1，里面有6位数字。").arg(domain::maskedPhone(number));
    return words;
}

} // namespace tongban::flow
