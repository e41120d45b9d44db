#!/bin/sh
# Makes the documents of this folder again, by tools that people use. Debian: chromium, pandoc, libreoffice-writer-nogui,
# ghostscript, qpdf. They are committed: no test needs the tools.
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
rmdir "$scratch"
