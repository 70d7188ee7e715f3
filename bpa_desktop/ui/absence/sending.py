"""Sending: the message to the candidate goes to another program, or to a telephone's camera, when the user says so.

Nothing is sent by it: the other program shows the message first.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from bpa_desktop.domain.team import Assistant
from bpa_desktop.interchange.qr import TooLongError, qr_matrix
from bpa_desktop.texts.link import mail_link, sms_link, tel_link
from bpa_desktop.texts.substitute_message import Messages, first_name
from bpa_desktop.ui.absence.qr_dialog import Code, QrDialog
from bpa_desktop.ui.desk import Desk

SENDING = ("open_sms", "call_candidate", "open_mail", "show_qr")
"""The actions that are about the message to a candidate."""


class Sending:
    """Each action says what was opened, or what is missing."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._parent = parent

    def send(self, action_id: str, assistant: Assistant, *, message: str) -> None:
        """Do one of SENDING with a message to somebody."""
        if action_id == "show_qr":
            self._show_qr(assistant, message)
            return
        link = self._link(action_id, assistant, message=message)
        text, name = self._desk.language.text, first_name(assistant)
        if link is None and action_id == "open_mail":
            self._refuse(text("{name} has no e-mail address yet. Write it in Team.", name=name))
        elif link is None:
            self._refuse(text("{name} has no telephone number yet. Write it in Team.", name=name))
        elif QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode)):
            self._desk.bulletin.said.emit(text("Handed to another program, for {name}. Send it there.", name=name))
        else:
            self._refuse(text("No program on this computer opens that. Copy the message instead."))

    def _link(self, action_id: str, assistant: Assistant, *, message: str) -> str | None:
        if action_id == "call_candidate":
            return tel_link(assistant.phone)
        if action_id == "open_sms":
            return sms_link(assistant.phone, message)
        subject = Messages(self._desk.language, self._desk.zone).subject(assistant)
        return mail_link(assistant.email, subject=subject, body=message)

    def _show_qr(self, assistant: Assistant, message: str) -> None:
        """Show the message to somebody with a number as a text message, to anybody else as words to copy."""
        language, name = self._desk.language, first_name(assistant)
        try:
            squares = qr_matrix(sms_link(assistant.phone, message) or message)
        except TooLongError:
            self._refuse(language.text("The message is too long for a QR code. Copy it instead."))
            return
        QrDialog(language, Code(squares, message, name), parent=self._parent).open()

    def _refuse(self, text: str) -> None:
        self._desk.bulletin.refused.emit(text)
