"""The shipped actors: whole, unambiguous, found by what a person types, and checked when loaded."""

import pickle
from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from watchers.actor_files import load_actors, shipped_actors
from watchers.actors import Person
from watchers.model import Authority
from watchers.seed_files import SeedFault
from watchers.spelling import fold

#: Every actor of the labelled corpus' guide.
GUIDE = """
us russia ukraine uk france germany italy poland spain netherlands belgium denmark sweden finland norway
estonia latvia lithuania czechia slovakia hungary romania bulgaria greece turkey canada australia japan
new-zealand ireland austria portugal croatia slovenia switzerland china india brazil south-korea
saudi-arabia uae qatar kazakhstan belarus luxembourg iceland eu europe nato un vatican
"""

SUMMER = date(2025, 9, 1)

ACTORS = shipped_actors()


def test_every_actor_of_the_guide_is_there_and_no_other() -> None:
    assert sorted(actor.id for actor in ACTORS) == sorted(GUIDE.split())
    assert len(ACTORS) == 51


def test_only_the_union_europe_and_the_alliance_are_collective() -> None:
    assert {actor.id for actor in ACTORS if actor.collective} == {"eu", "europe", "nato"}


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: actor.id)
def test_an_actor_can_be_named_and_has_a_leader_in_summer_2025(actor) -> None:
    assert actor.names
    in_office = [person for person in actor.people if person.authority(SUMMER) is Authority.LEADER]
    assert in_office or actor.id == "europe"


def people_by_alias() -> dict[str, dict[str, list[Person]]]:
    found: dict[str, dict[str, list[Person]]] = defaultdict(lambda: defaultdict(list))
    for actor in ACTORS:
        for person in actor.people:
            for alias in {fold(name) for name in (person.name, *person.aliases)}:
                found[alias][actor.id].append(person)
    return found


def test_no_actor_has_two_people_of_one_alias() -> None:
    twice = {
        (actor, alias)
        for alias, owners in people_by_alias().items()
        for actor, people in owners.items()
        if len(people) > 1
    }
    assert not twice


def test_a_person_of_two_actors_never_speaks_for_both_on_one_day() -> None:
    for alias, owners in people_by_alias().items():
        terms = sorted(
            (tenure.since, tenure.until or date.max, actor)
            for actor, people in owners.items()
            for person in people
            for tenure in person.tenures
            if len(owners) > 1
        )
        for (_, end, one), (start, _, other) in pairwise(terms):
            assert one == other or end <= start, alias


def test_no_country_shares_a_name_with_another() -> None:
    owners = defaultdict(set)
    for actor in ACTORS:
        for name in (*actor.names, *actor.adjectives, *actor.demonyms):
            owners[fold(name)].add(actor.id)
    shared = {name: ids for name, ids in owners.items() if len(ids) > 1}
    assert shared == {}


def test_terms_of_one_person_in_one_actor_do_not_overlap() -> None:
    for actor in ACTORS:
        for person in actor.people:
            terms = sorted((t.since, t.until or date.max) for t in person.tenures)
            assert all(end <= start for (_, end), (start, _) in pairwise(terms)), (
                actor.id,
                person.name,
            )


TYPED = {
    "id": ("south-korea", "south-korea"),
    "name": ("Britain", "uk"),
    "accents": ("turkiye", "turkey"),
    "capital": ("Kiev", "ukraine"),
    "adjective": ("polish", "poland"),
    "person": ("zelenskyy", "ukraine"),
    "person of two actors": ("rutte", "nato"),
    "house": ("the élysée", None),
    "house by name": ("Élysée", "france"),
    "what everybody has": ("foreign ministry", None),
    "nobody": ("Atlantis", None),
}


@pytest.mark.parametrize("row", TYPED.values(), ids=TYPED)
def test_an_actor_is_found_by_what_a_person_types(row) -> None:
    typed, wanted = row
    found = ACTORS.find(typed, on=SUMMER)
    assert (found.id if found else None) == wanted


def test_a_person_of_two_actors_is_found_by_the_day() -> None:
    found = ACTORS.find("Rutte", on=date(2024, 3, 1))
    assert found is not None
    assert found.id == "netherlands"


def test_the_actors_go_to_a_worker_process_also_after_they_were_asked() -> None:
    actors = shipped_actors()
    actors.authority("germany", "spokesman for Friedrich Merz", SUMMER)
    assert list(pickle.loads(pickle.dumps(actors))) == list(actors)


def test_a_misspelt_name_has_neighbours() -> None:
    assert ACTORS.nearest("Germny")[0] == "germany"
    assert ACTORS.nearest("xqzw") == ()


SMALL = """
[everyone.offices]
official = ["official"]

[atlantis]
name = "Atlantis"
[atlantis.offices]
leader = ["archon"]
[[atlantis.people]]
name = "Kleito"
gender = "f"
tenures = [{ title = "archon", authority = "leader", since = 2024-01-01 }]
"""

FAULTS = {
    "misspelt actor key": (
        'name = "Atlantis"',
        'nmae = "Atlantis"',
        "actors.toml: atlantis: unknown key 'nmae'; did you mean 'name'?",
    ),
    "no name": ('name = "Atlantis"\n', "", "actors.toml: atlantis: lacks the key 'name'"),
    "misspelt person key": (
        "gender",
        "gendre",
        "actors.toml: atlantis.people 1 (Kleito): unknown key 'gendre'; did you mean 'gender'?",
    ),
    "third gender": (
        '"f"',
        '"n"',
        "actors.toml: atlantis.people 1 (Kleito): key 'gender': unknown 'n'; right are: f, m",
    ),
    "misspelt authority": (
        'authority = "leader"',
        'authority = "leadr"',
        "actors.toml: atlantis.people 1 (Kleito).tenures 1 (archon): key 'authority': "
        "unknown 'leadr'; did you mean 'leader'?",
    ),
    "misspelt rank of an office": (
        'leader = ["archon"]',
        'chief = ["archon"]',
        "actors.toml: atlantis.offices: unknown key 'chief'; right are: envoy, leader, minister, official",
    ),
    "date in quotes": (
        "since = 2024-01-01",
        'since = "2024-01-01"',
        "actors.toml: atlantis.people 1 (Kleito).tenures 1 (archon): key 'since' must be "
        "a date without quotes, as in 2025-08-19, not '2024-01-01'",
    ),
    "ends before it begins": (
        "since = 2024-01-01",
        "since = 2024-01-01, until = 2023-01-01",
        "actors.toml: atlantis.people 1 (Kleito).tenures 1 (archon): key 'until' (2023-01-01) "
        "must be after 'since' (2024-01-01)",
    ),
    "a text for a list": (
        'leader = ["archon"]',
        'leader = "archon"',
        "actors.toml: atlantis.offices: key 'leader' must be a list of texts, "
        'as in ["Kyiv", "Kiev"], not \'archon\'',
    ),
    "twice in a list": (
        'leader = ["archon"]',
        'leader = ["archon", "archon"]',
        "actors.toml: atlantis.offices: key 'leader' has 'archon' twice",
    ),
    "unknown member": (
        "[atlantis.offices]",
        'members = ["lemuria"]\n[atlantis.offices]',
        "actors.toml: atlantis: key 'members': unknown 'lemuria'; right are: atlantis",
    ),
    "person twice": (
        '[[atlantis.people]]\nname = "Kleito"',
        '[[atlantis.people]]\nname = "Kleito"\n[[atlantis.people]]\nname = "Kleito"',
        "actors.toml: atlantis: 'Kleito' is there twice; put both tenures in one entry",
    ),
}


def test_a_small_file_is_read() -> None:
    atlantis = load_actors(SMALL)["atlantis"]
    assert atlantis.people[0].authority(SUMMER) is Authority.LEADER
    assert [office.titles for office in atlantis.offices] == [("archon",), ("official",)]


@pytest.mark.parametrize("row", FAULTS.values(), ids=FAULTS)
def test_a_fault_names_file_entry_key_and_cure(row) -> None:
    right, wrong, message = row
    assert right in SMALL
    with pytest.raises(SeedFault) as caught:
        load_actors(SMALL.replace(right, wrong, 1))
    assert str(caught.value) == message


def test_broken_toml_and_a_missing_file_are_faults(tmp_path) -> None:
    with pytest.raises(SeedFault, match="is not valid TOML"):
        load_actors("[atlantis")
    with pytest.raises(SeedFault, match="there is no such file"):
        load_actors(tmp_path / "nowhere.toml")
