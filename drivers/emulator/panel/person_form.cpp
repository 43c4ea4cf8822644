// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/panel/person_form.h"

#include "drivers/emulator/panel/person_presets.h"

#include <QFormLayout>

#include <utility>

namespace tongban::drivers::emulator {

PersonForm::PersonForm(QWidget *parent) : QWidget(parent), m_presets(new QComboBox(this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    for (const PersonPreset &preset : personPresets())
        m_presets->addItem(preset.label);
    form->addRow(tr("人物"), m_presets);
    const std::pair<const char *, QString> lines[] = {
        {"name", tr("姓名")},         {"sex", tr("性别")},          {"ethnic", tr("民族")},
        {"birth", tr("出生")},        {"address", tr("住址")},      {"idNumber", tr("号码")},
        {"issuer", tr("签发机关")},   {"validFrom", tr("有效期起")}, {"validTo", tr("有效期止")},
    };
    for (const auto &[key, label] : lines) {
        auto *edit = new QLineEdit(this);
        form->addRow(label, edit);
        m_lines.push_back({QLatin1String(key), edit});
    }
    connect(m_presets, &QComboBox::currentIndexChanged, this, &PersonForm::fill);
    fill(0);
}

void PersonForm::fill(int preset)
{
    const QJsonObject card = personPresets().at(static_cast<size_t>(preset)).card;
    for (const Line &line : m_lines) {
        line.edit->setText(card.value(line.key).toString());
        line.edit->setCursorPosition(0);
    }
}

QJsonObject PersonForm::card() const
{
    QJsonObject card;
    for (const Line &line : m_lines)
        card.insert(line.key, line.edit->text());
    return card;
}

QString PersonForm::name() const
{
    return card().value(QStringLiteral("name")).toString();
}

} // namespace tongban::drivers::emulator
