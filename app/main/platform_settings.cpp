// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/platform_settings.h"

#include "app/main/json_file.h"
#include "app/main/json_section.h"

#include <QFileInfo>

namespace tongban::app {

namespace {

QUrl urlOrNothing(JsonSection &section, const QString &key)
{
    return QUrl(section.textOrNothing(key), QUrl::StrictMode);
}

QString fileOrNothing(JsonSection &section, const QString &key, const QDir &base)
{
    const QString name = section.textOrNothing(key);
    return name.isEmpty() ? QString() : base.absoluteFilePath(name);
}

// Complaints are the caller's to see: every section is finished into its parent.
std::vector<offline::platform::BudgetRule> readBudget(JsonSection &platform)
{
    std::vector<offline::platform::BudgetRule> rules;
    for (JsonSection &section : platform.optionalSections(QStringLiteral("budget"))) {
        constexpr int bytesInKilobyte = 1024;
        rules.push_back({.from = section.timeOfDay(QStringLiteral("from")),
                         .to = section.timeOfDay(QStringLiteral("to")),
                         .bytesPerSecond = qint64(bytesInKilobyte) *
                                           section.number(QStringLiteral("kilobytesPerSecond"), 1, 1'000'000)});
        platform.finish(section);
    }
    return rules;
}

// The same six members stand in the configuration or in what an enrolment left.
void readKeys(JsonSection &section, const QDir &base, PlatformSettings &platform)
{
    platform.caFile = base.absoluteFilePath(section.text(QStringLiteral("ca")));
    platform.certificateFile = base.absoluteFilePath(section.text(QStringLiteral("certificate")));
    platform.keyFile = base.absoluteFilePath(section.text(QStringLiteral("key")));
    platform.appId = section.text(QStringLiteral("appId"));
    platform.cityKeyFile = base.absoluteFilePath(section.text(QStringLiteral("cityKeyFile")));
    platform.signKeyFile = fileOrNothing(section, QStringLiteral("signKeyFile"), base);
}

EnrolmentSettings readEnrolment(JsonSection &platform, const QDir &base)
{
    JsonSection section = platform.section(QStringLiteral("enrolment"));
    EnrolmentSettings enrolment{.url = QUrl(section.text(QStringLiteral("url")), QUrl::StrictMode),
                                .caFile = base.absoluteFilePath(section.text(QStringLiteral("ca"))),
                                .directory = base.absoluteFilePath(section.text(QStringLiteral("directory")))};
    platform.finish(section);
    return enrolment;
}

bool isSecure(const QUrl &url)
{
    return url.isValid() && url.scheme() == QLatin1String("https");
}

} // namespace

PlatformSettings readPlatform(JsonSection &parent, const QDir &base)
{
    JsonSection section = parent.section(QStringLiteral("platform"));
    PlatformSettings platform;
    platform.url = QUrl(section.text(QStringLiteral("url")), QUrl::StrictMode);
    platform.standbyUrl = urlOrNothing(section, QStringLiteral("standbyUrl"));
    if (section.has(QStringLiteral("enrolment"))) {
        platform.enrolment = readEnrolment(section, base);
    } else {
        readKeys(section, base, platform);
        platform.hmacSecretFile = fileOrNothing(section, QStringLiteral("hmacSecretFile"), base);
    }
    platform.proxy = urlOrNothing(section, QStringLiteral("proxy"));
    platform.budget = readBudget(section);
    parent.finish(section);
    return platform;
}

Result<void> adoptEnrolled(PlatformSettings &platform, const domain::SiteProfile &site)
{
    const QDir base(platform.enrolment->directory);
    const QString file = base.absoluteFilePath(QStringLiteral("enrolled.json"));
    if (!QFileInfo::exists(file))
        return fail(ErrorKind::Misconfigured, file,
                    QStringLiteral("this terminal has no keys yet: tongban-enrol --config FILE CODE"));
    const auto object = objectInFile(file);
    if (!object)
        return fail(object.error());
    JsonSection section(*object, {});
    const QString deviceId = section.text(QStringLiteral("deviceId"));
    const QString siteCode = section.text(QStringLiteral("siteCode"));
    readKeys(section, base, platform);
    if (const QString complaint = section.complaint(); !complaint.isEmpty())
        return fail(ErrorKind::Misconfigured, file, complaint);
    if (deviceId != site.deviceId || siteCode != site.siteCode)
        return fail(ErrorKind::Misconfigured, file,
                    QStringLiteral("keys of %1 in %2; the configuration is of %3 in %4: enrol it")
                        .arg(deviceId, siteCode, site.deviceId, site.siteCode));
    return {};
}

QString complaintAboutAddresses(const PlatformSettings &platform)
{
    if (!isSecure(platform.url))
        return QStringLiteral("\"platform.url\" must be an https address");
    if (platform.enrolment && !isSecure(platform.enrolment->url))
        return QStringLiteral("\"platform.enrolment.url\" must be an https address");
    return {};
}

QString complaintAboutKeys(const PlatformSettings &platform)
{
    if (platform.signKeyFile.isEmpty() == platform.hmacSecretFile.isEmpty())
        return QStringLiteral("\"platform\" must have one of \"signKeyFile\" and \"hmacSecretFile\"");
    const QList<QPair<QString, QString>> files{{QStringLiteral("platform.ca"), platform.caFile},
                                               {QStringLiteral("platform.certificate"), platform.certificateFile},
                                               {QStringLiteral("platform.key"), platform.keyFile},
                                               {QStringLiteral("platform.cityKeyFile"), platform.cityKeyFile},
                                               {QStringLiteral("platform.signKeyFile"), platform.signKeyFile},
                                               {QStringLiteral("platform.hmacSecretFile"), platform.hmacSecretFile}};
    for (const auto &[key, file] : files) {
        if (file.isEmpty())
            continue;
        if (!QFileInfo(file).isReadable() || !QFileInfo(file).isFile())
            return QStringLiteral("\"%1\" names a file that cannot be read: %2").arg(key, file);
    }
    return {};
}

} // namespace tongban::app
