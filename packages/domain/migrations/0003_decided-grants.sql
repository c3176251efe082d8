ALTER TABLE "role_grant" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "reminded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "grant_proposal" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_proposal" ADD CONSTRAINT "grant_proposal_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;