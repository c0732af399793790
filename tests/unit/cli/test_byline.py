"""``warraq byline``."""

import json

from click.testing import CliRunner

from warraq.cli.byline import command


def run(text: str) -> list[dict]:
    result = CliRunner().invoke(command, input=text.encode())
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.split("\n") if line]


def test_one_object_a_line():
    answers = run("عدن - رويترز\n\nسمير الحداد (صنعاء)\n")
    assert [list(answer) for answer in answers] == [["text", "names", "places", "outlets"]] * 3
    assert answers[0] == {"text": "عدن - رويترز", "names": [], "places": ["عدن"], "outlets": ["رويترز"]}
    assert answers[1]["text"] == ""
    assert answers[2]["names"] == ["سمير الحداد"]


def test_other_line_ends_neither_cut_nor_reach_the_output():
    text = "سمير\u2028الحداد\u0085عدن\u2029"
    result = CliRunner().invoke(command, input=text.encode())
    assert len(result.stdout.splitlines()) == 1
    assert json.loads(result.stdout)["text"] == text


def test_nothing_in_nothing_out():
    assert run("") == []
