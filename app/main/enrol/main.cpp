// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-enrol: a new terminal gets its keys certified by the city.
#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"
#include "app/main/enrol/enrol_words.h"
#include "app/main/file_owner.h"
#include "app/main/kiosk_config.h"
#include "offline/platform/enrolment.h"
#include "offline/platform/trusted_clock.h"
#include "offline/vault/posix_file_system.h"

#include <QCoreApplication>

#include <cstdio>

using namespace tongban;
using namespace tongban::app;
using namespace tongban::offline;
using platform::EnrolmentOutcome;

namespace {

enum Exit { enrolled = 0, misused = 2, notEnrolled = 3 };

struct Words
{
    QString configFile = QStringLiteral("/etc/tongban/kiosk.json");
    QString code;
};

void say(FILE *where, const QString &text)
{
    std::fputs(qUtf8Printable(text + QLatin1Char('\n')), where);
}

Exit refuse(Exit code, const Error &error)
{
    say(stderr, enrolmentTrouble(error));
    return code;
}

// None: not what this program takes.
std::optional<Words> readWords(QStringList arguments)
{
    Words words;
    if (arguments.size() == 3 && arguments.takeFirst() == QLatin1String("--config"))
        words.configFile = arguments.takeFirst();
    if (arguments.size() != 1 || arguments.first().startsWith(QLatin1String("--")))
        return std::nullopt;
    words.code = arguments.first();
    return words;
}

platform::EnrolmentConfig enrolmentConfigOf(const KioskConfig &config)
{
    return {.url = config.platform.enrolment->url,
            .caFile = config.platform.enrolment->caFile,
            .proxy = config.platform.proxy,
            .deviceId = config.site.deviceId,
            .siteCode = config.site.siteCode,
            .directory = config.platform.enrolment->directory};
}

// The kiosk's next start is tried beforehand: what does not hold together is known while the technician is there.
Exit concluded(const Result<EnrolmentOutcome> &outcome, const QString &configFile)
{
    if (!outcome)
        return refuse(notEnrolled, outcome.error());
    if (const auto *refusal = std::get_if<platform::EnrolmentRefusal>(&*outcome)) {
        say(stderr, wordsFor(*refusal));
        return notEnrolled;
    }
    if (const auto config = loadKioskConfig(configFile); !config)
        return refuse(misused, config.error());
    say(stdout, wordsFor(std::get<platform::Enrolled>(*outcome)));
    return enrolled;
}

int enrol(const Words &words, const KioskConfig &config)
{
    const SystemClock machine;
    const platform::TrustedClock clock(machine, platform::buildDayUtc());
    vault::PosixFileSystem files;
    const auto enrolment = platform::Enrolment::prepare(enrolmentConfigOf(config), files, clock);
    if (!enrolment)
        return refuse(misused, enrolment.error());
    QObject context;
    whenFinished((*enrolment)->enrol(words.code), &context, [&words](const Result<EnrolmentOutcome> &outcome) {
        QCoreApplication::exit(concluded(outcome, words.configFile));
    });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    setLogSink([](const QByteArray &) {}); // the kiosk's log is the kiosk's; what matters here is said
    const auto words = readWords(QCoreApplication::arguments().mid(1));
    if (!words) {
        say(stderr, enrolmentHelp());
        return misused;
    }
    const auto config = loadKioskConfig(words->configFile, Keys::NotYet);
    if (!config)
        return refuse(misused, config.error());
    if (!config->platform.enrolment)
        return refuse(misused, Error{ErrorKind::Misconfigured, words->configFile,
                                     QStringLiteral("\"platform.enrolment\" is missing")});
    if (const auto owner = becomeOwnerOf(config->stateDirectory); !owner)
        return refuse(notEnrolled, owner.error());
    return enrol(*words, *config);
}
