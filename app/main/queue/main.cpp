// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-queue: what waits for the city, looked after by staff (queue_command.cpp has the help).
#include "app/core/base/log.h"
#include "app/main/file_owner.h"
#include "app/main/queue/queue_client.h"
#include "app/main/queue/queue_command.h"
#include "app/main/queue/queue_report.h"
#include "app/main/queue/queue_restore.h"
#include "app/main/queue/queue_work.h"
#include "app/main/store_options.h"
#include "offline/vault/posix_file_system.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace tongban;
using namespace tongban::app;

namespace {

constexpr int longestCode = 4096; // bytes; no code on paper comes near

void say(FILE *where, const QString &text)
{
    std::fputs(qUtf8Printable(text), where);
}

int refuse(QueueExit code, const QString &words, const Error &error)
{
    say(stderr, QStringLiteral("%1\n（%2 %3：%4）\n")
                    .arg(words, QString::fromLatin1(nameOf(error.kind)), error.where, error.detail));
    return code;
}

// The kiosk is down: the store is opened here, once, and closed in order.
Result<QJsonObject> performHere(const KioskConfig &config, const QJsonObject &request)
{
    if (const auto owner = becomeOwnerOf(config.stateDirectory); !owner)
        return fail(owner.error());
    // A tool looks after a store; it does not make one where a path was mistyped.
    if (!QFile::exists(config.stateDirectory + QStringLiteral("/store.db")))
        return fail(ErrorKind::NotFound, QStringLiteral("queue.store"),
                    config.stateDirectory + QStringLiteral(": no store there"));
    SystemClock clock;
    offline::vault::PosixFileSystem files;
    const auto store = offline::store::OfflineStore::open(storeOptionsOf(config), clock, files);
    if (!store)
        return fail(store.error());
    (*store)->orphanSweep().waitForFinished(); // what is nobody's is no finding
    const OnStore here = [&store](const std::function<void(offline::store::OfflineStore &)> &work) -> Result<void> {
        work(**store);
        return {};
    };
    return QueueWork(here, queueSettingsOf(config), files, clock).perform(request);
}

// A hand-held scanner types like a keyboard and ends with Enter; a shell would take some of its characters for its own.
QString typedLine()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    QByteArray line = input.readLine(longestCode);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromLatin1(line);
}

int answered(const QueueCommand &command, const QJsonObject &answer)
{
    const bool ok = answer.value(QStringLiteral("ok")).toBool();
    if (command.asJson)
        say(stdout, QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)) + QLatin1Char('\n'));
    else
        say(ok ? stdout : stderr, queueReport(command.request, answer));
    return queueExitFor(answer);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    setLogSink([](const QByteArray &) {}); // the kiosk's log is the kiosk's; what matters here is said
    QueueCommand command = readQueueCommand(QCoreApplication::arguments().mid(1));
    if (command.wantsHelp) {
        say(stdout, queueHelp());
        return queueDone;
    }
    if (!command.complaint.isEmpty()) {
        say(stderr, command.complaint + QStringLiteral("\n\n") + queueHelp());
        return queueMisused;
    }
    if (command.request.value(QStringLiteral("code")) == QLatin1String("-"))
        command.request.insert(QStringLiteral("code"), typedLine());
    const auto config = loadKioskConfig(command.configFile);
    if (!config)
        return refuse(queueMisused, QStringLiteral("终端的配置文件有问题。"), config.error());
    if (const auto kiosk = askKiosk(controlSocketOf(*config), command.request))
        return *kiosk ? answered(command, **kiosk)
                      : refuse(queueFailed, QStringLiteral("终端没有答复，请再试一次。"), kiosk->error());
    if (command.request.value(QStringLiteral("do")) == QLatin1String("restore"))
        return answered(command, performRestore(*config, command.request));
    const auto answer = performHere(*config, command.request);
    return answer ? answered(command, *answer)
                  : refuse(queueNoStore, QStringLiteral("数据打不开，或者终端正在使用它。"), answer.error());
}
