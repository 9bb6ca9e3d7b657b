import { Apart } from "@/components/ui/apart";
import tabs from "@/components/ui/tabs.module.css";
import { WHOSE, writingPath, type Whose } from "@/domain/articles/drafts/draft";
import * as t from "#messages/publishing";

const NAMES: Record<Whose, string> = { all: t.everyonesArticles, mine: t.myArticles };

/** All that is written, or what is one's own. */
export const WhoseTabs = ({ whose }: { whose: Whose }) => (
  <nav aria-label={t.whichArticles} className={tabs.tabs}>
    <Apart>
      {WHOSE.map((one) => (
        <a key={one} href={writingPath(one)} aria-current={one === whose ? "page" : undefined}>
          {NAMES[one]}
        </a>
      ))}
    </Apart>
  </nav>
);
