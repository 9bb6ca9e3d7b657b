import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ACTIVE,
  ACTORS,
  ADMINS,
  CONCERNED,
  DESK,
  EDITORS,
  EVERYONE,
  HERE,
  inStates,
  MEMBERS,
  MODERATORS,
  newMember,
  NOBODY,
  OTHERS,
  OWNER,
  PROVEN,
  SIGNED_IN,
  STAFF,
  STATES,
  theCompany,
  type Actor,
  type Asked,
  type Company,
  type State,
  type World,
} from "./company";
import { openDoor } from "@/web/door";
import { effort } from "./effort";
import { withSettings } from "./with-settings";

/** Several thousand requests by few accounts, which is what the limits are there to refuse. */
withSettings({ limits: false });

type Rule = {
  ask: (world: World) => Asked;
  /** Whom the door lets through, whatever state the comment is in: they are not answered 401 or 403. */
  may?: readonly Actor[];
  /** For routes about a comment: whose request is done (2xx), by the state the owner's comment is in. */
  about?: Record<State, readonly Actor[]>;
  /** The same when everybody asks about a comment of their own. */
  own?: Record<State, readonly Actor[]>;
};

const at =
  (path: string, body?: unknown) =>
  ({ slug, comment, member }: World): Asked => ({
    path: path
      .replace("{slug}", slug)
      .replace("{id}", comment)
      .replace("{handle}", member.handle)
      .replace("{side}", "approach"),
    body,
  });
const of = (path: string, body: (world: World) => unknown) => (world: World) => ({
  ...at(path)(world),
  body: body(world),
});
/** In the order of the actors. */
const WHO_PINS = ACTORS.filter((actor) => [...EDITORS, ...HERE].includes(actor));
const visibleOnly = (actors: readonly Actor[]) => inStates(actors, NOBODY, NOBODY, NOBODY);
const untilTaken = (actors: readonly Actor[]) => inStates(actors, actors, NOBODY, NOBODY);
/** A held comment is read by its author and by those who moderate there. */
const READ_HELD = ACTORS.filter((actor) => actor === "owner" || HERE.includes(actor));
const NOWHERE = inStates(NOBODY, NOBODY, NOBODY, NOBODY);
/** What no passkey of anybody's has said. */
const MADE = { id: "q", response: { clientDataJSON: "q", attestationObject: "q" } };
const ANSWERED = { id: "q", response: { clientDataJSON: "q", authenticatorData: "q", signature: "q" } };
const REASONS = { ground: "person", explanation: "" };

/** Every route of the door. What is missing here fails below: a new route says who may, or is not let in. */
const TABLE: Record<string, Rule> = {
  "get /articles": { ask: at("/articles"), may: EVERYONE },
  "get /articles/{slug}": { ask: at("/articles/{slug}"), may: EVERYONE },
  "get /articles/{slug}/viewer": { ask: at("/articles/{slug}/viewer"), may: EVERYONE },
  "get /articles/{slug}/live": { ask: at("/articles/{slug}/live"), may: EVERYONE },
  "get /articles/{slug}/events": { ask: at("/articles/{slug}/events?since=x"), may: EVERYONE },
  "put /articles/{slug}/visit": { ask: at("/articles/{slug}/visit", {}), may: SIGNED_IN },
  "get /drafts": { ask: at("/drafts"), may: EDITORS },
  "post /drafts": { ask: at("/drafts", {}), may: EDITORS },
  "get /drafts/{id}": { ask: at("/drafts/{id}"), may: EDITORS },
  "get /drafts/{id}/reading": { ask: at("/drafts/{id}/reading"), may: EDITORS },
  "put /drafts/{id}": { ask: at("/drafts/{id}", { version: 1, title: "On tea" }), may: EDITORS },
  "delete /drafts/{id}": { ask: at("/drafts/{id}"), may: EDITORS },
  "post /drafts/{id}/pictures": {
    ask: at("/drafts/{id}/pictures", { version: 1, newAlt: "A cup" }),
    may: EDITORS,
  },
  "post /pictures": { ask: at("/pictures", {}), may: EDITORS },
  "get /drawings/{file}": { ask: at("/drawings/{slug}.png"), may: EVERYONE },
  "get /pictures/{hash}/{file}": { ask: at(`/pictures/${"0".repeat(32)}/480.webp`), may: EVERYONE },
  "post /drafts/{id}/publication": { ask: at("/drafts/{id}/publication", { version: 1 }), may: EDITORS },
  "put /drafts/{id}/schedule": {
    ask: at("/drafts/{id}/schedule", { version: 1, at: "2099-01-31T18:00:00Z" }),
    may: EDITORS,
  },
  "delete /drafts/{id}/schedule": { ask: at("/drafts/{id}/schedule"), may: EDITORS },
  "put /drafts/{id}/preview": { ask: at("/drafts/{id}/preview", {}), may: EDITORS },
  "delete /drafts/{id}/preview": { ask: at("/drafts/{id}/preview"), may: EDITORS },
  "put /articles/{slug}/lead": { ask: at("/articles/{slug}/lead"), may: EDITORS },
  "delete /articles/{slug}/lead": { ask: at("/articles/{slug}/lead"), may: EDITORS },
  "delete /articles/{slug}/publication": { ask: at("/articles/{slug}/publication"), may: EDITORS },
  "delete /articles/{slug}": { ask: at("/articles/{slug}"), may: EDITORS },
  "put /articles/{slug}/publication": { ask: at("/articles/{slug}/publication"), may: EDITORS },
  "get /articles/{slug}/revisions": { ask: at("/articles/{slug}/revisions"), may: STAFF },
  "get /articles/{slug}/revisions/{number}": { ask: at("/articles/{slug}/revisions/1"), may: STAFF },
  "post /preview": { ask: at("/preview", { body: "So." }), may: SIGNED_IN },

  "get /articles/{slug}/comments": { ask: at("/articles/{slug}/comments"), may: EVERYONE },
  "post /articles/{slug}/comments": {
    ask: of("/articles/{slug}/comments", () => ({ body: `A thought. ${randomUUID()}` })),
    may: ACTIVE,
  },
  "get /articles/{slug}/passages": { ask: at("/articles/{slug}/passages"), may: EVERYONE },
  "get /articles/{slug}/passages/{block}": { ask: at("/articles/{slug}/passages/1"), may: EVERYONE },
  "get /articles/{slug}/annotations": { ask: at("/articles/{slug}/annotations"), may: EVERYONE },
  "get /comments/{id}": {
    ask: at("/comments/{id}"),
    about: inStates(EVERYONE, READ_HELD, EVERYONE, EVERYONE),
    own: inStates(MEMBERS, SIGNED_IN, MEMBERS, MEMBERS),
  },
  "get /comments/{id}/history": {
    ask: at("/comments/{id}/history"),
    about: inStates(EVERYONE, READ_HELD, NOBODY, NOBODY),
    own: inStates(MEMBERS, SIGNED_IN, NOBODY, NOBODY),
  },
  "patch /comments/{id}": {
    ask: at("/comments/{id}", { body: "Better said.", revision: 1 }),
    about: untilTaken(OWNER),
    own: untilTaken(ACTIVE),
  },
  // Taking one's words back needs nobody's leave.
  "delete /comments/{id}": {
    ask: at("/comments/{id}"),
    about: untilTaken(OWNER),
    own: untilTaken(SIGNED_IN),
  },
  "post /comments/{id}/restore": {
    ask: at("/comments/{id}/restore"),
    about: inStates(NOBODY, NOBODY, NOBODY, OWNER),
    own: inStates(NOBODY, NOBODY, NOBODY, ACTIVE),
  },
  "delete /comments/{id}/stance": {
    ask: at("/comments/{id}/stance"),
    about: inStates(OWNER, OWNER, OWNER, OWNER),
    own: inStates(SIGNED_IN, SIGNED_IN, SIGNED_IN, SIGNED_IN),
  },
  "put /comments/{id}/reaction": {
    ask: at("/comments/{id}/reaction", { kind: "respect" }),
    about: visibleOnly(OTHERS),
    own: NOWHERE,
  },
  // Taking one's own back is not speaking.
  "delete /comments/{id}/reaction": { ask: at("/comments/{id}/reaction"), may: SIGNED_IN },
  "post /comments/{id}/reports": {
    ask: at("/comments/{id}/reports", { reason: "person" }),
    about: visibleOnly(OTHERS),
    own: NOWHERE,
  },

  "get /search": { ask: of("/search?q=kettledrums", () => undefined), may: EVERYONE },

  "get /moderation/search": { ask: of("/moderation/search?q=kettledrums", () => undefined), may: DESK },

  "get /me": { ask: at("/me"), may: EVERYONE },
  "get /me/pending": { ask: at("/me/pending"), may: EVERYONE },
  // Nobody holds a token that is good.
  "post /first-admin": {
    ask: at("/first-admin", {
      token: "q".repeat(43),
      email: "new@example.org",
      handle: "somebody-new",
      password: "seven brass kettles",
    }),
    may: EVERYONE,
  },
  "post /session": {
    ask: at("/session", { email: "nobody@example.org", password: "seven brass kettles" }),
    may: EVERYONE,
  },
  // Here everyone asks from the site's own machine.
  "post /session/demo": { ask: at("/session/demo", { as: "reader" }), may: EVERYONE },
  "delete /session": { ask: at("/session"), may: EVERYONE },
  "delete /account/sessions": { ask: at("/account/sessions"), may: SIGNED_IN },
  "get /account/sessions": { ask: at("/account/sessions"), may: SIGNED_IN },
  "delete /account/sessions/{id}": { ask: at("/account/sessions/{id}"), may: SIGNED_IN },
  "delete /account/other-sessions": { ask: at("/account/other-sessions"), may: SIGNED_IN },
  "get /account/security": { ask: at("/account/security"), may: SIGNED_IN },
  "put /account/address": {
    ask: at("/account/address", { email: "new@example.org" }),
    may: PROVEN,
  },
  // Whoever has the link: these open nothing.
  "post /account/address/proof": {
    ask: at("/account/address/proof", { token: "q".repeat(43) }),
    may: EVERYONE,
  },
  "post /account/address/undo": {
    ask: at("/account/address/undo", { token: "q".repeat(43) }),
    may: EVERYONE,
  },
  // Nobody is sure, or there would be nobody left to ask.
  "post /account/erasure": {
    ask: at("/account/erasure", { texts: "stay" }),
    may: SIGNED_IN,
  },
  "post /members/{handle}/erasure": {
    ask: at("/members/{handle}/erasure", { texts: "stay", sure: true }),
    may: ADMINS,
  },
  "delete /members/{handle}/erasure": { ask: at("/members/{handle}/erasure"), may: ADMINS },
  "post /recovery": { ask: at("/recovery", { email: "nobody@example.org" }), may: EVERYONE },
  "post /recovery/password": {
    ask: at("/recovery/password", { token: "q".repeat(43), password: "seven brass kettles" }),
    may: EVERYONE,
  },
  "post /recovery/code": {
    ask: at("/recovery/code", { code: "123456", password: "seven brass kettles" }),
    may: EVERYONE,
  },
  "post /session/passkey/options": { ask: at("/session/passkey/options"), may: EVERYONE },
  "post /session/passkey": { ask: at("/session/passkey", { credential: ANSWERED }), may: EVERYONE },
  // Nobody here is half way in.
  "post /session/second-factor": { ask: at("/session/second-factor", { code: "123456" }), may: NOBODY },
  "post /session/confirmation": {
    ask: at("/session/confirmation", { current: "not this one" }),
    may: SIGNED_IN,
  },
  "post /session/confirmation/code": {
    ask: at("/session/confirmation/code", { code: "123456" }),
    may: SIGNED_IN,
  },
  "post /session/confirmation/passkey": {
    ask: at("/session/confirmation/passkey", { credential: ANSWERED }),
    may: SIGNED_IN,
  },
  "get /account/keys": { ask: at("/account/keys"), may: SIGNED_IN },
  "post /account/passkeys/options": { ask: at("/account/passkeys/options"), may: SIGNED_IN },
  "post /account/passkeys": { ask: at("/account/passkeys", { credential: MADE }), may: SIGNED_IN },
  "patch /account/passkeys/{id}": {
    ask: at("/account/passkeys/{id}", { name: "Telephone" }),
    may: SIGNED_IN,
  },
  "delete /account/passkeys/{id}": { ask: at("/account/passkeys/{id}"), may: SIGNED_IN },
  "post /account/app": { ask: at("/account/app"), may: SIGNED_IN },
  "put /account/app": { ask: at("/account/app", { code: "000000" }), may: SIGNED_IN },
  "delete /account/app": { ask: at("/account/app"), may: SIGNED_IN },
  "post /account/recovery-codes": { ask: at("/account/recovery-codes"), may: SIGNED_IN },
  "get /moderation/second-factor": { ask: at("/moderation/second-factor"), may: ADMINS },
  // The same as it is.
  "put /moderation/second-factor": { ask: at("/moderation/second-factor", { admin: true }), may: ADMINS },
  "post /session/mail": { ask: at("/session/mail", { email: "nobody@example.org" }), may: EVERYONE },
  "post /session/link": { ask: at("/session/link", { token: "q".repeat(43) }), may: EVERYONE },
  "post /session/code": { ask: at("/session/code", { code: "123456" }), may: EVERYONE },
  // Who has confirmed an address is told so, and nothing is sent.
  "post /account/claim": { ask: at("/account/claim", { email: "new@example.org" }), may: SIGNED_IN },
  "post /account/claim/link": { ask: at("/account/claim/link", { token: "q".repeat(43) }), may: EVERYONE },
  "post /account/claim/code": { ask: at("/account/claim/code", { code: "123456" }), may: EVERYONE },
  // Nobody has come from a provider.
  "post /members/by-provider": { ask: at("/members/by-provider", { handle: "somebody-new" }), may: EVERYONE },
  "get /account/handles": { ask: at("/account/handles"), may: SIGNED_IN },
  // One that is taken: nobody changes theirs here.
  "put /account/handle": {
    ask: of("/account/handle", ({ member }) => ({ handle: member.handle })),
    may: ACTIVE,
  },
  "put /account/earlier-handles": { ask: at("/account/earlier-handles", { leads: true }), may: SIGNED_IN },
  "get /account/providers": { ask: at("/account/providers"), may: SIGNED_IN },
  "delete /account/providers/{id}": { ask: at("/account/providers/{id}"), may: SIGNED_IN },
  "post /account/password": {
    ask: at("/account/password", { password: "nine copper lids" }),
    may: SIGNED_IN,
  },
  "get /joining": { ask: at("/joining"), may: EVERYONE },
  // Who everybody is tried with joins while everybody may.
  "put /joining": { ask: at("/joining", { way: "open" }), may: ADMINS },
  "get /invitations": { ask: at("/invitations"), may: ADMINS },
  "post /invitations": { ask: at("/invitations", {}), may: ADMINS },
  "delete /invitations/{id}": { ask: at("/invitations/{id}"), may: ADMINS },
  "post /members": { ask: of("/members", newMember), may: EVERYONE },
  "get /members/{handle}": { ask: at("/members/{handle}"), may: EVERYONE },
  "get /members/{handle}/comments": {
    ask: ({ owner }) => ({ path: `/members/${owner.handle}/comments` }),
    may: EVERYONE,
  },
  "get /members": { ask: at("/members"), may: ADMINS },
  "put /members/{handle}/role": { ask: at("/members/{handle}/role", { role: "reader" }), may: ADMINS },
  "get /account": { ask: at("/account"), may: SIGNED_IN },
  "get /account/data/page": { ask: at("/account/data/page"), may: CONCERNED },
  "get /account/data": { ask: at("/account/data"), may: CONCERNED },
  "patch /account": { ask: at("/account", { bio: "Reads." }), may: ACTIVE },
  "put /account": { ask: at("/account", { name: "Somebody else" }), may: ACTIVE },
  "put /account/password": {
    ask: at("/account/password", { current: "not this one", password: "seven brass kettles" }),
    may: SIGNED_IN,
  },
  "get /account/mail": { ask: at("/account/mail"), may: SIGNED_IN },
  "patch /account/mail": { ask: at("/account/mail", { digest: "weekly" }), may: SIGNED_IN },
  // Whoever holds a link of a mail may; these hold none.
  "post /unsubscribe": { ask: at("/unsubscribe", { token: "x", stop: "all" }), may: NOBODY },
  "post /unsubscribe/undo": { ask: at("/unsubscribe/undo", { token: "x", stop: "all" }), may: NOBODY },
  "post /unsubscribe/one-click": { ask: at("/unsubscribe/one-click?token=x", {}), may: NOBODY },
  "get /unsubscribe/one-click": { ask: at("/unsubscribe/one-click?token=x"), may: EVERYONE },
  "get /inbox": { ask: at("/inbox"), may: SIGNED_IN },
  "post /inbox/read": { ask: at("/inbox/read", {}), may: SIGNED_IN },
  "post /inbox/{id}/read": { ask: at("/inbox/00000000-0000-4000-8000-000000000000/read"), may: SIGNED_IN },

  "get /account/reply-feed": { ask: at("/account/reply-feed"), may: SIGNED_IN },
  "put /account/reply-feed": { ask: at("/account/reply-feed"), may: SIGNED_IN },
  "delete /account/reply-feed": { ask: at("/account/reply-feed"), may: SIGNED_IN },
  "get /following": { ask: at("/following"), may: SIGNED_IN },
  "get /following/news": { ask: at("/following/news"), may: SIGNED_IN },
  "get /following/articles": { ask: at("/following/articles"), may: SIGNED_IN },
  "get /following/listings": { ask: at("/following/listings"), may: SIGNED_IN },
  "put /authors/{author}/following": { ask: at("/authors/Nobody/following"), may: SIGNED_IN },
  "delete /authors/{author}/following": { ask: at("/authors/Nobody/following"), may: SIGNED_IN },
  "put /tags/{tag}/following": { ask: at("/tags/nothing/following"), may: SIGNED_IN },
  "delete /tags/{tag}/following": { ask: at("/tags/nothing/following"), may: SIGNED_IN },
  "get /following/muted": { ask: at("/following/muted"), may: SIGNED_IN },
  "put /articles/{slug}/following": { ask: at("/articles/{slug}/following", {}), may: SIGNED_IN },
  "delete /articles/{slug}/following": { ask: at("/articles/{slug}/following"), may: SIGNED_IN },
  "delete /comments/{id}/following": { ask: at("/comments/{id}/following"), may: SIGNED_IN },
  // What waits for a moderator is followed by its author alone.
  "put /comments/{id}/following": {
    ask: at("/comments/{id}/following", { state: "muted" }),
    about: inStates(SIGNED_IN, OWNER, SIGNED_IN, SIGNED_IN),
    own: inStates(SIGNED_IN, SIGNED_IN, SIGNED_IN, SIGNED_IN),
  },
  "put /members/{handle}/mute": { ask: at("/members/{handle}/mute"), may: SIGNED_IN },
  "delete /members/{handle}/mute": { ask: at("/members/{handle}/mute"), may: SIGNED_IN },

  "get /articles/{slug}/poll": { ask: at("/articles/{slug}/poll"), may: EVERYONE },
  "get /articles/{slug}/poll/debate": { ask: at("/articles/{slug}/poll/debate"), may: EVERYONE },
  "put /articles/{slug}/poll/vote": {
    ask: at("/articles/{slug}/poll/vote", { option: "approach" }),
    may: ACTIVE,
  },
  "delete /articles/{slug}/poll/vote": { ask: at("/articles/{slug}/poll/vote"), may: ACTIVE },
  "put /articles/{slug}/poll/pass": { ask: at("/articles/{slug}/poll/pass"), may: SIGNED_IN },
  "put /articles/{slug}/poll/guess": {
    ask: at("/articles/{slug}/poll/guess", { share: 50 }),
    may: ACTIVE,
  },
  "put /articles/{slug}/poll/mind-change": {
    ask: of("/articles/{slug}/poll/mind-change", ({ comment }) => ({
      because: comment,
      why: "It names a case in which nothing was learned although everything was written down.",
    })),
    may: ACTIVE,
  },
  "get /articles/{slug}/poll/mind-change": { ask: at("/articles/{slug}/poll/mind-change"), may: SIGNED_IN },
  "delete /articles/{slug}/poll/mind-change": {
    ask: at("/articles/{slug}/poll/mind-change"),
    may: SIGNED_IN,
  },
  "put /articles/{slug}/poll/close": { ask: at("/articles/{slug}/poll/close"), may: EDITORS },
  "put /articles/{slug}/poll/closing-time": {
    ask: at("/articles/{slug}/poll/closing-time", {}),
    may: EDITORS,
  },
  "put /articles/{slug}/poll/words": {
    ask: at("/articles/{slug}/poll/words", { question: "Approach, or complement?", options: [] }),
    may: EDITORS,
  },
  "put /articles/{slug}/poll/closing-statement": {
    ask: at("/articles/{slug}/poll/closing-statement", { statement: "So." }),
    may: EDITORS,
  },
  "put /articles/{slug}/poll/cases/{side}": {
    ask: at("/articles/{slug}/poll/cases/{side}", {}),
    may: WHO_PINS,
  },
  "put /articles/{slug}/poll/replies/{side}": {
    ask: at("/articles/{slug}/poll/replies/{side}", { words: "So." }),
    may: NOBODY,
  },

  "delete /articles/{slug}/poll/replies/{side}": {
    ask: at("/articles/{slug}/poll/replies/{side}"),
    may: SIGNED_IN,
  },
  "get /articles/{slug}/poll/reasons": { ask: at("/articles/{slug}/poll/reasons"), may: STAFF },
  "delete /articles/{slug}/poll/reasons/{id}": {
    ask: at("/articles/{slug}/poll/reasons/{id}", REASONS),
    may: STAFF,
  },
  "get /articles/{slug}/poll/replies": { ask: at("/articles/{slug}/poll/replies"), may: STAFF },
  "put /articles/{slug}/poll/replies/{side}/decision": {
    ask: at("/articles/{slug}/poll/replies/{side}/decision", { action: "approve", revision: 1 }),
    may: STAFF,
  },

  "get /moderation/queue": { ask: at("/moderation/queue"), may: DESK },
  "get /moderation/standings": {
    ask: ({ comment }) => ({ path: `/moderation/standings?ids=${comment}` }),
    may: DESK,
  },
  "put /moderation/queue/{id}/claim": { ask: at("/moderation/queue/{id}/claim"), may: DESK },
  "delete /moderation/queue/{id}/claim": { ask: at("/moderation/queue/{id}/claim"), may: DESK },
  "post /moderation/decisions": {
    ask: of("/moderation/decisions", ({ comment }) => ({
      action: "reject",
      comment,
      revision: 1,
      ...REASONS,
    })),
    about: inStates(HERE, HERE, NOBODY, HERE),
    // Nobody judges their own words.
    own: NOWHERE,
  },
  "post /moderation/decisions/bulk": {
    ask: of("/moderation/decisions/bulk", ({ comment }) => ({
      action: "approve",
      comments: [{ comment, revision: 1 }],
    })),
    may: DESK,
  },
  "delete /moderation/decisions/bulk/{id}": { ask: at("/moderation/decisions/bulk/{id}"), may: DESK },
  "post /moderation/checks/{check}/undo": {
    ask: of("/moderation/checks/words/undo", ({ comment }) => ({ comments: [{ comment, revision: 1 }] })),
    may: MODERATORS,
  },
  "get /status": { ask: at("/status"), may: ADMINS },
  "get /moderation/report": { ask: at("/moderation/report"), may: EVERYONE },
  "get /moderation/report.csv": { ask: at("/moderation/report.csv"), may: EVERYONE },
  "get /moderation/statements": { ask: at("/moderation/statements"), may: EVERYONE },
  "get /moderation/statements.csv": { ask: at("/moderation/statements.csv"), may: EVERYONE },
  "get /moderation/log": { ask: at("/moderation/log"), may: EVERYONE },
  "post /members/{handle}/sanctions": {
    ask: at("/members/{handle}/sanctions", { kind: "warning", ...REASONS }),
    may: MODERATORS,
  },
  "post /members/{handle}/messages": {
    ask: at("/members/{handle}/messages", { words: "Thank you." }),
    may: MODERATORS,
  },
  "post /members/{handle}/notes": {
    ask: at("/members/{handle}/notes", { words: "Seen before." }),
    may: MODERATORS,
  },
  "get /moderation/profiles": { ask: at("/moderation/profiles"), may: MODERATORS },
  "post /members/{handle}/reports": {
    ask: at("/members/{handle}/reports", { reason: "person" }),
    may: ACTIVE,
  },
  "post /members/{handle}/profile-decisions": {
    ask: at("/members/{handle}/profile-decisions", { action: "keep", seen: "what it was" }),
    may: MODERATORS,
  },
  "delete /profile-decisions/{id}": { ask: at("/profile-decisions/{id}", {}), may: MODERATORS },
  "delete /sanctions/{id}": { ask: at("/sanctions/{id}", {}), may: MODERATORS },
  "patch /moderation/articles/{slug}": {
    ask: at("/moderation/articles/{slug}", { slowSeconds: 60, ...REASONS }),
    may: HERE,
  },
  "post /articles/{slug}/moderators": {
    ask: of("/articles/{slug}/moderators", ({ member }) => ({ handle: member.handle })),
    may: ADMINS,
  },
  "delete /articles/{slug}/moderators/{handle}": {
    ask: at("/articles/{slug}/moderators/{handle}"),
    may: ADMINS,
  },
  "put /moderation/raid": { ask: at("/moderation/raid", { hours: 1 }), may: MODERATORS },
  "delete /moderation/raid": { ask: at("/moderation/raid"), may: MODERATORS },
  "get /moderation/settings": { ask: at("/moderation/settings"), may: MODERATORS },
  "patch /moderation/settings": { ask: at("/moderation/settings", { mostLinks: 5 }), may: ADMINS },
  "put /moderation/words": { ask: at("/moderation/words", {}), may: ADMINS },
  "get /site": { ask: at("/site"), may: EVERYONE },
  "get /site/accents/{colour}": { ask: at("/site/accents/7a3b12"), may: EVERYONE },
  "get /site/settings": { ask: at("/site/settings"), may: ADMINS },
  "patch /site/settings": { ask: at("/site/settings", { version: 999, name: "Tea" }), may: ADMINS },
  "post /site/logo": { ask: at("/site/logo", { version: 999 }), may: ADMINS },
  "post /site/icon": { ask: at("/site/icon", { version: 999 }), may: ADMINS },
  "get /site/pages/{page}": { ask: at("/site/pages/terms"), may: EVERYONE },
  "put /site/pages/{page}": { ask: at("/site/pages/terms", { version: 999, source: "Tea." }), may: ADMINS },
  "get /rules": { ask: at("/rules"), may: EVERYONE },
  "put /rules": {
    ask: at("/rules", { version: 999, rules: [{ key: "one", title: "One", sentence: "Be kind." }] }),
    may: ADMINS,
  },
  "post /rules": {
    ask: at("/rules", { version: 999, key: "one", title: "One", sentence: "Be kind." }),
    may: ADMINS,
  },
  "put /rules/{key}": {
    ask: at("/rules/person", { version: 999, title: "One", sentence: "Be kind." }),
    may: ADMINS,
  },
  "put /rules/{key}/place": { ask: at("/rules/person/place", { version: 999, to: "up" }), may: ADMINS },
  "delete /rules/{key}": { ask: at("/rules/person", { version: 999 }), may: ADMINS },
  // Of somebody else's decision or appeal nobody learns that it is there.
  "get /decisions/{id}": { ask: at("/decisions/{id}"), may: CONCERNED },
  "post /decisions/{id}/appeal": { ask: at("/decisions/{id}/appeal", { words: "But." }), may: CONCERNED },
  "post /appeals/{id}/answer": {
    ask: at("/appeals/{id}/answer", { outcome: "refused", answer: "No." }),
    may: DESK,
  },
};

let company: Company;
beforeAll(async () => {
  company = await theCompany();
});
afterAll(() => company.close());

/** Who reads the comment's words by a right of their own: those who moderate there; and its author, in these answers. */
const RESTORE = "post /comments/{id}/restore";
const OWN_DATA = ["get /account/data", "get /account/data/page"];
const reads = (actor: Actor, isAuthor: boolean, state: State, route: string): boolean =>
  state === "visible" ||
  HERE.includes(actor) ||
  (isAuthor && (state === "held" || route === RESTORE || OWN_DATA.includes(route)));

/** What is about whoever asks, or about the whole site. */
const ABOUT_NO_WORLD =
  /^(put|patch|post|delete) \/(preview|members|session|account|account\/mail|joining|invitations|inbox|rules|moderation\/(raid|settings|words|second-factor))(\/(demo|sessions|password|earlier-handles|read|app|recovery-codes|passkeys\/options|passkey\/options))?$/;

/** What was refused, only read, or is about something else leaves its world as it was: the next may be asked about the same one. */
const leavesItsWorld = (route: string, status: number): boolean =>
  status >= 400 || route.startsWith("get ") || ABOUT_NO_WORLD.test(route);

const methodOf = (route: string): string => route.split(" ")[0] ?? "";

test("every route of the door is in the table, and nothing else is", () => {
  const made = openDoor().made.map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(TABLE).sort()).toEqual([...new Set(made)].sort());
});

test("every route about a comment says who may when it is their own", () => {
  for (const [route, { about, own }] of Object.entries(TABLE))
    expect([route, own !== undefined]).toEqual([route, about !== undefined]);
});

/**
 * In a round everybody asks once, each in the state whose turn it is; in as many rounds as there are states everybody has asked in each,
 * which is left to the long tests. What a comment's state decides is asked in two of them.
 */
const roundsFor = ({ about }: Rule): readonly number[] =>
  Array.from(STATES.keys()).slice(0, effort(about ? 2 : 1, STATES.length));
/**
 * Who asks in a round. Whoever is to be refused always does; of those who are let in some do in the short run, others with the next
 * route, for what would go wrong with one of them goes wrong with the stories, too. What a comment's state decides is asked by all.
 */
const askersOf = ({ about, may = NOBODY }: Rule, nth: number): readonly Actor[] =>
  about
    ? ACTORS
    : ACTORS.filter(
        (actor) => !may.includes(actor) || (may.indexOf(actor) + nth) % effort(LET_IN_APART, 1) === 0,
      );
const LET_IN_APART = 4;
const stateFor = (actor: Actor, turn: number): State =>
  STATES[(ACTORS.indexOf(actor) + turn) % STATES.length] ?? "visible";

/** Comments in one place, by their state, that nobody has done anything to or about yet: from one route to the next. */
const untouched = new Map<State, World>();

describe("every route, by everyone, with another's comment there, held, removed and withdrawn", () => {
  for (const [nth, [route, rule]] of Object.entries(TABLE).entries())
    test.each(roundsFor(rule))(`${route}, round %i`, async (round) => {
      const { ask: question, may, about } = rule;
      const stateOf = (actor: Actor) => stateFor(actor, nth + round);
      const passed: Actor[] = [];
      const kept = about ? new Map<State, World>() : untouched;
      let before: World | undefined;
      const asking = askersOf(rule, nth);
      for (const actor of asking) {
        const state = stateOf(actor);
        const beside = about ? before : [...kept.values()][0];
        const world: World = kept.get(state) ?? (await company.aWorld(state, "owner", beside));
        const { status, text } = await company.ask(methodOf(route), question(world), actor);
        if (leavesItsWorld(route, status)) kept.set(state, world);
        else if (about) kept.delete(state);
        else kept.clear();
        before = world;
        expect(status, `${actor} got a ${status}, ${state}`).toBeLessThan(500);
        if (about ? status < 300 : status !== 401 && status !== 403) passed.push(actor);
        // What stands beside it is as secret.
        for (const [its, { secret }] of [[state, world] as const, ...kept])
          if (!reads(actor, actor === "owner", its, route))
            expect(text.includes(secret), `${actor} reads it, ${its}`).toBe(false);
      }
      const allowed = (actor: Actor) => (about ? about[stateOf(actor)] : (may ?? NOBODY)).includes(actor);
      expect(passed).toEqual(asking.filter(allowed));
    });
});

describe("what everyone may do with a comment of their own, by the state it is in", () => {
  for (const [nth, [route, rule]] of Object.entries(TABLE).entries()) {
    const { ask: question, own } = rule;
    if (!own) continue;
    test.each(roundsFor(rule))(`${route}, round %i`, async (round) => {
      const stateOf = (actor: Actor) => stateFor(actor, nth + round);
      const done: Actor[] = [];
      let world: World | undefined;
      for (const actor of ACTORS) {
        if (actor === "anonymous") continue;
        const state = stateOf(actor);
        world = await company.aWorld(state, actor, world);
        const { status, text } = await company.ask(methodOf(route), question(world), actor);
        expect(status, `${actor} got a ${status}, ${state}`).toBeLessThan(500);
        if (status < 300) done.push(actor);
        if (!reads(actor, actor !== "banned" && actor !== "leaving", state, route))
          expect(text.includes(world.secret), `${actor} reads it, ${state}`).toBe(false);
      }
      expect(done).toEqual(ACTORS.filter((actor) => own[stateOf(actor)].includes(actor)));
    });
  }
});
