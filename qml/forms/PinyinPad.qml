// SPDX-License-Identifier: GPL-3.0-or-later
// Letters in the order of the school song, because more people know that than the order of a typewriter; above them the
// characters that the letters may mean. A second sheet has digits and the words of an address.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.VirtualKeyboard
import Tongban.Controls
import Tongban.Keyboard

Item {
    id: root
    property int room: 0         // height to live in; 0 = as much as it likes
    property alias hint: bar.hint // stands where the characters come, before there are any
    property alias hintWarns: bar.hintWarns
    property bool bare: false     // without the characters: the letters alone are asked for
    property bool signs: !root.pinyin.ready
    signal touched()             // a key was pressed: the writing goes on where it was

    readonly property var pinyin: PinyinInputMethod {} // var: the module that its base comes from does not declare it
    readonly property var letters: "abcdefghijklmnopqrstuvwxyz".split("")
    readonly property var others: "1234567890省市县区乡镇村组路号栋楼室·-年".split("")

    implicitHeight: keys.y + keys.height
    height: implicitHeight

    function press(key: int, text: string): void {
        root.touched()
        InputContext.inputEngine.virtualKeyClick(key, text, Qt.NoModifier)
    }
    function write(text: string): void {
        if (text >= "a" && text <= "z")
            root.press(Qt.Key_A + text.charCodeAt(0) - 97, text)
        else
            root.press(Qt.Key_unknown, text)
    }

    Component.onCompleted: {
        InputContext.inputEngine.inputMethod = root.pinyin
        InputContext.inputEngine.inputMode = root.pinyin.ready ? InputEngine.InputMode.Pinyin : InputEngine.InputMode.Latin
    }
    Component.onDestruction: InputContext.inputEngine.inputMethod = null

    CandidateBar {
        id: bar
        visible: !root.bare
        width: parent.width
        candidates: root.pinyin.candidates
        onChosen: index => {
            root.touched()
            root.pinyin.choose(index)
        }
    }
    KeyGrid {
        id: keys
        y: root.bare ? 0 : bar.height + Theme.gap
        width: parent.width
        room: root.room > 0 ? root.room - y : 0
        keys: root.signs ? root.others : root.letters
        lastButOne: root.signs ? qsTr("拼音") : qsTr("数字")
        lastButOneEnabled: root.pinyin.ready
        onPressed: key => root.write(key)
        onWordPressed: root.signs = !root.signs
        onBackPressed: root.press(Qt.Key_Backspace, "")
    }
}
