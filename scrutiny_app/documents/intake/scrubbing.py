"""Whatever is not needed to show and read the pages, taken out.

Catalog and pages keep only what is on a list; everything else in the file loses what is known
to run, to carry files, or to tell tales.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.jpeg import without_private_data

_CATALOG_KEYS = {"/Type", "/Pages", "/StructTreeRoot", "/MarkInfo", "/Lang"}
_PAGE_KEYS = {
    "/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Annots",
    "/StructParents", "/Tabs", "/Group",
}  # fmt: skip

_RUNS = "actions that run by themselves"
_SCRIPTS = "scripts"
_FILES = "attached files"
_DETAILS = "file details (author, dates, software)"
_PRIVATE = "editing programs' private data"

_IN_PLAIN_WORDS = {
    "/AA": _RUNS, "/JS": _SCRIPTS, "/JavaScript": _SCRIPTS,
    "/EmbeddedFiles": _FILES, "/EF": _FILES, "/AF": _FILES, "/Collection": _FILES,
    "/Info": _DETAILS, "/Metadata": _DETAILS,
    "/PieceInfo": _PRIVATE, "/SpiderInfo": _PRIVATE, "/LastModified": _PRIVATE,
    "/Thumb": "page thumbnails", "/Threads": "article threads", "/B": "article threads",
    "/Perms": "digital signatures", "/DSS": "digital signatures",
    "/PageLabels": "its own page labels",
    "/OPI": "references to other files", "/Ref": "references to other files",
    "/Alternates": "other versions of pictures", "/Measure": "measuring data",
}  # fmt: skip

# In any dictionary of the file. Not /A (attributes), /S, /F or /D: those have innocent meanings
_NOWHERE = frozenset(
    {
        "/AA", "/AF", "/Alternates", "/EF", "/JS", "/LastModified", "/Measure", "/Metadata",
        "/OC", "/OPI", "/OpenAction", "/PieceInfo", "/Ref", "/Thumb", "/URLS", "/XFA",
    }
)  # fmt: skip
_NOT_IN_A_STREAM = frozenset({"/F", "/FFilter", "/FDecodeParms"})
_TAG_POINTERS = frozenset({"/StructParent", "/StructParents"})


def scrub(pdf: Pdf, pages: Sequence[Page], findings: Findings, *, tagged: bool) -> None:
    """Take out everything but the pages, their links and their tags."""
    _note_root(pdf.Root, findings)
    _keep_only(pdf.Root, _CATALOG_KEYS, findings)
    for page in pages:
        _keep_only(page.obj, _PAGE_KEYS, findings)
    # A file whose trailer was lost has a catalog only because qpdf looked for one
    pdf.trailer.Root = pdf.Root
    pdf.trailer.Size = pdf.trailer.get(Name.Size, len(pdf.objects))
    for key in sorted(set(pdf.trailer.keys()) & {"/Info", "/ID"}):
        # The identifier would tell of the file's history
        del pdf.trailer[key]
        _note(key, findings)
    leaves = {page.obj.objgen for page in pages}
    _scrub_objects(pdf, leaves, findings, unwanted=_NOWHERE if tagged else _NOWHERE | _TAG_POINTERS)


def _note_root(catalog: Object, findings: Findings) -> None:
    """Note what the catalog would have run or carried."""
    names = catalog.get(Name.Names)
    for key in sorted(names.keys()) if isinstance(names, Dictionary) else ():
        _note(key, findings)
    if isinstance(catalog.get(Name.OpenAction), Dictionary):
        # An array there only says which page to open at
        findings.took_out(_RUNS)


def _scrub_objects(
    pdf: Pdf, leaves: set[tuple[int, int]], findings: Findings, *, unwanted: frozenset[str]
) -> None:
    """Go through every object once."""
    for item in pdf.objects:
        if isinstance(item, Stream):
            for key in item.stream_dict.keys() & (unwanted | _NOT_IN_A_STREAM):
                del item.stream_dict[key]
                _note(key, findings)
            _scrub_picture(pdf, item, findings)
        elif isinstance(item, Dictionary) and item.objgen not in leaves:
            for each in _with_inner(item):
                for key in each.keys() & unwanted:
                    del each[key]
                    _note(key, findings)


def _with_inner(item: Object) -> Iterator[Object]:
    """Yield a dictionary and those written inside it, but not those it refers to."""
    waiting = [item]
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(
            value
            for value in each.values()
            if isinstance(value, Dictionary) and not value.is_indirect
        )


def _scrub_picture(pdf: Pdf, stream: Stream, findings: Findings) -> None:
    """Take camera and scanner data out of a JPEG picture, and any packing from around it."""
    filters = stream.get(Name.Filter)
    chain: list[Object | None] = list(filters) if isinstance(filters, Array) else [filters]
    if not chain or chain[-1] != Name.DCTDecode:
        return
    parameters = stream.get(Name.DecodeParms)
    settings: list[Object | None] = (
        list(parameters) if isinstance(parameters, Array) else [parameters]
    )
    data = stream.read_raw_bytes()
    if len(chain) > 1:
        data = _peeled(pdf, data, chain[:-1], settings)
    scrubbed = without_private_data(data)
    if len(scrubbed) != len(data):
        findings.took_out("camera and scanner data in pictures")
    if len(scrubbed) != len(data) or len(chain) > 1:
        own = settings[-1] if len(settings) == len(chain) else None
        own = own if isinstance(own, Dictionary) else None
        stream.write(scrubbed, filter=Name.DCTDecode, decode_parms=own)


def _peeled(
    pdf: Pdf, data: bytes, outer: list[Object | None], settings: list[Object | None]
) -> bytes:
    """Return a JPEG without the packing around it; qpdf unpacks all of a stream or nothing."""
    packed = pdf.make_stream(data)
    packed.Filter = Array(outer)
    if len(settings) > len(outer):
        packed.DecodeParms = Array(settings[: len(outer)])
    return packed.read_bytes()


def _keep_only(item: Object, wanted: set[str], findings: Findings) -> None:
    """Delete what is not on the list."""
    for key in item.keys() - wanted:
        del item[key]
        _note(key, findings)


def _note(key: str, findings: Findings) -> None:
    """Note a removal that an officer may ask about."""
    if key in _IN_PLAIN_WORDS:
        findings.took_out(_IN_PLAIN_WORDS[key])
