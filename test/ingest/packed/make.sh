#!/bin/sh
# Makes the archives beside it with the tools that people use. Debian: zip tar gzip wget python3; pip: warcio.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

mkdir "$work/site" "$work/news"
sed 's#</nav>#<a href="mill.html">Mill</a> <a href="gone.html">Gone</a> <a href="data.json">Data</a></nav>#' ferry.html > "$work/site/index.html"
cp mill.html "$work/site"
echo '{"a": 1}' > "$work/site/data.json"
python3 -m http.server 8765 --bind 127.0.0.1 --directory "$work/site" 2>/dev/null & server=$!
sleep 1
(cd "$work" && wget -q -r -l1 --no-warc-keep-log --warc-file=crawl http://127.0.0.1:8765/index.html) || true
cp "$work/crawl.warc.gz" .

# A page sent in pieces and packed, as most servers do, the same record twice, a revisit, and a page of another encoding.
python3 - <<'PY'
import gzip, io, sys
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

def record(writer, uri, body, more=(), kind='response', type='text/html'):
    headers = StatusAndHeaders('200 OK', [('Content-Type', type), *more], protocol='HTTP/1.1')
    return writer.create_warc_record(uri, kind, payload=io.BytesIO(body), http_headers=headers)

def chunked(body):
    half = len(body) // 2
    return b''.join(b'%x\r\n%s\r\n' % (len(part), part) for part in (body[:half], body[half:])) + b'0\r\n\r\n'

ferry = open('ferry.html', 'rb').read()
with open('warcio.warc', 'wb') as file:
    writer = WARCWriter(file, gzip=False)
    packed = record(writer, 'https://news.example/ferry', chunked(gzip.compress(ferry)),
                    [('Content-Encoding', 'gzip'), ('Transfer-Encoding', 'chunked')])
    writer.write_record(packed)
    writer.write_record(record(writer, 'https://news.example/ferry', b'', kind='revisit'))
    latin = '<title>Café</title><p>The café of Kolmar opened in 1950, and its owner never closed it for a day.</p>'
    writer.write_record(record(writer, 'https://news.example/cafe', latin.encode('latin-1'), type='text/html; charset=iso-8859-1'))
PY
cat warcio.warc warcio.warc > "$work/twice.warc" && mv "$work/twice.warc" warcio.warc

printf 'The lighthouse of Port Elys was lit on 9 August 1911 by Ada Renn.\n' > "$work/news/lighthouse.txt"
cp mill.html "$work/news"
cp ../documents/harbour.docx ../documents/harbour.epub "$work/news"
python3 - "$work/news/table.csv" <<'PY'
import csv, sys
with open(sys.argv[1], 'w', newline='') as file:
    writer = csv.writer(file)
    writer.writerow(['Headline', 'Article Text', 'Publish_Date', 'Source'])
    writer.writerow(['The dam', 'The dam above Kolmar broke in 1964.\n\n"Nobody warned us," said the miller, Per Aasen.', '1964-11-02', 'Kolmar Post'])
    writer.writerow(['The choir', 'The choir of Kolmar sang for 1,200 people; it rained.', '1971-06-05', 'Kolmar Post'])
PY
cp "$work/news/table.csv" .
(cd "$work" && zip -qrX news.zip news && tar -czf news.tar.gz --owner=0 --group=0 --mtime=2021-06-01 news)
cp "$work/news.zip" "$work/news.tar.gz" .
gzip -nc table.csv > table.csv.gz
