-- Which public pages have changed: written by triggers (prisma/functions/pages.sql), read before a kept page is served.
CREATE TABLE page_change (
  tx bigint NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint,
  subject uuid NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tx, subject)
);
