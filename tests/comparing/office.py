# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LibreOffice accepting and rejecting all revisions of Word files, by a macro in a profile of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from jvom.ooxml.names import qn
from tests.waiting import LIMIT

_DOCUMENT = "word/document.xml"
_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Decide(folder As String, names As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "Office Open XML Text"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For Each name In Split(names, ",")
    For Each decision In Array("Accept", "Reject")
      document = StarDesktop.loadComponentFromURL(folder &amp; name &amp; ".docx", "_blank", 0, hidden())
      frame = document.CurrentController.Frame
      dispatcher.executeDispatch(frame, ".uno:" &amp; decision &amp; "AllTrackedChanges", "", 0, Array())
      document.storeToURL(folder &amp; name &amp; "-" &amp; decision &amp; ".docx", how())
      document.close(True)
    Next
  Next
End Sub
</script:module>
"""


def decide_in_libreoffice(
    soffice: Path, files: Mapping[str, bytes], folder: Path
) -> dict[tuple[str, str], bytes]:
    """Return each file as LibreOffice saves it, by its name and the decision: Accept or Reject."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = folder / "profile"
    command = [str(soffice), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run([*command, "--terminate_after_init"], capture_output=True, check=True, timeout=LIMIT)
    (profile / "user/basic/Standard/Module1.xba").write_text(_MACRO, encoding="utf-8")
    macro = f'macro:///Standard.Module1.Decide("{folder.as_uri()}/","{",".join(files)}")'
    subprocess.run([*command, macro], capture_output=True, check=True, timeout=LIMIT)
    return {
        (name, decision): _well_formed((folder / f"{name}-{decision}.docx").read_bytes())
        for name in files
        for decision in ("Accept", "Reject")
    }


def _well_formed(data: bytes) -> bytes:
    """Return a Word file whose document a strict parser reads.

    LibreOffice 25.2 may end a content control's content too early, within a link: that is no XML. A lenient
    parser finds the words beside the content, into which they go.
    """
    with ZipFile(BytesIO(data)) as saved:
        parts = {name: saved.read(name) for name in saved.namelist()}
    try:
        etree.fromstring(parts[_DOCUMENT])
    except etree.XMLSyntaxError:
        read = etree.fromstring(parts[_DOCUMENT], etree.XMLParser(recover=True))
        for control in read.iter(qn("w:sdt")):
            content = control.find(qn("w:sdtContent"))
            if content is not None:
                content.extend(control.findall(qn("w:r")))
        parts[_DOCUMENT] = etree.tostring(read)
    mended = BytesIO()
    with ZipFile(mended, "w") as written:
        for name, part in parts.items():
            written.writestr(name, part)
    return mended.getvalue()
