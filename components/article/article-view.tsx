import type { Article } from "@/domain/articles/article";
import type { PollState } from "@/domain/polls/poll";
import { markedProse } from "@/components/passages/marks";
import { MarksLine } from "@/components/passages/marks-line";
import { ProseHtml } from "@/components/ui/prose-html";
import { Served } from "@/components/ui/served";
import { withHeadingLinks } from "@/domain/prose/heading-links";
import type { PlaceholderFor } from "@/components/ui/raw-html";
import { ArticleFoot } from "./article-foot";
import { ArticleHead } from "./article-head";
import { CallToActionCard } from "./call-to-action";
import { CopyLinks } from "./copy-links";
import { Corrections } from "./corrections";
import { LeadFigure } from "./lead-picture";

type Props = {
  article: Article;
  poll: PollState | null;
  href: string;
  /** What it is written in. */
  language: string;
  placeholderFor: PlaceholderFor;
  discussed?: boolean;
  isListed?: boolean;
};

/** The article itself, for its page and for the preview of it. `href` is its whole address; `isListed`: its author and tags have pages. */
export const ArticleView = ({
  article,
  poll,
  href,
  language,
  placeholderFor,
  discussed = false,
  isListed = false,
}: Props) => (
  <>
    <Served as="article" placeholderFor={placeholderFor}>
      <ArticleHead
        article={article}
        language={language}
        poll={poll}
        discussed={discussed}
        isListed={isListed}
      />
      {article.picture && <LeadFigure picture={article.picture} language={language} />}
      <ProseHtml
        html={withHeadingLinks(discussed ? markedProse(article) : article.html)}
        as="article"
        language={language}
      />
      {discussed && <MarksLine slug={article.slug} />}
      <Corrections corrections={article.corrections} />
      {article.callToAction && <CallToActionCard call={article.callToAction} />}
      <ArticleFoot tags={article.tags} isListed={isListed} title={article.title} href={href} />
    </Served>
    {isListed && <CopyLinks />}
  </>
);
