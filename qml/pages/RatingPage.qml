// SPDX-License-Identifier: GPL-3.0-or-later
// 评价 (GB/T 39734): five levels, none chosen beforehand, nobody is kept. Whoever is not content is asked why, several
// answers or none.
pragma ComponentBehavior: Bound
import QtQuick
import Tongban.Controls
import Tongban.View

KioskPage {
    id: root
    readonly property RatingController rating: kiosk.rating

    primarySign: rating.asking ? "check" : "arrow_forward"

    PagedColumn {
        id: list
        visible: !root.rating.asking
        width: root.bodyWidth
        height: root.bodyHeight
        spacing: Theme.gap
        Repeater {
            model: root.rating.levels
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
    PagedColumn {
        visible: root.rating.asking
        width: root.bodyWidth
        height: root.bodyHeight
        Repeater {
            model: root.rating.asking ? root.rating.reasons : null
            ChoiceCard {
                required property string code
                required property string label
                required property bool chosen
                required sign
                width: parent?.width ?? 0
                title: label
                several: true
                checked: chosen
                onClicked: root.kiosk.toggleReason(code)
            }
        }
    }
}
