// SPDX-License-Identifier: GPL-3.0-or-later
// A row of Kiosk.home.items as a tile. A closed errand says why, and leads to what must be brought elsewhere.
import QtQuick
import Tongban.Controls

ItemTile {
    required property string code
    required property string icon
    required reason
    required mark

    sign: icon !== "" ? icon : "assignment"
}
