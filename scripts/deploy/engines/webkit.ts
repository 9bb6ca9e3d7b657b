import { spawn } from "node:child_process";
import { z } from "zod";
import { track } from "@/scripts/child-process";
import { freePort } from "@/scripts/postgres/embedded";
import { until } from "@/scripts/deploy/programs";
import { UP_WITHIN, WINDOW, type Engine, type Start } from "./engine";

const Answer = z.object({ value: z.unknown() });
const Trouble = z.object({ error: z.string(), message: z.string() });
const Session = z.object({ sessionId: z.string(), capabilities: z.object({ browserVersion: z.string() }) });
const Inside = z.tuple([z.number(), z.number()]);

/** Screens of X servers that nobody else is likely to have. */
const FIRST_SCREEN = 70;

type Programs = Readonly<{ driver: string; screen: string }>;

/** The engine of Safari as GTK has it, spoken to in WebDriver. It has no mode without a screen, so it gets one nobody sees. */
export async function startWebKit({
  program,
  driver,
  screen,
  proxy,
}: Omit<Start, "folder"> & Programs): Promise<Engine> {
  const ask = await startDriver(driver, await startScreen(screen));
  const { sessionId, capabilities } = Session.parse(
    await ask("POST", "/session", {
      capabilities: {
        alwaysMatch: {
          proxy: { proxyType: "manual", httpProxy: `${proxy.host}:${proxy.port}` },
          "webkitgtk:browserOptions": { binary: program, args: ["--automation"] },
        },
      },
    }),
  );
  const session = `/session/${sessionId}`;
  const evaluate: Engine["evaluate"] = async (body, words) =>
    ask("POST", `${session}/execute/async`, {
      script: `const [words, told] = arguments; (async function () { ${body} })(...words).then((value) => told([value ?? null, null]), (error) => told([null, String(error)]));`,
      args: [words],
    }).then((told) => {
      const [value, error] = z.tuple([z.unknown(), z.string().nullable()]).parse(told);
      if (error !== null) throw new Error(error);
      return value;
    });
  await fitWindow(ask, session, evaluate);
  return {
    name: `WebKit ${capabilities.browserVersion}`,
    goto: async (url) => {
      await ask("POST", `${session}/url`, { url });
    },
    reload: async () => {
      await ask("POST", `${session}/refresh`, {});
    },
    travel: async (by) => {
      await ask("POST", `${session}/${by === 1 ? "forward" : "back"}`, {});
    },
    evaluate,
    act: async (actions) => {
      await ask("POST", `${session}/actions`, { actions });
    },
    close: async () => {
      await ask("DELETE", session);
    },
  };
}

type Ask = (method: string, path: string, body?: object) => Promise<unknown>;

async function fitWindow(ask: Ask, session: string, evaluate: Engine["evaluate"]): Promise<void> {
  await ask("POST", `${session}/window/rect`, WINDOW);
  const [width, height] = Inside.parse(await evaluate("return [innerWidth, innerHeight];", []));
  const larger = {
    width: 2 * WINDOW.width - width,
    height: 2 * WINDOW.height - height,
  };
  await ask("POST", `${session}/window/rect`, larger);
}

/** @returns its name, as programs are told it */
async function startScreen(program: string): Promise<string> {
  const name = `:${FIRST_SCREEN + (process.pid % 400)}`;
  const child = spawn(
    program,
    [name, "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-displayfd", "3"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  track(child);
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("The X server does not come up.")), UP_WITHIN);
    child.once("exit", () => reject(new Error("The X server ended.")));
    child.stdio[3]?.once("data", () => {
      clearTimeout(late);
      resolve();
    });
  });
  return name;
}

async function startDriver(program: string, display: string): Promise<Ask> {
  const port = await freePort();
  track(
    spawn(program, [`--port=${port}`], {
      env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: "1" },
      stdio: "ignore",
    }),
  );
  const ask: Ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = Answer.parse(await answer.json());
    if (answer.ok) return value;
    const { error, message } = Trouble.parse(value);
    throw new Error(`${path}: ${error}: ${message}`);
  };
  await until(
    () =>
      ask("GET", "/status").then(
        () => true,
        () => false,
      ),
    "WebKitWebDriver does not answer.",
    UP_WITHIN,
  );
  return ask;
}
