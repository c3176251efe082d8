CREATE TABLE "answer_count" (
	"tenant_id" uuid NOT NULL,
	"minute" timestamp (3) with time zone NOT NULL,
	"answers" integer NOT NULL,
	"failures" integer NOT NULL,
	CONSTRAINT "answer_count_tenant_id_minute_pk" PRIMARY KEY("tenant_id","minute")
);
--> statement-breakpoint
CREATE TABLE "held_module" (
	"tenant_id" uuid NOT NULL,
	"module" text NOT NULL,
	"held_by" text NOT NULL,
	"held_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "held_module_tenant_id_module_pk" PRIMARY KEY("tenant_id","module")
);
--> statement-breakpoint
CREATE TABLE "maintenance_banner" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid,
	"text" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"made_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "onboarding_draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"preset" text NOT NULL,
	"answers" jsonb NOT NULL,
	"made_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"tenant_slug" text
);
--> statement-breakpoint
CREATE TABLE "operator_link" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"operator_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"totp_secret" text NOT NULL,
	"made_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tenant_measure" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"file_bytes" bigint NOT NULL,
	"audit_chain" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "operator_session" ADD COLUMN "device" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_count" ADD CONSTRAINT "answer_count_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_module" ADD CONSTRAINT "held_module_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maintenance_banner" ADD CONSTRAINT "maintenance_banner_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_measure" ADD CONSTRAINT "tenant_measure_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operation_entry_tenant" ON "operation_entry" USING btree ("tenant_slug","id");