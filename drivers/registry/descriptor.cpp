// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/descriptor.h"

#include "drivers/devices/strict_object.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace tongban::drivers::registry {

namespace {

tl::unexpected<Error> misconfigured(const QString &file, const QString &why)
{
    return fail(ErrorKind::Misconfigured, QStringLiteral("device-registry"), file + QStringLiteral(": ") + why);
}

Result<std::vector<Descriptor>> loadDirectory(const QDir &directory)
{
    std::vector<Descriptor> descriptors;
    const QStringList names = directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(directory.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return misconfigured(file.fileName(), file.errorString());
        auto descriptor = parseDescriptor(file.readAll(), file.fileName());
        if (!descriptor)
            return fail(descriptor.error());
        for (const Descriptor &other : descriptors) {
            if (other.id == descriptor->id)
                return misconfigured(file.fileName(), QStringLiteral("id: also in ") + other.file);
        }
        descriptors.push_back(std::move(*descriptor));
    }
    return descriptors;
}

} // namespace

Result<Descriptor> parseDescriptor(const QByteArray &json, const QString &file)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return misconfigured(file, QStringLiteral("line %1: %2")
                                       .arg(json.first(std::min<qsizetype>(error.offset, json.size())).count('\n') + 1)
                                       .arg(error.errorString()));
    if (!document.isObject())
        return misconfigured(file, QStringLiteral("wants an object"));
    devices::StrictObject object(document.object(), QString());
    Descriptor descriptor;
    descriptor.id = object.string(QStringLiteral("id"));
    descriptor.file = file;
    if (object.has(QStringLiteral("disabled"))) {
        descriptor.isDisabled = object.boolean(QStringLiteral("disabled"), false);
        const auto checked = object.finish();
        if (!checked)
            return misconfigured(file, QStringLiteral("disabled: stands alone beside the id; ") + checked.error().detail);
        return descriptor.isDisabled ? Result<Descriptor>(descriptor)
                                     : misconfigured(file, QStringLiteral("disabled: wants true"));
    }
    QStringList classes;
    for (const domain::DeviceClass known : domain::allDeviceClasses)
        classes << QLatin1String(nameOf(known));
    const auto named = domain::deviceClassNamed(object.oneOf(QStringLiteral("class"), classes));
    descriptor.deviceClass = named.value_or(descriptor.deviceClass); // finish() complains when there is none
    descriptor.driver = object.string(QStringLiteral("driver"));
    descriptor.model = object.string(QStringLiteral("model"), {});
    descriptor.transport = object.object(QStringLiteral("transport"));
    descriptor.options = object.object(QStringLiteral("options"));
    if (const auto checked = object.finish(); !checked)
        return misconfigured(file, checked.error().detail);
    return descriptor;
}

Result<std::vector<Descriptor>> loadDescriptors(const QStringList &directories)
{
    std::vector<Descriptor> all;
    for (const QString &path : directories) {
        auto descriptors = loadDirectory(QDir(path));
        if (!descriptors)
            return fail(descriptors.error());
        for (Descriptor &descriptor : *descriptors) {
            std::erase_if(all, [&](const Descriptor &earlier) { return earlier.id == descriptor.id; });
            if (!descriptor.isDisabled)
                all.push_back(std::move(descriptor));
        }
    }
    return all;
}

} // namespace tongban::drivers::registry
