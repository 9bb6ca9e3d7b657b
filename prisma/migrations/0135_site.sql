-- What admins say about the site, and its pages of its own: every version. The last one of a part is in force.
CREATE TABLE site_version (
  part text NOT NULL,
  version int NOT NULL CHECK (version > 0),
  value jsonb NOT NULL,
  by uuid,
  at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (part, version)
);
CREATE INDEX site_version_at_idx ON site_version (at DESC);
