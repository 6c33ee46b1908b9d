from __future__ import annotations

from tests.grounds.databases import Database

HANDED_OVER = "FROM pg_proc p WHERE p.proowner::regrole::text IN ('homeward_writer', 'homeward_searcher')"


def test_functions_of_the_writer_and_the_searcher_are_nobody_elses(fresh_database: Database) -> None:
    may = "has_function_privilege('{}', p.oid, 'EXECUTE')"
    answer = fresh_database.superuser(
        f"SELECT count(*) > 6, bool_and({may.format('homeward_app')}), bool_or({may.format('homeward_projector')}),"
        f" bool_or(p.proacl IS NULL), bool_and(p.prosecdef) {HANDED_OVER}"
    )

    assert answer == "t\tt\tf\tf\tt\n"


def test_the_keeper_and_the_verifier_write_nothing(fresh_database: Database) -> None:
    for role in ("homeward_keeper", "homeward_verifier"):
        may = " OR ".join(f"has_table_privilege('{role}', c.oid, '{verb}')" for verb in ("INSERT", "UPDATE", "DELETE"))
        answer = fresh_database.superuser(
            "SELECT count(*) FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"
            f" AND ({may})"
        )

        assert answer == "0\n", role
