-- How many people a figure needs, how long it rests, and how long things are kept, as domain/thresholds.ts has them: whoever applies these functions
-- fills the table. The site's role reads it and cannot write it, and no function takes such a number from its caller.

-- A number that is not there is an error: compared with null, every wall would be open.
CREATE OR REPLACE FUNCTION threshold(called text) RETURNS double precision
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found double precision := (SELECT t.value FROM threshold t WHERE t.name = called);
BEGIN
  IF found IS NULL THEN RAISE EXCEPTION 'There is no threshold "%".', called; END IF;
  RETURN found;
END $$;
REVOKE ALL ON FUNCTION threshold FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION threshold TO moot_app;
