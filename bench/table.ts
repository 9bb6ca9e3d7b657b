import type { Row } from "./rounds";

/** The rows as a Markdown table, for a terminal and for docs/PERFORMANCE.md alike. */
export function table(rows: readonly Row[]): string {
  const head = [
    "",
    "comments",
    "connections",
    "a second",
    "p50 ms",
    "p99 ms",
    "raw a second",
    "raw p99 ms",
    "of raw",
    "goal",
  ];
  const body = rows.map(({ title, size, connections, moot, raw, isBare, ratio, goal, slowest }) => [
    title + (moot.refused > 0 ? ` (${moot.refused} refused)` : ""),
    size === null ? "" : size.toLocaleString("en-GB"),
    String(connections),
    whole(moot.rate),
    moot.p50.toFixed(1),
    moot.p99.toFixed(1),
    whole(raw.rate),
    raw.p99.toFixed(1),
    isBare ? `${ratio.toFixed(2)} of a bare Next page` : ratio.toFixed(2),
    [
      ...(goal === null ? [] : [`${goal} ${ratio >= goal ? "reached" : "missed"}`]),
      ...(slowest === null
        ? []
        : [`p99 ${slowest} times raw's ${moot.p99 <= slowest * raw.p99 ? "reached" : "missed"}`]),
    ].join(", "),
  ]);
  return markdown([head, ...body]);
}

/**
 * What 20,000 comments cost compared with 100, by scene: 1 is "the same". `shown`: comments on the first page of each
 * (`GET comments`), which are fewer where few have been answered; the last column takes that out.
 */
export function flatness(rows: readonly Row[], shown: { few: number; many: number }): string {
  const small = rows.filter(({ size, steady }) => size === 100 && steady);
  const lines = small.flatMap((few) => {
    const many = rows.find(
      ({ title, size, connections }) =>
        title === few.title && size === 20_000 && connections === few.connections,
    );
    if (!many) return [];
    // A cost is the time of one request; the raw server's, measured beside each, says how busy the machine was.
    const steady = many.raw.rate / few.raw.rate;
    const cost = (few.moot.rate / many.moot.rate) * steady;
    return [
      [
        few.title,
        String(few.connections),
        cost.toFixed(2),
        (many.moot.p50 / few.moot.p50).toFixed(2),
        (many.moot.p99 / few.moot.p99).toFixed(2),
        few.part === "comments" ? ((cost * shown.few) / shown.many).toFixed(2) : "",
      ],
    ];
  });
  const head = ["20,000 comments cost, in those of 100", "connections", "time", "p50", "p99"];
  return markdown([[...head, `time a comment shown (${shown.many} and ${shown.few})`], ...lines]);
}

const whole = (rate: number): string => Math.round(rate).toLocaleString("en-GB");

export function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...body.map(line)].join("\n");
}
