-- What a member follows or has muted: a discussion (its subject is the article) or a branch of it (the comment that begins it).
-- What is nearest to a comment counts. `ended` says that somebody stopped following, so that their next vote does not begin it again.
CREATE TYPE following_state AS ENUM ('followed', 'ended', 'muted');
CREATE TABLE following (
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  article_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  state following_state NOT NULL,
  PRIMARY KEY (member_id, article_id, subject_id)
);
CREATE INDEX following_subject_id_member_id_idx ON following (subject_id, member_id);

-- Whose comments fold away for whom. Nobody is told.
CREATE TABLE member_mute (
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  muted_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (member_id, muted_id),
  CONSTRAINT member_mute_others CHECK (member_id <> muted_id)
);
CREATE INDEX member_mute_muted_id_idx ON member_mute (muted_id);

-- By which a program reads the replies to a member. The address names the row and is signed; ending it deletes the row.
CREATE TABLE reply_feed (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  member_id uuid NOT NULL UNIQUE REFERENCES member (id) ON DELETE CASCADE,
  at timestamptz(3) NOT NULL DEFAULT now()
);
