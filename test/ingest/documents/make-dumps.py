"""The article in the two dumps of XML that are read, in the form that MediaWiki's Special:Export and WordPress's own export
give them, written by Python's own library: make-dumps.py WIKITEXT HTML."""
import sys
from xml.etree.ElementTree import Element, ElementTree, SubElement, register_namespace

wikitext, html = (open(path, encoding="utf-8").read() for path in sys.argv[1:])


def put(parent, tag, text=None, **attributes):
    element = SubElement(parent, tag, attributes)
    element.text = text
    return element


def write(root, path):
    ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


wiki = Element("mediawiki", {"xmlns": "http://www.mediawiki.org/xml/export-0.11/", "version": "0.11", "xml:lang": "en"})
site = put(wiki, "siteinfo")
put(site, "sitename", "Halvorsund Wiki")
put(site, "base", "https://wiki.halvorsund.example/wiki/Main_Page")
spaces = put(site, "namespaces")
put(spaces, "namespace", key="0", case="first-letter")
put(spaces, "namespace", "Talk", key="1", case="first-letter")
for number, (space, title, text) in enumerate(
    [("0", "The bridge at Halvorsund", wikitext), ("1", "Talk:The bridge at Halvorsund", "Is it true? --[[User:Kari]]")], 7
):
    page = put(wiki, "page")
    put(page, "title", title)
    put(page, "ns", space)
    put(page, "id", str(number))
    revision = put(page, "revision")
    put(revision, "id", str(number * 10))
    put(revision, "timestamp", "2021-05-14T08:30:00Z")
    put(put(revision, "contributor"), "username", "Ingrid Solheim")
    put(revision, "model", "wikitext")
    put(revision, "format", "text/x-wiki")
    put(revision, "text", text, **{"bytes": str(len(text.encode())), "xml:space": "preserve"})
write(wiki, "harbour-mediawiki.xml")

SPACES = {
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/1.2/",
}
for prefix, address in SPACES.items():
    register_namespace(prefix, address)


def name(space, tag):
    return f"{{{SPACES[space]}}}{tag}"


rss = Element("rss", {"version": "2.0"})
channel = put(rss, "channel")
put(channel, "title", "Halvorsund Post")
put(channel, "link", "https://halvorsund.example")
put(channel, "language", "en")
put(channel, name("wp", "wxr_version"), "1.2")
for number, (kind, status, title, body) in enumerate(
    [("post", "publish", "The bridge at Halvorsund", html), ("post", "draft", "Not yet", "<p>Nobody may read this yet.</p>")], 7
):
    item = put(channel, "item")
    put(item, "title", title)
    put(item, "link", f"https://halvorsund.example/?p={number}")
    put(item, "pubDate", "Fri, 14 May 2021 08:30:00 +0000")
    put(item, name("dc", "creator"), "Ingrid Solheim")
    put(item, "description")
    put(item, name("content", "encoded"), body)
    put(item, name("excerpt", "encoded"))
    put(item, name("wp", "post_id"), str(number))
    put(item, name("wp", "post_date"), "2021-05-14 10:30:00")
    put(item, name("wp", "post_type"), kind)
    put(item, name("wp", "status"), status)
write(rss, "harbour-wordpress.xml")
