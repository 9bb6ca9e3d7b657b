-- How comments fared at the desk by the stance their authors show, by article and month, as of the last Monday: what the fairness check reads.
-- `comments` are those of all sides. `sides` is [{ option, comments, held, rejected, appeals, upheld }], `rules` [{ rule, option, count }].
CREATE TABLE fairness_month (
  article_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  month date NOT NULL,
  comments int NOT NULL,
  sides jsonb NOT NULL,
  rules jsonb NOT NULL,
  PRIMARY KEY (article_id, month)
);
CREATE INDEX fairness_month_month_comments_article_id_idx ON fairness_month (month DESC, comments DESC, article_id);
-- Up to when they are counted; up to `after`, by the ids of articles, while that goes on.
CREATE TABLE fairness_counting (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  counted_to timestamptz(3) NOT NULL,
  after uuid
);
