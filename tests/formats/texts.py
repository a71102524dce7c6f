"""What texts of a map are not in a document made from it.

texts.py html JSON HTML all|titles: also whether there is any element that
text of the map could have smuggled in.
texts.py pptx JSON PPTX MARKDOWN: also whether there are as many slides as
headings.  Prints what is wrong.
"""

import html.parser
import json
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

FIELDS = ["channel", "context", "need", "pain", "opportunity"]


def flat(text):
    """Without blanks, without what stands for a new line on slides, and
    without emoji, which Marp makes pictures of."""
    return "".join(c for c in text if not c.isspace() and c != "/" and
                   c < "\U00010000" and c not in "\u200d\ufe0f")


class Page(html.parser.HTMLParser):
    """The text of a page, and its elements."""

    def __init__(self):
        super().__init__()
        self.text, self.tags, self.hidden = [], set(), 0
        self.sources = []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.sources += [value for name, value in attributes
                         if name in ("src", "href", "onerror") and value]
        self.hidden += tag in ("style", "script")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "script")

    def handle_data(self, data):
        if not self.hidden:
            self.text.append(data)


def touchpoints(project):
    for one in project["maps"][0].get("stages", []):
        yield from one.get("touchpoints", [])


def wanted(project, all_texts):
    one = project["maps"][0]
    yield one["title"]
    for stage in one.get("stages", []):
        yield stage["title"]
    for touchpoint in touchpoints(project):
        yield touchpoint["title"]
        for field in FIELDS + (["quote", "notes"] if all_texts else []):
            yield touchpoint.get(field, "")


def lacking(project, text, all_texts):
    text = flat(text)
    for want in wanted(project, all_texts):
        if flat(want) not in text:
            print("lacks:", want)


def check_html(project, path, how):
    page = Page()
    page.feed(open(path, encoding="utf-8").read())
    lacking(project, "".join(page.text), how == "all")
    for tag in page.tags & {"img", "iframe", "b", "code", "del", "em"}:
        if tag not in ("img",) or how == "all":
            print("holds an element", tag)
    for source in page.sources:
        if re.match(r"\s*(javascript|data):", source, re.I):
            print("holds", source)


def slide_text(deck, name):
    root = tree.fromstring(deck.read(name))
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
    return "".join(t.text or "" for t in root.iter(space))


def check_pptx(project, path, source):
    deck = zipfile.ZipFile(path)
    slides = [n for n in deck.namelist()
              if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
    headings = sum(line.startswith("# ")
                   for line in open(source, encoding="utf-8"))
    notes = [n for n in deck.namelist()
             if re.fullmatch(r"ppt/notesSlides/notesSlide\d+\.xml", n)]
    lacking(project, "".join(slide_text(deck, n) for n in slides),
            False)
    if len(slides) != headings + 1:
        print(len(slides), "slides of", headings, "headings")
    said = flat("".join(slide_text(deck, n) for n in notes))
    for touchpoint in touchpoints(project):
        if flat(touchpoint.get("quote", "")) not in said:
            print("no note says:", touchpoint["quote"])


def main():
    kind, project, path, how = sys.argv[1:]
    project = json.load(open(project, encoding="utf-8"))
    if kind == "html":
        check_html(project, path, how)
    else:
        check_pptx(project, path, how)


main()
