-- Who may see and write series of hostilities: by compartment. What came in is only added to; the rest is made by replay.
DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['original', 'piece', 'place', 'pair', 'source', 'value', 'setaside', 'dataset', 'version', 'daily'] LOOP
        EXECUTE format('ALTER TABLE hostilities_%s ENABLE ROW LEVEL SECURITY', named);
        EXECUTE format('ALTER TABLE hostilities_%s FORCE ROW LEVEL SECURITY', named);
        EXECUTE format('CREATE POLICY seen_by_those_let_in ON hostilities_%s FOR SELECT TO homeward_app
                        USING (compartment_id = ANY ((SELECT access.visible())::uuid[]))', named);
        EXECUTE format('CREATE POLICY added_by_those_who_write ON hostilities_%s FOR INSERT TO homeward_app
                        WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]))', named);
        EXECUTE format('CREATE POLICY seen_whole ON hostilities_%s FOR SELECT TO homeward_verifier, homeward_keeper USING (true)', named);
        EXECUTE format('GRANT SELECT, INSERT ON hostilities_%s TO homeward_app', named);
        EXECUTE format('GRANT SELECT ON hostilities_%s TO homeward_verifier, homeward_keeper', named);
        IF named IN ('dataset', 'version', 'daily') THEN
            EXECUTE format('CREATE POLICY made_again_by_replay ON hostilities_%s TO homeward_projector USING (true) WITH CHECK (true)', named);
            EXECUTE format('GRANT SELECT, INSERT, DELETE ON hostilities_%s TO homeward_projector', named);
        ELSE
            EXECUTE format('CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON hostilities_%s
                            FOR EACH STATEMENT EXECUTE FUNCTION access.never()', named);
        END IF;
        IF named IN ('value', 'place') THEN  -- which the sums by day are made of
            EXECUTE format('CREATE POLICY added_up_by_replay ON hostilities_%s FOR SELECT TO homeward_projector USING (true)', named);
            EXECUTE format('GRANT SELECT ON hostilities_%s TO homeward_projector', named);
        END IF;
    END LOOP;
END $$;

-- Everything that is kept of a version, a line each: the root over them stands in the statement of its reading.
CREATE VIEW hostilities_kept WITH (security_invoker = true) AS
SELECT version_id, case_id, compartment_id, 'value' AS part, number, part AS sub,
       ROW(local, nature, measure, place, dyad, source, first, last, date_prec, clarity, low, best, high, side_a, side_b, civilians,
           unknown, flags)::text AS told
FROM hostilities_value
UNION ALL
SELECT version_id, case_id, compartment_id, 'place', number, 0,
       ROW(country, adm_1, adm_2, name, latitude, longitude, where_prec, doubts)::text
FROM hostilities_place
UNION ALL
SELECT version_id, case_id, compartment_id, 'pair', number, 0, ROW(key, name, side_a, side_b, type)::text FROM hostilities_pair
UNION ALL
SELECT version_id, case_id, compartment_id, 'source', number, 0, ROW(name)::text FROM hostilities_source
UNION ALL
SELECT version_id, case_id, compartment_id, 'set aside', number, 0, ROW(code, heading, message, cells)::text FROM hostilities_setaside;
GRANT SELECT ON hostilities_kept TO homeward_app, homeward_verifier, homeward_keeper;
