import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Crumb } from "@/components/comments/crumb";
import { RespectForm } from "@/components/comments/comment-actions";
import { DiscussionIsland } from "@/components/comments/live/discussion-island";
import { SideColumns, type Column } from "@/components/polls/side-columns";
import { StancesHiddenNotice } from "@/components/polls/stances-hidden-notice";
import { articleBySlug } from "@/domain/articles/queries";
import { SidePageQuery } from "@/domain/comments/schema";
import { readSide } from "@/domain/comments/sides";
import type { Member } from "@/domain/members/member";
import type { PollView } from "@/domain/polls/poll";
import { pollFor } from "@/domain/polls/queries";
import { sidesInOrder } from "@/domain/polls/statistics/case-for-each-side";
import { NotAllowed } from "@/platform/refusal";
import { orNotFound } from "@/web/pages/or-not-found";
import { currentViewer } from "@/web/sessions/session";
import { threadContextOf } from "@/app/articles/[slug]/gather-discussion";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

type Props = PageProps<"/articles/[slug]/sides">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await articleBySlug((await params).slug);
  return {
    title: article ? say(t.bySideOf, { title: article.title }) : t.notFound,
    robots: { index: false },
  };
}

/** Of each side, where they stand beside each other; of one alone the usual page. */
const BESIDE = 10;

/** The discussion by the answers its authors show: drawn for its reader, for who may see stances depends on them. */
export default async function SidesPage({ params, searchParams }: Props) {
  const [{ slug }, viewer] = await Promise.all([params, currentViewer()]);
  const query = SidePageQuery.safeParse(await searchParams);
  const article = await articleBySlug(slug);
  const found = article && (await pollFor(article, viewer));
  if (!article || !found || !query.success || query.data.parent !== undefined) notFound();
  const { poll, mine } = found;
  const { side, sort } = query.data;
  const shown = await orNotFound(
    unlessHidden(
      side === undefined
        ? besideEachOther(slug, query.data, poll, viewer)
        : alone(slug, { ...query.data, side }, viewer),
    ),
  );
  const thread = threadContextOf(article, poll, sort);
  return (
    <section className={typeof shown === "string" ? undefined : "wide"} data-discussion="">
      <Crumb href={`/articles/${slug}#discussion`} label={t.theWholeDiscussion} />
      <h1>{side === undefined ? t.sideBySide : t.oneSide}</h1>
      {typeof shown === "string" ? (
        <StancesHiddenNotice slug={slug} why={shown} canAnswer={!mine.voted} />
      ) : (
        <SideColumns
          thread={thread}
          poll={poll}
          results={mine.results}
          columns={shown}
          answers={[...inThisHoursOrder(poll, slug), ...poll.options.filter((option) => !option.side)]}
          alone={side ?? null}
          later={query.data.after !== undefined}
        />
      )}
      <RespectForm />
      <DiscussionIsland thread={thread} />
    </section>
  );
}

const alone = async (
  slug: string,
  ask: SidePageQuery & { side: string },
  viewer: Member | null,
): Promise<Column[]> => [{ side: ask.side, page: await readSide(slug, ask, viewer) }];

/** Who stands first is read more. */
const inThisHoursOrder = ({ options }: PollView, slug: string) =>
  sidesInOrder(
    options.filter((option) => option.side),
    slug,
    new Date(),
  );

const besideEachOther = (slug: string, { sort }: SidePageQuery, poll: PollView, viewer: Member | null) =>
  Promise.all(
    inThisHoursOrder(poll, slug).map(async ({ key }): Promise<Column> => {
      return { side: key, page: await readSide(slug, { side: key, sort, limit: BESIDE }, viewer) };
    }),
  );

/** A refusal is what the page has to say. */
const unlessHidden = (columns: Promise<Column[]>): Promise<Column[] | string> =>
  columns.catch((problem: unknown) => {
    if (problem instanceof NotAllowed) return problem.message;
    throw problem;
  });
