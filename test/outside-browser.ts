/**
 * A browser without a window: it follows redirects, and keeps each host's cookies. The site's own address leads to where the site listens.
 */
export class OutsideBrowser {
  readonly #jar = new Map<string, Map<string, string>>();

  /** @param at where the site listens, as its address @param site what the site believes its address is */
  constructor(
    readonly at: string,
    readonly site: string,
  ) {}

  /** One request, and no further. A path is the site's. */
  async ask(address: string, init: { method?: string; body?: URLSearchParams; site?: string } = {}) {
    const there = new URL(address, this.site);
    const isSite = there.origin === this.site;
    const jar = this.#jarOf(there.origin);
    const answer = await fetch(isSite ? this.at + there.pathname + there.search : there, {
      method: init.method ?? (init.body ? "POST" : "GET"),
      body: init.body,
      redirect: "manual",
      headers: {
        accept: "text/html",
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(isSite && { "sec-fetch-site": init.site ?? "same-origin" }),
      },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    const location = answer.headers.get("location");
    return {
      at: there.href,
      status: answer.status,
      location: location && new URL(location, there).href,
      text: await answer.text(),
    };
  }

  /** Through the provider's pages and back: where the site sends its reader in the end, as a path. @param login whom to sign in as there */
  async signIn(start: string, login: string): Promise<string> {
    const back = await this.comeBackWith(start, login);
    return back.startsWith(this.site) ? this.arrive(back) : back;
  }

  /** As far as the address with which the provider sends the browser back. */
  async comeBackWith(start: string, login: string): Promise<string> {
    let { location, at } = await this.ask(start);
    for (let steps = 0; steps < 10; steps++) {
      if (location === null) {
        const body = new URLSearchParams({ login });
        ({ location, at } = await this.ask(at, { body }));
      } else if (location.startsWith(this.site)) return location;
      else ({ location, at } = await this.ask(location));
    }
    throw new Error("The provider's pages lead nowhere.");
  }

  /** Brings back what the provider sent. @returns the path the site sends on to */
  async arrive(address: string): Promise<string> {
    const { location, status } = await this.ask(address, { site: "cross-site" });
    return location === null ? String(status) : location.replace(this.site, "");
  }

  cookies(): string {
    return [...this.#jarOf(this.site)].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Another one with the same cookies. */
  copy(): OutsideBrowser {
    const other = new OutsideBrowser(this.at, this.site);
    for (const [origin, jar] of this.#jar) other.#jar.set(origin, new Map(jar));
    return other;
  }

  #jarOf(origin: string): Map<string, string> {
    const jar = this.#jar.get(origin) ?? new Map<string, string>();
    this.#jar.set(origin, jar);
    return jar;
  }
}
