/** One step of an input device, as WebDriver has it, in both of its protocols. */
export type Action =
  | Readonly<{ type: "keyDown" | "keyUp"; value: string }>
  | Readonly<{ type: "pointerMove"; x: number; y: number }>
  | Readonly<{ type: "pointerDown" | "pointerUp"; button: 0 }>;

/** A device and what it does. Coordinates are pixels of the window's inside. */
export type Device = Readonly<{ type: "key" | "pointer"; id: string; actions: readonly Action[] }>;

/** A browser that is not Chromium, with one window open; what `Window` needs of it. */
export type Engine = Readonly<{
  /** As it says itself, with its version. */
  name: string;
  goto: (url: string) => Promise<void>;
  reload: () => Promise<void>;
  /** Through the window's history: back is -1. */
  travel: (by: 1 | -1) => Promise<void>;
  /** @param body of an async function whose `arguments` are these, which are JSON, as is what it returns */
  evaluate: (body: string, words: readonly unknown[]) => Promise<unknown>;
  act: (devices: readonly Device[]) => Promise<void>;
  close: () => Promise<void>;
}>;

/** How a browser is started: the pages of one site come through a proxy, whose address is no loopback name and no https. */
export type Start = Readonly<{
  program: string;
  /** An empty folder of its own. */
  folder: string;
  proxy: Readonly<{ host: string; port: number }>;
}>;

/** The inside of the window, in pixels. */
export const WINDOW = { width: 1280, height: 860 } as const;

/** What a browser or its driver may take to come up, in milliseconds. */
export const UP_WITHIN = 60_000;
