// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/document_scanner/sane_settings.h"

#include "drivers/devices/document_scanner/sane_status.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <vector>

namespace tongban::drivers::devices {

namespace {

struct Option
{
    SANE_Int index;
    const SANE_Option_Descriptor *descriptor;
};

tl::unexpected<Error> wrong(const QString &name, const QString &why)
{
    return fail(ErrorKind::Misconfigured, QStringLiteral("sane.option"), name + QStringLiteral(": ") + why);
}

// Options move when others are set, so each is looked up afresh.
std::optional<Option> optionNamed(SANE_Handle device, const QString &name)
{
    SANE_Int count = 0;
    if (sane_control_option(device, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD)
        return std::nullopt;
    for (SANE_Int index = 1; index < count; ++index) {
        const SANE_Option_Descriptor *descriptor = sane_get_option_descriptor(device, index);
        if (descriptor && descriptor->name && name == QLatin1String(descriptor->name))
            return Option{index, descriptor};
    }
    return std::nullopt;
}

// The value as SANE wants it in memory; nothing when it is of another type.
std::optional<std::vector<char>> bytesOf(const SANE_Option_Descriptor &option, const QJsonValue &value)
{
    std::vector<char> bytes(static_cast<std::size_t>(std::max<SANE_Int>(option.size, sizeof(SANE_Word))));
    const auto word = [&](SANE_Word number) {
        std::memcpy(bytes.data(), &number, sizeof number);
        return bytes;
    };
    switch (option.type) {
    case SANE_TYPE_BOOL:
        return value.isBool() ? std::optional(word(value.toBool() ? SANE_TRUE : SANE_FALSE)) : std::nullopt;
    case SANE_TYPE_INT:
        if (!value.isDouble() || value.toDouble() != std::floor(value.toDouble()))
            return std::nullopt;
        return word(value.toInt());
    case SANE_TYPE_FIXED:
        return value.isDouble() ? std::optional(word(SANE_FIX(value.toDouble()))) : std::nullopt;
    case SANE_TYPE_STRING: {
        const QByteArray text = value.toString().toUtf8();
        if (!value.isString() || text.size() >= static_cast<qsizetype>(bytes.size()))
            return std::nullopt;
        std::memcpy(bytes.data(), text.constData(), static_cast<std::size_t>(text.size()));
        return bytes;
    }
    case SANE_TYPE_BUTTON:
    case SANE_TYPE_GROUP:
        return std::nullopt;
    }
    return std::nullopt;
}

Result<void> setOption(SANE_Handle device, const QString &name, const Option &option, const QJsonValue &value)
{
    if (!SANE_OPTION_IS_SETTABLE(option.descriptor->cap))
        return wrong(name, QStringLiteral("cannot be set"));
    auto bytes = bytesOf(*option.descriptor, value);
    if (!bytes)
        return wrong(name, QStringLiteral("a value of another type"));
    const SANE_Status status = sane_control_option(device, option.index, SANE_ACTION_SET_VALUE, bytes->data(), nullptr);
    if (status == SANE_STATUS_INVAL || status == SANE_STATUS_UNSUPPORTED)
        return wrong(name, QStringLiteral("a value that the scanner does not know"));
    if (status != SANE_STATUS_GOOD)
        return fail(saneError(status, QStringLiteral("sane.option.") + name));
    return {};
}

QStringList inOrder(const QJsonObject &settings)
{
    QStringList names = settings.keys();
    const QStringList leading{QStringLiteral("source"), QStringLiteral("mode"), QStringLiteral("resolution")};
    std::stable_sort(names.begin(), names.end(), [&](const QString &a, const QString &b) {
        const auto rank = [&](const QString &name) {
            const auto at = leading.indexOf(name);
            return at < 0 ? leading.size() : at;
        };
        return rank(a) < rank(b);
    });
    return names;
}

} // namespace

Result<void> applySettings(SANE_Handle device, const QJsonObject &settings)
{
    QStringList waiting = inOrder(settings);
    while (!waiting.isEmpty()) {
        QStringList inactive;
        for (const QString &name : std::as_const(waiting)) {
            const auto option = optionNamed(device, name);
            if (!option)
                return wrong(name, QStringLiteral("the scanner has no such option"));
            if (!SANE_OPTION_IS_ACTIVE(option->descriptor->cap)) {
                inactive << name;
                continue;
            }
            if (auto set = setOption(device, name, *option, settings.value(name)); !set)
                return set;
        }
        if (inactive.size() == waiting.size())
            return wrong(inactive.constFirst(), QStringLiteral("inactive with these settings"));
        waiting = inactive;
    }
    return {};
}

SaneChoices choicesOf(SANE_Handle device)
{
    SaneChoices choices;
    SANE_Int count = 0;
    if (sane_control_option(device, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD)
        return choices;
    for (SANE_Int index = 1; index < count; ++index) {
        const SANE_Option_Descriptor *option = sane_get_option_descriptor(device, index);
        if (!option || !option->name || option->type == SANE_TYPE_GROUP)
            continue;
        QStringList &texts = choices[QString::fromUtf8(option->name)];
        if (option->type != SANE_TYPE_STRING || option->constraint_type != SANE_CONSTRAINT_STRING_LIST)
            continue;
        for (const SANE_String_Const *text = option->constraint.string_list; text && *text; ++text)
            texts << QString::fromUtf8(*text);
    }
    return choices;
}

} // namespace tongban::drivers::devices
