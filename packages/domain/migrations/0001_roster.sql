CREATE TABLE "delegation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"from_member_id" uuid NOT NULL,
	"to_member_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL,
	"reason" text,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "adoption_count" (
	"day" date NOT NULL,
	"unit_id" uuid NOT NULL,
	"members" integer NOT NULL,
	"probationary" integer NOT NULL,
	"exempt" integer NOT NULL,
	"without_smartphone" integer NOT NULL,
	"smartphone_unknown" integer NOT NULL,
	"registered" integer NOT NULL,
	"awaiting" integer NOT NULL,
	"active" integer NOT NULL,
	"probationary_registered" integer NOT NULL,
	"probationary_active" integer NOT NULL,
	"expected" integer NOT NULL,
	"expected_registered" integer NOT NULL,
	"expected_active" integer NOT NULL,
	"counted" integer NOT NULL,
	"counted_registered" integer NOT NULL,
	"counted_active" integer NOT NULL,
	CONSTRAINT "adoption_count_day_unit_id_pk" PRIMARY KEY("day","unit_id")
);
--> statement-breakpoint
CREATE TABLE "smartphone" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"has" boolean NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "smartphone_census" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"changes" jsonb NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "custody" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seat_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"decision_id" uuid,
	"ended_by" text,
	"end_reason" text,
	"cancelled" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grant_proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"status" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "seat" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "user_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "user_group_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date
);
--> statement-breakpoint
CREATE TABLE "user_group_role" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "card_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"member_id" uuid NOT NULL,
	"other_card" text,
	"unit_id" uuid NOT NULL,
	"note" text,
	"reported_by" text NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"confirmed_by" uuid,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"old_card" text NOT NULL,
	"new_card" text,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "dossier" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"open" jsonb NOT NULL,
	"sealed" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"verified_by" text,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"status" text NOT NULL,
	"sealed" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "import_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"status" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"file_key" text NOT NULL,
	"file_name" text NOT NULL,
	"header_line" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"sample" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"totals" jsonb NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"line" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"failure_line" integer,
	"purged_at" timestamp (3) with time zone,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"committed_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "import_mapping" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"batch_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"outcome" text NOT NULL,
	"member_id" uuid,
	"card" text,
	"values" jsonb NOT NULL,
	"errors" jsonb,
	"before" jsonb,
	"revision" integer,
	"committed" boolean DEFAULT false NOT NULL,
	"undone" text,
	CONSTRAINT "import_row_batch_id_line_pk" PRIMARY KEY("batch_id","line")
);
--> statement-breakpoint
CREATE TABLE "reconciliation_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"line" integer,
	"member_id" uuid,
	"differences" jsonb NOT NULL,
	"resolution" text,
	"note" text,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "member_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"field" text NOT NULL,
	"before" text,
	"after" text,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"request_id" uuid
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"cause" uuid
);
--> statement-breakpoint
CREATE TABLE "roster_action" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"before" jsonb NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"page" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"signed_on" date NOT NULL,
	"signer" text NOT NULL,
	"issuer" text,
	"file_key" text,
	"file_name" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "export_tally" (
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"files" integer NOT NULL,
	CONSTRAINT "export_tally_account_id_day_pk" PRIMARY KEY("account_id","day")
);
--> statement-breakpoint
CREATE TABLE "organisation_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"effective_on" date NOT NULL,
	"status" text NOT NULL,
	"decision_id" uuid,
	"plan" jsonb NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "unit_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"parent_id" uuid,
	"path" "ltree" NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"folded_name" text GENERATED ALWAYS AS (ext.fold(name)) STORED,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"opened_by" uuid,
	"closed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "transfer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"from_unit_id" uuid,
	"to_unit_id" uuid,
	"decided_at_unit_id" uuid,
	"elsewhere" text,
	"partner" text,
	"nonce" text,
	"person" text,
	"reason" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	"decision_id" uuid,
	"letter_year" integer,
	"letter_ordinal" integer,
	"effective_on" date,
	"until_on" date
);
--> statement-breakpoint
CREATE TABLE "transfer_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"transfer_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"status" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "once_key" text;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "restricted_until" date;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "restriction_reason" text;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "reminded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "one_time_code" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "source" text DEFAULT 'direct' NOT NULL;--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "source_id" uuid;--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "sort_name" text GENERATED ALWAYS AS (regexp_replace(full_name, '^(.*)\s(\S+)$', '\2 \1')) STORED;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "search_text" text GENERATED ALWAYS AS (' ' || ext.fold(full_name || ' ' || regexp_replace(card_number, '[^[:alnum:]]', '', 'g') || ' ' || coalesce(phone, ''))) STORED;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "gender" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "probation_ends_on" date;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "exempt_from" date;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "exempt_until" date;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "left_on" date;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "leaving" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "photo_key" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "folded_name" text GENERATED ALWAYS AS (ext.fold(name)) STORED;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_from_member_id_member_id_fk" FOREIGN KEY ("from_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_to_member_id_member_id_fk" FOREIGN KEY ("to_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_count" ADD CONSTRAINT "adoption_count_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartphone" ADD CONSTRAINT "smartphone_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartphone_census" ADD CONSTRAINT "smartphone_census_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody" ADD CONSTRAINT "custody_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody" ADD CONSTRAINT "custody_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody" ADD CONSTRAINT "custody_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_proposal" ADD CONSTRAINT "grant_proposal_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_proposal" ADD CONSTRAINT "grant_proposal_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_group" ADD CONSTRAINT "user_group_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_group_member" ADD CONSTRAINT "user_group_member_group_id_user_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."user_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_group_member" ADD CONSTRAINT "user_group_member_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_group_role" ADD CONSTRAINT "user_group_role_group_id_user_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."user_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_group_role" ADD CONSTRAINT "user_group_role_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_case" ADD CONSTRAINT "card_case_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_case" ADD CONSTRAINT "card_case_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_request" ADD CONSTRAINT "file_request_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_import_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_item" ADD CONSTRAINT "reconciliation_item_batch_id_import_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_change" ADD CONSTRAINT "organisation_change_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_parent_id_unit_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_opened_by_organisation_change_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."organisation_change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_closed_by_organisation_change_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."organisation_change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_from_unit_id_unit_id_fk" FOREIGN KEY ("from_unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_to_unit_id_unit_id_fk" FOREIGN KEY ("to_unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_decided_at_unit_id_unit_id_fk" FOREIGN KEY ("decided_at_unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delegation_to" ON "delegation" USING btree ("to_member_id");--> statement-breakpoint
CREATE INDEX "delegation_unit" ON "delegation" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "smartphone_census_unit" ON "smartphone_census" USING btree ("unit_id","made_at");--> statement-breakpoint
CREATE INDEX "custody_seat" ON "custody" USING btree ("seat_id","valid_from");--> statement-breakpoint
CREATE INDEX "custody_member" ON "custody" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "grant_proposal_unit" ON "grant_proposal" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "seat_unit" ON "seat" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "user_group_unit" ON "user_group" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "user_group_member_group" ON "user_group_member" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "user_group_member_member" ON "user_group_member" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_group_role_once" ON "user_group_role" USING btree ("group_id","role","unit_id");--> statement-breakpoint
CREATE INDEX "card_case_member" ON "card_case" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "card_case_one_open" ON "card_case" USING btree ("member_id") WHERE "card_case"."status" in ('reported', 'confirmed');--> statement-breakpoint
CREATE INDEX "card_case_open" ON "card_case" USING btree ("reported_at") WHERE "card_case"."status" in ('reported', 'confirmed');--> statement-breakpoint
CREATE UNIQUE INDEX "file_request_open" ON "file_request" USING btree ("member_id") WHERE "file_request"."status" in ('draft', 'awaiting', 'returned');--> statement-breakpoint
CREATE INDEX "file_request_member" ON "file_request" USING btree ("member_id","requested_at");--> statement-breakpoint
CREATE INDEX "file_request_awaiting" ON "file_request" USING btree ("requested_at","id") WHERE "file_request"."status" = 'awaiting';--> statement-breakpoint
CREATE INDEX "import_batch_unit" ON "import_batch" USING btree ("unit_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "import_mapping_fingerprint" ON "import_mapping" USING btree ("fingerprint");--> statement-breakpoint
CREATE INDEX "import_row_outcome" ON "import_row" USING btree ("batch_id","outcome","line");--> statement-breakpoint
CREATE INDEX "import_row_member" ON "import_row" USING btree ("batch_id","member_id");--> statement-breakpoint
CREATE INDEX "import_row_card" ON "import_row" USING btree ("batch_id","card");--> statement-breakpoint
CREATE INDEX "reconciliation_item_batch" ON "reconciliation_item" USING btree ("batch_id","kind","id");--> statement-breakpoint
CREATE INDEX "member_change_member" ON "member_change" USING btree ("member_id","at");--> statement-breakpoint
CREATE INDEX "membership_member" ON "membership" USING btree ("member_id","valid_from");--> statement-breakpoint
CREATE INDEX "membership_unit" ON "membership" USING btree ("unit_id","valid_from");--> statement-breakpoint
CREATE INDEX "membership_cause" ON "membership" USING btree ("cause");--> statement-breakpoint
CREATE INDEX "roster_action_made" ON "roster_action" USING btree ("made_by","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view" USING btree ("member_id","page","name");--> statement-breakpoint
CREATE INDEX "organisation_change_due" ON "organisation_change" USING btree ("effective_on") WHERE "organisation_change"."status" = 'planned';--> statement-breakpoint
CREATE INDEX "unit_version_unit" ON "unit_version" USING btree ("unit_id","valid_from");--> statement-breakpoint
CREATE INDEX "unit_version_children" ON "unit_version" USING btree ("parent_id","valid_from");--> statement-breakpoint
CREATE INDEX "unit_version_descendants" ON "unit_version" USING gist ("path");--> statement-breakpoint
CREATE INDEX "unit_version_opened" ON "unit_version" USING btree ("opened_by");--> statement-breakpoint
CREATE INDEX "unit_version_closed" ON "unit_version" USING btree ("closed_by");--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_under_way" ON "transfer" USING btree ("member_id") WHERE "transfer"."status" in ('requested', 'confirmed', 'accepted', 'decided');--> statement-breakpoint
CREATE INDEX "transfer_from" ON "transfer" USING btree ("from_unit_id","status");--> statement-breakpoint
CREATE INDEX "transfer_to" ON "transfer" USING btree ("to_unit_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_nonce" ON "transfer" USING btree ("kind","nonce");--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_letter" ON "transfer" USING btree ("decided_at_unit_id","letter_year","letter_ordinal");--> statement-breakpoint
CREATE INDEX "transfer_due" ON "transfer" USING btree ("effective_on") WHERE "transfer"."status" = 'decided';--> statement-breakpoint
CREATE INDEX "transfer_member" ON "transfer" USING btree ("member_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_step_ordinal" ON "transfer_step" USING btree ("transfer_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once" ON "outbox" USING btree ("once_key") WHERE "outbox"."relayed_at" is null;--> statement-breakpoint
CREATE INDEX "role_grant_source" ON "role_grant" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "member_order" ON "member" USING btree (sort_name collate "vi-x-icu","id");--> statement-breakpoint
CREATE INDEX "member_name" ON "member" USING btree (full_name collate "vi-x-icu","id");--> statement-breakpoint
CREATE INDEX "member_admitted" ON "member" USING btree (coalesce(admitted_on, '9999-12-31'::date),"id");--> statement-breakpoint
CREATE INDEX "member_search" ON "member" USING gin (search_text ext.gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "member_probation" ON "member" USING btree ("probation_ends_on") WHERE "member"."status" = 'probationary';--> statement-breakpoint
UPDATE "member" SET "exempt_from" = coalesce("admitted_on", "created_at"::date) WHERE "exempt_from_meetings";--> statement-breakpoint
ALTER TABLE "member" DROP COLUMN "exempt_from_meetings";--> statement-breakpoint
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_no_overlap" EXCLUDE USING gist ("unit_id" WITH =, daterange("valid_from", "valid_until", '[]') WITH &&);--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_no_overlap" EXCLUDE USING gist ("member_id" WITH =, daterange("valid_from", "valid_until", '[]') WITH &&) WHERE ("kind" = 'primary');--> statement-breakpoint
ALTER TABLE "custody" ADD CONSTRAINT "custody_no_overlap" EXCLUDE USING gist ("seat_id" WITH =, daterange("valid_from", "valid_until", '[]') WITH &&) WHERE (NOT "cancelled");--> statement-breakpoint
INSERT INTO "unit_version" ("id", "unit_id", "parent_id", "path", "kind", "level", "name", "valid_from", "valid_until")
SELECT gen_random_uuid(), "id", "parent_id", "path", "kind", "level", "name", "valid_from", "valid_until" FROM "unit";--> statement-breakpoint
INSERT INTO "membership" ("id", "member_id", "unit_id", "kind", "valid_from")
SELECT gen_random_uuid(), "id", "unit_id", 'primary', coalesce("admitted_on", "created_at"::date) FROM "member";
