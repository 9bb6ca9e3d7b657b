import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { arguePath, mindChangedByWordsPath, passagesPath } from "@/components/comments/paths";
import { Crumb } from "@/components/comments/crumb";
import { layOut } from "@/components/comments/layout";
import { DiscussionIsland } from "@/components/comments/live/discussion-island";
import { Pagination } from "@/components/comments/pagination";
import { RespectForm } from "@/components/comments/comment-actions";
import { ServedList } from "@/components/comments/served-list";
import { BlockWords } from "@/components/passages/block-words";
import { PassageList } from "@/components/passages/passage-list";
import { EmptyState } from "@/components/ui/empty-state";
import { articlePath, type Article } from "@/domain/articles/article";
import { articleBySlug } from "@/domain/articles/queries";
import { DEFAULT_SORT } from "@/domain/comments/comment";
import { articleText } from "@/domain/passages/article-text";
import { beginning } from "@/domain/prose/cut";
import { NAMED_WORDS_MOST } from "@/domain/polls/poll";
import { blockId, EARLIER } from "@/domain/passages/passage";
import { commentsAbout } from "@/domain/passages/queries";
import { BlockNumber } from "@/domain/passages/schema";
import { pollOf } from "@/domain/polls/queries";
import { orNotFound } from "@/web/pages/or-not-found";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { single } from "@/web/pages/search-params";
import { pageMetadata } from "@/app/page-metadata";
import { threadContextOf } from "@/app/articles/[slug]/gather-discussion";
import * as t from "#messages/passages";
import { say } from "@/messages/say";

type Props = PageProps<"/articles/[slug]/passages">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ slug }, asked] = await Promise.all([params, searchParams]);
  const article = await articleBySlug(slug);
  if (!article) notFound();
  const { title } = article;
  const named = say(asked.block === undefined ? t.passagesOf : t.aboutAParagraph, { title });
  // The same comments stand in the discussion.
  return {
    ...(await pageMetadata({ title: named, description: named, path: passagesPath(slug) })),
    robots: { index: false },
  };
}

/** What is said about one block of the article; without one, about which blocks something is said. */
export default async function PassagesPage({ params, searchParams }: Props) {
  const [{ slug }, asked] = await Promise.all([params, searchParams]);
  const article = await articleBySlug(slug);
  if (!article) notFound();
  if (asked.block === undefined) return <Overview article={article} />;
  const block = BlockNumber.safeParse(single(asked.block));
  if (!block.success) notFound();
  return <About article={article} block={block.data} after={single(asked.after)} />;
}

function Overview({ article }: { article: Article }) {
  return (
    <>
      <Crumb href={articlePath(article.slug)} label={article.title} />
      <h1>{t.everyPassage}</h1>
      {article.passages.length === 0 && <EmptyState>{t.nobodyArguesYet}</EmptyState>}
      <PassageList article={article} text={articleText(article.html)} />
    </>
  );
}

async function About({ article, block, after }: { article: Article; block: number; after?: string }) {
  const { slug } = article;
  const { text, blocks } = articleText(article.html);
  const stretch = blocks[block - 1];
  if (!stretch && block !== EARLIER) notFound();
  const [poll, { items, next }] = await Promise.all([
    pollOf(article, null),
    orNotFound(commentsAbout(slug, { block, after }, null)),
  ]);
  const thread = threadContextOf(article, poll, DEFAULT_SORT);
  const path = articlePath(slug);
  return (
    <section data-discussion="">
      <Crumb href={stretch ? `${path}#${blockId(block)}` : path} label={article.title} />
      <h1>{stretch ? t.aboutOneParagraph : t.aboutAnEarlierWording}</h1>
      {stretch ? (
        <BlockWords
          words={text.slice(stretch.begins, stretch.ends)}
          argue={thread.closed ? null : arguePath(slug, block)}
          moved={article.passages.some((one) => one.block === block && one.moved)}
          changed={
            poll &&
            mindChangedByWordsPath(
              slug,
              beginning(text.slice(stretch.begins, stretch.ends), NAMED_WORDS_MOST),
            )
          }
        />
      ) : (
        <p>{t.whatTheArticleNoLongerSays}</p>
      )}
      {items.length === 0 ? <EmptyState>{t.noRepliesAboutThis}</EmptyState> : <h2>{t.theReplies}</h2>}
      <ServedList placed={layOut(items, 0)} thread={thread} placeholderFor={placeholderFor} />
      <Pagination
        first={after === undefined ? null : passagesPath(slug, block)}
        next={next === null ? null : passagesPath(slug, block, next)}
      />
      <p>
        <a href={passagesPath(slug)}>{t.everyPassage}</a>
      </p>
      <RespectForm />
      <DiscussionIsland thread={thread} />
    </section>
  );
}
