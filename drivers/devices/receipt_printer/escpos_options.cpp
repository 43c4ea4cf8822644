// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/receipt_printer/escpos_options.h"

#include "drivers/devices/strict_object.h"

namespace tongban::drivers::devices {
namespace {

const QString gsR = QStringLiteral("GS r");
const QString dleEnq = QStringLiteral("DLE ENQ");
const QString gbk = QStringLiteral("gbk");

QString oneOf(StrictObject &object, const QString &key, const QString &otherwise, const QString &other)
{
    return object.has(key) ? object.oneOf(key, {otherwise, other}) : otherwise;
}

codec::RomCharset romCharset(StrictObject &object)
{
    const QString key = QStringLiteral("romCharset");
    const QString gb18030 = QStringLiteral("gb18030");
    const QString gb2312 = QStringLiteral("gb2312");
    const QString name = object.has(key) ? object.oneOf(key, {gb18030, gbk, gb2312}) : gbk;
    if (name == gb18030)
        return codec::RomCharset::Gb18030;
    return name == gb2312 ? codec::RomCharset::Gb2312 : codec::RomCharset::Gbk;
}

Result<codec::EscposErrorBits> errorBitsOf(const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("options.errorBits."));
    QString wrong;
    const auto bit = [&](const char *name, quint8 otherwise) {
        const QString key = QString::fromLatin1(name);
        const int value = object.integer(key, 0, 64, otherwise);
        // The other bits of the answer are fixed (DEVICES §2).
        if (value != 0 && value != 0x04 && value != 0x08 && value != 0x20 && value != 0x40)
            wrong = key;
        return static_cast<quint8>(value);
    };
    const codec::EscposErrorBits bits{.mechanical = bit("mechanical", 0x04),
                                      .cutter = bit("cutter", 0x08),
                                      .unrecoverable = bit("unrecoverable", 0x20),
                                      .selfRecovering = bit("selfRecovering", 0x40)};
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    if (!wrong.isEmpty())
        return fail(ErrorKind::Misconfigured, QStringLiteral("descriptor"),
                    QStringLiteral("options.errorBits.%1: wants one of 0, 4, 8, 32, 64").arg(wrong));
    return bits;
}

} // namespace

Result<EscposOptions> EscposOptions::fromJson(const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("options."));
    const auto bits = errorBitsOf(object.objectOrEmpty(QStringLiteral("errorBits")));
    const EscposOptions options{
        .paper = {.widthDots = object.integer(QStringLiteral("widthDots"), 192, 832, 576),
                  .rom = romCharset(object),
                  .reportsChanges = object.boolean(QStringLiteral("automaticStatus"), false)},
        .confirmBy = oneOf(object, QStringLiteral("confirmBy"), gsR, QStringLiteral("GS ( H")) == gsR
                         ? EscposConfirmation::GsR
                         : EscposConfirmation::ProcessId,
        .errorBits = bits ? *bits : codec::EscposErrorBits(),
        .bufferSurvivesPaperOut = object.boolean(QStringLiteral("bufferSurvivesPaperOut"), true),
        .clearsByDleDc4 = oneOf(object, QStringLiteral("clearBy"), dleEnq, QStringLiteral("DLE DC4")) != dleEnq,
        .missesOfTheDead = object.integer(QStringLiteral("missesOfTheDead"), 1, 10, 3),
        .chunkBytes = object.integer(QStringLiteral("chunkBytes"), 16, 4096, 256),
        .statusTimeout = object.milliseconds(QStringLiteral("statusTimeoutMs"), 20, 10'000, 500),
        .settleTimeout = object.milliseconds(QStringLiteral("settleTimeoutMs"), 20, 60'000, 5'000),
        .writeTimeout = object.milliseconds(QStringLiteral("writeTimeoutMs"), 20, 60'000, 5'000),
        .confirmTimeout = object.milliseconds(QStringLiteral("confirmTimeoutMs"), 20, 120'000, 15'000),
        .pollInterval = object.milliseconds(QStringLiteral("pollIntervalMs"), 20, 5'000, 200),
    };
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    if (!bits)
        return fail(bits.error());
    return options;
}

} // namespace tongban::drivers::devices
