// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/items/items_work.h"

#include "app/core/catalogue/item_figures.h"
#include "app/core/catalogue/item_review.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tongban::app {

using catalogue::ItemFigures;
using catalogue::Remark;

namespace {

constexpr qint64 largestFile = 1 << 20; // an item has some 10 KB

struct JudgedFile
{
    QString path;
    catalogue::ItemReview review;
};

QString lineOf(const QString &path, const Remark &remark)
{
    QString line = QStringLiteral("%1:%2:%3: %4 (%5)\n")
                       .arg(path)
                       .arg(remark.place.line)
                       .arg(remark.place.column)
                       .arg(remark.what, remark.pointer.isEmpty() ? QStringLiteral("/") : remark.pointer);
    if (!remark.hint.isEmpty())
        line += QStringLiteral("    ") + remark.hint + u'\n';
    return line;
}

QJsonObject jsonOf(const QString &path, const Remark &remark)
{
    return {{QStringLiteral("file"), path},
            {QStringLiteral("line"), remark.place.line},
            {QStringLiteral("column"), remark.place.column},
            {QStringLiteral("pointer"), remark.pointer},
            {QStringLiteral("what"), remark.what},
            {QStringLiteral("hint"), remark.hint}};
}

// What could not be read is said in `errors`.
std::vector<JudgedFile> judged(const QStringList &paths, const QSet<QString> &icons, QString &errors)
{
    std::vector<JudgedFile> files;
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
            errors += QStringLiteral("读不了：%1\n").arg(path);
            continue;
        }
        const catalogue::ReviewAids aids{.fileName = QFileInfo(path).fileName(), .icons = icons};
        files.push_back({path, catalogue::reviewItem(file.readAll(), aids)});
    }
    return files;
}

std::vector<domain::ServiceItem> itemsOf(const std::vector<JudgedFile> &files)
{
    std::vector<domain::ServiceItem> items;
    for (const JudgedFile &file : files) {
        if (file.review.item)
            items.push_back(*file.review.item);
    }
    return items;
}

std::vector<domain::Theme> themesOf(const std::vector<JudgedFile> &files)
{
    std::vector<domain::Theme> themes;
    for (const JudgedFile &file : files) {
        if (file.review.theme)
            themes.push_back(*file.review.theme);
    }
    return themes;
}

ItemsAnswer checked(const std::vector<JudgedFile> &files, bool asJson, bool knowsIcons)
{
    ItemsAnswer answer;
    QJsonArray remarks;
    int count = 0;
    const auto say = [&](const QString &path, const Remark &remark) {
        ++count;
        remarks.append(jsonOf(path, remark));
        answer.output += lineOf(path, remark);
    };
    for (const JudgedFile &file : files) {
        for (const Remark &remark : file.review.remarks)
            say(file.path, remark);
    }
    const std::vector<domain::ServiceItem> items = itemsOf(files);
    for (const Remark &remark : catalogue::reviewTogether(items))
        say(QStringLiteral("*"), remark);
    for (const Remark &remark : catalogue::reviewThemes(themesOf(files), items))
        say(QStringLiteral("*"), remark);
    answer.output += QStringLiteral("%1 个文件，%2 处要改%3\n")
                         .arg(files.size())
                         .arg(count)
                         .arg(knowsIcons ? QString() : QStringLiteral("（没有图标清单，图标没有检查）"));
    if (asJson)
        answer.output =
            QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("files"), static_cast<int>(files.size())},
                                                        {QStringLiteral("iconsChecked"), knowsIcons},
                                                        {QStringLiteral("remarks"), remarks}})
                                  .toJson(QJsonDocument::Compact)) +
            u'\n';
    answer.exit = count == 0 ? itemsGood : itemsWrong;
    return answer;
}

QJsonObject jsonOf(const QString &code, const ItemFigures &figures)
{
    return {{QStringLiteral("code"), code},
            {QStringLiteral("paths"), figures.paths},
            {QStringLiteral("officialPapers"), figures.officialPapers},
            {QStringLiteral("broughtOnline"), figures.broughtOnline},
            {QStringLiteral("broughtOffline"), figures.broughtOffline},
            {QStringLiteral("officialCharacters"), figures.officialCharacters},
            {QStringLiteral("typedOnline"), figures.typedOnline},
            {QStringLiteral("typedOffline"), figures.typedOffline}};
}

QString percent(double before, double now)
{
    return QString::number(catalogue::percentSpared(before, now), 'f', 1) + u'%';
}

QString lineOf(const QString &name, const ItemFigures &figures)
{
    return QStringLiteral(
               "%1：材料 %2 → 联网 %3（少%4），断网 %5（少%6）；字 %7 → 联网 %8（少%9），断网 %10（少%11）\n")
        .arg(name)
        .arg(figures.officialPapers)
        .arg(figures.broughtOnline, 0, 'f', 1)
        .arg(percent(figures.officialPapers, figures.broughtOnline))
        .arg(figures.broughtOffline, 0, 'f', 1)
        .arg(percent(figures.officialPapers, figures.broughtOffline))
        .arg(figures.officialCharacters)
        .arg(figures.typedOnline)
        .arg(percent(figures.officialCharacters, figures.typedOnline))
        .arg(figures.typedOffline)
        .arg(percent(figures.officialCharacters, figures.typedOffline));
}

void add(ItemFigures &sum, const ItemFigures &one)
{
    sum.paths += one.paths;
    sum.officialPapers += one.officialPapers;
    sum.broughtOnline += one.broughtOnline;
    sum.broughtOffline += one.broughtOffline;
    sum.officialCharacters += one.officialCharacters;
    sum.typedOnline += one.typedOnline;
    sum.typedOffline += one.typedOffline;
}

ItemsAnswer counted(const std::vector<JudgedFile> &files, bool asJson)
{
    ItemsAnswer answer;
    QJsonArray list;
    ItemFigures sum;
    for (const JudgedFile &file : files) {
        if (file.review.theme) // its items are counted, each by itself
            continue;
        if (!file.review.item || !file.review.remarks.empty()) {
            answer.errors += QStringLiteral("%1：有错，没有计算（用 check 看）\n").arg(file.path);
            answer.exit = itemsWrong;
            continue;
        }
        const ItemFigures figures = catalogue::figuresOf(*file.review.item);
        list.append(jsonOf(file.review.item->code, figures));
        answer.output += lineOf(file.review.item->name, figures);
        add(sum, figures);
    }
    answer.output += lineOf(QStringLiteral("一共"), sum);
    if (asJson)
        answer.output = QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("items"), list},
                                                                    {QStringLiteral("all"), jsonOf(QString(), sum)}})
                                              .toJson(QJsonDocument::Compact)) +
                        u'\n';
    return answer;
}

// What a terminal would not take cannot be shown. What only an author is held to is said, and shown all the same.
ItemsAnswer previewed(const std::vector<JudgedFile> &files)
{
    ItemsAnswer answer;
    for (const JudgedFile &file : files) {
        for (const Remark &remark : file.review.remarks)
            answer.output += lineOf(file.path, remark);
        if (file.review.theme)
            answer.output += QStringLiteral("%1：一件事没有自己的题，请预览它的事项\n").arg(file.path);
        answer.isShown = file.review.item.has_value();
    }
    answer.exit = answer.isShown ? itemsGood : itemsWrong;
    return answer;
}

ItemsAnswer performed(const ItemsCommand &command, const std::vector<JudgedFile> &files, bool knowsIcons)
{
    switch (command.verb) {
    case ItemsCommand::Verb::Check:
        return checked(files, command.asJson, knowsIcons);
    case ItemsCommand::Verb::Figures:
        return counted(files, command.asJson);
    case ItemsCommand::Verb::Preview:
        return previewed(files);
    }
    Q_UNREACHABLE();
}

} // namespace

ItemsAnswer performItems(const ItemsCommand &command, const QSet<QString> &icons)
{
    QString unread;
    const auto files = judged(command.files, icons, unread);
    ItemsAnswer answer = performed(command, files, !icons.isEmpty());
    answer.errors = unread + answer.errors;
    if (!unread.isEmpty())
        answer.exit = itemsMisused;
    return answer;
}

} // namespace tongban::app
