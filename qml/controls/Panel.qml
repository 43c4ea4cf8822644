// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet of white on the ground.
import QtQuick

Rectangle {
    color: Theme.surface
    radius: Theme.corner
    border.width: Theme.hairline
    border.color: Theme.line
}
