-- CreateTable
CREATE TABLE "article_moderator" (
    "article_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_moderator_pkey" PRIMARY KEY ("member_id","article_id")
);

-- CreateIndex
CREATE INDEX "article_moderator_article_id_idx" ON "article_moderator"("article_id");

-- AddForeignKey
ALTER TABLE "article_moderator" ADD CONSTRAINT "article_moderator_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_moderator" ADD CONSTRAINT "article_moderator_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The log of what one article's moderators see, newest first.
CREATE INDEX decision_of_article ON decision (article_id, seq DESC) WHERE article_id IS NOT NULL;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON article_moderator TO moot_app;
  END IF;
END $$;
