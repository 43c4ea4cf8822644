// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt Quick screen can be: one window, one text, answers a touch by another colour.
#include <QGuiApplication>
#include <QQmlApplicationEngine>

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick\n"
                    "Window {\n"
                    "    id: window; visible: true; width: 1080; height: 1920; color: 'white'\n"
                    "    Text { anchors.centerIn: parent; text: '欢迎'; font.pixelSize: 60 }\n"
                    "    MouseArea { anchors.fill: parent; onClicked: window.color = 'navy' }\n"
                    "}\n");
    return app.exec();
}
