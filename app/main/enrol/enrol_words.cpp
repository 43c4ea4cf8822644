// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/enrol/enrol_words.h"

namespace tongban::app {

using offline::platform::Enrolled;
using offline::platform::EnrolmentRefusal;

namespace {

// By who can act, as remedyFor sorts the kinds; a full disk and a wrong configuration want their own words.
QString causeOf(const Error &error)
{
    if (error.kind == ErrorKind::StoreFull)
        return QStringLiteral("磁盘满了，密钥或证书没有存好。请腾出空间，再用同一个登记码试一次。");
    if (error.kind == ErrorKind::StoreUnwritable)
        return QStringLiteral("存放密钥的目录写不进去。请建好目录并交给终端的用户，再用同一个登记码试一次。");
    if (error.kind == ErrorKind::StoreCorrupt)
        return QStringLiteral("上次登记留下的密钥文件损坏。请删掉它，向市里要一个新的登记码。");
    if (error.kind == ErrorKind::Misconfigured)
        return QStringLiteral("配置不对，没有登记。请按括号里的提示改好再试。");
    if (error.kind == ErrorKind::PlatformUnreachable)
        return QStringLiteral("连不上市里的登记服务。请检查网线、地址和代理，再用同一个登记码试一次。");
    if (error.kind == ErrorKind::PlatformBusy)
        return QStringLiteral("市里的登记服务正忙。请过几分钟，再用同一个登记码试一次。");
    if (error.kind == ErrorKind::PlatformBadAnswer)
        return QStringLiteral("市里的答复不对，没有采用。请把括号里的内容告诉市平台；登记码可以再用。");
    return QStringLiteral("登记没有成功。请把括号里的内容告诉市平台；登记码可以再用。");
}

} // namespace

QString wordsFor(const Enrolled &enrolled)
{
    return QStringLiteral("登记成功，密钥编号%1。请启动（或重新启动）自助终端。").arg(enrolled.keyId);
}

QString wordsFor(EnrolmentRefusal refusal)
{
    switch (refusal) {
    case EnrolmentRefusal::CodeMalformed:
        return QStringLiteral("登记码格式不对：8到64位，只有大写字母、数字和“-”。请核对后重新输入。");
    case EnrolmentRefusal::CodeUnknown:
        return QStringLiteral("市里没有这个登记码，或者它不是这台终端、这个大厅的。"
                              "请核对登记码和配置里的 deviceId、siteCode。");
    case EnrolmentRefusal::CodeUsed:
        return QStringLiteral("登记码已经用过。如果这台终端已经登记好，不用再登记；否则向市里要一个新的登记码。");
    case EnrolmentRefusal::CodeExpired:
        return QStringLiteral("登记码过期了。请向市里要一个新的登记码。");
    case EnrolmentRefusal::RequestInvalid:
        return QStringLiteral("市里看不懂这台终端的登记请求，程序版本可能和市平台不配套。请联系市平台。");
    case EnrolmentRefusal::ServerNotTrusted:
        return QStringLiteral("对方的证书不是市里的，登记码没有发出去。"
                              "请核对登记地址，以及配置里 enrolment.ca 是不是市里给的那一份。");
    case EnrolmentRefusal::ClockWrong:
        return QStringLiteral("对方的证书日期对不上，多半是这台终端的时钟不准，登记码没有发出去。"
                              "请先把日期和时间调准，再用同一个登记码试一次。");
    }
    Q_UNREACHABLE();
}

QString enrolmentTrouble(const Error &error)
{
    return QStringLiteral("%1\n（%2 %3：%4）")
        .arg(causeOf(error), QString::fromLatin1(nameOf(error.kind)), error.where, error.detail);
}

QString enrolmentHelp()
{
    return QStringLiteral("用法：tongban-enrol [--config 配置文件] 登记码\n"
                          "\n"
                          "  用市里发的一次性登记码登记这台终端：在本机生成两把密钥，取回证书，放到配置里\n"
                          "  platform.enrolment.directory 指定的目录。断电或断网后用同一个登记码再做一次就行。\n"
                          "\n"
                          "结束码：0 登记好了；2 命令或配置不对；3 没有登记（原因见提示）。");
}

} // namespace tongban::app
