CREATE TABLE "support_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"granted_by" text NOT NULL,
	"granted_by_name" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" text
);
--> statement-breakpoint
CREATE TABLE "support_visit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"operator_name" text NOT NULL,
	"reason" text NOT NULL,
	"ticket" text NOT NULL,
	"role" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"handover_hash" text,
	"handover_until" timestamp (3) with time zone NOT NULL,
	"entered_at" timestamp (3) with time zone,
	"session_hash" text,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text
);
--> statement-breakpoint
CREATE INDEX "support_grant_open" ON "support_grant" USING btree ("until") WHERE "support_grant"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "support_visit_session" ON "support_visit" USING btree ("session_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "support_visit_handover" ON "support_visit" USING btree ("handover_hash");--> statement-breakpoint
CREATE INDEX "support_visit_opened" ON "support_visit" USING btree ("opened_at");