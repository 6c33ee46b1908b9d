-- Who may see and write what came in as lists. Originals, rows, departures and lines set aside are only added to; to forget
-- somebody keys are destroyed. What is worked out of a file before it is taken in may be made again.
DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['original', 'upload', 'keying', 'row', 'setaside', 'departure', 'list', 'version', 'reading',
                                 'mapping', 'settledrow', 'removals'] LOOP
        EXECUTE format('ALTER TABLE lists_%s ENABLE ROW LEVEL SECURITY', named);
        EXECUTE format('ALTER TABLE lists_%s FORCE ROW LEVEL SECURITY', named);
        EXECUTE format('CREATE POLICY seen_by_those_let_in ON lists_%s FOR SELECT TO homeward_app
                        USING (compartment_id = ANY ((SELECT access.visible())::uuid[]))', named);
        EXECUTE format('CREATE POLICY added_by_those_who_write ON lists_%s FOR INSERT TO homeward_app
                        WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]))', named);
        EXECUTE format('CREATE POLICY seen_whole ON lists_%s FOR SELECT TO homeward_verifier, homeward_keeper USING (true)', named);
        EXECUTE format('GRANT SELECT, INSERT ON lists_%s TO homeward_app', named);
        EXECUTE format('GRANT SELECT ON lists_%s TO homeward_verifier, homeward_keeper', named);
        IF named IN ('original', 'row', 'setaside', 'departure') THEN
            EXECUTE format('CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON lists_%s
                            FOR EACH STATEMENT EXECUTE FUNCTION access.never()', named);
        ELSIF named NOT IN ('upload', 'keying') THEN
            EXECUTE format('CREATE POLICY made_again_by_replay ON lists_%s TO homeward_projector USING (true) WITH CHECK (true)', named);
            EXECUTE format('GRANT SELECT, INSERT, DELETE ON lists_%s TO homeward_projector', named);
        END IF;
    END LOOP;
END $$;

CREATE POLICY gone_on_by_those_who_write ON lists_upload FOR UPDATE TO homeward_app
    USING (compartment_id = ANY ((SELECT access.writable())::uuid[]))
    WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]));
GRANT UPDATE (declared, media_type, state, rows, aside, asked, warned, reason, tries, name_box, answers_box, report_box, taken_by, changed_at)
    ON lists_upload TO homeward_app;

-- Everything that is kept of a version, a line each: the root over them stands in the statement of its reading. Of what is sealed
-- the hash of the box, so that it still holds when a key is destroyed; and whoever asks sees what the tables show them.
CREATE VIEW lists_kept WITH (security_invoker = true) AS
SELECT u.id AS version_id, o.case_id, o.compartment_id, 'file' AS part, NULL::int AS sheet, NULL::int AS number, o.id AS kept_id,
       NULL::uuid AS person_id, encode(o.digest, 'hex') AS word, NULL::uuid AS before_record_id, NULL::text AS fields,
       encode(sha256(o.box), 'hex') AS box
FROM lists_upload u JOIN lists_original o ON o.id = u.original_id WHERE u.state = 'taken'
UNION ALL
SELECT version_id, case_id, compartment_id, 'row', sheet, number, record_id, person_id, change, before_record_id, fields::text, NULL
FROM lists_row
UNION ALL
SELECT version_id, case_id, compartment_id, 'set aside', sheet, number, id, NULL, code, NULL, NULL, encode(sha256(box), 'hex')
FROM lists_setaside
UNION ALL
SELECT version_id, case_id, compartment_id, 'gone', NULL, NULL, record_id, person_id, NULL, NULL, NULL, NULL
FROM lists_departure;
GRANT SELECT ON lists_kept TO homeward_app, homeward_verifier, homeward_keeper;

-- Whoever types a line does so in their own name: a second person must key the same.
CREATE POLICY keyed_in_ones_own_name ON lists_keying AS RESTRICTIVE FOR INSERT TO homeward_app
    WITH CHECK (keyed_by = (SELECT access.actor()));
