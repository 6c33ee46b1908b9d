DROP SCHEMA access CASCADE;
DROP POLICY known_to_all ON access_actor;
DROP POLICY signs_in ON access_actor;
DROP POLICY searched_by_digest ON access_token;
DROP POLICY compared_by_readers ON access_grant;
