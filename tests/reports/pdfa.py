"""What a PDF breaks of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), as far as it is looked at here.

No validator of these standards is to be had where the tests run: veraPDF is neither on PyPI, nor on npm, nor in Debian.
Looked at: the file's ends, encryption, filters, actions, embedded files, the colour profile, metadata and what they say
of the file, embedded fonts with their texts, operators of pages, transparency, annotations, tags of all that is shown,
headings, tables, pictures, language. Not looked at: whether a profile, a font program and its widths are sound inside;
glyph by glyph, whether each is in its font; the syntax of every number and string; whether a text for a picture is a
good one. typst refuses by itself to write a file under these two names that breaks what it knows of them.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf, Stream

ACTIONS = {"/GoTo", "/URI", "/Named"}
FILTERS = {"/FlateDecode", "/DCTDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode", "/CCITTFaxDecode"}
BLENDS = {"/Normal", "/Compatible"}
OPERATORS = {
    *("b", "B", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0", "d1", "Do", "DP", "EI"),
    *("EMC", "ET", "EX", "f", "F", "f*", "G", "g", "gs", "h", "i", "ID", "j", "J", "K", "k", "l", "m", "M", "MP", "n"),
    *("q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc", "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj"),
    *("TJ", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y", "'", '"', "INLINE IMAGE"),
}
SHOWING = {"Tj", "TJ", "'", '"', "Do", "sh", "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "EI"}
DEEPEST = 28
"""Graphics states that may be saved in one another."""
PRINTED = 4


def broken(content: bytes) -> list[str]:
    """Return what is broken; nothing when nothing was found."""
    found = [*_file(content)]
    with pikepdf.open(BytesIO(content)) as pdf:
        found += [*_catalog(pdf), *_metadata(pdf), *_objects(pdf), *_pages(pdf), *_tags(pdf)]
    return found


def _file(content: bytes) -> Iterator[str]:
    head = content[:32].split(b"\n")
    if not re.fullmatch(rb"%PDF-1\.[0-7]", head[0]) or len([byte for byte in head[1][1:5] if byte > 127]) < 4:
        yield "6.1.2: the first two lines are not those of a PDF with bytes above 127"
    if content.rstrip(b"\r\n")[-5:] != b"%%EOF":
        yield "6.1.3: something follows the end of the file"


def _catalog(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if pdf.is_encrypted or "/ID" not in pdf.trailer:
        yield "6.1.3: it is encrypted, or has no identifier"
    for key in ("/AA", "/OpenAction", "/AcroForm", "/Perms", "/Requirements", "/OCProperties"):
        if key in root:
            yield f"6.x: the catalogue has {key}"
    names = root.get("/Names", Dictionary())
    yield from (f"6.x: the catalogue names {key}" for key in names.keys() - {"/Dests"})
    profiles = [each.DestOutputProfile for each in _several(root, "/OutputIntents") if each.S == "/GTS_PDFA1"]
    if [each.read_bytes()[36:40] for each in profiles] != [b"acsp"]:
        yield "6.2.3: there is not one colour profile"
    if str(root.get("/Lang", "")) != "fr-FR":
        yield "6.7.4: the language is not said"
    if not root.get("/MarkInfo", Dictionary()).get("/Marked", False) or "/StructTreeRoot" not in root:
        yield "6.7.2: it is not tagged"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "UA 7.1: its title is not what a reader shows"


def _metadata(pdf: Pdf) -> Iterator[str]:
    stream = pdf.Root.get("/Metadata")
    if stream is None or "/Filter" in stream:
        yield "6.6.2: the metadata are packed, or are not there"
        return
    said = stream.read_bytes().decode()
    for key, value in (("pdfaid:part", "2"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")):
        if f"<{key}>{value}</{key}>" not in said and f'{key}="{value}"' not in said:
            yield f"6.6.4: the metadata do not say {key} {value}"
    title = str(pdf.docinfo.get("/Title", ""))
    if not title or title not in said:
        yield "6.6.3: the title is not the same twice"
    made = re.search(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)", str(pdf.docinfo.get("/CreationDate", "")))
    if made and "{}-{}-{}T{}:{}:{}".format(*made.groups()) not in said:
        yield "6.6.3: the moment is not the same twice"


def _objects(pdf: Pdf) -> Iterator[str]:
    for each in pdf.objects:
        if not isinstance(each, Dictionary | Stream):
            continue
        if isinstance(each, Stream):
            yield from _stream(each)
        if each.get("/Type") == Name.Font:
            yield from _font(each)
        if each.get("/Type") == Name.Annot:
            yield from _annotation(each)
        if "/S" in each and str(each.S) in {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData"}:
            yield f"6.5.1: an action {each.S}"
        if "/BM" in each and str(each.BM) not in BLENDS:
            yield f"6.2.10: what is seen through is mixed by {each.BM}"
        for key in ("/TR", "/HTP", "/AA"):
            if key in each and each.get("/Type") != Name.OutputIntent:
                yield f"6.x: an object has {key}"


def _stream(each: Object) -> Iterator[str]:
    if any(key in each for key in ("/F", "/FFilter", "/FDecodeParms")):
        yield "6.1.7: a stream is outside of the file"
    for name in _several(each, "/Filter"):
        if str(name) not in FILTERS:
            yield f"6.1.7: a stream is packed by {name}"
    if each.get("/Subtype") == Name.PS or "/Ref" in each or "/OPI" in each:
        yield "6.2.9: a form of another kind"
    if each.get("/Subtype") == Name.Image and each.get("/Interpolate", False):
        yield "6.2.8: a picture is smoothed"


def _font(font: Object) -> Iterator[str]:
    kind = str(font.Subtype)
    if kind == "/Type0":
        if "/ToUnicode" not in font:
            yield f"6.2.11.7: {font.BaseFont} does not say its letters"
    elif kind in {"/CIDFontType2", "/CIDFontType0"}:
        described = font.FontDescriptor
        if not any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"6.2.11.4: {font.BaseFont} is not embedded"
        if kind == "/CIDFontType2" and "/CIDToGIDMap" not in font:
            yield f"6.2.11.3: {font.BaseFont} does not say its glyphs"
        if not re.match(r"/[A-Z]{6}\+AtkinsonHyperlegibleNext", str(font.BaseFont)):
            yield f"{font.BaseFont} is not of the project"
    else:
        yield f"a font of kind {kind} is not looked at here"


def _annotation(each: Object) -> Iterator[str]:
    if str(each.Subtype) != "/Link":
        yield f"6.3.1: an annotation {each.Subtype}"
    if int(each.get("/F", 0)) & 0b111 != PRINTED:
        yield "6.3.2: an annotation is hidden, or is not printed"
    if "/A" in each and str(each.A.S) not in ACTIONS:
        yield f"6.5.1: an annotation does {each.A.S}"
    if not each.get("/Contents"):
        yield "UA 7.18: a link does not say where it leads"
    if "/StructParent" not in each:
        yield "UA 7.18: a link has no tag"


def _pages(pdf: Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, start=1):
        if "/Annots" in page and page.get("/Tabs") != Name.S:
            yield f"UA 7.18.3, page {number}: the order of the keyboard is not that of the tags"
        marked = saved = deepest = 0
        for each in pikepdf.parse_content_stream(page):
            name = str(each.operator)
            if name not in OPERATORS:
                yield f"6.2.2, page {number}: operator {name}"
            saved += {"q": 1, "Q": -1}.get(name, 0)
            deepest = max(deepest, saved)
            marked += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
            if name in SHOWING and not marked:
                yield f"UA 7.1, page {number}: {name} is shown, and is neither told nor an ornament"
        if deepest > DEEPEST or saved or marked:
            yield f"6.1.13, page {number}: {deepest} states in one another, {saved} open, {marked} tags open"


def _tags(pdf: Pdf) -> Iterator[str]:
    level = 0
    for each in _elements(pdf.Root.StructTreeRoot):
        kind = str(each.S)
        if kind == "/Figure" and not str(each.get("/Alt", "")).strip():
            yield "UA 7.3: a picture is not told"
        if re.fullmatch(r"/H[1-6]", kind):
            if int(kind[2]) > level + 1:
                yield f"UA 7.4.2: after a heading of level {level} comes one of {kind[2]}"
            level = int(kind[2])
        if kind == "/TH" and "/Scope" not in str(each.get("/A", "")):
            yield "UA 7.5: a heading of a table does not say of what it is"
        if kind == "/Table" and not any(str(inside.S) == "/TH" for inside in _elements(each)):
            yield "UA 7.5: a table has no heading"


def _elements(parent: Object) -> Iterator[Object]:
    for kid in _several(parent, "/K"):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _several(each: Object, key: str) -> list[Object]:
    """Return what an object has under a key, one or several."""
    if key not in each:
        return []
    found = each[key]
    return [*found] if isinstance(found, pikepdf.Array) else [found]
