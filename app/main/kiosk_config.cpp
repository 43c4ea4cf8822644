// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/kiosk_config.h"

#include "app/main/json_file.h"
#include "app/main/json_section.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace tongban::app {

namespace {

void readHeights(JsonSection &parent, domain::SiteProfile &site)
{
    if (!parent.has(QStringLiteral("heights")))
        return;
    JsonSection section = parent.section(QStringLiteral("heights"));
    for (const domain::DeviceClass device : domain::allDeviceClasses) {
        const QString name = QLatin1String(domain::nameOf(device));
        if (section.has(name))
            site.heights.insert(device, section.number(name, 0, 2500));
    }
    parent.finish(section);
}

domain::SiteProfile readSite(JsonSection &parent)
{
    JsonSection section = parent.section(QStringLiteral("site"));
    domain::SiteProfile site{.siteCode = section.text(QStringLiteral("siteCode")),
                             .hallName = section.text(QStringLiteral("hallName")),
                             .deviceId = section.text(QStringLiteral("deviceId")),
                             .phone = section.text(QStringLiteral("phone")),
                             .address = section.text(QStringLiteral("address")),
                             .hours = section.text(QStringLiteral("hours")),
                             .favourites = section.has(QStringLiteral("favourites"))
                                               ? section.texts(QStringLiteral("favourites"))
                                               : QStringList()};
    readHeights(section, site);
    parent.finish(section);
    return site;
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

// A data file that the configuration names, in the type that reads it; absent: as it was.
template <class Data>
Result<void> readData(const QString &key, JsonSection &root, const QDir &base, Data &data)
{
    if (!root.has(key))
        return {};
    const Result<QJsonObject> object = objectInFile(base.absoluteFilePath(root.text(key)));
    auto read = object ? Data::fromJson(*object) : Result<Data>(fail(object.error()));
    if (!read)
        return fail(read.error().kind, read.error().where, QStringLiteral("\"%1\": %2").arg(key, read.error().detail));
    data = std::move(*read);
    return {};
}

QString complaintAbout(const KioskConfig &config)
{
    static const QRegularExpression siteCode(QStringLiteral("^[0-9]{12}$"));
    if (!siteCode.match(config.site.siteCode).hasMatch())
        return QStringLiteral("\"site.siteCode\" must be 12 digits");
    return complaintAboutAddresses(config.platform);
}

QString missingIn(const KioskConfig &config)
{
    if (!config.backup.directory.isEmpty() && config.platform.cityKeyFile.isEmpty())
        return QStringLiteral("\"backup\" needs \"platform.cityKeyFile\": it is sealed to the city");
    return complaintAboutKeys(config.platform);
}

} // namespace

Result<KioskConfig> loadKioskConfig(const QString &file, Keys keys)
{
    const Result<QJsonObject> object = objectInFile(file);
    if (!object)
        return fail(object.error());
    const QDir base = QFileInfo(file).absoluteDir();
    JsonSection root(*object, {});
    KioskConfig config;
    config.site = readSite(root);
    config.stateDirectory = base.absoluteFilePath(root.text(QStringLiteral("stateDirectory")));
    for (const auto &read : {readData(QStringLiteral("calendar"), root, base, config.calendar),
                             readData(QStringLiteral("regions"), root, base, config.regions)}) {
        if (!read)
            return fail(ErrorKind::Misconfigured, file, read.error().detail);
    }
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
    if (keys == Keys::NotYet)
        return config;
    if (config.platform.enrolment) {
        if (const auto adopted = adoptEnrolled(config.platform, config.site); !adopted)
            return fail(adopted.error());
    }
    if (const QString missing = missingIn(config); !missing.isEmpty())
        return fail(ErrorKind::Misconfigured, file, missing);
    return config;
}

} // namespace tongban::app
