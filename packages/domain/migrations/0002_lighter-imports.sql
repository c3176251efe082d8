DROP INDEX "import_row_member";--> statement-breakpoint
DROP INDEX "membership_cause";--> statement-breakpoint
DROP INDEX "member_name";--> statement-breakpoint
CREATE INDEX "member_name" ON "member" USING btree (full_name collate "vi-x-icu","id","search_text","left_on");--> statement-breakpoint
UPDATE "import_row" SET "member_id" = gen_random_uuid() WHERE "outcome" = 'new' AND "member_id" IS NULL;--> statement-breakpoint
UPDATE "import_row" SET "revision" = "revision" - 1 WHERE "outcome" = 'changed' AND "committed";--> statement-breakpoint
UPDATE "import_batch" SET "line" = coalesce((SELECT max("import_row"."line") FROM "import_row" WHERE "batch_id" = "import_batch"."id" AND "committed" AND "undone" IS NULL), 0) WHERE "status" IN ('committing', 'committed', 'undoing');--> statement-breakpoint
ALTER TABLE "import_row" DROP COLUMN "committed";