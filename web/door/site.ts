import "server-only";

import { z } from "zod";
import { accentStyle } from "@/domain/site/accent";
import { SiteHistorySchema, SitePageSchema, SiteSchema } from "@/domain/site/answers";
import { changeMark, changePage, changeSite, refuseUnlessGoverns } from "@/domain/site/commands";
import { currentSite, fixedSettings, siteHistory, sitePage } from "@/domain/site/queries";
import { ChangedMark, ChangedPage, ChangedSite } from "@/domain/site/schema";
import { editPagePath } from "@/domain/site/site";
import { NotFound } from "@/platform/refusal";
import { perMinute } from "@/web/protection/rate-limit";
import { logSecurity } from "@/web/protection/security-log";
import { ok } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { anyone, member } from "@/web/route/who";

const CHANGES = perMinute(30);

/** Six digits of a colour. */
const Colour = z.string().regex(/^[0-9a-f]{6}$/);

/** The site itself: what it is called, how it looks, and its pages of its own. */
export function site(door: Door): void {
  door.get("/site", {
    who: anyone,
    output: { 200: SiteSchema },
    coalesce: true,
    summary: "The site: its name, tagline, accent colour and announcement",
    run: async () => ok(await currentSite()),
  });
  door.get("/site/accents/{colour}", {
    who: anyone,
    output: { 200: { media: "text/css" } },
    summary: "The stylesheet of an accent colour",
    run: ({ params }) => {
      const colour = Colour.safeParse(params.colour);
      if (!colour.success) throw new NotFound();
      return new Response(accentStyle(`#${colour.data}`), {
        headers: {
          "content-type": "text/css; charset=utf-8",
          "cache-control": "public, max-age=31536000, immutable",
        },
      });
    },
  });
  door.get("/site/settings", {
    who: member,
    output: { 200: SiteHistorySchema },
    summary: "The site’s settings, and who changed what (admins)",
    run: async ({ actor }) => {
      const history = await siteHistory(actor);
      return ok({ site: await currentSite(), fixed: fixedSettings(), history });
    },
  });
  door.patch("/site/settings", {
    who: member,
    output: { 200: SiteSchema },
    summary: "Change the site’s settings",
    input: ChangedSite,
    example: { version: 1, name: "The Tea Room", accent: "#7a3b12" },
    limit: CHANGES,
    run: async ({ input, actor }) => {
      const changed = await changeSite(input, actor);
      logSecurity("site settings changed", { member: actor.id });
      return ok(changed, { location: "/moderation/site" });
    },
  });
  for (const mark of ["logo", "icon"] as const)
    door.post(`/site/${mark}`, {
      who: member,
      output: { 200: SiteSchema },
      summary: `Upload the site’s ${mark}`,
      input: ChangedMark,
      example: { version: 1 },
      takesFile: refuseUnlessGoverns,
      replay: false,
      limit: CHANGES,
      run: async ({ input, file, actor }) => {
        const changed = await changeMark(mark, input.version, file, actor);
        logSecurity("site settings changed", { member: actor.id });
        return ok(changed, { location: "/moderation/site" });
      },
    });
  pages(door);
}

function pages(door: Door): void {
  door.get("/site/pages/{page}", {
    who: anyone,
    output: { 200: SitePageSchema },
    coalesce: true,
    summary: "A page of the site’s own: about, privacy, terms, imprint, accessibility or authorities",
    run: async ({ params }) => ok(await sitePage(params.page)),
  });
  door.put("/site/pages/{page}", {
    who: member,
    output: { 200: SitePageSchema },
    summary: "Write a page of the site’s own, in Markdown",
    input: ChangedPage,
    example: { version: 0, source: "This site is run by …" },
    limit: CHANGES,
    run: async ({ params, input, actor }) => {
      const page = await changePage(params.page, input, actor);
      logSecurity("site page changed", { member: actor.id });
      return ok(page, { location: editPagePath(page.page) });
    },
  });
}
