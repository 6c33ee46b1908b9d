DROP VIEW hostilities_kept;
DO $$
DECLARE
    told record;
    named text;
BEGIN
    FOR told IN SELECT c.relname, p.polname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
                WHERE c.relname LIKE 'hostilities\_%' AND c.relnamespace = 'public'::regnamespace LOOP
        EXECUTE format('DROP POLICY %I ON %I', told.polname, told.relname);
    END LOOP;
    FOREACH named IN ARRAY ARRAY['original', 'piece', 'place', 'pair', 'source', 'value', 'setaside'] LOOP
        EXECUTE format('DROP TRIGGER kept ON hostilities_%s', named);
    END LOOP;
END $$;
