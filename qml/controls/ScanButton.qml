import QtQuick
import Vejviser
import Vejviser.Model

// Reads a QR code with the camera, where there is one; the same button stops it.
Column {
    id: scan

    required property CameraScanner camera
    property bool mine: false  ///< the scan that is on, or its fault, was asked for here

    signal scanned(string text)

    visible: camera.available
    spacing: 4
    // Nobody looks at it any more.
    onVisibleChanged: {
        if (mine && !visible)
            camera.cancel();
    }

    Connections {
        target: scan.camera

        function onScanned(text: string): void {
            if (scan.mine)
                scan.scanned(text);
            scan.mine = false;
        }
    }
    VButton {
        objectName: "scan"
        width: Math.min(implicitWidth, scan.width)
        sign: scan.camera.scanning ? "close" : "photo_camera"
        text: scan.camera.scanning ? qsTr("Stop the camera") : qsTr("Scan with the camera")
        onClicked: {
            if (scan.camera.scanning)
                return scan.camera.cancel();
            scan.mine = true;
            scan.camera.start();
        }
    }
    VFault {
        objectName: "scanFault"
        width: scan.width
        text: scan.mine ? scan.camera.fault : ""
    }
}
