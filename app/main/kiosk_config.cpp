// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/kiosk_config.h"

#include "app/main/json_section.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

namespace tongban::app {

namespace {

Result<QJsonObject> readObject(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Misconfigured, file, source.errorString());
    const QByteArray text = source.readAll();
    QJsonParseError mistake;
    const QJsonDocument document = QJsonDocument::fromJson(text, &mistake);
    if (mistake.error != QJsonParseError::NoError) {
        const auto line = text.left(mistake.offset).count('\n') + 1;
        return fail(ErrorKind::Misconfigured, file, QStringLiteral("line %1: %2").arg(line).arg(mistake.errorString()));
    }
    if (!document.isObject())
        return fail(ErrorKind::Misconfigured, file, QStringLiteral("must hold one JSON object"));
    return document.object();
}

domain::SiteProfile readSite(JsonSection &parent)
{
    JsonSection section = parent.section(QStringLiteral("site"));
    domain::SiteProfile site{.siteCode = section.text(QStringLiteral("siteCode")),
                             .hallName = section.text(QStringLiteral("hallName")),
                             .deviceId = section.text(QStringLiteral("deviceId")),
                             .phone = section.text(QStringLiteral("phone")),
                             .address = section.text(QStringLiteral("address")),
                             .hours = section.text(QStringLiteral("hours"))};
    parent.finish(section);
    return site;
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

PlatformSettings readPlatform(JsonSection &parent, const QDir &base)
{
    JsonSection section = parent.section(QStringLiteral("platform"));
    PlatformSettings platform{.url = QUrl(section.text(QStringLiteral("url")), QUrl::StrictMode),
                              .standbyUrl = QUrl(section.textOrNothing(QStringLiteral("standbyUrl")), QUrl::StrictMode),
                              .caFile = base.absoluteFilePath(section.text(QStringLiteral("ca"))),
                              .certificateFile = base.absoluteFilePath(section.text(QStringLiteral("certificate"))),
                              .keyFile = base.absoluteFilePath(section.text(QStringLiteral("key"))),
                              .appId = section.text(QStringLiteral("appId")),
                              .cityKeyFile = base.absoluteFilePath(section.text(QStringLiteral("cityKeyFile"))),
                              .signKeyFile = fileOrNothing(section, QStringLiteral("signKeyFile"), base),
                              .hmacSecretFile = fileOrNothing(section, QStringLiteral("hmacSecretFile"), base),
                              .proxy = QUrl(section.textOrNothing(QStringLiteral("proxy")), QUrl::StrictMode),
                              .budget = readBudget(section)};
    parent.finish(section);
    return platform;
}

DisplaySettings readDisplay(JsonSection &parent)
{
    JsonSection section = parent.section(QStringLiteral("display"));
    DisplaySettings display;
    display.fullScreen = section.flag(QStringLiteral("fullScreen"));
    // The smallest side of a screen that the pages are whole on is 768 (UX "Measures").
    display.size.setWidth(section.number(QStringLiteral("width"), 600, 7680));
    display.size.setHeight(section.number(QStringLiteral("height"), 600, 7680));
    parent.finish(section);
    return display;
}

BackupSettings readBackup(JsonSection &parent, const QDir &base)
{
    if (!parent.has(QStringLiteral("backup")))
        return {};
    JsonSection section = parent.section(QStringLiteral("backup"));
    BackupSettings backup{.directory = base.absoluteFilePath(section.text(QStringLiteral("directory"))),
                          .generations = section.number(QStringLiteral("generations"), 1, 365)};
    parent.finish(section);
    return backup;
}

Result<void> readCipher(JsonSection &root, KioskConfig &config)
{
    const auto key = QStringLiteral("cipher");
    if (!root.has(key))
        return {};
    const auto suite = offline::crypto::cipherSuiteFromName(root.text(key));
    if (!suite)
        return fail(suite.error());
    config.cipher = *suite;
    return {};
}

Result<void> readCalendar(JsonSection &root, const QDir &base, KioskConfig &config)
{
    const auto key = QStringLiteral("calendar");
    if (!root.has(key))
        return {};
    const Result<QJsonObject> object = readObject(base.absoluteFilePath(root.text(key)));
    if (!object)
        return fail(object.error());
    auto calendar = domain::WorkCalendar::fromJson(*object);
    if (!calendar)
        return fail(calendar.error());
    config.calendar = std::move(*calendar);
    return {};
}

QString complaintAbout(const KioskConfig &config)
{
    static const QRegularExpression siteCode(QStringLiteral("^[0-9]{12}$"));
    if (!siteCode.match(config.site.siteCode).hasMatch())
        return QStringLiteral("\"site.siteCode\" must be 12 digits");
    if (!config.backup.directory.isEmpty() && config.platform.cityKeyFile.isEmpty())
        return QStringLiteral("\"backup\" needs \"platform.cityKeyFile\": it is sealed to the city");
    if (!config.platform.url.isValid() || config.platform.url.scheme() != QLatin1String("https"))
        return QStringLiteral("\"platform.url\" must be an https address");
    if (config.platform.signKeyFile.isEmpty() == config.platform.hmacSecretFile.isEmpty())
        return QStringLiteral("\"platform\" must have one of \"signKeyFile\" and \"hmacSecretFile\"");
    const QList<QPair<QString, QString>> files{
        {QStringLiteral("platform.ca"), config.platform.caFile},
        {QStringLiteral("platform.certificate"), config.platform.certificateFile},
        {QStringLiteral("platform.key"), config.platform.keyFile},
        {QStringLiteral("platform.cityKeyFile"), config.platform.cityKeyFile},
        {QStringLiteral("platform.signKeyFile"), config.platform.signKeyFile},
        {QStringLiteral("platform.hmacSecretFile"), config.platform.hmacSecretFile}};
    for (const auto &[key, file] : files) {
        if (file.isEmpty())
            continue;
        if (!QFileInfo(file).isReadable() || !QFileInfo(file).isFile())
            return QStringLiteral("\"%1\" names a file that cannot be read: %2").arg(key, file);
    }
    return {};
}

} // namespace

Result<KioskConfig> loadKioskConfig(const QString &file)
{
    const Result<QJsonObject> object = readObject(file);
    if (!object)
        return fail(object.error());
    const QDir base = QFileInfo(file).absoluteDir();
    JsonSection root(*object, {});
    KioskConfig config;
    config.site = readSite(root);
    config.stateDirectory = base.absoluteFilePath(root.text(QStringLiteral("stateDirectory")));
    if (const auto calendar = readCalendar(root, base, config); !calendar)
        return fail(ErrorKind::Misconfigured, file, QStringLiteral("\"calendar\": ") + calendar.error().detail);
    if (const auto cipher = readCipher(root, config); !cipher)
        return fail(ErrorKind::Misconfigured, file, QStringLiteral("\"cipher\": ") + cipher.error().detail);
    for (const QString &directory : root.texts(QStringLiteral("deviceDirectories")))
        config.deviceDirectories.append(base.absoluteFilePath(directory));
    config.platform = readPlatform(root, base);
    config.backup = readBackup(root, base);
    config.display = readDisplay(root);
    config.logFile = base.absoluteFilePath(root.text(QStringLiteral("logFile")));
    const QString complaint = root.complaint().isEmpty() ? complaintAbout(config) : root.complaint();
    if (!complaint.isEmpty())
        return fail(ErrorKind::Misconfigured, file, complaint);
    return config;
}

} // namespace tongban::app
