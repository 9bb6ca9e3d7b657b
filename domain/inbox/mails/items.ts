import "server-only";

import type { Told } from "./told";
import { sentenceOf, type NoticeKind } from "@/domain/inbox/notice";
import type { MailItem } from "@/domain/mail/mail";
import { queueNamed } from "@/domain/moderation/queue/queue";
import type { PollView } from "@/domain/polls/poll";
import { pollOf } from "@/domain/polls/queries";
import { textPieces } from "@/domain/prose/pieces";
import { isolated } from "@/domain/prose/isolates";
import { fromStore } from "@/domain/prose/safe-html";
import { env } from "@/platform/env";
import { LOCALE } from "#messages/locale";
import { percent, roundingSentence } from "@/domain/polls/percent";
import * as t from "#messages/notices";
import { say } from "@/messages/say";

/** Characters of a comment that a mail shows, and of what that answers. */
const WORDS = 2_000;
const ANSWERED = 400;

/** One notice, as a mail tells it. */
export async function itemOf(told: Told): Promise<MailItem> {
  const { comment, answers, kind } = told;
  const shown =
    kind === "decision" || kind === "report-outcome" || kind === "appeal-outcome" ? null : comment;
  return {
    sentence: sentence(told),
    words: shown ? textPieces(fromStore(shown.html), WORDS) : await wordsBeside(told),
    answers:
      shown && answers && kind !== "honour"
        ? {
            intro: introOf(answers),
            words: textPieces(fromStore(answers.html), ANSWERED),
          }
        : null,
    label: LABELS[kind],
    url: env.siteUrl + placeOf(told),
  };
}

function introOf({ author, own }: NonNullable<Told["answers"]>): string {
  if (own) return t.youWrote;
  return author === null ? t.inAnswerTo : say(t.inAnswerToWhom, { who: isolated(author) });
}

function sentence({ kind, article, comment, decision, queue }: Told): string {
  return sentenceOf({
    kind,
    article,
    comment: comment && {
      id: comment.id,
      author: comment.author === null ? null : { handle: "", name: comment.author },
      excerpt: "",
      answers: null,
    },
    decision: decision && { ...decision, ground: null },
    queue: queueNamed(queue),
  });
}

/** What is said besides a comment: a moderator's words, a correction, a poll. */
async function wordsBeside({ kind, article, decision }: Told): Promise<MailItem["words"]> {
  if (kind === "new-article")
    return pieces(article?.standfirst ?? "", article ? say(t.byAuthor, { author: article.author }) : "");
  if (kind === "correction") return pieces(article?.correction ?? "");
  if (kind.startsWith("poll-") && article) return pieces(...pollLines(await pollOf(article, null), kind));
  // What a moderator wrote is for whom the decision is about, and not for whoever reported them.
  return kind === "report-outcome" ? [] : pieces(decision?.words ?? "");
}

const pieces = (...texts: string[]): MailItem["words"] =>
  texts.filter((text) => text !== "").map((text) => ({ text, quoted: false }));

const MOMENT = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** The poll as everybody may see it: a result only where nobody has to vote for it any more. */
function pollLines(poll: PollView | null, kind: NoticeKind): string[] {
  if (!poll) return [];
  const { question, options, results, closesAt } = poll;
  if (kind !== "poll-closed")
    return [
      question,
      options.map(({ label }) => `– ${label}`).join("\n"),
      ...(closesAt === null ? [] : [say(t.itCloses, { when: MOMENT.format(new Date(closesAt)) })]),
    ];
  if (!results.visible) return [question, t.tooFewVoted];
  const lines = results.options.map(({ key, share, votes }) =>
    say(t.soManyFor, {
      label: options.find((one) => one.key === key)?.label ?? key,
      share: percent(share),
      votes,
    }),
  );
  const rounding = roundingSentence(results.options.map(({ share }) => share));
  return [question, lines.join("\n"), rounding];
}

const LABELS: Record<NoticeKind, string> = {
  reply: t.readAndReply,
  mention: t.readAndReply,
  quote: t.readAndReply,
  followed: t.readAndReply,
  "new-article": t.readTheArticle,
  correction: t.readTheArticle,
  "poll-reworded": t.seeThePoll,
  "poll-closing": t.vote,
  "poll-closed": t.seeTheResult,
  honour: t.seeYourComment,
  decision: t.readTheDecision,
  "report-outcome": t.seeWhatYouReported,
  "appeal-outcome": t.readTheDecision,
  "reply-waits": t.lookAtIt,
  "appeal-waits": t.lookAtIt,
  "queue-waits": t.lookAtIt,
  "invitation-accepted": t.seeWhoMayJoin,
};

/** The very place, for whoever is signed in and whoever is not. */
function placeOf({ kind, article, comment, decision, queue }: Told): string {
  if (decision && (kind === "decision" || kind === "appeal-outcome")) return `/decisions/${decision.id}`;
  if (kind === "reply-waits" && article) return `/articles/${article.slug}/replies`;
  if (kind === "appeal-waits") return "/moderation?queue=appeals";
  if (kind === "queue-waits") return `/moderation?queue=${queue ?? "held"}`;
  if (kind === "invitation-accepted") return "/moderation/joining";
  if (comment) return `/comments/${comment.id}`;
  if (kind === "poll-closing" && article) return `/articles/${article.slug}/vote`;
  return article ? `/articles/${article.slug}` : "/inbox";
}
