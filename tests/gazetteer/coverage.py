"""coverage.py DIVISIONS GAZETTEER: TAP. Every province, city and county of the published list stands in the shipped tables
of places, with the right parent and level. Skipped where the list is not there."""
import csv
import glob
import os
import sys

# path: why the shipped tables do not hold it
EXCEPTIONS = {
    "山西省忻州市五台山风景名胜区": "a scenic area, run by an office of the city",
    "内蒙古自治区锡林郭勒盟乌拉盖管理区管委会": "an office, not a place",
    "海南省三沙市西沙群岛": "islands, not a county: its districts are 西沙区 and 南沙区",
    "海南省三沙市南沙群岛": "islands, not a county",
    "海南省三沙市中沙群岛的岛礁及其海域": "reefs and sea, not a county",
}
# Rows of the list that are no places of their own; so is a city without counties that is listed as its own county.
PSEUDO = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}

folder, gazetteer = sys.argv[1:]
levels = [("province", "provinces.csv", None), ("city", "cities.csv", "provinceCode"), ("county", "areas.csv", "cityCode")]
if not all(os.path.exists(os.path.join(folder, name)) for _, name, _ in levels):
    print(f"1..0 # SKIP no list of divisions in {folder}: name its folder in RENMAI_DIVISIONS")
    sys.exit()

shipped = {}
for path in sorted(glob.glob(os.path.join(gazetteer, "places", "*.tsv"))):
    lines = [line.rstrip("\n") for line in open(path, encoding="utf-8")]
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    for name, _, parent, level, *_ in rows[1:]:
        shipped[parent + name] = (level, name)

print("1..4")
paths, used = {}, set()
for number, (level, name, parent) in enumerate(levels, 1):
    missing, count = [], 0
    for row in csv.DictReader(open(os.path.join(folder, name), encoding="utf-8-sig", newline="")):
        above = paths[row[parent]] if parent else ""
        if parent and (row["name"] in PSEUDO or above.endswith(row["name"])):
            paths[row["code"]] = above
            continue
        path = paths[row["code"]] = above + row["name"]
        count += 1
        if path in EXCEPTIONS:
            used.add(path)
        elif shipped.get(path) != (level, row["name"]):
            missing.append(path)
    print(f"{'not ok' if missing or not count else 'ok'} {number} - each {level} of the list is shipped ({count})")
    for path in missing:
        print(f"# missing: {path}")
stale = sorted(path for path in EXCEPTIONS if path not in used or path in shipped)
print(f"{'not ok' if stale else 'ok'} 4 - every exception is one")
for path in stale:
    print(f"# no exception: {path}")
