import textStyles from "@/components/ui/text.module.css";
import { handleBeside } from "@/domain/members/handle-beside";

/** Who it is, with the way to their page, and with their username where the name alone could be another's. */
export function AuthorName({
  author,
  className,
}: {
  author: { handle: string; name: string };
  className?: string | undefined;
}) {
  return (
    <>
      <a className={className} href={`/members/${author.handle}`} dir="auto">
        {author.name}
      </a>
      <Username of={author} />
    </>
  );
}

/** The username beside a name that stands elsewhere. */
export function Username({ of: author }: { of: { handle: string; name: string } }) {
  const handle = handleBeside(author);
  return (
    handle !== null && (
      <>
        {" "}
        <span className={textStyles.muted} dir="ltr">
          {handle}
        </span>
      </>
    )
  );
}
