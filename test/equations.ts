import loadHighs from "highs";

/** A sum of unknowns, and what it truly is. */
export type Cell = { what: string; terms: readonly string[]; value: number };

/** More than anything here adds up to: a bound with it added says nothing. */
export const ANY = 500;

/**
 * Unknown whole numbers, none below nought, and what is known of sums of them. Solved by HiGHS (Q. Huangfu and J. A. J. Hall, Mathematical
 * Programming Computation 10 (2018) 119-142).
 */
export class Equations {
  readonly constraints: string[] = [];
  private readonly names: string[] = [];

  unknown(name: string): string {
    this.names.push(name);
    return name;
  }

  /** An unknown that is 0 or 1. */
  choice(name: string): string {
    this.say([this.unknown(name)], "<=", 1);
    return name;
  }

  /** @param terms names, with a number before it where one counts more than once, and a minus where it is taken away */
  say(terms: readonly string[], relation: "=" | ">=" | "<=", value: number): void {
    this.constraints.push(`${this.sum(terms)} ${relation} ${value}`);
  }

  /** Whether the first so many constraints, or all, let the cell be another number than it is. */
  async leavesOpen({ terms, value }: Cell, constraints = this.constraints.length): Promise<boolean> {
    const others = [...(value > 0 ? [`<= ${value - 1}`] : []), `>= ${value + 1}`];
    for (const other of others) if (await this.canBe(`${this.sum(terms)} ${other}`, constraints)) return true;
    return false;
  }

  private async canBe(besides: string, constraints: number): Promise<boolean> {
    const program = [
      "Minimize",
      ` goal: ${this.sum([])}`,
      "Subject To",
      ...this.constraints.slice(0, constraints).map((line, nth) => ` c${nth}: ${line}`),
      ` besides: ${besides}`,
      "General",
      ` ${this.names.join(" ")}`,
      "End",
    ].join("\n");
    const { Status } = (await highs).solve(program, { output_flag: false });
    if (Status !== "Optimal" && Status !== "Infeasible") throw new Error(`HiGHS: ${Status}`);
    return Status === "Optimal";
  }

  private sum(terms: readonly string[]): string {
    return (
      terms.map((term) => (term.startsWith("-") ? term : `+ ${term}`)).join("\n  ") || `0 ${this.names[0]}`
    );
  }
}

const highs = loadHighs();
