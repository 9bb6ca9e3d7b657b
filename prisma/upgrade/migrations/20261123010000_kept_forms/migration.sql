-- A refused plain form is kept for a day, so that nothing typed is lost on the way back to it.
CREATE TABLE "kept_form" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "fields" JSONB NOT NULL,
    "problem" TEXT NOT NULL,
    "problems" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_form_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "kept_form_at_idx" ON "kept_form"("at");
