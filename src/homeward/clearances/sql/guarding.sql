-- Who may see and write about clearances: by compartment. Nothing in them is changed; replay makes them again.
DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['request', 'permission', 'confirmation'] LOOP
        EXECUTE format('ALTER TABLE clearances_%s ENABLE ROW LEVEL SECURITY', named);
        EXECUTE format('ALTER TABLE clearances_%s FORCE ROW LEVEL SECURITY', named);
        EXECUTE format('CREATE POLICY seen_by_those_let_in ON clearances_%s FOR SELECT TO homeward_app
                        USING (compartment_id = ANY ((SELECT access.visible())::uuid[]))', named);
        EXECUTE format('CREATE POLICY added_by_those_who_write ON clearances_%s FOR INSERT TO homeward_app
                        WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]))', named);
        EXECUTE format('CREATE POLICY seen_whole ON clearances_%s FOR SELECT TO homeward_verifier, homeward_keeper USING (true)', named);
        EXECUTE format('CREATE POLICY made_again_by_replay ON clearances_%s TO homeward_projector USING (true) WITH CHECK (true)', named);
        EXECUTE format('GRANT SELECT, INSERT ON clearances_%s TO homeward_app', named);
        EXECUTE format('GRANT SELECT ON clearances_%s TO homeward_verifier, homeward_keeper', named);
        EXECUTE format('GRANT SELECT, INSERT, DELETE ON clearances_%s TO homeward_projector', named);
    END LOOP;
END $$;
