// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-page-pictures --out DIR: every page, in both modes, at all four sizes, and contact sheets to look them over.
#include "app/view/keyboard/keyboard.h"
#include "tests/qml/sizes.h"
#include "tests/qml/tour.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QPainter>

#include <cstdio>

namespace {

using namespace tongban::qmltest;

struct Picture
{
    QString scene;
    QImage small;
};

// All scenes of one size and mode on one sheet, name below each.
QImage contactSheet(const QList<Picture> &pictures)
{
    const int abreast = pictures.first().small.width() > pictures.first().small.height() ? 4 : 7;
    const QSize cell = pictures.first().small.size() + QSize(20, 50);
    const int rows = static_cast<int>((pictures.size() + abreast - 1) / abreast);
    QImage sheet(cell.width() * abreast, cell.height() * rows, QImage::Format_RGB32);
    sheet.fill(QColor(120, 126, 136));
    QPainter painter(&sheet);
    painter.setPen(Qt::white);
    for (int i = 0; i < pictures.size(); ++i) {
        const QPoint at(cell.width() * (i % abreast) + 10, cell.height() * (i / abreast) + 10);
        painter.drawImage(at, pictures.at(i).small);
        painter.drawText(QRect(at + QPoint(0, pictures.at(i).small.height()), QSize(cell.width(), 34)), Qt::AlignVCenter,
                         pictures.at(i).scene);
    }
    return sheet;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    tongban::view::useOwnKeyboard();
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("Directory for the pictures."), QStringLiteral("DIR"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("Scenes whose names begin so."),
                                  QStringLiteral("SCENE"));
    const QCommandLineOption qml(QStringLiteral("qml"),
                                 QStringLiteral("Take the QML from here (build/PRESET/qml), not from the program: no linking "
                                                "between two looks."),
                                 QStringLiteral("DIR"));
    const QCommandLineOption like(QStringLiteral("look"),
                                  QStringLiteral("Only looks with this in their name (768x1366-elder, en)."),
                                  QStringLiteral("LOOK"));
    parser.addOptions({out, only, like, qml});
    parser.addHelpOption();
    parser.process(application);
    const QDir directory(parser.value(out));
    if (!parser.isSet(out) || !directory.mkpath(QStringLiteral(".")))
        parser.showHelp(2);

    QList<Look> wanted;
    for (const Look &look : looks() + looks({.language = QStringLiteral("en")}) + looks({.dark = true}) +
                            looks({.low = true}))
        if (look.name().contains(parser.value(like)))
            wanted.append(look);
    QMap<QString, QList<Picture>> sheets;
    Tour tour(parser.value(qml));
    const auto take = [&](const QString &scene) {
        if (!scene.startsWith(parser.value(only)))
            return;
        for (const Look &look : wanted) {
            tour.show(look);
            const QImage image = tour.window().grabWindow();
            image.save(directory.filePath(scene + QLatin1Char('.') + look.name() + QStringLiteral(".png")));
            sheets[look.name()].append({scene, image.scaledToHeight(look.size.width() > look.size.height() ? 360 : 560,
                                                                    Qt::SmoothTransformation)});
        }
        tour.show({.size = {1080, 1920}}); // the walk presses what stands on a whole screen
    };
    QString problem = tour.walk(take);
    if (problem.isEmpty())
        problem = tour.walkFields(take);
    for (auto it = sheets.cbegin(); it != sheets.cend(); ++it)
        contactSheet(it.value()).save(directory.filePath(QStringLiteral("contact.") + it.key() + QStringLiteral(".png")));
    if (!problem.isEmpty())
        std::fprintf(stderr, "tongban-page-pictures: %s\n", qUtf8Printable(problem));
    return problem.isEmpty() ? 0 : 1;
}
