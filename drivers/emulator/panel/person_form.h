// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QJsonObject>
#include <QLineEdit>
#include <QWidget>

#include <initializer_list>
#include <vector>

class QFormLayout;

namespace tongban::drivers::emulator {

// The nine lines of a card, filled from a preset and free to change.
class PersonForm final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonForm(QWidget *parent = nullptr);
    [[nodiscard]] QJsonObject card() const; // as card.place takes it
    [[nodiscard]] QString name() const;

private:
    void addRow(QFormLayout *form, const QString &label, std::initializer_list<const char *> keys);
    void fill(int preset);

    struct Line
    {
        QString key;
        QLineEdit *edit;
    };
    QComboBox *m_presets;
    std::vector<Line> m_lines;
};

} // namespace tongban::drivers::emulator
