import pg from "pg";

/**
 * The least that Next does for the same: no head but a title, no islands, no session, an article's first fifty comments from one
 * prepared statement, drawn as plain elements. What it reaches on a machine is what Next has to give there.
 */
export const dynamic = "force-dynamic";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

type Comment = { id: string; html: string; posted_at: Date; respect: number; name: string };
const FIFTY = `
  SELECT c.id, c.html, c.posted_at, c.respect, m.name FROM comment c JOIN member m ON m.id = c.author_id
  WHERE c.article_id = (SELECT id FROM article WHERE slug = $1) AND c.parent_id IS NULL AND c.listed
  ORDER BY c.best DESC, c.id DESC LIMIT 50`;

export const metadata = { title: "Fifty comments" };

export default async function BarePage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { rows } = await pool.query<Comment>({ name: "fifty", text: FIFTY, values: [slug] });
  return (
    <main>
      <h1>Fifty comments</h1>
      <ol>
        {rows.map(({ id, html, posted_at: at, respect, name }) => (
          <li key={id} id={`c-${id}`}>
            <p>
              <a href={`/members/${name}`}>{name}</a>{" "}
              <time dateTime={at.toISOString()}>{at.toDateString()}</time>
            </p>
            <div dangerouslySetInnerHTML={{ __html: html }} />
            <p>
              <a href={`/comments/${id}/reply`}>Reply</a> <button type="button">Respect {respect}</button>
            </p>
          </li>
        ))}
      </ol>
    </main>
  );
}
