import type { Operation, Reference } from "./read-reference";
import section from "@/components/ui/section.module.css";
import table from "@/components/ui/table.module.css";
import * as t from "#messages/pages";
import { say } from "@/messages/say";
import styles from "./reference.module.css";

/** Everything the API can do, section by section; each operation opens where it stands, and has an address of its own. */
export function ApiReference({ introduction, sections, types }: Reference) {
  return (
    <>
      <div className={styles.introduction}>
        {introduction.map((paragraph) => (
          <p key={paragraph}>{inline(paragraph)}</p>
        ))}
      </div>
      {sections.map(({ name, description, operations }) => (
        <section key={name} className={section.section}>
          <h2 id={name.toLowerCase()}>{name}</h2>
          <p>{description}</p>
          {operations.map((operation) => (
            <OperationFold key={operation.id} operation={operation} />
          ))}
        </section>
      ))}
      <section className={section.section}>
        <h2 id="types">{t.apiTypes}</h2>
        {types.map(({ name, type }) => (
          <details key={name} id={`type-${name}`} className={styles.operation}>
            <summary>
              <code>{name}</code>
            </summary>
            <Type text={type} name={name} />
          </details>
        ))}
      </section>
    </>
  );
}

function OperationFold({ operation }: { operation: Operation }) {
  const { id, method, path, summary, needs, fields, body, answers } = operation;
  const name = `${method} ${path}`;
  return (
    <details id={id} className={styles.operation}>
      <summary>
        <code>
          <b>{method}</b> {path}
        </code>{" "}
        <span>{summary}</span>
      </summary>
      <p>{needs.length === 0 ? t.apiNeedsNobody : say(t.apiNeeds, { what: needs.join(t.apiOr) })}</p>
      {fields.length > 0 && (
        <table className={table.table}>
          <caption className={table.caption}>{t.apiParameters}</caption>
          <tbody>
            {fields.map((field) => (
              <tr key={`${field.where} ${field.name}`}>
                <td>
                  <code>{field.name}</code>
                </td>
                <td>
                  {field.required
                    ? say(t.apiRequiredIn, { where: field.where })
                    : say(t.apiIn, { where: field.where })}
                </td>
                <td>
                  <code>{field.type}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {body && (
        <>
          <p className={table.caption}>{t.apiBody}</p>
          <Type text={body.type} name={say(t.apiBodyOf, { name })} />
          {body.example !== null && <Type text={body.example} name={say(t.apiExampleOf, { name })} />}
        </>
      )}
      <p className={table.caption}>{t.apiAnswers}</p>
      {answers.map(({ status, meaning, type }) => (
        <div key={status} className={styles.answer}>
          <p>
            <b>{status}</b> {meaning}
            {type === "Problem" && (
              <>
                {"\u00a0· "}
                <a href="#type-Problem">{t.apiProblem}</a>
              </>
            )}
          </p>
          {type !== null && type !== "Problem" && (
            <Type text={type} name={say(t.apiAnswerOf, { status, name })} />
          )}
        </div>
      ))}
    </details>
  );
}

/** Wide ones are scrolled by keyboard too, and so have a name. */
function Type({ text, name }: { text: string; name: string }) {
  return (
    <pre className={styles.type} tabIndex={0} role="region" aria-label={name}>
      <code>{text}</code>
    </pre>
  );
}

/** The two marks of Markdown that the description uses. */
const inline = (text: string) =>
  text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part, nth) => {
    if (part.startsWith("`")) return <code key={nth}>{part.slice(1, -1)}</code>;
    return part.startsWith("**") ? <strong key={nth}>{part.slice(2, -2)}</strong> : part;
  });
