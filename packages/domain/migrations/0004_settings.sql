CREATE TABLE "configuration_draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" text NOT NULL,
	"reason" text,
	"cites" jsonb,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"effective_on" date,
	"revision" integer,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "configuration_draft_section" (
	"draft_id" uuid NOT NULL,
	"section" text NOT NULL,
	"value" jsonb NOT NULL,
	"base_hash" text NOT NULL,
	"version" integer NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "configuration_draft_section_draft_id_section_pk" PRIMARY KEY("draft_id","section")
);
--> statement-breakpoint
ALTER TABLE "configuration_revision" ADD COLUMN "cites" jsonb;--> statement-breakpoint
ALTER TABLE "configuration_draft_section" ADD CONSTRAINT "configuration_draft_section_draft_id_configuration_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."configuration_draft"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "configuration_draft_open" ON "configuration_draft" USING btree ("status") WHERE "configuration_draft"."status" = 'open';--> statement-breakpoint
CREATE INDEX "configuration_draft_waiting" ON "configuration_draft" USING btree ("effective_on") WHERE "configuration_draft"."status" in ('scheduled', 'failed');