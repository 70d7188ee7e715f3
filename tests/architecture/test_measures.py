"""The house measures hold, and each check of them has been seen to fail."""

from __future__ import annotations

import pytest

from tests.architecture import measures
from tests.architecture.tree import ROOT, Module, modules, program, tracked

OURS = [*program(), *modules(ROOT / "packaging")]
PATHS = [module.path for module in OURS]


def sample(source: str, path: str = "bpa_desktop/ui/sample.py") -> Module:
    return Module(path, f'"""A sample."""\n{source}')


def function_of(lines: int) -> str:
    return "def f():\n" + "    x = 1\n" * (lines - 1)


def class_of(methods: int) -> str:
    return "class C:\n" + "".join(f"    def m{i}(self): ...\n" for i in range(methods))


# The checks themselves


def test_the_figures_of_lengths_are_median_percentile_and_most() -> None:
    assert measures.figures(range(1, 101)) == {"median": 50, "95th percentile": 95, "most": 100}


def test_a_figure_above_its_limit_is_named() -> None:
    assert measures.above([1, 1, 1, 401], measures.FILE_LINES) == {"95th percentile": 401, "most": 401}
    assert measures.above([7, 7, 7], measures.FUNCTION_LINES) == {"median": 7}
    assert measures.above([6, 25, 6], measures.FUNCTION_LINES) == {}


def test_a_function_of_51_lines_is_found_and_one_of_50_is_not() -> None:
    assert measures.lengthy(sample(function_of(51))) == ["bpa_desktop/ui/sample.py:2: f has 51 lines"]
    assert measures.lengthy(sample(function_of(50))) == []


@pytest.mark.parametrize("header", ["def f(a, b, c, d, e): ...", "def f(a, b, *, c, d, e): ..."])
def test_a_function_with_five_parameters_is_found(header: str) -> None:
    assert measures.too_many_parameters(sample(header)) == ["bpa_desktop/ui/sample.py:2: f has 5 parameters"]


@pytest.mark.parametrize("header", ["def f(a, b, c): ...", "def f(a, /, b, c=1): ...", "def f(a, b, c, *, d): ..."])
def test_a_function_with_three_parameters_by_place_is_found(header: str) -> None:
    assert measures.too_many_by_place(sample(header)) == ["bpa_desktop/ui/sample.py:2: f has 3 by place"]


@pytest.mark.parametrize(
    "source",
    [
        "def f(a, b, *, c, d): ...",
        "class C:\n    def f(self, a, b, *, c, d): ...",
        "class C:\n    @classmethod\n    def f(cls, a, b): ...",
        "class C:\n    def __exit__(self, kind, error, trace): ...",
        "class C:\n    def dropEvent(self, a, b, c, d, e): ...",
        "class C(QTranslator):\n    def translate(self, a, b, c, d): ...",
    ],
)
def test_a_function_with_few_parameters_or_with_those_of_qt_or_python_is_let_be(source: str) -> None:
    assert measures.too_many_parameters(sample(source)) == []
    assert measures.too_many_by_place(sample(source)) == []


def test_the_parameters_of_a_maker_count_and_the_options_of_a_command_do_not() -> None:
    maker = "class C:\n    def __init__(self, a, b, c): ..."
    assert len(measures.too_many_by_place(sample(maker))) == 1
    assert measures.too_many_parameters(sample("def check(a, b, c, d, e): ...", "bpa_desktop/cli/check.py")) == []


def test_a_class_with_eleven_methods_is_found_and_one_with_ten_and_a_property_is_not() -> None:
    assert measures.crowded_classes(sample(class_of(11))) == ["bpa_desktop/ui/sample.py:2: C has 11 methods"]
    assert measures.crowded_classes(sample(class_of(10) + "    @property\n    def p(self): ...\n")) == []


@pytest.mark.parametrize(
    "path", ["bpa_desktop/ui/utils.py", "bpa_desktop/helpers/x.py", "bpa_desktop/base/__init__.py"]
)
def test_a_name_that_says_nothing_is_found(path: str) -> None:
    assert measures.badly_named([path, "bpa_desktop/base_amount.py"]) == [path]


@pytest.mark.parametrize(
    "source", ["def f(): ...", "class C: ...", 'class C:\n    """Said."""\n    def m(self): ...', "async def f(): ..."]
)
def test_a_public_thing_without_a_docstring_is_found(source: str) -> None:
    assert len(measures.undocumented(sample(source))) == 1


def test_a_module_without_a_docstring_is_found() -> None:
    assert measures.undocumented(Module("bpa_desktop/x.py", "A = 1")) == ["bpa_desktop/x.py: the module"]


@pytest.mark.parametrize(
    "source",
    [
        "def _f(): ...",
        "class _C:\n    def m(self): ...",
        'class C:\n    """Said."""\n    def __init__(self): ...\n    def paintEvent(self, event): ...',
    ],
)
def test_private_things_and_events_of_qt_need_no_docstring(source: str) -> None:
    assert measures.undocumented(sample(source)) == []


# The house


def test_the_files_are_as_short_as_the_design_says() -> None:
    longest = sorted(((module.lines, module.path) for module in OURS), reverse=True)[:5]
    assert measures.above([module.lines for module in OURS], measures.FILE_LINES) == {}, longest


def test_the_functions_are_as_short_as_the_design_says() -> None:
    lengths = [measures.function_lines(function) for module in OURS for function, _ in module.functions()]
    assert measures.above(lengths, measures.FUNCTION_LINES) == {}


@pytest.mark.parametrize("module", OURS, ids=PATHS)
def test_a_module_keeps_the_house_measures(module: Module) -> None:
    found = [*measures.lengthy(module), *measures.too_many_parameters(module), *measures.crowded_classes(module)]
    assert found == []


def test_at_most_two_parameters_are_given_by_place_the_others_by_name() -> None:
    found = [place for module in OURS for place in measures.too_many_by_place(module)]
    assert found == [], "\n".join(["", *found])


@pytest.mark.parametrize("module", OURS, ids=PATHS)
def test_a_module_documents_what_is_public(module: Module) -> None:
    assert measures.undocumented(module) == []


def test_the_main_window_is_short() -> None:
    window = next(module for module in OURS if module.path == "bpa_desktop/ui/main_window.py")
    assert window.lines <= measures.WINDOW_LINES


def test_no_module_and_no_folder_has_a_name_that_says_nothing() -> None:
    assert measures.badly_named([path for path in tracked() if path.startswith(("bpa_desktop/", "tests/"))]) == []
