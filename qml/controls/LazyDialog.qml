import QtQuick.Templates as T

// A dialog or menu that is made when it is first opened, and then stays.
LazyPart {
    wanted: false

    function open(): void {
        wanted = true;
        (item as T.Popup).open();
    }
}
