"""Folders: what is read, in which order, what is refused, and how files are named."""

from pathlib import Path

import pytest

from generator.storage import folders
from generator.storage.limits import LARGEST_FILE
from generator.storage.load import VOCABULARIES, load_config, load_records
from generator.words.findings import Position

RECORD = """\
id: {id}
namn: Vägen vidare
förbund: exempelbygden
villkor: exempelbygden-2024
inriktning: individinriktad
"""
SITE = """\
namn: Insatskatalogen
adress: https://insatser.example/
beskrivning: En mening.
utgivare: Förbundet
e-post: info@insatser.example
personuppgifter_upphör: {längst: 6 månader efter insatsens slut, fält: [e-post]}
regler: [beslut]
"""
ROLES = """\
namn: Roller
ord:
  - {id: insatsledare, namn: Insatsledare, förklaring: Leder insatsen.}
  - {id: deltagare, namn: Deltagare, förklaring: Den som deltar., aldrig_offentlig: true}
"""
WORDS = """\
namn: Ord
ord:
  - {id: b, namn: B, förklaring: B., prioriterad: true}
  - {id: a, namn: A, förklaring: A.}
"""
SAME_SLUG = "  - {id: Ä, namn: Ä, förklaring: Ä.}\n"
TERMS = "id: exempelbygden-2024\nförbund: exempelbygden\nnamn: Villkor\nbeslut_per: insats\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content" / "insatser" / "exempelbygden").mkdir(parents=True)
    return tmp_path / "content"


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "site_config"
    write(folder / "site.yml", SITE)
    write(folder / "forbund" / "exempelbygden.yml", "id: exempelbygden\nnamn: Exempelbygden\n")
    write(folder / "villkor" / "exempelbygden-2024.yml", TERMS)
    for name in VOCABULARIES:
        write(folder / "begrepp" / f"{name}.yml", ROLES if name == "roller" else WORDS)
    return folder


def told(path: Path) -> list[tuple[str, int, int, str]]:
    return [(f.file, f.position.line, f.position.column, f.rule) for f in load_records(path).findings]


def test_records_come_by_folder_and_name(content: Path) -> None:
    for name in ("b", "a10", "a-2"):
        write(content / "insatser" / "exempelbygden" / f"{name}.yml", RECORD.format(id=name))
    write(
        content / "insatser" / "annan" / "z.yml",
        RECORD.format(id="z").replace("förbund: exempelbygden", "förbund: annan"),
    )
    loaded = load_records(content)
    assert loaded.findings == ()
    assert [(r.folder, r.slug, r.value.id) for r in loaded.records] == [
        ("annan", "z", "z"),
        ("exempelbygden", "a-2", "a-2"),
        ("exempelbygden", "a10", "a10"),
        ("exempelbygden", "b", "b"),
    ]
    assert loaded.records[0].file == "content/insatser/annan/z.yml"
    assert loaded.records[0].at("namn") == Position(2, 7)


def test_all_faults_of_all_files_at_once(content: Path) -> None:
    folder = content / "insatser" / "exempelbygden"
    write(folder / "god.yml", RECORD.format(id="god"))
    write(folder / "Stor.yml", RECORD.format(id="stor"))
    write(folder / "fel.yml", RECORD.format(id="fel") + "namnn: x\nexempel: kanske\n")
    write(folder / "post.yaml", RECORD.format(id="p"))
    write(folder / "POST.YML", RECORD.format(id="p"))
    write(folder / "las.md", "x")
    (folder / "mapp.yml").mkdir()
    write(folder / ".dold.yml", "x")
    write(content / "insatser" / "utanfor.yml", RECORD.format(id="u"))
    write(content / "insatser" / ".gitkeep", "")
    write(content / "insatser" / "annan" / "index.yml", RECORD.format(id="i"))
    loaded = load_records(content)
    assert [record.slug for record in loaded.records] == ["god"]
    base = "content/insatser/exempelbygden/"
    assert told(content) == [
        ("content/insatser/annan/index.yml", 1, 1, "fil-namn"),
        ("content/insatser/annan/index.yml", 3, 10, "mapp-fel-forbund"),
        (f"{base}POST.YML", 1, 1, "fil-slag"),
        (f"{base}Stor.yml", 1, 1, "fil-namn"),
        (f"{base}fel.yml", 6, 1, "nyckel-okand"),
        (f"{base}fel.yml", 7, 10, "varde-fel-form"),
        (f"{base}las.md", 1, 1, "fil-slag"),
        (f"{base}mapp.yml", 1, 1, "fil-slag"),
        (f"{base}post.yaml", 1, 1, "fil-slag"),
        ("content/insatser/utanfor.yml", 1, 1, "fil-plats"),
    ]


def test_no_link_is_followed(content: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "annat" / "post.yml", RECORD.format(id="p"))
    insatser = content / "insatser"
    (insatser / "exempelbygden" / "post.yml").symlink_to(outside)
    (insatser / "exempelbygden" / "trasig.yml").symlink_to(tmp_path / "finns-inte")
    (insatser / "lankad").symlink_to(outside.parent)
    assert load_records(content).records == ()
    assert {rule for *_, rule in told(content)} == {"fil-lank"}
    assert len(told(content)) == 3


def test_insatser_itself_may_not_be_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "annat"
    write(outside / "exempelbygden" / "a.yml", RECORD.format(id="a"))
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "insatser").symlink_to(outside)
    loaded = load_records(tmp_path / "content")
    assert loaded.records == ()
    assert [finding.rule for finding in loaded.findings] == ["fil-lank"]


def test_a_folder_that_is_not_there(content: Path) -> None:
    assert told(content / "nej") == [("content/nej/insatser", 1, 1, "mapp-saknas")]
    assert [f.rule for f in load_config(content / "nej").findings] == [
        *["mapp-saknas"],
        *["fil-saknas"] * len(VOCABULARIES),
        *["mapp-saknas"] * 1,
        "fil-saknas",
        "mapp-saknas",
    ]


def test_a_file_that_cannot_be_opened(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(content / "insatser" / "exempelbygden" / "a.yml", RECORD.format(id="a"))

    def fails(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", fails)
    assert [rule for *_, rule in told(content)] == ["fil-olasbar"]


def test_a_huge_file_is_not_taken_into_memory(content: Path) -> None:
    path = content / "insatser" / "exempelbygden" / "a.yml"
    with path.open("wb") as file:
        file.truncate(10 * LARGEST_FILE)
    assert [rule for *_, rule in told(content)] == ["fil-for-stor"]
    opened = folders.yaml_file(path)
    assert isinstance(opened, folders.YamlFile)
    assert len(opened.data) == LARGEST_FILE + 1


def test_file_names_for_the_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert folders.shown(tmp_path / "a" / "b.yml") == "a/b.yml"
    assert folders.shown(Path("a/b.yml")) == "a/b.yml"
    assert folders.shown(Path("/annat/b.yml")) == "/annat/b.yml"
    assert folders.shown(Path("a\n\x1b[2J\udcff.yml")) == "a\ufffd\ufffd[2J\ufffd.yml"


def test_the_configuration(config: Path) -> None:
    loaded = load_config(config)
    assert loaded.findings == ()
    assert loaded.site is not None
    assert loaded.site.value.name == "Insatskatalogen"
    assert loaded.site.at("regler", 0) == Position(7, 10)
    assert loaded.forbund["exempelbygden"].value.name == "Exempelbygden"
    assert loaded.terms["exempelbygden-2024"].file == "site_config/villkor/exempelbygden-2024.yml"
    assert set(loaded.vocabularies) == set(VOCABULARIES)
    metoder = loaded.vocabularies["metoder"]
    assert [(term.id, term.label, term.priority) for term in metoder] == [("b", "B", True), ("a", "A", False)]
    assert loaded.never_public_roles == {"deltagare"}


def test_all_faults_of_the_configuration_at_once(config: Path) -> None:
    write(config / "site.yml", SITE.replace("namn:", "nam:"))
    write(config / "forbund" / "annat.yml", "id: nagot\nnamn: Annat\n")
    write(config / "villkor" / "trasig.yml", "id: [\n")
    write(config / "begrepp" / "okand.yml", WORDS)
    write(config / "begrepp" / "metoder.yml", WORDS + WORDS.split("ord:\n")[1] + SAME_SLUG)
    write(config / "begrepp" / "malgrupper.yml", WORDS.replace("id: a", "id: å").replace("id: b", 'id: "!"'))
    (config / "begrepp" / "roller.yml").unlink()
    loaded = load_config(config)
    assert [(f.file.removeprefix("site_config/"), f.position.line, f.rule) for f in loaded.findings] == [
        ("begrepp/malgrupper.yml", 3, "begrepp-utan-adress"),
        ("begrepp/metoder.yml", 5, "begrepp-dubbelt"),
        ("begrepp/metoder.yml", 6, "begrepp-dubbelt"),
        ("begrepp/metoder.yml", 7, "begrepp-dubbelt"),
        ("begrepp/okand.yml", 1, "begrepp-okand-fil"),
        ("begrepp/roller.yml", 1, "fil-saknas"),
        ("forbund/annat.yml", 1, "id-fel-fil"),
        ("site.yml", 1, "nyckel-okand"),
        ("site.yml", 1, "nyckel-saknas"),
        ("villkor/trasig.yml", 2, "yaml-parentes"),
    ]
    assert loaded.site is None
    assert "annat" not in loaded.forbund
    assert "nagot" not in loaded.forbund
    assert loaded.never_public_roles == frozenset()


def test_site_yml_may_not_be_a_link(config: Path, tmp_path: Path) -> None:
    elsewhere = (config / "site.yml").rename(tmp_path / "annan.yml")
    (config / "site.yml").symlink_to(elsewhere)
    assert [finding.rule for finding in load_config(config).findings] == ["fil-lank"]


SEARCH_WORDS = """\
namn: Sökord
grupper:
  - lika: [Försäkringskassan, FK]
    hittas_med: [kassan]
  - lika: [arbete, jobb]
"""


def test_search_words_are_read_and_may_be_missing(config: Path) -> None:
    assert load_config(config).search_words.groups == ()
    write(config / "begrepp" / "sokord.yml", SEARCH_WORDS)
    loaded = load_config(config)
    assert loaded.findings == ()
    assert [(group.words, group.found_with) for group in loaded.search_words.groups] == [
        (("Försäkringskassan", "FK"), ("kassan",)),
        (("arbete", "jobb"), ()),
    ]
    assert set(loaded.vocabularies) == set(VOCABULARIES)


@pytest.mark.parametrize(
    ("line", "place", "rule"),
    [
        ("  - lika: [Jobb, sysselsättning]\n", (6, 12), "sokord-dubbelt"),
        ("  - lika: [ensam]\n", (6, 5), "sokord-ensamt"),
        ("  - lika: [vård, '!?']\n", (6, 18), "varde-fel-form"),
        (f"  - lika: [vård, {'x' * 61}]\n", (6, 18), "varde-fel-form"),
        ("  - lika: [vård, omsorg]\n    hittas: [x]\n", (7, 5), "nyckel-okand"),
        ("  - hittas_med: [x]\n", (6, 5), "nyckel-saknas"),
    ],
)
def test_a_fault_of_the_search_words_has_its_place(
    config: Path, line: str, place: tuple[int, int], rule: str
) -> None:
    write(config / "begrepp" / "sokord.yml", SEARCH_WORDS + line)
    found = [f for f in load_config(config).findings if f.file.endswith("sokord.yml")]
    assert [(f.position, f.rule) for f in found] == [(Position(*place), rule)]
