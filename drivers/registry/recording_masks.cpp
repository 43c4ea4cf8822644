// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/recording_masks.h"

#include "drivers/codec/code_mask.h"
#include "drivers/codec/escpos_mask.h"
#include "drivers/codec/sam_mask.h"

namespace tongban::drivers::registry {
namespace {

// The codecs know no transport: here they take the face of one's mask.
template <class Codec> class MaskOf final : public transport::RecordingMask
{
public:
    explicit MaskOf(const char *name) : m_name(name) {}
    [[nodiscard]] QByteArray toDevice(const QByteArray &bytes) override { return m_codec.toDevice(bytes); }
    [[nodiscard]] QByteArray fromDevice(const QByteArray &bytes) override { return m_codec.fromDevice(bytes); }
    [[nodiscard]] const char *name() const override { return m_name; }

private:
    const char *m_name;
    Codec m_codec;
};

} // namespace

std::unique_ptr<transport::RecordingMask> maskNamed(const QString &name)
{
    if (name == QStringLiteral("sam"))
        return std::make_unique<MaskOf<codec::SamMask>>("sam");
    if (name == QStringLiteral("escpos"))
        return std::make_unique<MaskOf<codec::EscposMask>>("escpos");
    if (name == QStringLiteral("code"))
        return std::make_unique<MaskOf<codec::CodeMask>>("code");
    if (name == QStringLiteral("all"))
        return std::make_unique<transport::MaskEverything>();
    return nullptr;
}

std::unique_ptr<transport::RecordingMask> maskFor(domain::DeviceClass deviceClass, const QString &kind)
{
    using domain::DeviceClass;
    switch (deviceClass) {
    case DeviceClass::IdCardReader:
        return maskNamed(QStringLiteral("sam"));
    case DeviceClass::ReceiptPrinter:
        return maskNamed(QStringLiteral("escpos"));
    case DeviceClass::CodeScanner: // reports and key codes are no characters
        return maskNamed(kind == QStringLiteral("serial") ? QStringLiteral("code") : QStringLiteral("all"));
    case DeviceClass::SmartCardReader:
    case DeviceClass::Camera:
    case DeviceClass::PagePrinter:
    case DeviceClass::DocumentScanner:
    case DeviceClass::IoBoard:
    case DeviceClass::PowerSupply:
        return maskNamed(QStringLiteral("all"));
    }
    Q_UNREACHABLE();
}

} // namespace tongban::drivers::registry
