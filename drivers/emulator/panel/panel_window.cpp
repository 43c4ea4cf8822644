// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/panel/panel_window.h"

#include "drivers/emulator/panel/board_box.h"
#include "drivers/emulator/panel/camera_box.h"
#include "drivers/emulator/panel/code_box.h"
#include "drivers/emulator/panel/sample_page.h"

#include <QFileDialog>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QPixmap>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace tongban::drivers::emulator {
namespace {

QJsonObject command(const char *what, QJsonObject arguments = {})
{
    arguments.insert(QStringLiteral("do"), QLatin1String(what));
    return arguments;
}

QJsonObject fault(const char *what, const QString &kind)
{
    return command(what, {{QStringLiteral("kind"), kind}});
}

QJsonObject printer(const QString &key, const QJsonValue &value)
{
    return command("printer.set", {{key, value}});
}

// House colours (UX: paper-white ground, ink, brand blue); the system's own widgets otherwise.
constexpr char sheet[] = R"(
#panel { background: #F6F8FB; }
* { color: #14213D; font-family: "Noto Sans CJK SC"; font-size: 15px; }
QGroupBox { background: white; border: 1px solid #C9D2E0; border-radius: 10px; margin-top: 14px; padding: 14px 8px 6px 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 14px; padding: 0 4px; color: #0A4A8C; }
QPushButton { background: #0A4A8C; color: white; border: 1px solid #0A4A8C; border-radius: 8px; padding: 8px 14px; }
QPushButton:pressed { background: #08376A; }
QPushButton[quiet="true"] { background: white; color: #0A4A8C; }
QPushButton[quiet="true"]:pressed { background: #E3EAF3; }
QLineEdit, QComboBox { background: white; border: 1px solid #C9D2E0; border-radius: 6px; padding: 3px 8px; }
QComboBox::drop-down { border: 0; }
#paper { background: #E3E8EF; }
#message { color: #952712; }
)";
} // namespace

PanelWindow::PanelWindow(Executor execute) : m_execute(std::move(execute))
{
    setWindowTitle(tr("通办 · 设备模拟台"));
    setStyleSheet(QLatin1String(sheet));
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    auto *controls = new QVBoxLayout;
    m_board = new BoardBox([this](const QJsonObject &what) { perform(what); }, this);
    m_camera = new CameraBox([this](const QJsonObject &what) { perform(what); }, this);
    QWidget *codes = new CodeBox([this](const QJsonObject &what) { perform(what); }, this);
    for (QWidget *box : {cardBox(), scannerBox(), codes, printerBox(), static_cast<QWidget *>(m_board),
                         static_cast<QWidget *>(m_camera), lineBox()})
        controls->addWidget(box);
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    controls->addWidget(m_message);
    controls->addStretch();
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(16, 8, 16, 16);
    columns->setSpacing(16);
    columns->addLayout(controls);
    columns->addWidget(receiptBox(), 1);
    resize(1160, 900);
    refresh();
}

QPushButton *PanelWindow::addButton(QBoxLayout *row, const QString &label, std::function<QJsonObject()> make)
{
    auto *button = new QPushButton(label, this);
    connect(button, &QPushButton::clicked, this, [this, make = std::move(make)] { perform(make()); });
    row->addWidget(button);
    return button;
}

QPushButton *PanelWindow::addButton(QBoxLayout *row, const QString &label, const QJsonObject &fixed)
{
    return addButton(row, label, [fixed] { return fixed; });
}

void PanelWindow::addQuietButton(QBoxLayout *row, const QString &label, const QJsonObject &fixed)
{
    addButton(row, label, fixed)->setProperty("quiet", true);
}

QWidget *PanelWindow::cardBox()
{
    auto *box = new QGroupBox(tr("身份证阅读器"), this);
    auto *column = new QVBoxLayout(box);
    m_person = new PersonForm(box);
    column->addWidget(m_person);
    auto *row = new QHBoxLayout;
    addButton(row, tr("放上身份证"), [this] {
        return command("card.place", {{QStringLiteral("card"), m_person->card()}});
    });
    addQuietButton(row, tr("拿走身份证"), command("card.lift"));
    column->addLayout(row);
    auto *faults = new QHBoxLayout;
    addQuietButton(faults, tr("读到一半拿走"), fault("card.fault", QStringLiteral("liftMidRead")));
    addQuietButton(faults, tr("校验错"), fault("card.fault", QStringLiteral("badChecksum")));
    addQuietButton(faults, tr("没反应"), fault("card.fault", QStringLiteral("silent")));
    addQuietButton(faults, tr("恢复正常"), fault("card.fault", QStringLiteral("none")));
    column->addLayout(faults);
    m_card = new QLabel(box);
    column->addWidget(m_card);
    return box;
}

QWidget *PanelWindow::scannerBox()
{
    auto *box = new QGroupBox(tr("扫描仪"), this);
    auto *column = new QVBoxLayout(box);
    auto *row = new QHBoxLayout;
    addButton(row, tr("放上纸"), [this] { return samplePageCommand(); });
    addButton(row, tr("选文件放上…"), [this] {
        const QString file =
            QFileDialog::getOpenFileName(this, tr("放到玻璃上的纸"), {}, tr("图片 (*.png *.jpg *.pnm *.ppm *.pgm)"));
        return file.isEmpty() ? command("status") : command("scanner.place", {{QStringLiteral("file"), file}});
    });
    addQuietButton(row, tr("拿走"), command("scanner.remove"));
    column->addLayout(row);
    m_scanner = new QLabel(box);
    column->addWidget(m_scanner);
    return box;
}

QWidget *PanelWindow::printerBox()
{
    auto *box = new QGroupBox(tr("凭条打印机"), this);
    auto *column = new QVBoxLayout(box);
    auto *row = new QHBoxLayout;
    addButton(row, tr("缺纸"), printer(QStringLiteral("paper"), QStringLiteral("out")));
    addButton(row, tr("装纸"), printer(QStringLiteral("paper"), QStringLiteral("ok")));
    addButton(row, tr("开盖"), printer(QStringLiteral("cover"), true));
    addButton(row, tr("合盖"), printer(QStringLiteral("cover"), false));
    column->addLayout(row);
    auto *faults = new QHBoxLayout;
    addQuietButton(faults, tr("纸还剩 3 厘米"), printer(QStringLiteral("paperLeftMm"), 30));
    addQuietButton(faults, tr("丢失打印应答"), fault("printer.fault", QStringLiteral("loseAnswer")));
    addQuietButton(faults, tr("恢复正常"), fault("printer.fault", QStringLiteral("none")));
    column->addLayout(faults);
    m_printer = new QLabel(box);
    column->addWidget(m_printer);
    return box;
}

QWidget *PanelWindow::lineBox()
{
    auto *box = new QGroupBox(tr("到市里的线路"), this);
    auto *column = new QVBoxLayout(box);
    auto *row = new QHBoxLayout;
    addButton(row, tr("断网"), command("line.cut"));
    addButton(row, tr("恢复"), command("line.restore"));
    column->addLayout(row);
    m_line = new QLabel(box);
    column->addWidget(m_line);
    return box;
}

QWidget *PanelWindow::receiptBox()
{
    auto *box = new QGroupBox(tr("最近一张凭条"), this);
    auto *column = new QVBoxLayout(box);
    auto *scroll = new QScrollArea(box);
    scroll->setMinimumWidth(620); // the paper and its scroll bar
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    m_receipt = new QLabel(tr("还没有打印"), scroll);
    m_receipt->setObjectName(QStringLiteral("paper"));
    m_receipt->setMargin(12);
    m_receipt->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    scroll->setWidget(m_receipt);
    column->addWidget(scroll);
    return box;
}

QJsonObject PanelWindow::samplePageCommand()
{
    const QString file = m_pages.filePath(QStringLiteral("sample.png"));
    if (!samplePage(m_person->name()).save(file))
        m_message->setText(tr("样张写不进临时目录"));
    return command("scanner.place", {{QStringLiteral("file"), file}});
}

void PanelWindow::perform(const QJsonObject &what)
{
    const QJsonObject answer = m_execute(what);
    const bool ok = answer.value(QStringLiteral("ok")).toBool();
    m_message->setText(ok ? QString() : tr("没有做成：%1").arg(answer.value(QStringLiteral("error")).toString()));
    refresh();
}

void PanelWindow::refresh()
{
    const QJsonObject state = m_execute(command("status"));
    const QJsonObject card = state.value(QStringLiteral("card")).toObject();
    const QJsonObject paper = state.value(QStringLiteral("printer")).toObject();
    const QJsonObject line = state.value(QStringLiteral("line")).toObject();
    const auto has = [](const QJsonObject &of, const char *key) { return of.value(QLatin1String(key)).toBool(); };
    const auto faultOf = [](const QJsonObject &of) {
        const QString kind = of.value(QStringLiteral("fault")).toString();
        return kind == QStringLiteral("none") ? QString() : tr("　故障：%1").arg(kind);
    };
    m_card->setText((!has(card, "present") ? tr("没有卡")
                     : has(card, "read")   ? tr("有卡，已读")
                                           : tr("有卡")) +
                    faultOf(card));
    m_scanner->setText(has(state.value(QStringLiteral("scanner")).toObject(), "page") ? tr("玻璃上有纸")
                                                                                      : tr("玻璃上没有纸"));
    const bool out = paper.value(QStringLiteral("paper")).toString() == QStringLiteral("out");
    m_printer->setText((out ? tr("缺纸") : tr("有纸")) + (has(paper, "cover") ? tr("，盖开着") : QString()) +
                       faultOf(paper));
    m_camera->show(state.value(QStringLiteral("camera")).toObject());
    m_board->show(state.value(QStringLiteral("board")).toObject());
    m_line->setText(line.isEmpty() ? tr("没有经过这里") : has(line, "cut") ? tr("断着") : tr("通着"));
    const QString newest = state.value(QStringLiteral("lastReceipt")).toString();
    if (newest != std::exchange(m_shownReceipt, newest))
        m_receipt->setPixmap(QPixmap(newest));
}

} // namespace tongban::drivers::emulator
