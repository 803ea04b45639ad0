"""Names and numbers of people as the server draws them: others in each copy of a network, and each year."""

SURNAMES = """
    CREATE FUNCTION pg_temp.drawn(said text, digit int) RETURNS int LANGUAGE sql IMMUTABLE AS
        $$ SELECT ('x' || substr(md5(said), digit, 7))::bit(28)::int $$;
    CREATE FUNCTION pg_temp.syllable(said text, digit int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT substr('bdfglmnprstvcj', 1 + pg_temp.drawn(said, digit) %% 14, 1)
            || (ARRAY['a','e','i','o','u','an','on','ar','ier','ou'])[1 + pg_temp.drawn(said, digit + 8) %% 10] $$;
    CREATE FUNCTION pg_temp.drawn_surname(said text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
    DECLARE rank text := (100000 * pow(pg_temp.drawn(said, 1) / 268435456.0, 2))::int::text;
    BEGIN
        RETURN initcap(pg_temp.syllable(rank, 1) || pg_temp.syllable(rank, 3) || pg_temp.syllable(rank, 5));
    END $$;
"""
"""A surname of a hundred thousand; the commonest is borne by three in a thousand."""

CALLED = {
    "family_name": "pg_temp.drawn_surname(family_name || id || '.' || copy || '.' || :which)",
    "card": "md5(card || copy || '.' || :which)",
    "phone": "'0' || lpad((('x' || substr(md5(phone || copy || '.' || :which), 1, 7))::bit(28)::int)::text, 9, '6')",
    "email": "substr(md5(email || copy || '.' || :which), 1, 9) || email",
}

_WHO = "name || copy || '.' || :which"
STANDING = {
    "name": f"regexp_replace(name, ' [^ ]+$', '') || ' ' || pg_temp.drawn_surname({_WHO})",
    "phone": f"""CASE WHEN pg_temp.drawn({_WHO}, 9) % 3 = 0
        THEN '06' || lpad((pg_temp.drawn({_WHO}, 5) % 100000000)::text, 8, '0') END""",
}
"""Of names that stand alone: the same person all through a year, and of every third the number is said."""
