-- Who acts in this transaction, and what that actor may see. Policies call access.visible() and never read a setting,
-- so that how an actor is proven can be hardened here without touching a policy.
-- A function that acts for its owner names pg_temp last in its search path: unnamed it would be the first, and a caller's
-- temporary table would be read in place of the desk's.
CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO homeward_app, homeward_writer, homeward_searcher, homeward_projector, homeward_verifier, homeward_keeper;

-- The actor of this transaction, or null.
CREATE FUNCTION access.actor() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('homeward.actor', true), '')::uuid;

-- Act as this actor until the transaction ends; `only` narrows what is seen to these compartments (jobs).
CREATE FUNCTION access.enter(who uuid, only_in uuid[] DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('homeward.actor', coalesce(who::text, ''), true);
    PERFORM set_config('homeward.only', coalesce(array_to_string(only_in, ','), ''), true);
END $$;

-- Whether all that is seen is narrowed away but for some compartments, and this is none of them.
CREATE FUNCTION access.is_left_out(compartment uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NOT compartment = ANY (string_to_array(nullif(current_setting('homeward.only', true), ''), ',')::uuid[]);

-- The compartments that the actor of this transaction may see.
CREATE FUNCTION access.visible() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce(array_agg(g.compartment_id), '{}'::uuid[])
    FROM access_grant g JOIN access_actor a ON a.id = g.actor_id
    WHERE g.actor_id = access.actor() AND g.ended_at IS NULL AND a.is_active
      AND access.is_left_out(g.compartment_id) IS NOT TRUE
$$;

-- The compartments that the actor of this transaction may write in.
CREATE FUNCTION access.writable() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce(array_agg(g.compartment_id), '{}'::uuid[])
    FROM access_grant g JOIN access_actor a ON a.id = g.actor_id
    WHERE g.actor_id = access.actor() AND g.ended_at IS NULL AND a.is_active AND g.may_write
      AND access.is_left_out(g.compartment_id) IS NOT TRUE
$$;

-- Whether everybody who may see this compartment may also see all of these; asked by who may see it, and told as yes or no.
CREATE FUNCTION access.is_seen_only_by_those_who_see(compartment uuid, others uuid[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT compartment = ANY (access.visible()) AND NOT EXISTS (
        SELECT FROM access_grant g JOIN access_actor a ON a.id = g.actor_id, unnest(others) AS other (id)
        WHERE g.compartment_id = compartment AND g.ended_at IS NULL AND a.is_active
          AND NOT EXISTS (SELECT FROM access_grant h
                          WHERE h.actor_id = g.actor_id AND h.compartment_id = other.id AND h.ended_at IS NULL))
$$;

-- Whether the actor of this transaction administers the desk. Administering lets nobody see a case.
CREATE FUNCTION access.administers() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM access_actor WHERE id = access.actor() AND administrator AND is_active)
$$;

-- Whether anybody administers the desk yet.
CREATE FUNCTION access.has_administrator() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM access_actor WHERE administrator)
$$;

-- Everybody's name is known here, also to whoever has not signed in yet; accounts come from administrators, or from nobody
-- on a desk that has none. What makes an administrator is written once: no grant below lets it be changed.
ALTER TABLE access_actor ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_actor FORCE ROW LEVEL SECURITY;
CREATE POLICY known_to_all ON access_actor FOR SELECT USING (true);
CREATE POLICY made_by_administrators ON access_actor FOR INSERT
    WITH CHECK ((SELECT access.administers()) OR NOT (SELECT access.has_administrator()));
CREATE POLICY signs_in ON access_actor FOR UPDATE USING (true);

ALTER TABLE access_compartment ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_compartment FORCE ROW LEVEL SECURITY;
CREATE POLICY seen_by_those_let_in ON access_compartment FOR SELECT
    USING (id = ANY ((SELECT access.visible())::uuid[]) OR (SELECT access.administers()));
CREATE POLICY made_by_administrators ON access_compartment FOR INSERT WITH CHECK ((SELECT access.administers()));
CREATE POLICY named_by_administrators ON access_compartment FOR UPDATE USING ((SELECT access.administers()));

ALTER TABLE access_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_grant FORCE ROW LEVEL SECURITY;
-- visible() itself reads this table, so this policy must not call it.
CREATE POLICY own_grants ON access_grant FOR SELECT USING (actor_id = access.actor());
CREATE POLICY administrators_see_grants ON access_grant FOR SELECT TO homeward_app USING ((SELECT access.administers()));
CREATE POLICY given_by_administrators ON access_grant FOR INSERT WITH CHECK ((SELECT access.administers()));
CREATE POLICY ended_by_administrators ON access_grant FOR UPDATE USING ((SELECT access.administers()));

ALTER TABLE access_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_key FORCE ROW LEVEL SECURITY;
CREATE POLICY keys_of_visible_compartments ON access_key
    USING (compartment_id = ANY ((SELECT access.visible())::uuid[]))
    WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]));

ALTER TABLE access_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_token FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tokens ON access_token USING (actor_id = access.actor()) WITH CHECK (actor_id = access.actor());

-- The actor behind a token that holds at this moment; the table itself shows nobody another's token.
CREATE FUNCTION access.actor_of_token(token_digest bytea, at timestamptz) RETURNS TABLE (actor_id uuid, scopes text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT t.actor_id, t.scopes FROM access_token t JOIN access_actor a ON a.id = t.actor_id
    WHERE t.digest = token_digest AND t.ended_at IS NULL AND t.expires_at > at AND a.is_active
$$;
-- Who may call it is said before it is handed over: afterwards only its new owner could.
REVOKE ALL ON FUNCTION access.actor_of_token(bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.actor_of_token(bytea, timestamptz) TO homeward_app;
REVOKE ALL ON FUNCTION access.is_seen_only_by_those_who_see(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.is_seen_only_by_those_who_see(uuid, uuid[]) TO homeward_app;
GRANT CREATE ON SCHEMA access TO homeward_searcher;
ALTER FUNCTION access.actor_of_token(bytea, timestamptz) OWNER TO homeward_searcher;
ALTER FUNCTION access.is_seen_only_by_those_who_see(uuid, uuid[]) OWNER TO homeward_searcher;
REVOKE CREATE ON SCHEMA access FROM homeward_searcher;
CREATE POLICY compared_by_readers ON access_grant FOR SELECT TO homeward_searcher USING (true);
GRANT SELECT (actor_id, compartment_id, ended_at) ON access_grant TO homeward_searcher;
CREATE POLICY searched_by_digest ON access_token FOR SELECT TO homeward_searcher USING (true);
GRANT SELECT (actor_id, scopes, digest, expires_at, ended_at) ON access_token TO homeward_searcher;
GRANT SELECT (id, is_active) ON access_actor TO homeward_searcher;

GRANT SELECT, INSERT, UPDATE ON access_compartment, access_token TO homeward_app;
GRANT SELECT, INSERT ON access_actor, access_grant TO homeward_app;
GRANT UPDATE (password, last_login, shown_as, is_active) ON access_actor TO homeward_app;
GRANT UPDATE (ended_at, ended_by_id) ON access_grant TO homeward_app;
GRANT SELECT, INSERT, DELETE ON access_key TO homeward_app;
