-- Who may see and write in the register: by compartment. Nothing in it is changed; to forget somebody a key is destroyed.
DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['record', 'person', 'said', 'whereabouts', 'kin', 'consent', 'need', 'sought', 'judgement', 'needlisted',
                                 'erasureasked', 'erased'] LOOP
        EXECUTE format('ALTER TABLE people_%s ENABLE ROW LEVEL SECURITY', named);
        EXECUTE format('ALTER TABLE people_%s FORCE ROW LEVEL SECURITY', named);
        EXECUTE format('CREATE POLICY seen_by_those_let_in ON people_%s FOR SELECT TO homeward_app
                        USING (compartment_id = ANY ((SELECT access.visible())::uuid[]))', named);
        EXECUTE format('CREATE POLICY added_by_those_who_write ON people_%s FOR INSERT TO homeward_app
                        WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]))', named);
        EXECUTE format('CREATE POLICY seen_whole ON people_%s FOR SELECT TO homeward_verifier, homeward_keeper USING (true)', named);
        EXECUTE format('GRANT SELECT, INSERT ON people_%s TO homeward_app', named);
        EXECUTE format('GRANT SELECT ON people_%s TO homeward_verifier, homeward_keeper', named);
        IF named <> 'record' THEN
            EXECUTE format('CREATE POLICY made_again_by_replay ON people_%s TO homeward_projector USING (true) WITH CHECK (true)', named);
            EXECUTE format('GRANT SELECT, INSERT, DELETE ON people_%s TO homeward_projector', named);
        END IF;
    END LOOP;
END $$;

-- Replay reads the rows of lists and writes none.
CREATE POLICY seen_whole_by_replay ON people_record FOR SELECT TO homeward_projector USING (true);
GRANT SELECT ON people_record TO homeward_projector;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON people_record FOR EACH STATEMENT EXECUTE FUNCTION access.never();
