import QtQuick
import QtQuick.Templates as T

// A dialog or menu that is made when it is first opened, and then stays.
Loader {
    required property string file  ///< beside this one
    required property var given    ///< the dialog's required properties

    function open(): void {
        if (status === Loader.Null)
            setSource(file, given);
        (item as T.Popup).open();
    }
}
