import { EmptyState } from "@/components/ui/empty-state";
import { checkTitle } from "@/domain/moderation/checks/checks";
import { COMPARED, type Compared, type Measure } from "@/domain/moderation/transparency/fairness";
import type { Group } from "@/domain/polls/statistics/two-proportions";
import sections from "@/components/ui/section.module.css";
import tables from "@/components/ui/table.module.css";
import * as t from "#messages/transparency";
import { say } from "@/messages/say";

type Props = { compared: Compared[]; rules: { rule: string; option: string; count: number }[] };

const WORDS: Record<Measure, string> = { held: t.held, rejected: t.rejected, upheld: t.appealsUpheld };

/** Rates by the stance that authors showed, with what they can and cannot say beside them. */
export function FairnessTable({ compared, rules }: Props) {
  return (
    <>
      <p>{t.onlyCommentsWhoseAuthors}</p>
      <p>{say(t.countedEachMonday, { most: COMPARED })}</p>
      {compared.length === 0 && <EmptyState>{t.notEnoughCommentsWithAShown}</EmptyState>}
      {compared.length > 0 && (
        <div className={tables.scroll} tabIndex={0} role="region" aria-label={t.ratesByMonth}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t.month}</th>
                <th scope="col">{t.question}</th>
                <th scope="col">{t.share}</th>
                <th scope="col">{t.oneSide}</th>
                <th scope="col">{t.theOther}</th>
                <th scope="col">{t.difference}</th>
              </tr>
            </thead>
            <tbody>
              {compared.map(({ month, measure, counts, result, p }) => (
                <tr key={`${month.month} ${month.article.slug} ${measure}`}>
                  <td>{month.month}</td>
                  <td>{month.article.title}</td>
                  <td>{WORDS[measure]}</td>
                  {month.sides.map((side, nth) => (
                    <td key={side.option}>
                      {side.label}
                      {counts && `: ${cases(counts[nth === 0 ? 0 : 1], measure)}`}
                      {result.comparable && ` (${percent(result.rates[nth === 0 ? 0 : 1].share)})`}
                    </td>
                  ))}
                  <td>
                    {result.comparable
                      ? say(t.differenceOf, {
                          difference: percent(result.difference),
                          lower: percent(result.interval.lower),
                          upper: percent(result.interval.upper),
                          p: (p ?? 1).toFixed(3),
                        })
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
          <h2 className={sections.section}>{t.commentsHeldByCheck}</h2>
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

const cases = ({ cases: some, total }: Group, measure: Measure): string =>
  measure === "upheld"
    ? say(t.upheldOfAppeals, { upheld: some, appeals: total })
    : say(t.measureOfComments, { measure: some, comments: total });
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
