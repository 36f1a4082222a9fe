#!/usr/bin/python3
"""Reads a workbook with nothing but zip and XML, and writes it as JSON: its sheets in order, each with its cells as they
are stored. A cell is text, a number, null, or {"day": "2026-11-24"} or {"time": "2026-11-24 06:08"} by its number format."""
import datetime
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
book = zipfile.ZipFile(sys.argv[1])
if book.testzip():
    sys.exit("the archive is damaged")


def tree(name):
    return ElementTree.fromstring(book.read(name))


styles = tree("xl/styles.xml")
looks = {int(each.get("numFmtId")): each.get("formatCode") for each in styles.iter(MAIN + "numFmt")}
formats = [looks.get(int(each.get("numFmtId")), "") for each in styles.find(MAIN + "cellXfs")]
strings = ["".join(text.text or "" for text in each.iter(MAIN + "t")) for each in tree("xl/sharedStrings.xml")]


def value(cell):
    stored = cell.find(MAIN + "v")
    if stored is None:
        return None
    if cell.get("t") == "s":
        return strings[int(stored.text)]
    look = formats[int(cell.get("s", "0"))]
    if "yy" not in look:
        return float(stored.text)
    at = datetime.datetime(1899, 12, 30) + datetime.timedelta(minutes=round(float(stored.text) * 1440))
    return {"time": at.strftime("%Y-%m-%d %H:%M")} if "hh" in look else {"day": at.strftime("%Y-%m-%d")}


def column(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def rows(sheet):
    for row in sheet.iter(MAIN + "row"):
        cells = {column(cell.get("r")): value(cell) for cell in row}
        yield [cells.get(i) for i in range(max(cells, default=-1) + 1)]


sheets = []
for i, named in enumerate(tree("xl/workbook.xml").find(MAIN + "sheets"), 1):
    sheet = tree(f"xl/worksheets/sheet{i}.xml")
    pane = next(sheet.iter(MAIN + "pane"), None)
    sheets.append({
        "name": named.get("name"),
        "frozen": pane is not None and pane.get("state") == "frozen" and pane.get("ySplit") == "1",
        "formulas": sum(1 for _ in sheet.iter(MAIN + "f")),
        "widths": [float(each.get("width")) for each in sheet.iter(MAIN + "col")],
        "rows": list(rows(sheet)),
    })
print(json.dumps({"sheets": sheets, "look": sorted(set(formats))}))
