-- After a large file the planner knows nothing of what came in, and walks to each row of a wide box by itself, until the server has
-- looked by its own: a minute in which people look at what they took in. So it looks at once.
CREATE FUNCTION hostilities_survey() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    ANALYZE public.hostilities_value, public.hostilities_place, public.hostilities_daily;
END $$;
REVOKE ALL ON FUNCTION hostilities_survey() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hostilities_survey() TO homeward_app;
