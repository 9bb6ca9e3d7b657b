import "server-only";

import { cookies } from "next/headers";
import { cache } from "react";
import type { Member } from "@/domain/members/member";
import { bannedMemberFrom } from "./banned-access";
import { viewerOf } from "./session-cookie";

/** Who reads a personal page; asked once a request however many components ask. Public pages must not ask. */
export const currentViewer = cache(async (): Promise<Member | null> =>
  viewerOf((await cookies()).toString()),
);

/** A banned member who has signed in to read the decisions about them; they are nobody everywhere else. */
export const currentBannedMember = cache(async (): Promise<Member | null> =>
  bannedMemberFrom((await cookies()).toString()),
);
