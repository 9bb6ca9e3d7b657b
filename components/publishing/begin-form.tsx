import { Button } from "@/components/ui/button";
import styles from "./begin-form.module.css";

type Props = {
  label: string;
  article?: string;
  /** Which of the article's texts to begin from; without it the one that readers see. */
  revision?: number;
  /** Where one comes back to where it is refused. */
  back?: string;
};

/** Begins a draft, of a new article or of the next revision of one, and leads to it. */
export const BeginForm = ({ label, article, revision, back = "/write" }: Props) => (
  <form className={styles.form} method="post" action="/api/v1/drafts">
    <input type="hidden" name="_back" value={back} />
    {article !== undefined && <input type="hidden" name="article" value={article} />}
    {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
    <Button look="primary">{label}</Button>
  </form>
);
