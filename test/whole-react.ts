import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ReactNode } from "react";

/**
 * Tests run as a server that draws components, where React refuses to draw a page; the files behind its
 * refusal are asked here, with the React they are made for.
 */
export function wholeReact(): (node: ReactNode) => string {
  const require = createRequire(import.meta.url);
  const inside = (name: string, file: string) =>
    join(dirname(require.resolve(`${name}/package.json`)), "cjs", file);
  for (const [name, file] of [
    ["react", "react.production.js"],
    ["react-dom", "react-dom.production.js"],
  ] as const) {
    require(inside(name, file));
    require.cache[require.resolve(name)] = require.cache[inside(name, file)];
  }
  const server = require(inside("react-dom", "react-dom-server-legacy.node.production.js")) as {
    renderToStaticMarkup: (node: ReactNode) => string;
  };
  return server.renderToStaticMarkup;
}
