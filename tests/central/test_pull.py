"""Headquarters that pulls from a central that really runs."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import sqlcipher3.dbapi2 as sqlcipher3

from kiosque.bootstrap import headquarters
from kiosque.bootstrap.holding import hold
from kiosque.central.accounts import NEVER, Accounts, Role
from kiosque.central.central import Central
from kiosque.central.export_log import log
from kiosque.cli import app
from kiosque.db.identity import Identity
from kiosque.db.paths import CENTRAL_DATABASE, CENTRAL_KEY
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.records import ANTENNA
from kiosque.reports.exports.folder import names
from kiosque.reports.exports.formats import Format
from kiosque.reports.exports.tidied import Tidied
from kiosque.sync.line_errors import NoLine, NotAllowed, OtherNetwork, Unexplained, Unreachable
from kiosque.sync.pull import cursor_of, take
from tests.central.house import PASSWORD, PATIENT, PLAIN, QUICK, Clock, Network, serving
from tests.stores import founded, made

ADMINISTRATOR = ("coordination", PASSWORD)


@pytest.fixture
def copy(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """What headquarters keeps of what it pulls."""
    store = made(tmp_path / "pulled.db", Identity(device=8, antenna=0, central=7), clock)
    yield store
    store.close()


def pull(address: str, copy: Store) -> int:
    with httpx.stream(
        "GET", f"{address}/pull", params={"cursor": cursor_of(copy)}, auth=ADMINISTRATOR, verify=PLAIN
    ) as response:
        assert response.status_code == 200
        return take(copy, response.iter_raw())


def test_a_pull_brings_everything_and_the_next_one_what_is_new(
    central: Central, network: Network, copy: Store, address: str
) -> None:
    everything = central.store.head(central.store.device)
    assert pull(address, copy) == everything.number > len(network.antennas)
    assert copy.head(central.store.device) == everything
    assert pull(address, copy) == 0
    with central.store.writing() as writer:
        writer.record(ANTENNA, code="NEW", name="Lemps")
    assert pull(address, copy) == 1
    assert copy.head(central.store.device) == central.store.head(central.store.device)


def test_two_pulls_into_one_folder_take_turns_and_a_failed_one_leaves_nothing(
    network: Network, address: str, tmp_path: Path
) -> None:
    assert network.antennas
    to = tmp_path / "files"
    with pytest.raises(NotAllowed):
        headquarters.pull(address, "coordination", "wrong", to)
    assert not to.exists()
    to.mkdir()
    held = hold(to / headquarters.LOCK)
    assert held
    with pytest.raises(headquarters.AlreadyPulling):
        headquarters.pull(address, "coordination", PASSWORD, to)
    held.close()
    assert headquarters.pull(address, "coordination", PASSWORD, to).rows["antenna"]
    assert headquarters.pull(address, "coordination", PASSWORD, to).rows["antenna"]


@pytest.mark.parametrize("spoil", ["key", "all but the key", "middle"])
def test_a_copy_that_is_damaged_says_what_to_do(network: Network, address: str, tmp_path: Path, spoil: str) -> None:
    assert network.antennas
    to = tmp_path / "files"
    headquarters.pull(address, "coordination", PASSWORD, to, formats=["jsonl"])
    if spoil == "key":
        (to / headquarters.REPLICA / CENTRAL_KEY).unlink()
    elif spoil == "all but the key":
        (to / headquarters.REPLICA / CENTRAL_DATABASE).unlink()
    else:
        database = to / headquarters.REPLICA / CENTRAL_DATABASE
        content = bytearray(database.read_bytes())
        content[8_192:-8_192] = bytes(len(content) - 16_384)
        database.write_bytes(content)
    with pytest.raises(headquarters.Spoilt, match="Renommez ce dossier, puis recommencez"):
        headquarters.pull(address, "coordination", PASSWORD, to, formats=["jsonl"])


def test_a_folder_holds_one_network_and_says_so_before_anything_is_kept(
    network: Network, address: str, tmp_path: Path, clock: Clock
) -> None:
    assert network.antennas
    to = tmp_path / "files"
    headquarters.pull(address, "coordination", PASSWORD, to, formats=["jsonl"])
    before = (to / "visit.jsonl").read_bytes()
    store, _ = founded(tmp_path / "other.db", 9, clock)
    other = replace(Central.over(store), accounts=Accounts(store, QUICK))
    other.accounts.add("coordination", PASSWORD, Role.ADMINISTRATOR, code_due=NEVER)
    with serving(other) as elsewhere, pytest.raises(OtherNetwork, match="un autre réseau"):
        headquarters.pull(elsewhere, "coordination", PASSWORD, to, formats=["jsonl"])
    other.close()
    store.close()
    assert (to / "visit.jsonl").read_bytes() == before
    headquarters.pull(address, "coordination", PASSWORD, to, formats=["jsonl"])


def test_a_pull_writes_one_plain_file_that_any_program_reads(network: Network, address: str, tmp_path: Path) -> None:
    assert network.antennas
    file = tmp_path / "elsewhere" / "kiosque.sqlite"
    headquarters.pull(address, "coordination", PASSWORD, tmp_path / "files", database=file)
    counts = headquarters.pull(address, "coordination", PASSWORD, tmp_path / "files", database=file).rows
    assert file.read_bytes().startswith(b"SQLite format 3")
    plain = sqlcipher3.connect(file)
    try:
        found = plain.execute(
            "SELECT visit.started_at, permanence.antenna, kiosque_codes.label FROM visit"
            " JOIN permanence ON permanence.id = visit.permanence"
            " JOIN kiosque_codes ON kiosque_codes.code = visit.age_band AND list = 'age_bands'"
        ).fetchall()
        [titled] = plain.execute("SELECT title FROM kiosque_columns WHERE name = 'visit.age_band'").fetchall()
        assert plain.execute("SELECT count(*) FROM visit").fetchone() == (counts["visit"],)
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        plain.close()
    assert found == [("2026-11-23 09:10:00+01:00", network.antennas["Rémuzat"], "70 ans et plus")]
    assert titled == ("Tranche d’âge",)
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    # It has names: nobody else of the machine reads any of it.
    written = [tmp_path / "files", *(tmp_path / "files").rglob("*"), file]
    assert not [path for path in written if path.stat().st_mode & 0o077]


def test_a_file_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    letter, base, folder = (tmp_path / name for name in ("lettre.odt", "autre.sqlite", "dossier"))
    letter.write_bytes(b"Une lettre")
    folder.mkdir()
    with closing(sqlcipher3.connect(base)) as plain:
        plain.execute("CREATE TABLE recettes (titre TEXT)")
    for taken in (letter, base, folder):
        with pytest.raises(KnownError, match=f"{taken.name} n’est pas un fichier que Kiosque a tiré"):
            headquarters.pull("http://127.0.0.1:9", "x", "x", tmp_path / "files", database=taken)
    assert letter.read_bytes() == b"Une lettre"
    assert not (tmp_path / "files").exists()


def test_what_a_pull_does_not_keep_up_to_date_any_more_goes_and_nothing_else(
    network: Network, address: str, tmp_path: Path
) -> None:
    assert network.antennas
    to, database = tmp_path / "files", tmp_path / "reseau.sqlite"

    def pull(*formats: str, file: Path | None = None) -> Tidied:
        return headquarters.pull(address, "coordination", PASSWORD, to, formats=formats, database=file).besides

    def there() -> set[str]:
        return {path.name for path in to.iterdir() if not path.name.startswith(".")}

    assert pull("csv", "jsonl", file=database) == Tidied()
    (to / "notes.csv").write_text("à moi")
    (to / "kiosque.xlsx").write_text("à moi aussi")
    (to / "visit.csv").write_text("corrigé par moi")
    (to / "antenna.csv").unlink()
    besides = pull("jsonl")
    assert "datapackage.json" in besides.gone
    assert {Path(each).suffix for each in besides.gone} == {".csv", ".json"}
    kept = {*names([Format.JSON_LINES])}
    assert there() == {*kept, "notes.csv", "kiosque.xlsx", "visit.csv"}
    assert besides.stale == ("kiosque.xlsx", "visit.csv", str(database))
    # Told each time, as long as they are there; asked for again, they are kept up to date again.
    assert pull("jsonl") == Tidied((), besides.stale)
    (to / "visit.csv").unlink()
    assert pull("jsonl", file=database) == Tidied((), ("kiosque.xlsx",))
    database.write_text("autre chose")
    assert pull("jsonl") == Tidied((), ("kiosque.xlsx",))
    # Of a pull before it was noted what pulls write, nothing is known to be ours.
    (to / headquarters.REPLICA / headquarters.WRITTEN).unlink()
    assert pull("csv") == Tidied((), ("kiosque.xlsx", *names([Format.JSON_LINES])))
    # Nor where that note was spoilt.
    (to / headquarters.REPLICA / headquarters.WRITTEN).write_bytes(b'{"files": \xff')
    besides = pull("jsonl")
    assert besides.gone == ()
    assert {"kiosque.xlsx", *names([Format.CSV])} <= {*besides.stale}


def test_the_command_says_what_is_gone_and_what_is_not_kept_up_to_date(
    network: Network, address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert network.antennas
    to = tmp_path / "files"

    def said(*options: str) -> list[str]:
        asked = ["--from", address, "--account", "coordination", "--password", PASSWORD, "--to", str(to), *options]
        app(["pull", *asked], standalone_mode=False)
        return [line for line in capsys.readouterr().out.splitlines() if not line.startswith(" ")]

    assert said() == [f"Dans {to} : csv."]
    (to / "kiosque.ods").write_text("à moi")
    first, *_ = files = [*names([Format.CSV])]
    told = f"{', '.join(files[:4])} et {len(files) - 4} autres"
    assert said("--format", "jsonl") == [
        f"Dans {to} : jsonl.",
        f"Enlevé, car ce n’est plus demandé : {told}.",
        "Resté tel quel, et pas tenu à jour : kiosque.ods.",
    ]
    assert not (to / first).exists()


def test_a_first_pull_writes_over_nothing_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "kiosque.ods").write_text("à moi")
    with pytest.raises(headquarters.Taken, match=r"kiosque\.ods n’est pas un fichier que Kiosque a tiré"):
        headquarters.pull("http://127.0.0.1:9", "x", "x", tmp_path, formats=["csv", "ods"])
    assert [each.name for each in tmp_path.iterdir()] == ["kiosque.ods"]


@pytest.mark.parametrize(
    ("error", "said"), [(NoLine, "s’est coupée"), (Unreachable, "Rien ne répond")], ids=["cut", "nobody"]
)
def test_a_line_is_told_as_headquarters_sees_it(error: type[NoLine], said: str) -> None:
    with pytest.raises(headquarters.Cut, match=said), headquarters._said():  # noqa: SLF001 - what pull wears
        raise error


def test_who_pulls_is_noted_with_the_reason(central: Central, network: Network, address: str, tmp_path: Path) -> None:
    assert network.antennas
    asked = (address, "coordination", PASSWORD, tmp_path / "files")
    headquarters.pull(*asked, formats=["jsonl"])
    headquarters.pull(*asked, formats=["jsonl"], why="Étude de l’université")
    with pytest.raises(Unexplained, match="pourquoi"):
        headquarters.pull(*asked, formats=["jsonl"], why="CAF")
    noted = log(central.store)
    assert [(each.account, each.names) for each in noted] == [("coordination", True)] * 2
    assert [each.reason for each in noted] == ["Étude de l’université", "Tenir à jour une copie, par kiosque pull"]


@pytest.mark.parametrize("cursor", ["!", "AAAA", "x" * 60_000], ids=["signs", "bytes", "long"])
def test_a_cursor_that_is_none_is_refused(address: str, cursor: str) -> None:
    assert (
        httpx.get(
            f"{address}/pull", params={"cursor": cursor}, auth=ADMINISTRATOR, verify=PLAIN, timeout=PATIENT
        ).status_code
        == 400
    )


@pytest.mark.parametrize(
    "header", ["", "Basic", "Basic !!!", "Basic Y29vcmRpbmF0aW9u", "Basic /////w==", "Basic \xff\xfe", "Bearer x"]
)
def test_what_is_no_account_is_told_what_is_needed(address: str, header: str) -> None:
    headers = {b"authorization": header.encode("latin-1")} if header else {}
    refused = httpx.get(f"{address}/pull", headers=headers, verify=PLAIN, timeout=PATIENT)
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"].startswith("Basic realm=")


def test_guessing_passwords_is_slowed_down_here_as_on_the_page(address: str) -> None:
    with httpx.Client(
        verify=PLAIN, timeout=PATIENT, base_url=address, auth=("coordination", "pas le bon mot")
    ) as client:
        statuses = [client.get("/pull").status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]
