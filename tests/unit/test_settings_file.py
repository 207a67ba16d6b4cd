"""What a person who mistypes config.toml is told."""

import pytest

from bot.settings import Configuration, load_configuration, parse_configuration
from watchers.errors import Misuse

FAULTS = {
    "TOML too deep": ("a = " + "[" * 50_000, "t.toml: not TOML: maximum recursion depth exceeded"),
    "a keyword without a word": (
        '[claims.zz]\nproposition = "X joins."\nkeywords = ["X", "—"]',
        "t.toml:3: claims.zz.keywords.1: must hold a letter or a digit",
    ),
    "a time beyond all time": (
        '[[feeds]]\nurl = "http://a.example"\nevery = "99999999999999d"',
        "t.toml:3: feeds.0.every: no clock reckons with so long a time",
    ),
    "a misspelt section": (
        "[wach]\nseeds = true",
        "t.toml:1: wach: there is no such key; did you mean watch?",
    ),
    "a misspelt key": (
        "[watch]\nseedz = true",
        "t.toml:2: watch.seedz: there is no such key; did you mean seeds?",
    ),
    "a misspelt key in the second feed": (
        '[[feeds]]\nurl = "http://a.example"\n[[feeds]]\nurl = "http://b.example"\noutlt = "B"',
        "t.toml:5: feeds.1.outlt: there is no such key; did you mean outlet?",
    ),
    "a misspelt key below a claim's name": (
        '[watch.keywords.us-troops]\nad = ["GIs"]',
        "t.toml:2: watch.keywords.us-troops.ad: there is no such key; did you mean add?",
    ),
    "a feed without an address": (
        '[[feeds]]\noutlet = "A"',
        "t.toml:1: feeds.0.url: is required and missing",
    ),
    "a feed that is no web address": (
        '[[feeds]]\nurl = "ftp://a.example"',
        "t.toml:2: feeds.0.url: must be an address that begins with http:// or https://",
    ),
    "a time without a unit": (
        '[[feeds]]\nurl = "http://a.example"\nevery = 15',
        't.toml:3: feeds.0.every: a time is a number with s, m, h or d, as in "15m"',
    ),
    "a feed twice": (
        '[[feeds]]\nurl = "http://a.example"\n[[feeds]]\nurl = "http://a.example"',
        "t.toml:4: feeds.1.url: http://a.example stands there twice",
    ),
    "a claim's name in capitals": (
        '[claims.Sweden]\nproposition = "Sweden joins."\nkeywords = ["Sweden"]',
        "t.toml:1: claims.Sweden: must be lower-case letters, digits and hyphens, as in us-troops",
    ),
    "a misspelt number of the policy": (
        "[ledger]\nwitneses = 3",
        "t.toml:2: ledger.witneses: there is no such key; did you mean witnesses?",
    ),
    "a time of a room's own without a unit": (
        "[polling]\nfloor = 10",
        't.toml:2: polling.floor: a time is a number with s, m, h or d, as in "15m"',
    ),
    "the model's key in the file": (
        '[model]\nbase_url = "http://127.0.0.1:1/v1"\nname = "m"\nkey = "abc"',
        "t.toml:1: model: the key never stands in this file: set VOLTEFACE_MODEL_KEY",
    ),
    "a password in the model's address": (
        '[model]\nname = "m"\nbase_url = "https://me:secret@models.example/v1"',
        "t.toml:3: model.base_url: no name or password in the address: set VOLTEFACE_MODEL_KEY",
    ),
    "a model's address without http": (
        '[model]\nname = "m"\nbase_url = "models.example/v1"',
        "t.toml:3: model.base_url: must be an address that begins with http:// or https://",
    ),
    "a model without a name": (
        '[model]\nbase_url = "http://127.0.0.1:1/v1"',
        "t.toml:1: model.name: is required and missing",
    ),
    "the model alone": (
        '[reading]\nreaders = ["model"]',
        't.toml:2: reading.readers: must be ["rules"] or ["rules", "model"]',
    ),
    "a reader that is nowhere set up": (
        '[reading]\nreaders = ["rules", "model"]',
        "t.toml:2: reading.readers: names the model, and there is no [model] table",
    ),
    "a time that no request can keep": (
        "[fetch]\nconnect_seconds = -1",
        "t.toml:1: fetch: connect_seconds must be more than 0",
    ),
    "a floor above the ceiling": (
        '[polling]\nfloor = "1d"',
        "t.toml:1: polling: floor must not be longer than ceiling",
    ),
    "an unknown table within a misspelt one": (
        '[watch.keyword.us-troops]\nadd = ["GIs"]',
        "t.toml:1: watch.keyword: there is no such key; did you mean keywords?",
    ),
    "a list that is none": (
        '[watch.keywords.us-troops]\nadd = "GIs"',
        't.toml:2: watch.keywords.us-troops.add: must be a list, as in ["one", "two"]',
    ),
    "a claim without keywords": (
        '[claims.zz]\nproposition = "X joins."\nkeywords = []',
        "t.toml:3: claims.zz.keywords: must not be empty",
    ),
    "keywords of a claim that is not shipped": (
        '[watch]\nseeds = true\n[watch.keywords.us-trops]\nadd = ["GIs"]',
        "t.toml:3: watch.keywords.us-trops: there is no such shipped claim; did you mean us-troops?",
    ),
    "keywords of a claim of one's own": (
        '[claims.zz]\nproposition = "X joins."\nkeywords = ["X"]\n[watch.keywords.zz]\nadd = ["Y"]',
        "t.toml:4: watch.keywords.zz: is a claim of your own: write them under [claims.zz]",
    ),
    "a route for an actor that is not watched": (
        '[[alerts.routes]]\nchannel = 1\nactors = ["uss"]',
        "t.toml:3: alerts.routes.0.actors: uss is not watched; did you mean us?",
    ),
    "a route for a claim that is not watched": (
        '[[alerts.routes]]\nchannel = 1\nclaims = ["us-troop"]',
        "t.toml:3: alerts.routes.0.claims: us-troop is not watched; did you mean us-troops?",
    ),
    "the token in the file": (
        '[discord]\ntoken = "abc"',
        "t.toml:1: discord: the token never stands in this file: set DISCORD_TOKEN or token_file",
    ),
}


@pytest.mark.parametrize(("text", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_names_file_line_key_and_cure(text, message):
    with pytest.raises(Misuse) as raised:
        parse_configuration(text, name="t.toml")
    assert str(raised.value) == message


def test_several_faults_are_told_at_once_in_the_order_of_the_file():
    with pytest.raises(Misuse) as raised:
        parse_configuration("[watch]\nseedz = true\n[logs]\n", name="t.toml")
    assert [line.split(":")[1] for line in str(raised.value).splitlines()] == ["2", "3"]


def test_what_is_no_toml_says_where():
    with pytest.raises(
        Misuse, match=r"^t\.toml:1: not TOML: Expected '\]' at the end of a table declaration$"
    ):
        parse_configuration("[watch\nseeds = true", name="t.toml")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(Misuse, match="there is no such file"):
        load_configuration(tmp_path / "absent.toml")


def test_without_seeds_there_is_no_baseline_unless_one_is_given():
    def baseline(text):
        return parse_configuration(text, name="t.toml").watch.baseline

    assert baseline("") == "seeds"
    assert baseline("[watch]\nseeds = false") == "none"
    assert baseline('[watch]\nseeds = false\nbaseline = "known.jsonl"') == "known.jsonl"


def test_the_token_comes_from_the_environment_first(tmp_path, monkeypatch):
    (tmp_path / "token").write_text(" from-file \n")
    settings = Configuration.model_validate({"discord": {"token_file": tmp_path / "token"}})
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    assert settings.token().get_secret_value() == "from-file"
    monkeypatch.setenv("DISCORD_TOKEN", "from-environment")
    assert settings.token().get_secret_value() == "from-environment"
    assert "from-environment" not in repr(settings.token())


def test_an_empty_token_file_is_named(tmp_path, monkeypatch):
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    (tmp_path / "token").write_text("\n")
    settings = Configuration.model_validate({"discord": {"token_file": tmp_path / "token"}})
    with pytest.raises(Misuse, match="is empty"):
        settings.token()


def test_a_folder_named_as_the_file_is_not_passed_over(tmp_path, monkeypatch):
    (tmp_path / "config.toml").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Misuse, match=r"config\.toml: cannot be read"):
        load_configuration(None)
