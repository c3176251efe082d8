CREATE TABLE "backup" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"asked_by" text NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"key" text,
	"bytes" bigint,
	"parts" integer,
	"migration" text,
	"checksum" text,
	"tables" jsonb,
	"verified_at" timestamp (3) with time zone,
	"drilled_at" timestamp (3) with time zone,
	"drill" jsonb,
	"error" text,
	"destroyed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "platform_setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tenant_aside" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"why" text NOT NULL,
	"schema" text NOT NULL,
	"placement" text,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tenant" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tenant" ADD COLUMN "remove_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tenant" ADD COLUMN "origin_id" uuid;--> statement-breakpoint
ALTER TABLE "tenant" ADD COLUMN "keys" text;--> statement-breakpoint
ALTER TABLE "tenant_aside" ADD CONSTRAINT "tenant_aside_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_aside" ADD CONSTRAINT "tenant_aside_placement_database_server_key_fk" FOREIGN KEY ("placement") REFERENCES "public"."database_server"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "backup_tenant" ON "backup" USING btree ("tenant_id","asked_at");