-- Who may see and write what concerns boarding: by compartment. Seats are held and let go; what finds statements is only added to.
DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['ofconvoy', 'held'] LOOP
        EXECUTE format('ALTER TABLE crossings_%s ENABLE ROW LEVEL SECURITY', named);
        EXECUTE format('ALTER TABLE crossings_%s FORCE ROW LEVEL SECURITY', named);
        EXECUTE format('CREATE POLICY seen_by_those_let_in ON crossings_%s FOR SELECT TO homeward_app
                        USING (compartment_id = ANY ((SELECT access.visible())::uuid[]))', named);
        EXECUTE format('CREATE POLICY added_by_those_who_write ON crossings_%s FOR INSERT TO homeward_app
                        WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[]))', named);
        EXECUTE format('CREATE POLICY seen_whole ON crossings_%s FOR SELECT TO homeward_verifier, homeward_keeper USING (true)', named);
        EXECUTE format('GRANT SELECT, INSERT ON crossings_%s TO homeward_app', named);
        EXECUTE format('GRANT SELECT ON crossings_%s TO homeward_verifier, homeward_keeper', named);
    END LOOP;
END $$;

CREATE POLICY made_again_by_replay ON crossings_ofconvoy TO homeward_projector USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON crossings_ofconvoy TO homeward_projector;

CREATE POLICY let_go_by_those_who_write ON crossings_held FOR DELETE TO homeward_app
    USING (compartment_id = ANY ((SELECT access.writable())::uuid[]));
GRANT DELETE ON crossings_held TO homeward_app;
