// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/device_words.h"

#include <QCoreApplication>

#include <array>

namespace tongban::view {

using domain::DeviceClass;
using domain::DeviceState;

namespace {

struct DeviceWords
{
    Q_DECLARE_TR_FUNCTIONS(DeviceWords)
};

// It does not work, and why is nothing that a visitor could change: what to do instead.
QString outOfOrder(DeviceClass deviceClass)
{
    switch (deviceClass) {
    case DeviceClass::IdCardReader:
        return DeviceWords::tr("身份证阅读器暂时用不了，请到窗口办理。");
    case DeviceClass::SmartCardReader:
        return DeviceWords::tr("社保卡读卡器暂时用不了，请用身份证办理。");
    case DeviceClass::CodeScanner:
        return DeviceWords::tr("扫码器暂时用不了，请用身份证办理。");
    case DeviceClass::Camera:
        return DeviceWords::tr("摄像头暂时用不了，要拍照的事请到窗口办理。");
    case DeviceClass::ReceiptPrinter:
        return DeviceWords::tr("凭条暂时打不出来，办完请抄下编号。");
    case DeviceClass::PagePrinter:
        return DeviceWords::tr("文件打印机暂时用不了，请到窗口打印。");
    case DeviceClass::DocumentScanner:
        return DeviceWords::tr("扫描仪暂时用不了，要扫描的事请到窗口办理。");
    case DeviceClass::IoBoard:
        return DeviceWords::tr("指示灯暂时不亮，请看屏幕上的图。");
    case DeviceClass::PowerSupply:
        return DeviceWords::tr("备用电源有问题，现在办事不受影响。");
    }
    Q_UNREACHABLE();
}

QString wantsStaff(DeviceClass deviceClass, ErrorKind kind)
{
    const QString label = labelOf(deviceClass);
    if (kind == ErrorKind::PaperOut)
        return DeviceWords::tr("%1没纸了，请工作人员加纸。").arg(label);
    if (kind == ErrorKind::PaperJam)
        return DeviceWords::tr("%1卡纸了，请工作人员处理，别用手拉。").arg(label);
    if (kind == ErrorKind::CoverOpen)
        return DeviceWords::tr("%1的盖子没关好，请工作人员看一下。").arg(label);
    if (kind == ErrorKind::ScannerJam)
        return DeviceWords::tr("%1里的纸卡住了，请工作人员处理。").arg(label);
    if (kind == ErrorKind::TonerOut)
        return DeviceWords::tr("%1没墨了，请工作人员更换。").arg(label);
    if (kind == ErrorKind::OutputFull)
        return DeviceWords::tr("%1的出纸口满了，请取走上面的纸。").arg(label);
    return DeviceWords::tr("%1要工作人员看一下。").arg(label);
}

// Where to look when it cannot be reached: each hangs on something else.
QString reachAgain(DeviceClass deviceClass)
{
    switch (deviceClass) {
    case DeviceClass::IdCardReader:
    case DeviceClass::CodeScanner:
    case DeviceClass::ReceiptPrinter:
    case DeviceClass::IoBoard:
        return DeviceWords::tr("查电源和数据线，再核对描述文件里的接口。");
    case DeviceClass::SmartCardReader:
        return DeviceWords::tr("查数据线，看读卡服务是否在运行。");
    case DeviceClass::Camera:
        return DeviceWords::tr("换一个插口，看别的程序是否占着摄像头。");
    case DeviceClass::PagePrinter:
        return DeviceWords::tr("查打印机电源和网线，核对打印队列的名字。");
    case DeviceClass::DocumentScanner:
        return DeviceWords::tr("查电源和数据线，核对扫描仪的名字。");
    case DeviceClass::PowerSupply:
        return DeviceWords::tr("看电源监控服务是否在运行，核对名字。");
    }
    Q_UNREACHABLE();
}

QString afterFault(DeviceClass deviceClass)
{
    switch (deviceClass) {
    case DeviceClass::IdCardReader:
        return DeviceWords::tr("断电十秒再开；还不行就换阅读器。");
    case DeviceClass::SmartCardReader:
        return DeviceWords::tr("重插读卡器；还不行就换一个。");
    case DeviceClass::CodeScanner:
        return DeviceWords::tr("重插扫码器，扫说明书上的恢复出厂码。");
    case DeviceClass::Camera:
        return DeviceWords::tr("重插摄像头；反复出现就换线、换插口。");
    case DeviceClass::ReceiptPrinter:
        return DeviceWords::tr("关电，清理切刀和打印头，再开电。");
    case DeviceClass::PagePrinter:
        return DeviceWords::tr("看打印机面板上的提示，清除后重开。");
    case DeviceClass::DocumentScanner:
        return DeviceWords::tr("关电再开，看扫描头的锁是否打开。");
    case DeviceClass::IoBoard:
        return DeviceWords::tr("查控制板的供电和地址，断电再开。");
    case DeviceClass::PowerSupply:
        return DeviceWords::tr("看电源面板的提示，检查电池。");
    }
    Q_UNREACHABLE();
}

TechnicianWords wordsOfPaper(DeviceClass deviceClass, ErrorKind kind)
{
    if (kind == ErrorKind::PaperOut)
        return {DeviceWords::tr("纸用完了。"), deviceClass == DeviceClass::PagePrinter
                                                   ? DeviceWords::tr("纸盒里加纸，推到底。")
                                                   : DeviceWords::tr("换一卷纸，纸头拉出来一点，合上盖子。")};
    if (kind == ErrorKind::PaperJam)
        return {DeviceWords::tr("纸卡在里面。"), DeviceWords::tr("开盖顺着走纸方向取出，不要撕断。")};
    if (kind == ErrorKind::CoverOpen)
        return {DeviceWords::tr("盖子开着，或检测开关坏了。"), DeviceWords::tr("合上盖子听到响声；仍报警就查开关。")};
    if (kind == ErrorKind::ScannerJam)
        return {DeviceWords::tr("进纸器里卡了纸。"), DeviceWords::tr("打开进纸器取出纸，擦一下搓纸轮。")};
    if (kind == ErrorKind::TonerOut)
        return {DeviceWords::tr("墨粉或硒鼓用完了。"), DeviceWords::tr("换上同型号的墨盒或硒鼓。")};
    return {DeviceWords::tr("出纸口堆满了。"), DeviceWords::tr("取走纸，看出纸传感器有没有被挡。")};
}

constexpr std::array spoken{ErrorKind::DeviceAbsent, ErrorKind::DeviceSilent, ErrorKind::DeviceFault,
                            ErrorKind::ProtocolViolation, ErrorKind::Misconfigured};
constexpr std::array receipts{ErrorKind::DeviceAbsent, ErrorKind::DeviceSilent,      ErrorKind::DeviceFault,
                              ErrorKind::PaperOut,     ErrorKind::ProtocolViolation, ErrorKind::Misconfigured,
                              ErrorKind::PaperJam,     ErrorKind::CoverOpen};
constexpr std::array pages{ErrorKind::DeviceAbsent, ErrorKind::DeviceSilent,      ErrorKind::DeviceFault,
                           ErrorKind::PaperOut,     ErrorKind::ProtocolViolation, ErrorKind::Misconfigured,
                           ErrorKind::PaperJam,     ErrorKind::CoverOpen,         ErrorKind::TonerOut,
                           ErrorKind::OutputFull};
constexpr std::array sheets{ErrorKind::DeviceAbsent,      ErrorKind::DeviceSilent,  ErrorKind::DeviceFault,
                            ErrorKind::ProtocolViolation, ErrorKind::Misconfigured, ErrorKind::ScannerJam,
                            ErrorKind::CoverOpen};

} // namespace

QString labelOf(DeviceClass deviceClass)
{
    switch (deviceClass) {
    case DeviceClass::IdCardReader:
        return DeviceWords::tr("身份证阅读器");
    case DeviceClass::SmartCardReader:
        return DeviceWords::tr("社保卡读卡器");
    case DeviceClass::CodeScanner:
        return DeviceWords::tr("扫码器");
    case DeviceClass::Camera:
        return DeviceWords::tr("摄像头");
    case DeviceClass::ReceiptPrinter:
        return DeviceWords::tr("凭条打印机");
    case DeviceClass::PagePrinter:
        return DeviceWords::tr("文件打印机");
    case DeviceClass::DocumentScanner:
        return DeviceWords::tr("扫描仪");
    case DeviceClass::IoBoard:
        return DeviceWords::tr("指示灯");
    case DeviceClass::PowerSupply:
        return DeviceWords::tr("备用电源");
    }
    Q_UNREACHABLE();
}

QString closedWords(DeviceClass deviceClass)
{
    return DeviceWords::tr("%1未就绪，请到窗口办理").arg(labelOf(deviceClass));
}

QString sentenceFor(DeviceClass deviceClass, const domain::DeviceHealth &health)
{
    switch (health.state) {
    case DeviceState::Absent:
    case DeviceState::Faulted:
        return outOfOrder(deviceClass);
    case DeviceState::NeedsAttention:
        return wantsStaff(deviceClass, health.reason.value_or(ErrorKind::DeviceFault));
    case DeviceState::Starting:
    case DeviceState::Ready:
    case DeviceState::Busy:
        return {};
    }
    Q_UNREACHABLE();
}

std::span<const ErrorKind> troublesOf(DeviceClass deviceClass)
{
    switch (deviceClass) {
    case DeviceClass::IdCardReader:
    case DeviceClass::SmartCardReader:
    case DeviceClass::CodeScanner:
    case DeviceClass::Camera:
    case DeviceClass::IoBoard:
    case DeviceClass::PowerSupply:
        return spoken;
    case DeviceClass::ReceiptPrinter:
        return receipts;
    case DeviceClass::PagePrinter:
        return pages;
    case DeviceClass::DocumentScanner:
        return sheets;
    }
    Q_UNREACHABLE();
}

TechnicianWords technicianWords(DeviceClass deviceClass, ErrorKind kind)
{
    if (remedyFor(kind) == Remedy::StaffFixes)
        return wordsOfPaper(deviceClass, kind);
    if (kind == ErrorKind::DeviceAbsent)
        return {DeviceWords::tr("找不到设备：没插上，或接口不在。"), reachAgain(deviceClass)};
    if (kind == ErrorKind::DeviceSilent)
        return {DeviceWords::tr("设备在，但一直不答话。"), DeviceWords::tr("断电十秒再开，查线和通信速率。")};
    if (kind == ErrorKind::DeviceFault)
        return {DeviceWords::tr("设备报告故障，或系统不让打开它。"), afterFault(deviceClass)};
    if (kind == ErrorKind::ProtocolViolation)
        return {DeviceWords::tr("答的不是这种设备的话：插错口或型号不符。"),
                DeviceWords::tr("核对插口，核对描述文件里的驱动。")};
    if (kind == ErrorKind::Misconfigured)
        return {DeviceWords::tr("描述文件写错了。"), DeviceWords::tr("按日志里的文件名和键名改，存盘就生效。")};
    return {};
}

} // namespace tongban::view
