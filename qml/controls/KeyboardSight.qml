import QtQuick

// What the keyboard works on is in sight: it scrolls to what has the focus, and by pages.
Item {
    id: sight

    required property Item pages

    function isWithin(item, whole) {
        while (item && item !== whole)
            item = item.parent;
        return item === whole;
    }

    function reveal(item) {
        for (let above = item?.parent; above; above = above.parent) {
            if (above instanceof Flickable)
                scrollTo(above, item.mapToItem(above.contentItem, 0, 0).y, item.height);
        }
    }

    function turnPage(direction) {
        const view = sheet(pages);
        if (view)
            scrollTo(view, view.contentY + direction * view.height * 0.9, view.height);
    }

    // Moves no further than needed for the stretch to be seen, and not beyond the ends.
    function scrollTo(view, top, height) {
        const last = view.originY + Math.max(0, view.contentHeight - view.height);
        const y = Math.min(top, Math.max(top + height - view.height, view.contentY));
        view.contentY = Math.max(view.originY, Math.min(last, y));
    }

    // The page's own list or sheet.
    function sheet(item) {
        if (!item.visible)
            return null;
        if (item instanceof Flickable)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = sheet(item.children[i]);
            if (found)
                return found;
        }
        return null;
    }

    // Each window and each dialog has its own: a shortcut does not reach from one into another.
    Shortcut {
        enabled: sight.pages.visible
        sequence: "PgDown"
        onActivated: sight.turnPage(1)
    }
    Shortcut {
        enabled: sight.pages.visible
        sequence: "PgUp"
        onActivated: sight.turnPage(-1)
    }
}
