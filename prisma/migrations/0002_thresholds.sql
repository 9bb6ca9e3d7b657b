-- The numbers that a ballot hides behind, which stood as literals in functions (prisma/functions/thresholds.sql).
CREATE TABLE threshold (
  name text NOT NULL,
  value double precision NOT NULL,
  CONSTRAINT threshold_pkey PRIMARY KEY (name)
);
