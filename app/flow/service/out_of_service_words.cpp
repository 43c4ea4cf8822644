// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/out_of_service_words.h"

#include <QCoreApplication>

namespace tongban::flow {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PageWords)
};

} // namespace

PageWords outOfServiceWords(ErrorKind why)
{
    const bool isUnset = why == ErrorKind::Misconfigured; // nothing here comes right by waiting
    PageWords words{.title = Words::tr("这台机器暂停服务"),
                    .subtitle = isUnset ? Words::tr("机器还没有设好，要请技术人员来。请到服务窗口办。")
                                        : Words::tr("它现在存不了您的申请。请到服务窗口办，或者过一会儿再来。"),
                    .spoken = {},
                    .primary = {},
                    .bar = -1};
    words.spoken = QStringList{words.title, words.subtitle};
    return words;
}

} // namespace tongban::flow
