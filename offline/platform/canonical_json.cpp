// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/canonical_json.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace tongban::offline::platform {

namespace {

void escapeInto(QByteArray &out, char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    if (static_cast<uchar>(c) < 0x20)
        out += "\\u00" + QByteArray(1, c).toHex(); // lower case
    else
        out += c;
}

QByteArray textOf(const QString &text)
{
    QByteArray out = "\"";
    const QByteArray bytes = text.toUtf8();
    for (const char c : bytes)
        escapeInto(out, c);
    return out + '"';
}

// The decimal digits of the shortest text that reads back as this number, and the place of the point behind the first
// `point` of them.
struct Digits
{
    QByteArray digits;
    int point = 0;
};

Digits digitsOf(double positive)
{
    std::array<char, 32> text{}; // d.ddddde±dd, 24 characters at most
    const auto end = std::to_chars(text.begin(), text.end(), positive, std::chars_format::scientific).ptr;
    const QByteArray whole(text.data(), end - text.data());
    const auto e = whole.indexOf('e');
    return {.digits = whole.first(e).replace(".", ""), .point = whole.sliced(e + 1).toInt() + 1};
}

// As ECMAScript writes a number (ECMA-262, Number::toString): in full from 1e-6 to below 1e21, else with an exponent.
QByteArray numberOf(double number)
{
    if (!std::isfinite(number))
        return "null"; // no text parses to it; JSON.stringify says the same
    if (number == 0)
        return "0";
    if (number < 0)
        return '-' + numberOf(-number);
    const auto [digits, point] = digitsOf(number);
    const int count = static_cast<int>(digits.size());
    if (point > 21 || point < -5) {
        const QByteArray mantissa = count == 1 ? digits : digits.first(1) + '.' + digits.sliced(1);
        return mantissa + (point > 0 ? "e+" : "e") + QByteArray::number(point - 1);
    }
    if (point <= 0)
        return "0." + QByteArray(-point, '0') + digits;
    if (count <= point)
        return digits + QByteArray(point - count, '0');
    return digits.first(point) + '.' + digits.sliced(point);
}

QByteArray listOf(const QJsonArray &array)
{
    QByteArrayList members;
    for (const auto &member : array)
        members.append(canonicalJson(member));
    return '[' + members.join(',') + ']';
}

QByteArray objectOf(const QJsonObject &object)
{
    std::vector<std::pair<QByteArray, QByteArray>> members;
    for (auto it = object.begin(); it != object.end(); ++it)
        members.emplace_back(it.key().toUtf8(), textOf(it.key()) + ':' + canonicalJson(it.value()));
    std::sort(members.begin(), members.end()); // by the bytes of the name: QJsonObject sorts by UTF-16 units
    QByteArrayList texts;
    for (const auto &[name, text] : members)
        texts.append(text);
    return '{' + texts.join(',') + '}';
}

} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double:
        return numberOf(value.toDouble());
    case QJsonValue::String:
        return textOf(value.toString());
    case QJsonValue::Array:
        return listOf(value.toArray());
    case QJsonValue::Object:
        return objectOf(value.toObject());
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return "null";
    }
    Q_UNREACHABLE();
}

} // namespace tongban::offline::platform
