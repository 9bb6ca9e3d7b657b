import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import type { LargeProps } from "./large-props";

type Opened = Readonly<{ as: "nobody" | "reader" | "admin" | "follower"; path: string }>;

/** Every page of the product, by its folder in `app/`, and how it is opened on a large site. */
export function pagesOf(props: LargeProps): Map<string, readonly Opened[]> {
  const { article, closed, comment, own, held, decision, year, reader, admin } = props;
  const by =
    (as: Opened["as"]) =>
    (path: string): Opened => ({ as, path });
  const [nobody, member, desk] = [by("nobody"), by("reader"), by("admin")];
  const word = encodeURIComponent("knowledge");
  return new Map<string, readonly Opened[]>([
    ["/", [nobody("/"), member("/")]],
    ["/about", [nobody("/about")]],
    ["/about/methods", [nobody("/about/methods")]],
    ["/accessibility", [nobody("/accessibility")]],
    ["/account", [member("/account"), desk("/account")]],
    ["/account/decisions", [member("/account/decisions")]],
    ["/account/delete", [member("/account/delete")]],
    ["/account/keys", [member("/account/keys")]],
    ["/api", [nobody("/api")]],
    ["/archive", [nobody("/archive")]],
    ["/archive/[year]", [nobody(`/archive/${year}`)]],
    [
      "/articles/[slug]",
      ["best", "newest", "oldest", "replies", "bridging"].map((sort) =>
        nobody(`/articles/${article}?sort=${sort}`),
      ),
    ],
    [
      "/articles/[slug]/comments",
      [nobody(`/articles/${article}/comments`), nobody(`/articles/${article}/comments?parent=${comment}`)],
    ],
    ["/articles/[slug]/following", [member(`/articles/${article}/following`)]],
    ["/articles/[slug]/passages", [nobody(`/articles/${article}/passages`)]],
    ["/articles/[slug]/poll", [member(`/articles/${article}/poll`), desk(`/articles/${article}/poll`)]],
    [
      "/articles/[slug]/record",
      [nobody(`/articles/${article}/record`), nobody(`/articles/${closed}/record`)],
    ],
    ["/articles/[slug]/replies", [member(`/articles/${closed}/replies`)]],
    ["/articles/[slug]/reply", [member(`/articles/${article}/reply`)]],
    [
      "/articles/[slug]/sides",
      [nobody(`/articles/${article}/sides`), nobody(`/articles/${article}/sides?side=approach`)],
    ],
    ["/articles/[slug]/vote", [member(`/articles/${article}/vote`)]],
    ["/authorities", [nobody("/authorities")]],
    ["/authors/[author]", [nobody("/authors/Author%207")]],
    ["/authors/[author]/following", [member("/authors/Author%207/following")]],
    ["/comments/[id]", [nobody(`/comments/${comment}`), member(`/comments/${comment}`)]],
    ["/comments/[id]/edit", [member(`/comments/${own}/edit`)]],
    ["/comments/[id]/following", [member(`/comments/${comment}/following`)]],
    ["/comments/[id]/history", [member(`/comments/${comment}/history`)]],
    ["/comments/[id]/moderate", [desk(`/comments/${comment}/moderate`)]],
    ["/comments/[id]/report", [member(`/comments/${comment}/report`)]],
    ["/confirm-address", [nobody("/confirm-address")]],
    ["/confirm-identity", [member("/confirm-identity")]],
    ["/decisions/[id]", [desk(`/decisions/${decision}`)]],
    ["/first-admin", [nobody("/first-admin")]],
    ["/following", [member("/following"), by("follower")("/following")]],
    ["/following/all", [member("/following/all"), by("follower")("/following/all")]],
    ["/forgotten-password", [nobody("/forgotten-password")]],
    ["/goodbye", [nobody("/goodbye")]],
    ["/imprint", [nobody("/imprint")]],
    ["/inbox", [member("/inbox"), member("/inbox?kind=reply")]],
    ["/mailbox", [member("/mailbox")]],
    ["/members/[handle]", [nobody(`/members/${reader.handle}`)]],
    ["/members/[handle]/mute", [member(`/members/${admin.handle}/mute`)]],
    ["/members/[handle]/report", [member(`/members/${admin.handle}/report`)]],
    [
      "/moderation",
      ["held", "reported", "new", "approved", "rejected", "appeals"].map((queue) =>
        desk(`/moderation?queue=${queue}`),
      ),
    ],
    ["/moderation/articles", [desk("/moderation/articles")]],
    ["/moderation/articles/[slug]", [desk(`/moderation/articles/${article}`)]],
    ["/moderation/bulk", [desk("/moderation/bulk")]],
    ["/moderation/bulk/[id]", [desk(`/moderation/bulk/${decision}`)]],
    [
      "/moderation/comments/[id]",
      [desk(`/moderation/comments/${held}`), desk(`/moderation/comments/${comment}`)],
    ],
    ["/moderation/fairness", [desk("/moderation/fairness")]],
    ["/moderation/joining", [desk("/moderation/joining")]],
    [
      "/moderation/log",
      [
        desk("/moderation/log"),
        desk(`/moderation/log?action=reject`),
        desk(`/moderation/log?member=${reader.handle}`),
      ],
    ],
    ["/moderation/members", [desk("/moderation/members"), desk("/moderation/members?q=cast")]],
    ["/moderation/members/[handle]", [desk(`/moderation/members/${reader.handle}`)]],
    ["/moderation/profiles", [desk("/moderation/profiles")]],
    ["/moderation/report", [desk("/moderation/report")]],
    ["/moderation/rules", [desk("/moderation/rules")]],
    [
      "/moderation/search",
      [
        desk("/moderation/search"),
        desk(`/moderation/search?q=${word}`),
        desk(`/moderation/search?q=state:held`),
      ],
    ],
    ["/moderation/settings", [desk("/moderation/settings")]],
    ["/moderation/site", [desk("/moderation/site")]],
    ["/moderation/site/[page]", [desk("/moderation/site/about")]],
    ["/moderation/status", [desk("/moderation/status")]],
    ["/moderation/try", [desk("/moderation/try")]],
    [
      "/moderation/undo-check",
      [desk("/moderation/undo-check"), desk("/moderation/undo-check?check=newcomer")],
    ],
    ["/new-address", [nobody("/new-address")]],
    ["/new-password", [nobody("/new-password")]],
    ["/previews/[key]", [nobody("/previews/none")]],
    ["/privacy", [nobody("/privacy")]],
    ["/rules", [nobody("/rules")]],
    [
      "/search",
      [
        nobody("/search"),
        nobody(`/search?q=${word}`),
        member(`/search?q=${word}&sort=newest`),
        nobody("/search?q=nowheretobefound"),
      ],
    ],
    ["/second-factor", [nobody("/second-factor")]],
    ["/sign-in", [nobody("/sign-in")]],
    ["/sign-in-link", [nobody("/sign-in-link")]],
    ["/sign-out", [member("/sign-out")]],
    ["/sign-up", [nobody("/sign-up")]],
    ["/sign-up/finish", [nobody("/sign-up/finish")]],
    ["/tags/[tag]", [nobody("/tags/work")]],
    ["/tags/[tag]/following", [member("/tags/work/following")]],
    ["/terms", [nobody("/terms")]],
    ["/undo-address", [nobody("/undo-address")]],
    ["/unsubscribe", [nobody("/unsubscribe")]],
    ["/write", [desk("/write")]],
    ["/write/[id]", [desk("/write/00000000-0000-0000-0000-000000000000")]],
    ["/write/[id]/preview", [desk("/write/00000000-0000-0000-0000-000000000000/preview")]],
    ["/write/articles/[slug]", [desk(`/write/articles/${article}`)]],
    ["/write/articles/[slug]/revisions", [desk(`/write/articles/${article}/revisions`)]],
    ["/write/articles/[slug]/revisions/[number]", [desk(`/write/articles/${article}/revisions/1`)]],
    // What has no page of its own: feeds, files, and what a page asks for.
    [
      "",
      [
        nobody("/feed.xml"),
        nobody(`/articles/${article}/feed.xml`),
        nobody("/tags/work/feed.xml"),
        nobody("/authors/Author%207/feed.xml"),
        nobody(`/articles/${closed}/record.json`),
        nobody(`/articles/${closed}/record.csv`),
        nobody("/sitemap.xml"),
        nobody("/sitemaps/site.xml"),
        nobody(`/sitemaps/${year}-06.xml`),
        nobody(`/api/v1/articles/${article}/comments`),
        nobody(`/api/v1/articles/${article}/poll`),
        member(`/api/v1/articles/${article}/comments?sort=newest`),
        nobody(`/api/v1/comments/${comment}`),
        nobody(`/api/v1/search?q=${word}`),
        member("/api/v1/inbox"),
        desk("/api/v1/moderation/queue?queue=held"),
        nobody("/readyz"),
      ],
    ],
  ]);
}

/** The pages there are, as `pagesOf` names them. */
export const pagesThere = (): string[] =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(`page.tsx`))
    .map((file) => `/${join(file, "..").split(sep).join("/")}`.replace(/^\/\.$/, "/"));
