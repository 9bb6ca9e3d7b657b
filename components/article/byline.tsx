import { bylinePieces, type ArticleAuthor } from "@/domain/articles/author";
import { listingPath } from "@/domain/articles/listing";

/** Who wrote an article: a member leads to their page, a name to what else is by it where that is listed. */
export function Byline({ authors, isListed }: { authors: ArticleAuthor[]; isListed: boolean }) {
  return (
    <span>
      {bylinePieces(authors.map(({ name }) => name)).map(({ words, name }, place) => {
        const author = name === null ? undefined : authors[name];
        return author ? <AuthorLink key={place} author={author} isListed={isListed} /> : words;
      })}
    </span>
  );
}

function AuthorLink({ author: { name, handle }, isListed }: { author: ArticleAuthor; isListed: boolean }) {
  const words = <bdi>{name}</bdi>;
  if (handle !== null)
    return (
      <a href={`/members/${handle}`} rel="author">
        {words}
      </a>
    );
  if (!isListed) return words;
  return (
    <a href={listingPath({ kind: "author", name })} rel="author">
      {words}
    </a>
  );
}
