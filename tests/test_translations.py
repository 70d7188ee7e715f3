"""The catalogues: complete, with the same placeholders, gathered from the code as it is."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import string
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo

from bpa_desktop import i18n
from bpa_desktop.i18n import CODES, Language

ROOT = Path(__file__).resolve().parent.parent
PLACEHOLDER = re.compile(r"%[1-9n]|&(?=\w)")


def _gatherer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gather_texts", ROOT / "packaging" / "texts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TEXTS = _gatherer()


def fields(text: str) -> set[str]:
    """Return the names of the placeholders in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def forms(value: object) -> tuple[str, ...]:
    """Return the one or two forms of a message."""
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list | tuple) else ()


def faults(message: Message) -> list[str]:
    """Return what is wrong with a translated message."""
    source, target = forms(message.id), forms(message.string)
    if len(target) != len(source) or not all(target):
        return [f"not translated: {message.id!r}"]
    if message.context:  # one of Qt's own
        marks = [sorted(PLACEHOLDER.findall(text.replace("&", ""))) for text in (*source, *target)]
        return [] if marks.count(marks[0]) == len(marks) else [f"placeholders differ: {message.id!r}"]
    if any(fields(text) != fields(source[-1]) | ({"n"} & fields(text)) for text in target):
        return [f"placeholders differ: {message.id!r}"]
    if any(("&" in source[0]) != ("&" in text) or ("…" in source[0]) != ("…" in text) for text in target):
        return [f"mnemonic or dots differ: {message.id!r}"]
    return []


@pytest.fixture(params=TEXTS.LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    read: Catalog = TEXTS.read(ROOT / "translations" / request.param / "bpa_desktop.po", request.param)
    return read


def test_every_text_of_the_code_is_in_the_template_and_nothing_else() -> None:
    template = TEXTS.read(TEXTS.TEMPLATE)
    gathered = {message.id for message in TEXTS.template() if message.id}
    assert {message.id for message in template if message.id} == gathered, "run packaging/dev texts"


def test_every_language_but_the_source_has_a_catalogue_of_its_own() -> None:
    assert {*TEXTS.LANGUAGES, "en"} == set(CODES)
    said = {code: (Language(code).text("Nobody yet"), Language(code).foreign("QComboBox", "False")) for code in CODES}
    assert said == {"en": ("Nobody yet", None), "nb": ("Ingen ennå", "Nei"), "nn": ("Ingen enno", "Nei")}


def test_every_text_is_translated_with_the_same_placeholders(catalogue: Catalog) -> None:
    wanted = {text if isinstance(text, str) else text[0] for text in TEXTS.source_texts()}
    there = {forms(message.id)[0] for message in catalogue if message.id and not message.context}
    assert wanted <= there, sorted(wanted - there)
    assert [fault for message in catalogue if message.id for fault in faults(message)] == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("{name} moved", ""),
        ("{name} moved", "{navn} flyttet"),
        ("{name} moved", "flyttet"),
        (("{n} shift", "{n} shifts"), ("{n} vakt", "")),
        ("&Undo", "Angre"),
        ("Find…", "Finn"),
    ],
)
def test_a_faulty_translation_is_found(source: str | tuple[str, str], target: str | tuple[str, str]) -> None:
    assert faults(Message(source, target))


def test_a_good_translation_is_let_through() -> None:
    assert faults(Message("{name} moved", "{name} flyttet")) == []
    assert faults(Message(("{n} shift", "{n} shifts"), ("{n} vakt", "{n} vakter"))) == []


def test_no_text_stands_inside_another_string_where_the_gatherer_cannot_see_it() -> None:
    hidden = [
        f"{module.name}:{call.lineno}"
        for module in sorted(TEXTS.PACKAGE.rglob("*.py"))
        for joined in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name | ast.Attribute)
        and (call.func.id if isinstance(call.func, ast.Name) else call.func.attr) in TEXTS.KEYWORDS
        and call.args
        and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []


def test_a_catalogue_that_was_compiled_anew_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_folder", lambda: tmp_path)
    compiled = tmp_path / "nb" / f"{i18n.DOMAIN}.mo"
    compiled.parent.mkdir()
    for made, word in enumerate(("Lukk", "Steng")):
        catalogue = Catalog(locale="nb_NO")
        catalogue.add("Close", word)
        with compiled.open("wb") as file:
            write_mo(file, catalogue)
        os.utime(compiled, (made, made))
        assert Language("nb").text("Close") == word
