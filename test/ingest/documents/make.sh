#!/bin/sh
# Makes the documents of this folder again, by tools that people use. Debian: chromium, pandoc, libreoffice-writer-nogui,
# ghostscript, qpdf, groff, wkhtmltopdf, texlive-latex-base, calibre, wget, jq, python3, zip; npm: feed. They are committed: no
# test needs the tools.
set -e
cd "$(dirname "$0")"
pandoc harbour.md --epub-chapter-level=1 -o harbour.epub
pandoc harbour.md -s -o harbour.docx
pandoc harbour.md -s -o harbour.odt
pandoc harbour.md -s -o harbour.rtf
soffice --headless --convert-to pdf harbour.docx
scratch=$(mktemp -d)
soffice --headless --outdir "$scratch" --convert-to rtf harbour.odt
soffice --headless --outdir "$scratch" --convert-to docx harbour.odt
mv "$scratch/harbour.rtf" libreoffice.rtf
mv "$scratch/harbour.docx" libreoffice.docx
chromium --headless --no-sandbox --no-pdf-header-footer --print-to-pdf=columns.pdf columns.html
qpdf --encrypt secret secret 256 -- harbour.pdf encrypted.pdf
gs -q -sDEVICE=pdfwrite -o scanned.pdf -c '0.5 setgray 100 100 200 200 rectfill showpage'
qpdf --empty --pages columns.pdf 1 scanned.pdf 1 columns.pdf 2 -- scanned-page.pdf
pandoc harbour.md -t plain --wrap=none -o harbour.txt
jq -cn --rawfile text harbour.txt '{id: "bridge", title: "The bridge at Halvorsund", date: "2021-05-14", $text}' > harbour.jsonl
# The same from LaTeX, groff, wkhtmltopdf and calibre, and saved by wget and Chromium from a server.
pdflatex -output-directory "$scratch" harbour.tex
mv "$scratch/harbour.pdf" harbour-latex.pdf
pandoc harbour.md -s -t ms | groff -Tps -ms -k > "$scratch/harbour.ps"
ps2pdf "$scratch/harbour.ps" harbour-ps2pdf.pdf
mkdir "$scratch/site"
pandoc harbour.md -s --css=style.css -o "$scratch/site/harbour.html"
echo 'body { max-width: 40em }' > "$scratch/site/style.css"
wkhtmltopdf "$scratch/site/harbour.html" harbour-wkhtmltopdf.pdf || true
ebook-convert "$scratch/site/harbour.html" harbour-calibre.epub --no-default-epub-cover
python3 -m http.server 8377 --bind 127.0.0.1 --directory "$scratch/site" &
server=$!
chromium --headless --no-sandbox --remote-debugging-port=9377 --user-data-dir="$scratch/chromium" about:blank &
browser=$!
wget --tries=9 --retry-connrefused -nH -P "$scratch/saved" --page-requisites --convert-links --adjust-extension http://127.0.0.1:8377/harbour.html
mv "$scratch/saved/harbour.html" harbour.html
(
  cd "$scratch"
  wget -q --no-warc-keep-log --warc-file=harbour -O fetched http://127.0.0.1:8377/harbour.html
  wget -q --no-warc-keep-log --no-warc-compression --warc-file=harbour -O fetched http://127.0.0.1:8377/harbour.html
)
mv "$scratch/harbour.warc" "$scratch/harbour.warc.gz" .
node make-mhtml.mjs 9377 http://127.0.0.1:8377/harbour.html harbour.mhtml
kill "$server" "$browser"
pandoc harbour.md -o "$scratch/body.html"
python3 make-mail.py "$scratch/body.html"
npm install --prefix "$scratch" feed@6.0.0
node make-feeds.mjs "$scratch/node_modules/feed/lib/feed.js" "$scratch/body.html"
# Tables and dumps; and packed, each with another document in it.
pandoc harbour.md -t mediawiki -o "$scratch/page.wiki"
python3 make-tables.py harbour.txt
python3 make-dumps.py "$scratch/page.wiki" "$scratch/body.html"
zip -qX harbour.zip harbour.docx
tar --owner=0 --group=0 --mtime=2021-06-01 -cf harbour.tar harbour.txt
tar --owner=0 --group=0 --mtime=2021-06-01 -czf harbour.tar.gz harbour.html
tar --owner=0 --group=0 --mtime=2021-06-01 -czf harbour.tgz harbour.csv
gzip -nc harbour.jsonl > harbour.jsonl.gz
# From right to left.
chromium --headless --no-sandbox --no-pdf-header-footer --print-to-pdf=arabic-chromium.pdf arabic.html
soffice --headless --outdir "$scratch" --convert-to odt arabic.html
soffice --headless --outdir "$scratch" --convert-to pdf "$scratch/arabic.odt"
mv "$scratch/arabic.pdf" arabic-libreoffice.pdf
rm -r "$scratch"
