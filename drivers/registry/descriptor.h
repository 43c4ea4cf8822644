// SPDX-License-Identifier: GPL-3.0-or-later
// One device of this terminal, as its descriptor file says (resources/schema/device.schema.json). A new model of a
// known protocol is one such file.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/device_health.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace tongban::drivers::registry {

struct Descriptor
{
    QString id;          // unique on this terminal; a later directory overrides by it
    domain::DeviceClass deviceClass = domain::DeviceClass::IdCardReader;
    QString driver;      // a name of the driver list
    QString model;       // for people; may be empty
    QJsonObject transport;
    QJsonObject options; // known to the driver only
    QString file;        // where it was read, for errors
    bool isDisabled = false; // {"id": …, "disabled": true} and nothing more: a site has no such device
};

// Misconfigured names the file and the key (for broken JSON: the line).
Result<Descriptor> parseDescriptor(const QByteArray &json, const QString &file);

// Every *.json of the directories, in their order; one of a later directory replaces one with the same id, or takes it
// away when it is disabled. A directory that does not exist is one without descriptors: most sites override nothing.
Result<std::vector<Descriptor>> loadDescriptors(const QStringList &directories);

} // namespace tongban::drivers::registry
