DO $$
DECLARE
    told record;
BEGIN
    FOR told IN SELECT c.relname, p.polname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
                WHERE c.relname IN ('crossings_ofconvoy', 'crossings_held') AND c.relnamespace = 'public'::regnamespace LOOP
        EXECUTE format('DROP POLICY %I ON %I', told.polname, told.relname);
    END LOOP;
END $$;
