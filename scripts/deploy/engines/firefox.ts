import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { track } from "@/scripts/child-process";
import { UP_WITHIN, WINDOW, type Engine, type Start } from "./engine";

const Answer = z.object({
  id: z.number().nullish(),
  result: z.unknown(),
  error: z.string().optional(),
  message: z.string().optional(),
});
const Session = z.object({ capabilities: z.object({ browserName: z.string(), browserVersion: z.string() }) });
const Tree = z.object({ contexts: z.array(z.object({ context: z.string() })).min(1) });
const Evaluated = z.object({
  result: z.object({ value: z.string() }).optional(),
  exceptionDetails: z.object({ text: z.string() }).optional(),
});

/** Firefox as it is, without a window on the screen, spoken to in WebDriver BiDi, which it knows by itself. */
export async function startFirefox({ program, folder, proxy }: Start): Promise<Engine> {
  const { send, close } = await connect(await run(program, folder, proxy));
  const { capabilities } = Session.parse(await send("session.new", { capabilities: {} }));
  const { contexts } = Tree.parse(await send("browsingContext.getTree"));
  const context = contexts[0]?.context ?? "";
  await send("browsingContext.setViewport", { context, viewport: WINDOW });
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    goto: async (url) => {
      await send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    reload: async () => {
      await send("browsingContext.reload", { context, wait: "complete" });
    },
    travel: async (delta) => {
      await send("browsingContext.traverseHistory", { context, delta });
    },
    evaluate: async (body, words) => {
      const functionDeclaration = `async (words) => JSON.stringify((await (async function () { ${body} })(...JSON.parse(words))) ?? null)`;
      const told = Evaluated.parse(
        await send("script.callFunction", {
          target: { context },
          awaitPromise: true,
          functionDeclaration,
          arguments: [{ type: "string", value: JSON.stringify(words) }],
          userActivation: false,
        }),
      );
      if (!told.result) throw new Error(told.exceptionDetails?.text ?? "The page's script failed.");
      return JSON.parse(told.result.value) as unknown;
    },
    act: async (actions) => {
      await send("input.performActions", { context, actions });
    },
    close: async () => {
      await send("browser.close");
      close();
    },
  };
}

/** @returns where it listens */
async function run(program: string, folder: string, proxy: Start["proxy"]): Promise<string> {
  mkdirSync(folder);
  const preferences = {
    "network.proxy.type": 1,
    "network.proxy.http": proxy.host,
    "network.proxy.http_port": proxy.port,
    "datareporting.policy.dataSubmissionEnabled": false,
    "app.update.enabled": false,
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(folder, "user.js"), lines.join("\n"));
  const words = ["--headless", "--no-remote", "--profile", folder, "--remote-debugging-port", "0"];
  const child = spawn(program, [...words, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  track(child);
  let said = "";
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Firefox does not listen:\n${said}`)), UP_WITHIN);
    child.once("error", reject);
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const [, address] = /BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(`${address}/session`);
    });
  });
}

type Connection = {
  send: (method: string, params?: object) => Promise<unknown>;
  close: () => void;
};

async function connect(address: string): Promise<Connection> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: z.output<typeof Answer>) => void>();
  socket.addEventListener("message", ({ data }) => {
    const answer = Answer.parse(JSON.parse(String(data)));
    waiting.get(answer.id ?? 0)?.(answer);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error(`Nobody answers at ${address}.`)));
  });
  let count = 0;
  return {
    send: async (method, params = {}) => {
      const id = (count += 1);
      const answered = new Promise<z.output<typeof Answer>>((resolve) => waiting.set(id, resolve));
      socket.send(JSON.stringify({ id, method, params }));
      const { error, message, result } = await answered;
      waiting.delete(id);
      if (error !== undefined) throw new Error(`${method}: ${error}: ${message ?? ""}`);
      return result;
    },
    close: () => socket.close(),
  };
}
