import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/generated/prisma/client";
import { TrackingPool } from "@/platform/database";

let made: PrismaClient | undefined;

/** The typed client as the database's owner: for rows that only functions write, and the site's role may not. */
export const asTheOwner = (): PrismaClient =>
  (made ??= new PrismaClient({
    adapter: new PrismaPg(
      new TrackingPool({
        connectionString: process.env.DATABASE_URL,
        max: 2,
        idleTimeoutMillis: 500,
        allowExitOnIdle: true,
      }),
    ),
  }));
