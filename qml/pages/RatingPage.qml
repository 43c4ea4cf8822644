// SPDX-License-Identifier: GPL-3.0-or-later
// 评价 (GB/T 39734): five levels, none chosen beforehand, nobody is kept.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls

KioskPage {
    id: root

    PagedColumn {
        id: list
        width: root.bodyWidth
        height: root.bodyHeight
        spacing: Theme.gap
        Repeater {
            model: root.kiosk.rating.levels
            RatingRow {
                required property int level
                required property string label
                width: root.bodyWidth
                height: Theme.wide ? Math.max(Theme.touch, Math.min(Theme.u(136), (root.bodyHeight - 4 * list.spacing) / 5)) : Theme.u(152)
                text: label
                sign: level === 5 ? "sentiment_very_satisfied" : level === 4 ? "sentiment_satisfied"
                    : level === 3 ? "sentiment_neutral" : level === 2 ? "sentiment_dissatisfied"
                    : "sentiment_very_dissatisfied"
                tone: level > 3 ? Theme.success : level === 3 ? Theme.brand : Theme.warning
                onClicked: root.kiosk.rate(level)
            }
        }
    }
}
