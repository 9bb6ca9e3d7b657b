import { Tags } from "@/components/ui/tags";
import styles from "./article-foot.module.css";
import { ShareLine } from "./share-line";

type Props = { tags: string[]; title: string; href: string; isListed: boolean };

/** What an article is about and, once it is published, ways to hand it on. `href` is its whole address. */
export function ArticleFoot({ tags, title, href, isListed }: Props) {
  return (
    <footer>
      <div className={styles.foot}>
        <Tags tags={tags} isListed={isListed} />
        {isListed && <ShareLine title={title} href={href} />}
      </div>
      <p className="print-only">{href}</p>
    </footer>
  );
}
