-- A second opinion on what both sides respect, for articles that more than a thousand readers reacted to. It is made from reactions
-- alone, so no vote is in it; an article is due when a batch of reactions was published for one of its comments.
CREATE TABLE "second_opinion" (
    "article_id" UUID NOT NULL,
    "due" BOOLEAN NOT NULL DEFAULT true,
    "begun_at" TIMESTAMPTZ(3),
    "as_of" TIMESTAMPTZ(3),
    "reactors" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "second_opinion_pkey" PRIMARY KEY ("article_id")
);
CREATE INDEX second_opinion_due ON second_opinion (begun_at) WHERE due;

-- The comments that stand out by it, best first.
CREATE TABLE "second_opinion_comment" (
    "article_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "comment_id" UUID NOT NULL,

    CONSTRAINT "second_opinion_comment_pkey" PRIMARY KEY ("article_id","place")
);
ALTER TABLE second_opinion ADD CONSTRAINT second_opinion_article FOREIGN KEY (article_id) REFERENCES article (id) ON DELETE CASCADE;
ALTER TABLE second_opinion_comment ADD CONSTRAINT second_opinion_comment_article FOREIGN KEY (article_id) REFERENCES article (id) ON DELETE CASCADE;
ALTER TABLE second_opinion_comment ADD CONSTRAINT second_opinion_comment_comment FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE;
CREATE INDEX "second_opinion_comment_comment_id_idx" ON "second_opinion_comment"("comment_id");
