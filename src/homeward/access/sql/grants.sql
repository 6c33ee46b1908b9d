-- What the app role may do with the tables that come with the framework: sessions and jobs.
GRANT SELECT ON django_migrations, django_content_type TO homeward_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON django_session TO homeward_app;
DO $$
DECLARE
    named text;
BEGIN
    FOR named IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                 AND c.relname LIKE 'procrastinate\_%' LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO homeward_app', named);
    END LOOP;
    FOR named IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S'
                 AND c.relname LIKE 'procrastinate\_%' LOOP
        EXECUTE format('GRANT USAGE, SELECT ON SEQUENCE %I TO homeward_app', named);
    END LOOP;
END $$;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO homeward_keeper;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO homeward_keeper;
