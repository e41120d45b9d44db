"""The article and a second one as rows of tables, as Python's own library writes them: make-tables.py TEXT."""
import csv, sys

text = open(sys.argv[1], encoding="utf-8").read()
rows = [
    ["title", "text", "date", "author", "url"],
    ["The bridge at Halvorsund", text, "2021-05-14", "Ingrid Solheim", "https://halvorsund.example/bridge"],
    ["The ferry Havørn", "The museum in Bergvik shows the ferry Havørn from June on.", "2021-06-01", "", ""],
]
for name, dialect in (("harbour.csv", "excel"), ("harbour.tsv", "excel-tab")):
    with open(name, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, dialect).writerows(rows)
