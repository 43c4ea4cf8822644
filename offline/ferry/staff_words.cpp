// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/ferry/staff_words.h"

namespace tongban::offline::ferry {

QString wordsFor(const ExportReport &report)
{
    if (report.file.isEmpty())
        return QStringLiteral("没有要带走的办件，U盘上没有写东西。");
    return QStringLiteral("已写好并核对%1件办件，可以拔U盘了。文件：%2").arg(report.cases).arg(report.file);
}

QString wordsFor(const ImportReport &report)
{
    QString words = QStringLiteral("已登记%1件办件的回执。").arg(report.cases);
    if (report.refused > 0)
        words += QStringLiteral("其中%1条被退回，已留给工作人员处理。").arg(report.refused);
    if (report.unknown > 0)
        words += QStringLiteral("有%1件不是本机的记录，没有改动，请联系技术人员。").arg(report.unknown);
    return words;
}

// Only the kinds that an export knows have words of their own (case_export.h).
QString exportTrouble(const Error &error)
{
    if (error.kind == ErrorKind::StoreFull)
        return QStringLiteral("U盘空间不够，请换一个空的U盘再导出。");
    if (error.kind == ErrorKind::NotFound)
        return QStringLiteral("没有找到U盘，请插好U盘再导出。");
    if (error.kind == ErrorKind::StoreUnwritable)
        return QStringLiteral("U盘写不进去，可能写保护或被拔出，请插好或换一个再导出。");
    if (error.kind == ErrorKind::StoreCorrupt)
        return QStringLiteral("U盘上读回来的内容不对，请换一个U盘再导出。");
    if (error.kind == ErrorKind::Cancelled)
        return QStringLiteral("导出已取消，U盘上没有留下办件。");
    return QStringLiteral("导出没有成功，办件都还在本机，请联系技术人员。");
}

QString importTrouble(const Error &error)
{
    if (error.kind == ErrorKind::SealBroken)
        return QStringLiteral("这个回执文件不是本市签发的，或者被改动过，没有导入。请重新取一份。");
    if (error.kind == ErrorKind::InputInvalid)
        return QStringLiteral("这个回执文件是另一台终端的，没有导入。请拿本机的回执文件。");
    if (error.kind == ErrorKind::CodeUnreadable)
        return QStringLiteral("回执文件损坏或不完整，没有导入。请重新拷一份。");
    if (error.kind == ErrorKind::NotFound)
        return QStringLiteral("没有找到回执文件，请插好U盘再导入。");
    return QStringLiteral("导入没有完成，请联系技术人员；再导入一次不会重复。");
}

} // namespace tongban::offline::ferry
