-- The postgres image runs this once, with psql, when the database is new. The programs sign in as a
-- role that owns nothing: the owner of a table is not bound by its row-level security.
\getenv password PROGRAMS_PASSWORD
CREATE ROLE hemgang_programs LOGIN PASSWORD :'password';
-- For all that `migrate` makes, now and later, in every schema.
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO hemgang_programs;
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hemgang_programs;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO hemgang_programs;
