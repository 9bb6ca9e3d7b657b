import { EmptyState } from "@/components/ui/empty-state";
import { checkTitle } from "@/domain/moderation/checks/checks";
import type { Compared, Fared, Measure } from "@/domain/moderation/transparency/fairness";
import sections from "@/components/ui/section.module.css";
import tables from "@/components/ui/table.module.css";

type Props = { compared: Compared[]; rules: { rule: string; option: string; count: number }[] };

const WORDS: Record<Measure, string> = { held: "held", rejected: "rejected", upheld: "appeals upheld" };

/** Rates by the stance that authors showed, with what they can and cannot say beside them. */
export function FairnessTable({ compared, rules }: Props) {
  return (
    <>
      <p>
        Only comments whose authors showed their vote are counted; nobody looks at secret votes. A difference
        here is what bias would look like, and also what one angry evening would look like: read it beside the
        rule that fired. Comments of one author are not independent, so the p-values are somewhat too small;
        those shown are corrected for being shown together (Holm).
      </p>
      {compared.length === 0 && (
        <EmptyState>Not enough comments with a shown vote yet, on two sides of one question.</EmptyState>
      )}
      {compared.length > 0 && (
        <div className={tables.scroll} tabIndex={0} role="region" aria-label="Rates by month">
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">Month</th>
                <th scope="col">Question</th>
                <th scope="col">Share</th>
                <th scope="col">One side</th>
                <th scope="col">The other</th>
                <th scope="col">Difference</th>
              </tr>
            </thead>
            <tbody>
              {compared.map(({ month, measure, result, p }) => (
                <tr key={`${month.month} ${month.article.slug} ${measure}`}>
                  <td>{month.month}</td>
                  <td>{month.article.title}</td>
                  <td>{WORDS[measure]}</td>
                  {month.sides.map((side, nth) => (
                    <td key={side.option}>
                      {side.label}: {cases(side, measure)}
                      {result.comparable && ` (${percent(result.rates[nth === 0 ? 0 : 1].share)})`}
                    </td>
                  ))}
                  <td>
                    {result.comparable
                      ? `${percent(result.difference)}, 95 %: ${percent(result.interval.lower)} to ${percent(result.interval.upper)}; p = ${(p ?? 1).toFixed(3)}`
                      : result.reason}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rules.length > 0 && (
        <>
          <h2 className={sections.section}>Which checks held whom</h2>
          <table className={tables.table}>
            <tbody>
              {rules.map(({ rule, option, count }) => (
                <tr key={`${rule} ${option}`}>
                  <th scope="row">{checkTitle(rule)}</th>
                  <td>{option}</td>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}

const cases = (side: Fared, measure: Measure): string =>
  measure === "upheld" ? `${side.upheld} of ${side.appeals}` : `${side[measure]} of ${side.comments}`;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
