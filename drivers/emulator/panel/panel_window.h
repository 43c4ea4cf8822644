// SPDX-License-Identifier: GPL-3.0-or-later
// A window to work the emulated devices by hand: everything it does is a command of the control interface.
#pragma once

#include "drivers/emulator/panel/person_form.h"

#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QWidget>

#include <functional>

class QBoxLayout;

namespace tongban::drivers::emulator {

class BoardBox;
class CameraBox;

class PanelWindow final : public QWidget
{
    Q_OBJECT

public:
    using Executor = std::function<QJsonObject(const QJsonObject &)>;
    explicit PanelWindow(Executor execute);

    void refresh(); // shows what is

private:
    [[nodiscard]] QWidget *cardBox();
    [[nodiscard]] QWidget *scannerBox();
    [[nodiscard]] QWidget *printerBox();
    [[nodiscard]] QWidget *lineBox();
    [[nodiscard]] QWidget *receiptBox();
    QPushButton *addButton(QBoxLayout *row, const QString &label, std::function<QJsonObject()> command);
    QPushButton *addButton(QBoxLayout *row, const QString &label, const QJsonObject &command);
    void addQuietButton(QBoxLayout *row, const QString &label, const QJsonObject &command);
    void perform(const QJsonObject &command);
    [[nodiscard]] QJsonObject samplePageCommand();

    Executor m_execute;
    QTemporaryDir m_pages; // sample sheets on their way to the glass
    PersonForm *m_person = nullptr;
    QLabel *m_card = nullptr;
    QLabel *m_scanner = nullptr;
    QLabel *m_printer = nullptr;
    BoardBox *m_board = nullptr;
    CameraBox *m_camera = nullptr;
    QLabel *m_line = nullptr;
    QLabel *m_receipt = nullptr;
    QLabel *m_message = nullptr;
    QString m_shownReceipt;
};

} // namespace tongban::drivers::emulator
