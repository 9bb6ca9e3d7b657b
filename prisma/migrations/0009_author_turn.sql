-- Posts of one author are in order: each takes the turn after the one its checks have seen (domain/comments/post.ts).
CREATE TABLE author_turn (
  member_id uuid NOT NULL,
  turn int NOT NULL,
  CONSTRAINT author_turn_pkey PRIMARY KEY (member_id),
  CONSTRAINT author_turn_member FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE
);
