import QtQuick
import Vejviser
import Vejviser.Model

// A slip, large enough to be read and scanned across a desk. It says nothing about the citizen.
Column {
    id: slip

    required property ReferController refer

    spacing: 10

    Text {
        objectName: "slipText"
        width: parent.width
        height: Math.ceil(fontInfo.pixelSize * 1.25)  // of the size that fits, not of the one wished for
        text: slip.refer.slipSpoken
        color: Theme.ink
        font.pixelSize: Math.round(64 * Theme.textScale)
        minimumPixelSize: 20
        fontSizeMode: Text.HorizontalFit
        font.weight: Font.Bold
        font.letterSpacing: 2
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Slip code: %1").arg(slip.refer.slipSpoken.split("").join(" "))
    }
    Image {
        objectName: "slipPicture"
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(220, slip.width * 0.6)
        height: width
        source: slip.refer.slipPicture
        smooth: false
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("The slip code as a QR code")
    }
    VText {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Valid until %1. Say the code, let it be scanned, or print it.").arg(slip.refer.slipUntil)
    }
    VText {
        objectName: "slipSaved"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        visible: text !== ""
        text: slip.refer.savedTo
        wrapMode: Text.WrapAnywhere
        color: Theme.primary
    }
}
