-- Who may see that two people may be one: whoever sees both. These tables are working tables, and may be made again.
DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['pair', 'searched'] LOOP
        EXECUTE format('ALTER TABLE matching_%s ENABLE ROW LEVEL SECURITY', named);
        EXECUTE format('ALTER TABLE matching_%s FORCE ROW LEVEL SECURITY', named);
        EXECUTE format('CREATE POLICY seen_by_those_who_see_both ON matching_%s FOR SELECT TO homeward_app
                        USING (compartment_id = ANY ((SELECT access.visible())::uuid[])
                               AND other_compartment_id = ANY ((SELECT access.visible())::uuid[]))', named);
        EXECUTE format('CREATE POLICY kept_by_those_who_write_in_both ON matching_%s TO homeward_app
                        USING (compartment_id = ANY ((SELECT access.writable())::uuid[])
                               AND other_compartment_id = ANY ((SELECT access.writable())::uuid[]))
                        WITH CHECK (compartment_id = ANY ((SELECT access.writable())::uuid[])
                                    AND other_compartment_id = ANY ((SELECT access.writable())::uuid[]))', named);
        EXECUTE format('CREATE POLICY seen_whole ON matching_%s FOR SELECT TO homeward_verifier, homeward_keeper USING (true)', named);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON matching_%s TO homeward_app', named);
        EXECUTE format('GRANT SELECT ON matching_%s TO homeward_verifier, homeward_keeper', named);
    END LOOP;
END $$;
