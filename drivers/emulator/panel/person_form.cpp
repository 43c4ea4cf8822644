// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/panel/person_form.h"

#include "drivers/emulator/panel/person_presets.h"

#include <QFormLayout>
#include <QHBoxLayout>

namespace tongban::drivers::emulator {

PersonForm::PersonForm(QWidget *parent) : QWidget(parent), m_presets(new QComboBox(this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(5);
    for (const PersonPreset &preset : personPresets())
        m_presets->addItem(preset.label);
    form->addRow(tr("人物"), m_presets);
    addRow(form, tr("姓名"), {"name"});
    addRow(form, tr("性别、民族"), {"sex", "ethnic"});
    addRow(form, tr("出生"), {"birth"});
    addRow(form, tr("住址"), {"address"});
    addRow(form, tr("号码"), {"idNumber"});
    addRow(form, tr("签发机关"), {"issuer"});
    addRow(form, tr("有效期"), {"validFrom", "validTo"});
    connect(m_presets, &QComboBox::currentIndexChanged, this, &PersonForm::fill);
    fill(0);
}

void PersonForm::addRow(QFormLayout *form, const QString &label, std::initializer_list<const char *> keys)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (const char *key : keys) {
        auto *edit = new QLineEdit(this);
        row->addWidget(edit);
        m_lines.push_back({QLatin1String(key), edit});
    }
    form->addRow(label, row);
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
